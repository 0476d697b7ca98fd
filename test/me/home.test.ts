import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { given, holdTier, makeMember } from '../benefits/support.js';
import { asJob, createTestApp, TEST_NOW, type TestApp } from '../support/app.js';
import { makeCustomer, makeOrderRow } from '../support/factories.js';
import { signIn } from '../support/tokens.js';
import { clientOf } from './support.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
beforeEach(() => t.clock.set(TEST_NOW));
afterAll(() => t.close());

const HOME = `{ me { id name
  tier { code rank name { zh en } color since qualifiedBy expiresAt graceUntil }
  progress { next { code } spendGap pointsGap ordersGap spend points orders periodStart periodEnd }
  points { balance debt expiringSoon { points expiresAt } }
  perks { id source remaining quota used validUntil howToUse { zh } benefit { code kind } grant { id origin reason status endsAt } }
} }`;

test('one request gives the home screen: tier, progress, points, perks', async () => {
  const { id, externalId } = await makeMember(t, null);
  const [old, fresh] = [
    await makeOrderRow(t.app, { customerId: id, amount: 200_000, placedAt: '2025-03-20T04:00:00Z' }),
    await makeOrderRow(t.app, { customerId: id, amount: 462_000, placedAt: '2026-02-01T04:00:00Z' }),
  ];
  await t.app.db.transaction(async (tx) => {
    await t.app.orders.refreshFigures(tx, [id]);
    await t.app.points.syncOrders(tx, [old, fresh]);
    await t.app.tiers.evaluate(tx, [id], { cause: 'ORDER' as never });
  });
  const { grant } = await t.app.benefits.grant(
    asJob,
    await given(t, id, 'apology_coupon', { endsAt: new Date('2026-04-01T00:00:00Z') }),
  );
  const { data, errors } = await (await clientOf(t, externalId))(HOME);
  expect(errors).toBeUndefined();
  expect(data.me).toMatchObject({
    id,
    tier: { code: 'silver', rank: 1, name: { zh: '银卡' }, qualifiedBy: 'SPEND', graceUntil: null },
    progress: {
      next: { code: 'gold' },
      spendGap: '380.00',
      pointsGap: null,
      ordersGap: 1,
      spend: '4620.00',
      periodStart: '2026-01-01',
      periodEnd: '2026-12-31',
    },
    points: {
      balance: 6_620,
      debt: 0,
      expiringSoon: [{ points: 2_000, expiresAt: '2026-03-20T16:00:00.000Z' }],
    },
  });
  expect(data.me.perks.map((perk: { benefit: { code: string } }) => perk.benefit.code)).toEqual([
    'free_shipping',
    'apology_coupon',
  ]);
  expect(data.me.perks[1]).toMatchObject({
    id: grant.id,
    source: 'GRANT',
    remaining: 1,
    quota: 1,
    used: 0,
    validUntil: '2026-04-01T00:00:00.000Z',
    grant: { id: grant.id, origin: 'COMPENSATION', status: 'ACTIVE' },
  });
});

test('what the app redeems is gone from the next home screen', async () => {
  const { externalId } = await makeMember(t, 'gold');
  const client = await clientOf(t, externalId);
  const perks = async () =>
    (await client('{ me { perks { remaining used benefit { id code } } } }')).data.me.perks as {
      remaining: number;
      used: number;
      benefit: { id: string; code: string };
    }[];
  const shipping = (await perks()).find(({ benefit }) => benefit.code === 'free_shipping')!;
  expect(shipping).toMatchObject({ remaining: 3, used: 0 });
  const { data } = await client(
    `mutation ($input: BenefitRedeemInput!) { benefitRedeem(input: $input) {
       redemption { code status quantity } perk { remaining used } userErrors { field code } } }`,
    { input: { benefitId: shipping.benefit.id, quantity: 2, idempotencyKey: 'tap-1' } },
  );
  expect(data.benefitRedeem).toMatchObject({
    redemption: { status: 'COMMITTED', quantity: 2 },
    perk: { remaining: 1, used: 2 },
    userErrors: [],
  });
  expect((await perks()).find(({ benefit }) => benefit.code === 'free_shipping')).toMatchObject({
    remaining: 1,
    used: 2,
  });
});

test('many members who ask at once each get their own', async () => {
  const members = await Promise.all(
    Array.from({ length: 120 }, async (_, i) => {
      const member = await makeCustomer(t.app, { name: `成员${i}` });
      await holdTier(t, member.id, ['silver', 'gold', null][i % 3]!);
      return member;
    }),
  );
  const answers = await Promise.all(
    members.map(async ({ externalId }, i) =>
      (await clientOf(t, externalId))(i % 2 ? '{ me { id name tier { code } perks { id } } }' : '{ me { id name } }'),
    ),
  );
  expect(answers.map(({ data }) => [data.me.id, data.me.name])).toEqual(members.map(({ id }, i) => [id, `成员${i}`]));
});

test('whoever is not an active customer is nobody', async () => {
  const erased = await makeCustomer(t.app, { status: 'ERASED' });
  for (const client of [
    t.client(),
    t.client(await signIn(t, 'ADMIN' as never)),
    await clientOf(t, 'never-seen'),
    await clientOf(t, erased.externalId),
  ]) {
    expect((await client(HOME)).data).toEqual({ me: null });
  }
});

test('fragments, aliases and skipped parts are seen by the look-ahead', async () => {
  const { externalId } = await makeMember(t, 'silver');
  const { data, errors } = await (await clientOf(t, externalId))(
    `query ($no: Boolean!) { a: me { ...P ... on Me { perks { id } } } b: me { points { balance } perks @skip(if: $no) { id } } c: me { name } }
     fragment P on Me { points { expiringSoon { points } } }`,
    { no: true },
  );
  expect(errors).toBeUndefined();
  expect(data.a.perks).toHaveLength(1);
  expect(data.a.points.expiringSoon).toEqual([]);
  expect(data.b).toEqual({ points: { balance: 0 } });
});

test('a member sees neither cost nor staff', async () => {
  const { id, externalId } = await makeMember(t, 'gold');
  await t.app.benefits.grant(asJob, await given(t, id, 'apology_coupon'));
  const client = await clientOf(t, externalId);
  for (const query of [
    '{ me { perks { benefit { unitCost } } } }',
    '{ me { perks { grant { grantedBy { name } } } } }',
    '{ me { profile { notes { body } } } }',
    '{ customers { nodes { id } } }',
    '{ redemptions { nodes { id } } }',
    '{ benefitGrants { nodes { id } } }',
    '{ redemptionByCode(code: "x") { id } }',
  ]) {
    expect((await client(query)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  }
});
