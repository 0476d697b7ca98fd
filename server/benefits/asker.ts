import { UserErrorCode } from '../../schema/common/user-error.js';
import { authorize } from '../access/authorize.js';
import type { Action } from '../access/permissions.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { isId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { fail, forbidden, notFound } from '../graphql/errors.js';
import { QUOTA_LOCK } from './recount.js';

/** A customer whose perks are about to change, locked. */
export interface LockedCustomer {
  id: string;
  tierId: string | null;
}

/**
 * For whom something is done: customers act for themselves and name nobody; staff and systems name an active customer.
 * Throws FORBIDDEN, NOT_FOUND (a customer without a profile), or user errors at `customerId`.
 */
export async function concernedCustomer(
  app: App,
  caller: Caller,
  action: Action,
  named?: string | null,
): Promise<string> {
  const { principal } = caller;
  authorize(principal, action);
  if (principal.kind === 'customer') {
    if (named !== undefined && named !== null) {
      throw forbidden(action);
    }
    const own = await app.customers.idOf(principal);
    if (own === null) {
      throw notFound('customer');
    }
    return own;
  }
  return named ?? fail('customerId', UserErrorCode.REQUIRED, 'Whose benefit is it?');
}

/**
 * Locks an active customer's figures, as everything does first that changes perks or points; with `quotas` what counts
 * against them stays what it is, too.
 */
export async function lockCustomer(
  tx: Transaction,
  customerId: string,
  { quotas = false } = {},
): Promise<LockedCustomer> {
  const row = isId(customerId)
    ? await tx.row<LockedCustomer>(
        `select s.customer_id as id, s.tier_id as "tierId"${quotas ? `, pg_advisory_xact_lock_shared(${QUOTA_LOCK})` : ''}
           from customer_stats s join customer c on c.id = s.customer_id
          where s.customer_id = $1 and c.status = 'ACTIVE' for update of s`,
        [customerId],
      )
    : undefined;
  return row ?? fail('customerId', UserErrorCode.NOT_FOUND, 'There is no such customer.');
}
