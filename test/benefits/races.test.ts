import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { createTestApp, type TestApp } from '../support/app.js';
import { asked, changeBenefit, expectExactCounts, type Member, makeMember } from './support.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterEach(() => expectExactCounts(t));
afterAll(() => t.close());

type Settled = PromiseSettledResult<unknown>[];
const successes = (results: Settled) => results.filter(({ status }) => status === 'fulfilled').length;
const codes = (results: Settled) =>
  new Set(
    results.flatMap((one) => (one.status === 'rejected' ? [one.reason.userErrors?.[0]?.code ?? one.reason] : [])),
  );
const redeemAll = async (members: Member[], code: string) =>
  Promise.allSettled(
    await Promise.all(members.map(async ({ caller }) => [caller, await asked(t, code)] as const)).then((calls) =>
      calls.map(([caller, input]) => t.app.benefits.redeem(caller, input)),
    ),
  );

test('V4: the last item goes to one of fifty members', async () => {
  const members = await Promise.all(Array.from({ length: 50 }, () => makeMember(t, 'gold')));
  await changeBenefit(t, 'member_discount', { stock: 1 });
  const results = await redeemAll(members, 'member_discount');
  expect(successes(results)).toBe(1);
  expect(codes(results)).toEqual(new Set(['OUT_OF_STOCK']));
});

test('V4: the last item goes once to one member who asks fifty times', async () => {
  const member = await makeMember(t, 'diamond');
  await changeBenefit(t, 'custom_packaging', { stock: 1 });
  const results = await redeemAll(new Array(50).fill(member), 'custom_packaging');
  expect(successes(results)).toBe(1);
  expect(codes(results)).toEqual(new Set(['OUT_OF_STOCK']));
});

test('V4: the quota of three is given three times to one member who asks fifty times', async () => {
  const member = await makeMember(t, 'gold');
  const results = await redeemAll(new Array(50).fill(member), 'free_shipping');
  expect(successes(results)).toBe(3);
  expect(codes(results)).toEqual(new Set(['OUT_OF_QUOTA']));
});

test('V4: the same key sent fifty times at once is one redemption', async () => {
  const { caller } = await makeMember(t, 'gold');
  const input = await asked(t, 'free_shipping');
  const results = await Promise.all(Array.from({ length: 50 }, () => t.app.benefits.redeem(caller, input)));
  expect(new Set(results.map(({ redemption }) => redemption.id)).size).toBe(1);
});

test('V4: commit and release at once: one of them, never both', async () => {
  const { caller } = await makeMember(t, 'diamond');
  for (let i = 0; i < 10; i++) {
    const { redemption } = await t.app.benefits.reserve(caller, await asked(t, 'free_shipping'));
    const { id } = redemption;
    const results = await Promise.allSettled([
      t.app.benefits.settle(caller, 'redemptionCommit', { id }),
      t.app.benefits.settle(caller, 'redemptionRelease', { id }),
    ]);
    expect(successes(results)).toBe(1);
    expect(codes(results)).toEqual(new Set(['CONFLICT']));
    if (results[0].status === 'fulfilled') {
      const step = { id, reason: 'next round' };
      await t.app.benefits.settle({ ...caller, principal: { kind: 'job', name: 'test' } }, 'redemptionReverse', step);
    }
  }
});

test('V4: stock taken and given back by many at once adds up', async () => {
  await changeBenefit(t, 'product_trial', { stock: 5 });
  const members = await Promise.all(Array.from({ length: 20 }, () => makeMember(t, 'diamond')));
  await Promise.allSettled(
    members.map(async ({ caller }) => {
      const { redemption } = await t.app.benefits.reserve(caller, await asked(t, 'product_trial'));
      await t.app.benefits.settle(caller, 'redemptionRelease', { id: redemption.id });
    }),
  );
  const [stock] = await t.app.db.rows<{ used: number }>(
    `select used from benefit_stock join benefit b on b.id = benefit_id where b.code = 'product_trial'`,
  );
  expect(stock?.used).toBe(0);
});
