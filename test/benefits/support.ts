import { expect } from '@jest/globals';
import type { BenefitGrantInput, BenefitRedeemInput } from '../../schema/benefits/inputs.js';
import type { Caller } from '../../server/access/principal.js';
import { callerAs, type TestApp } from '../support/app.js';
import { type MadeCustomer, makeCustomer } from '../support/factories.js';

/** A customer who holds a tier of the default programme, and who can ask for themselves. */
export interface Member extends MadeCustomer {
  caller: Caller;
}

export async function makeMember(t: TestApp, tier: string | null, birthday?: string): Promise<Member> {
  const customer = await makeCustomer(t.app, birthday ? { birthday } : {});
  await holdTier(t, customer.id, tier);
  const { source, externalId: subject } = customer;
  return { ...customer, caller: callerAs({ kind: 'customer', source, subject }) };
}

export async function holdTier(t: TestApp, customerId: string, tier: string | null): Promise<void> {
  await t.app.db.rows(
    'update customer_stats set tier_id = (select id from tier where code = $2) where customer_id = $1',
    [customerId, tier],
  );
}

/** The id of a benefit of the default programme. */
export async function benefitId(t: TestApp, code: string): Promise<string> {
  return (await t.app.db.rows<{ id: string }>('select id from benefit where code = $1', [code]))[0]!.id;
}

/** Changes a published benefit's columns, as a new programme version would. */
export async function changeBenefit(t: TestApp, code: string, change: Record<string, unknown>): Promise<void> {
  for (const [column, value] of Object.entries(change)) {
    await t.app.db.rows(`update benefit set ${column} = $2 where code = $1`, [code, value]);
  }
  t.app.configuration.forget('program');
}

let key = 0;

/** What to send to redeem, with a fresh key. */
export async function asked(
  t: TestApp,
  code: string,
  more: Partial<BenefitRedeemInput> = {},
): Promise<BenefitRedeemInput> {
  return { benefitId: await benefitId(t, code), quantity: 1, idempotencyKey: `key-${++key}`, ...more };
}

/** What to send to grant, with a fresh key. */
export async function given(
  t: TestApp,
  customerId: string,
  code: string,
  more: Partial<BenefitGrantInput> = {},
): Promise<BenefitGrantInput> {
  return {
    customerId,
    benefitId: await benefitId(t, code),
    quantity: 1,
    reason: '补偿',
    origin: 'COMPENSATION' as BenefitGrantInput['origin'],
    idempotencyKey: `grant-${++key}`,
    ...more,
  };
}

/** The shape of a refusal, for `rejects.toMatchObject`. */
export const refusal = (field: string, code: string) => ({ userErrors: [expect.objectContaining({ field, code })] });

/** Quota, grants and stock must be exactly what the redemptions in force add up to (V4). */
export async function expectExactCounts(t: TestApp): Promise<void> {
  const wrong = await t.app.db.rows(
    `with live as (select * from redemption where status in ('RESERVED', 'COMMITTED'))
     select 'usage' as what from benefit_usage u
      where used <> (select coalesce(sum(quantity), 0) from live l where l.customer_id = u.customer_id
                        and l.benefit_id = u.benefit_id and l.period_start = u.period_start and l.grant_id is null)
     union all
     select 'grant' from benefit_grant g
      where used <> (select coalesce(sum(quantity), 0) from live l where l.grant_id = g.id)
     union all
     select 'stock' from benefit_stock s
      where used <> (select coalesce(sum(quantity), 0) from live l where l.benefit_id = s.benefit_id and l.from_stock)`,
  );
  expect(wrong).toEqual([]);
}
