import { UserErrorCode } from '../../schema/common/user-error.js';
import { TierMoveCause } from '../../schema/tiers/enums.js';
import { TierGrant, type TierGrantInput, type TierGrantRevokeInput } from '../../schema/tiers/tier-grant.js';
import { authorize, staffIdOf } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { isId, newId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { fail } from '../graphql/errors.js';
import { InputCheck } from '../graphql/validate.js';
import { evaluate } from './evaluate.js';

/** Gives a tier by hand (V1): it is in effect at once where it is higher than what is earned. */
export async function grantTier(app: App, caller: Caller, input: TierGrantInput): Promise<{ tierGrant: TierGrant }> {
  authorize(caller.principal, 'TIER_GRANT');
  const now = app.clock.now();
  const check = new InputCheck();
  const reason = check.text('reason', input.reason, { min: 1, max: 500 });
  const idempotencyKey = input.idempotencyKey
    ? check.text('idempotencyKey', input.idempotencyKey, { min: 1, max: 100 })
    : null;
  const endsAt = input.endsAt ?? null;
  if (endsAt && endsAt <= now) {
    check.add('endsAt', UserErrorCode.OUT_OF_RANGE, 'The end must lie in the future.');
  }
  const tier = (await app.program.published()).everyTier.get(input.tierId);
  if (!tier) {
    check.add('tierId', UserErrorCode.NOT_FOUND, 'There is no such tier.');
  } else if (tier.retired) {
    check.add('tierId', UserErrorCode.RETIRED, 'This tier is no longer in the programme.');
  }
  check.done();
  return app.db.transaction(async (tx) => {
    await lockCustomer(tx, input.customerId);
    if (idempotencyKey) {
      const before = await tx.em.findOne(TierGrant, { customerId: input.customerId, idempotencyKey });
      if (before) {
        return { tierGrant: sameGrant(before, input.tierId, reason, endsAt) };
      }
    }
    const tierGrant = tx.em.create(TierGrant, {
      id: newId(),
      customerId: input.customerId,
      tierId: input.tierId,
      reason,
      startsAt: now,
      endsAt,
      grantedBy: staffIdOf(caller.principal),
      idempotencyKey,
    });
    await tx.em.flush();
    await evaluate(app, tx, [input.customerId], { cause: TierMoveCause.GRANT, reason, caller });
    const after = { customerId: input.customerId, tier: tier!.code, endsAt };
    await app.audit.record(tx, caller, {
      action: 'tierGrant',
      subjectType: 'TierGrant',
      subjectId: tierGrant.id,
      after,
      reason,
    });
    return { tierGrant };
  });
}

/** Takes a granted tier back; the customer falls at once to what is earned or granted otherwise. */
export async function revokeTierGrant(
  app: App,
  caller: Caller,
  input: TierGrantRevokeInput,
): Promise<{ tierGrant: TierGrant }> {
  authorize(caller.principal, 'TIER_GRANT');
  const check = new InputCheck();
  const reason = check.text('reason', input.reason, { min: 1, max: 500 });
  check.done();
  return app.db.transaction(async (tx) => {
    const known = isId(input.id) ? await tx.em.findOne(TierGrant, input.id) : null;
    if (!known) {
      return fail('id', UserErrorCode.NOT_FOUND, 'There is no such grant.');
    }
    await lockCustomer(tx, known.customerId);
    const tierGrant = await tx.em.refresh(known);
    if (!tierGrant || tierGrant.revokedAt || tierGrant.endedAt) {
      return fail('id', UserErrorCode.ALREADY_DONE, 'This grant is over already.');
    }
    tierGrant.revokedAt = app.clock.now();
    tierGrant.revokedBy = staffIdOf(caller.principal);
    await tx.em.flush();
    await evaluate(app, tx, [tierGrant.customerId], { cause: TierMoveCause.GRANT_END, reason, caller });
    await app.audit.record(tx, caller, {
      action: 'tierGrantRevoke',
      subjectType: 'TierGrant',
      subjectId: tierGrant.id,
      before: { customerId: tierGrant.customerId, tierId: tierGrant.tierId, endsAt: tierGrant.endsAt },
      reason,
    });
    return { tierGrant };
  });
}

/** Lets grants that are over take effect, so many customers a transaction; gives how many it did. */
export async function endGrants(app: App, limit: number): Promise<number> {
  return app.db.transaction(async (tx) => {
    const now = app.clock.now();
    const due = await tx.rows<{ customerId: string }>(
      `select distinct customer_id as "customerId" from (
         select customer_id from tier_grant
          where revoked_at is null and ended_at is null and ends_at <= $1 order by ends_at limit $2) as due`,
      [now, limit],
    );
    const customerIds = due.map(({ customerId }) => customerId);
    await evaluate(app, tx, customerIds, { cause: TierMoveCause.GRANT_END });
    await tx.run(
      `update tier_grant set ended_at = $1
        where customer_id = any($2::uuid[]) and revoked_at is null and ended_at is null and ends_at <= $1`,
      [now, customerIds],
    );
    return customerIds.length;
  });
}

async function lockCustomer(tx: Transaction, customerId: string): Promise<void> {
  const found =
    isId(customerId) &&
    (await tx.row(
      `select 1 from customer_stats s join customer c on c.id = s.customer_id
        where s.customer_id = $1 and c.status = 'ACTIVE' for update of s`,
      [customerId],
    ));
  if (!found) {
    fail('customerId', UserErrorCode.NOT_FOUND, 'There is no such customer.');
  }
}

function sameGrant(before: TierGrant, tierId: string, reason: string, endsAt: Date | null): TierGrant {
  if (before.tierId !== tierId || before.reason !== reason || before.endsAt?.getTime() !== endsAt?.getTime()) {
    return fail('idempotencyKey', UserErrorCode.IDEMPOTENCY_KEY_REUSED, 'This key was used for another grant.');
  }
  return before;
}
