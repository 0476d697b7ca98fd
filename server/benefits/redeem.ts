import { createHash } from 'node:crypto';
import { RedemptionStatus } from '../../schema/benefits/enums.js';
import type { BenefitRedeemInput } from '../../schema/benefits/inputs.js';
import { Redemption } from '../../schema/benefits/redemption.js';
import { UserErrorCode } from '../../schema/common/user-error.js';
import { staffIdOf } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { companyDay, type LocalDate } from '../calendar/days.js';
import { isId, newId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { fail } from '../graphql/errors.js';
import { InputCheck } from '../graphql/validate.js';
import type { BenefitConfig } from '../tiers/published.js';
import { concernedCustomer, type LockedCustomer, lockCustomer } from './asker.js';
import { chooseSource, type Source } from './choose.js';
import { newCode } from './codes.js';
import { periodStart } from './periods.js';
import { GRANT_COLUMNS, type GrantRow, REDEMPTION_COLUMNS, type RedemptionRow } from './rows.js';
import { takeFromSource, takeStock } from './take.js';

/** Whether a redemption is done at once, or held until it is committed or released. */
export type Mode = RedemptionStatus.COMMITTED | RedemptionStatus.RESERVED;

/**
 * Redeems or reserves a benefit (V4): counted once per key however often it is sent or raced. Everything about one
 * customer happens under the lock of their figures; members contend with each other for stock only.
 */
export async function redeem(app: App, caller: Caller, mode: Mode, input: BenefitRedeemInput): Promise<RedemptionRow> {
  const customerId = await concernedCustomer(app, caller, 'PERK_REDEEM', input.customerId);
  const check = new InputCheck();
  check.range('quantity', input.quantity, 1, 100);
  const key = check.text('idempotencyKey', input.idempotencyKey, { min: 1, max: 100 });
  check.done();
  const hash = createHash('sha256')
    .update(JSON.stringify([mode, input.benefitId, input.quantity, input.grantId ?? null]))
    .digest();
  return app.db.transaction(async (tx) => {
    const customer = await lockCustomer(tx, customerId, { quotas: true });
    const earlier = await redeemedBefore(tx, customerId, key, hash);
    if (earlier) {
      return earlier;
    }
    const id = await carryOut(app, tx, caller, customer, { mode, input, key, hash });
    const [redemption] = await tx.rows<RedemptionRow>(
      `select ${REDEMPTION_COLUMNS} from redemption r where r.id = $1`,
      [id],
    );
    if (caller.principal.kind !== 'customer') {
      await app.audit.record(tx, caller, {
        action: mode === RedemptionStatus.COMMITTED ? 'benefitRedeem' : 'benefitReserve',
        subjectType: 'Customer',
        subjectId: customerId,
        after: { redemptionId: id, benefitId: input.benefitId, quantity: input.quantity },
      });
    }
    return redemption!;
  });
}

async function redeemedBefore(
  tx: Transaction,
  customerId: string,
  key: string,
  hash: Buffer,
): Promise<RedemptionRow | undefined> {
  const earlier = await tx.row<RedemptionRow & { same: boolean }>(
    `select ${REDEMPTION_COLUMNS}, r.request_hash = $3 as same from redemption r
      where r.customer_id = $1 and r.idempotency_key = $2`,
    [customerId, key, hash],
  );
  if (!earlier) {
    return undefined;
  }
  const { same, ...redemption } = earlier;
  return same
    ? redemption
    : fail('idempotencyKey', UserErrorCode.IDEMPOTENCY_KEY_REUSED, 'This key was used for something else.');
}

interface Order {
  mode: Mode;
  input: BenefitRedeemInput;
  key: string;
  hash: Buffer;
}

async function carryOut(
  app: App,
  tx: Transaction,
  caller: Caller,
  customer: LockedCustomer,
  { mode, input, key, hash }: Order,
): Promise<string> {
  const { quantity } = input;
  const now = app.clock.now();
  const { timeZone } = await app.company.settings();
  const today = companyDay(now, timeZone);
  const { benefit, inTier } = await readBenefit(tx, input.benefitId, customer.tierId);
  const start = benefit.quota === null ? null : periodStart(benefit.quotaPeriod, today);
  const source = chooseSource({
    benefit,
    inTier,
    used: await quotaUsed(tx, customer.id, benefit.id, start),
    grants: await grantsOf(tx, customer.id, benefit.id),
    quantity,
    grantId: input.grantId ?? null,
    now,
    today,
    timeZone,
  });
  const drawn = { customerId: customer.id, benefit, source, periodStart: source ? null : start, quantity };
  await takeFromSource(tx, drawn);
  await takeStock(tx, benefit, quantity);
  const reserved = mode === RedemptionStatus.RESERVED;
  const { reservationMinutes } = (await app.program.published()).settings;
  const redemption = tx.em.create(Redemption, {
    id: newId(),
    customerId: customer.id,
    benefitId: benefit.id,
    grantId: grantIdOf(source),
    quantity,
    status: mode,
    periodStart: drawn.periodStart,
    code: newCode(),
    cost: benefit.unitCost * quantity,
    tierId: customer.tierId,
    idempotencyKey: key,
    requestHash: hash,
    fromStock: benefit.stock !== null,
    createdAt: now,
    reservedUntil: reserved ? new Date(now.getTime() + reservationMinutes * 60_000) : null,
    committedAt: reserved ? null : now,
    actorId: staffIdOf(caller.principal),
  });
  await tx.em.flush();
  return redemption.id;
}

const grantIdOf = (source: Source) => source?.id ?? null;

/** The benefit as the database has it at this moment, and whether that tier gives it. */
async function readBenefit(
  tx: Transaction,
  benefitId: string,
  tierId: string | null,
): Promise<{ benefit: BenefitConfig; inTier: boolean }> {
  const row = isId(benefitId)
    ? await tx.row<BenefitConfig & { inTier: boolean }>(
        `select b.id, b.code, b.kind, b.name, b.terms, b.how_to_use as "howToUse", b.valid_from as "validFrom",
                b.valid_until as "validUntil", b.quota, b.quota_period as "quotaPeriod", b.stock,
                b.unit_cost as "unitCost", b.value, b.redeemable, b.retired,
                array(select tb.tier_id::text from tier_benefit tb where tb.benefit_id = b.id) as "tierIds",
                exists (select from tier_benefit tb join tier t on t.id = tb.tier_id
                         where tb.benefit_id = b.id and t.id = $2 and not t.retired) as "inTier"
           from benefit b where b.id = $1`,
        [benefitId, tierId],
      )
    : undefined;
  if (!row) {
    return fail('benefitId', UserErrorCode.NOT_FOUND, 'There is no such benefit.');
  }
  const { inTier, ...benefit } = row;
  return { benefit, inTier };
}

async function quotaUsed(
  tx: Transaction,
  customerId: string,
  benefitId: string,
  start: LocalDate | null,
): Promise<number> {
  const row = await tx.row<{ used: number }>(
    'select used from benefit_usage where customer_id = $1 and benefit_id = $2 and period_start = $3',
    [customerId, benefitId, start],
  );
  return row?.used ?? 0;
}

const grantsOf = (tx: Transaction, customerId: string, benefitId: string) =>
  tx.rows<GrantRow>(`select ${GRANT_COLUMNS} from benefit_grant g where g.customer_id = $1 and g.benefit_id = $2`, [
    customerId,
    benefitId,
  ]);
