import type { PageArgs } from '../../schema/common/connection.js';
import { UserErrorCode } from '../../schema/common/user-error.js';
import { TierMoveCause } from '../../schema/tiers/enums.js';
import type { MembershipRefreshInput, TierGrantInput, TierGrantRevokeInput } from '../../schema/tiers/tier-grant.js';
import type { TierMoveFilter } from '../../schema/tiers/tier-move.js';
import { authorize } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { isId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { fail } from '../graphql/errors.js';
import { type EvaluationContext, evaluate, lockStats } from './evaluate.js';
import { grantTier, revokeTierGrant } from './grants.js';
import { listMoves } from './lists.js';
import { welcome } from './welcome.js';
import { type QualificationPeriod, windowOf } from './window.js';

/** Tiers of customers: qualification, moves, grants by hand (V1, V5). */
export class TierService {
  constructor(readonly app: App) {}

  /** The days over which spend or points count at an instant under the programme in force (V1). */
  async qualificationWindow(now: Date): Promise<QualificationPeriod> {
    const [{ settings }, { timeZone }] = await Promise.all([this.app.program.published(), this.app.company.settings()]);
    return windowOf(settings, now, timeZone);
  }

  /**
   * Gives these customers the tiers that they earn or were granted (V1); their figures must be fresh. Tiers rise at
   * once for any cause; they are lost only by REFUND, PERIOD_END, GRANT_END, PUBLISH, ROLLBACK and MERGE.
   */
  evaluate(tx: Transaction, customerIds: string[], context: EvaluationContext): Promise<void> {
    return evaluate(this.app, tx, customerIds, context);
  }

  /** Gives customers who were made in this transaction the tier that takes nothing, if there is one (V1). */
  welcome(tx: Transaction, customerIds: string[]): Promise<void> {
    return welcome(this.app, tx, customerIds);
  }

  /** Every tier, those in force first. */
  async all(caller: Caller) {
    authorize(caller.principal, 'PROGRAM_READ');
    return [...(await this.app.program.published()).everyTier.values()];
  }

  /** One tier, also a retired one. */
  async one(caller: Caller, id: string) {
    authorize(caller.principal, 'PROGRAM_READ');
    return (await this.app.program.published()).everyTier.get(id) ?? null;
  }

  /** Moves of all customers, newest first. */
  moves(caller: Caller, page: PageArgs, filter: TierMoveFilter) {
    authorize(caller.principal, 'CUSTOMER_READ');
    return listMoves(this.app, page, filter);
  }

  /** Moves of one customer, newest first; whoever reaches the customer may see them. */
  movesOf(customerId: string, page: PageArgs) {
    return listMoves(this.app, page, { customerId });
  }

  /** Gives a tier by hand. */
  grant(caller: Caller, input: TierGrantInput) {
    return grantTier(this.app, caller, input);
  }

  /** Takes a granted tier back. */
  revokeGrant(caller: Caller, input: TierGrantRevokeInput) {
    return revokeTierGrant(this.app, caller, input);
  }

  /** Counts one customer's figures and tier anew from the orders; audited, since the tier may fall by it. */
  async refresh(caller: Caller, { customerId }: MembershipRefreshInput) {
    authorize(caller.principal, 'TIER_GRANT');
    const { app } = this;
    await app.db.transaction(async (tx) => {
      if (
        !isId(customerId) ||
        !(await tx.row(`select 1 from customer where id = $1 and status = 'ACTIVE'`, [customerId]))
      ) {
        return fail('customerId', UserErrorCode.NOT_FOUND, 'There is no such customer.');
      }
      await lockStats(tx, [customerId]);
      await app.orders.refreshFigures(tx, [customerId]);
      await evaluate(app, tx, [customerId], { cause: TierMoveCause.REFUND, reason: 'counted anew', caller });
      await app.audit.record(tx, caller, {
        action: 'membershipRefresh',
        subjectType: 'Customer',
        subjectId: customerId,
      });
    });
    return { customer: await app.customers.one(caller, customerId) };
  }
}
