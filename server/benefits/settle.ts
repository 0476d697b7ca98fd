import { RedemptionStatus } from '../../schema/benefits/enums.js';
import { UserErrorCode } from '../../schema/common/user-error.js';
import { authorize } from '../access/authorize.js';
import type { Action } from '../access/permissions.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { isId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { fail, notFound } from '../graphql/errors.js';
import { InputCheck } from '../graphql/validate.js';
import { REDEMPTION_COLUMNS, type RedemptionRow } from './rows.js';
import { giveBack } from './take.js';

const { RESERVED, COMMITTED, RELEASED, REVERSED } = RedemptionStatus;

/** How a redemption goes on: from which state to which, who may do it, and whether all is given back. */
const STEPS = {
  redemptionCommit: { from: RESERVED, to: COMMITTED, action: 'PERK_REDEEM', givesBack: false },
  redemptionRelease: { from: RESERVED, to: RELEASED, action: 'PERK_REDEEM', givesBack: true },
  redemptionReverse: { from: COMMITTED, to: REVERSED, action: 'PERK_REVERSE', givesBack: true },
} satisfies Record<string, { from: RedemptionStatus; to: RedemptionStatus; action: Action; givesBack: boolean }>;

/** The name of a step in a redemption's life. */
export type Step = keyof typeof STEPS;

/**
 * Takes a redemption one step on (V4). A step that was taken before is not taken again and not an error, so that a retry
 * after a lost answer gets the answer; any other state is a CONFLICT, and a reservation that ran out is EXPIRED.
 */
export async function settle(
  app: App,
  caller: Caller,
  name: Step,
  input: { id: string; reason?: string | null },
): Promise<RedemptionRow> {
  const step = STEPS[name];
  authorize(caller.principal, step.action);
  const check = new InputCheck();
  const reason = check.text('reason', input.reason ?? '', { max: 200, min: name === 'redemptionReverse' ? 1 : 0 });
  check.done();
  return app.db.transaction(async (tx) => {
    const redemption = await lockRedemption(app, tx, caller, input.id);
    if (redemption.status === step.to) {
      return redemption;
    }
    const now = app.clock.now();
    if (redemption.status !== step.from) {
      fail('id', UserErrorCode.CONFLICT, `This redemption is ${redemption.status}.`);
    }
    if (name === 'redemptionCommit' && redemption.reservedUntil && redemption.reservedUntil <= now) {
      fail('id', UserErrorCode.EXPIRED, 'This reservation has run out.');
    }
    const [changed] = await tx.rows<RedemptionRow>(
      `update redemption r set status = $2, committed_at = case when $3 then committed_at else $4 end,
              ended_at = case when $3 then $4::timestamptz end, end_reason = $5
        where id = $1 returning ${REDEMPTION_COLUMNS}`,
      [redemption.id, step.to, step.givesBack, now, reason || null],
    );
    if (step.givesBack) {
      await giveBack(tx, [changed!]);
    }
    if (caller.principal.kind !== 'customer') {
      await app.audit.record(tx, caller, {
        action: name,
        subjectType: 'Redemption',
        subjectId: redemption.id,
        before: { status: step.from },
        after: { status: step.to },
        reason: reason || null,
      });
    }
    return changed!;
  });
}

/** The redemption, after its customer's figures were locked; customers find their own only. */
async function lockRedemption(app: App, tx: Transaction, caller: Caller, id: string): Promise<RedemptionRow> {
  const own = caller.principal.kind === 'customer' ? await app.customers.idOf(caller.principal) : undefined;
  const known = isId(id)
    ? await tx.row<{ customerId: string }>('select customer_id as "customerId" from redemption where id = $1', [id])
    : undefined;
  if (!known || (own !== undefined && known.customerId !== own)) {
    throw notFound('redemption');
  }
  await tx.rows('select 1 from customer_stats where customer_id = $1 for update', [known.customerId]);
  const redemption = await tx.row<RedemptionRow>(
    `select ${REDEMPTION_COLUMNS} from redemption r where r.id = $1 for update`,
    [id],
  );
  return redemption!;
}

const BATCH = 200;

/** Releases reservations that nobody committed in time, in batches; may stop and begin again anywhere. */
export async function releaseOverdue(app: App): Promise<void> {
  while (
    await app.db.transaction(async (tx) => {
      const now = app.clock.now();
      const due = await tx.rows<{ id: string; customerId: string }>(
        `select id, customer_id as "customerId" from redemption
          where status = 'RESERVED' and reserved_until <= $1 order by reserved_until limit $2`,
        [now, BATCH],
      );
      await tx.rows(
        `select 1 from customer_stats where customer_id = any($1::uuid[]) order by customer_id for update`,
        [due.map(({ customerId }) => customerId)],
      );
      const released = await tx.rows<RedemptionRow>(
        `update redemption r set status = 'RELEASED', ended_at = $2, end_reason = 'reservation ran out'
          where id = any($1::uuid[]) and status = 'RESERVED' returning ${REDEMPTION_COLUMNS}`,
        [due.map(({ id }) => id), now],
      );
      await giveBack(tx, released);
      return due.length;
    })
  );
}
