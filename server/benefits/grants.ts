import { createHash } from 'node:crypto';
import { GrantOrigin } from '../../schema/benefits/enums.js';
import { BenefitGrant } from '../../schema/benefits/grant.js';
import type { BenefitGrantInput, BenefitGrantRevokeInput } from '../../schema/benefits/inputs.js';
import { UserErrorCode } from '../../schema/common/user-error.js';
import { authorize, staffIdOf } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { isId, newId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { fail, notFound } from '../graphql/errors.js';
import { InputCheck } from '../graphql/validate.js';
import { lockCustomer } from './asker.js';
import { GRANT_COLUMNS, type GrantRow } from './rows.js';

/** Origins that only Liuke itself and other systems may give as the reason of a grant. */
const NOT_BY_HAND = [GrantOrigin.BIRTHDAY, GrantOrigin.SYSTEM];

/** Gives a customer a personal benefit (V4) and tells them (V5). */
export async function grant(app: App, caller: Caller, input: BenefitGrantInput): Promise<GrantRow> {
  authorize(caller.principal, 'PERK_GRANT');
  const now = app.clock.now();
  const { reason, key } = checked(caller, input, now);
  const asked = [input.benefitId, input.quantity, reason, input.origin, input.startsAt ?? null, input.endsAt ?? null];
  const requestHash = createHash('sha256').update(JSON.stringify(asked)).digest();
  return app.db.transaction(async (tx) => {
    const customer = await lockCustomer(tx, input.customerId);
    const earlier = await grantedBefore(tx, customer.id, key, requestHash);
    if (earlier) {
      return earlier;
    }
    const benefit = await grantable(tx, input.benefitId, now);
    const { id } = tx.em.create(BenefitGrant, {
      id: newId(),
      customerId: customer.id,
      benefitId: benefit.id,
      origin: input.origin,
      reason,
      quantity: input.quantity,
      startsAt: input.startsAt ?? now,
      endsAt: input.endsAt ?? null,
      grantedById: staffIdOf(caller.principal),
      grantedAt: now,
      idempotencyKey: key,
      requestHash,
    });
    await tx.em.flush();
    await app.notifications.add(tx, [
      {
        customerId: customer.id,
        kind: 'PERK_GRANTED',
        data: { grantId: id, benefit, quantity: input.quantity, endsAt: input.endsAt ?? null },
      },
    ]);
    await app.audit.record(tx, caller, {
      action: 'benefitGrant',
      subjectType: 'Customer',
      subjectId: customer.id,
      after: { grantId: id, benefitId: benefit.id, quantity: input.quantity, origin: input.origin },
      reason,
    });
    return (await tx.row<GrantRow>(`select ${GRANT_COLUMNS} from benefit_grant g where g.id = $1`, [id]))!;
  });
}

function checked(caller: Caller, input: BenefitGrantInput, now: Date): { reason: string; key: string } {
  const check = new InputCheck();
  check.range('quantity', input.quantity, 1, 1_000);
  const reason = check.text('reason', input.reason, { min: 1, max: 200 });
  const key = check.text('idempotencyKey', input.idempotencyKey, { min: 1, max: 100 });
  if (input.endsAt && input.endsAt <= (input.startsAt ?? now)) {
    check.add('endsAt', UserErrorCode.INVALID, 'The end must come after the beginning.');
  } else if (input.endsAt && input.endsAt <= now) {
    check.add('endsAt', UserErrorCode.EXPIRED, 'The end is already past.');
  }
  if (caller.principal.kind === 'staff' && NOT_BY_HAND.includes(input.origin)) {
    check.add('origin', UserErrorCode.INVALID, 'Nobody gives this by hand.');
  }
  check.done();
  return { reason, key };
}

async function grantedBefore(
  tx: Transaction,
  customerId: string,
  key: string,
  hash: Buffer,
): Promise<GrantRow | undefined> {
  const earlier = await tx.row<GrantRow & { same: boolean | null }>(
    `select ${GRANT_COLUMNS}, g.request_hash = $3 as same from benefit_grant g
      where g.customer_id = $1 and g.idempotency_key = $2`,
    [customerId, key, hash],
  );
  if (!earlier) {
    return undefined;
  }
  const { same, ...grant } = earlier;
  return same
    ? grant
    : fail('idempotencyKey', UserErrorCode.IDEMPOTENCY_KEY_REUSED, 'This key was used for something else.');
}

interface GrantableBenefit {
  id: string;
  code: string;
  name: object;
}

async function grantable(tx: Transaction, benefitId: string, now: Date): Promise<GrantableBenefit> {
  const row = isId(benefitId)
    ? await tx.row<GrantableBenefit & { retired: boolean; validUntil: Date | null }>(
        'select id, code, name, retired, valid_until as "validUntil" from benefit where id = $1',
        [benefitId],
      )
    : undefined;
  if (!row) {
    return fail('benefitId', UserErrorCode.NOT_FOUND, 'There is no such benefit.');
  }
  if (row.retired) {
    return fail('benefitId', UserErrorCode.RETIRED, 'This benefit is no longer in the programme.');
  }
  if (row.validUntil && row.validUntil <= now) {
    return fail('benefitId', UserErrorCode.EXPIRED, 'The time of this benefit is over.');
  }
  return { id: row.id, code: row.code, name: row.name };
}

/** Takes a grant back (V4): what was redeemed of it stays, the rest is gone. Taking it back twice is not an error. */
export async function revoke(app: App, caller: Caller, input: BenefitGrantRevokeInput): Promise<GrantRow> {
  authorize(caller.principal, 'PERK_GRANT');
  const check = new InputCheck();
  const reason = check.text('reason', input.reason, { min: 1, max: 200 });
  check.done();
  return app.db.transaction(async (tx) => {
    const known = isId(input.id)
      ? await tx.row<GrantRow>(`select ${GRANT_COLUMNS} from benefit_grant g where g.id = $1`, [input.id])
      : undefined;
    if (!known) {
      throw notFound('grant');
    }
    await tx.rows('select 1 from customer_stats where customer_id = $1 for update', [known.customerId]);
    const [revoked] = await tx.rows<GrantRow>(
      `update benefit_grant g set revoked_at = $2, revoked_by = $3 where id = $1 and revoked_at is null
       returning ${GRANT_COLUMNS}`,
      [known.id, app.clock.now(), staffIdOf(caller.principal)],
    );
    if (!revoked) {
      return (await tx.row<GrantRow>(`select ${GRANT_COLUMNS} from benefit_grant g where g.id = $1`, [known.id]))!;
    }
    await app.audit.record(tx, caller, {
      action: 'benefitGrantRevoke',
      subjectType: 'Customer',
      subjectId: known.customerId,
      after: { grantId: known.id, used: revoked.used, quantity: revoked.quantity },
      reason,
    });
    return revoked;
  });
}
