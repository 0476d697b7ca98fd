import { expect, test } from '@jest/globals';
import { QuotaPeriod } from '../../schema/benefits/enums.js';
import { type CostedBenefit, expectedYearlyCost } from '../../server/tiers/cost.js';

const now = new Date('2026-03-14T04:00:00Z');
const days = (n: number) => new Date(now.getTime() + n * 86_400_000);
const gift = (more: Partial<CostedBenefit> = {}): CostedBenefit => ({
  id: 'gift',
  quota: 1,
  quotaPeriod: QuotaPeriod.MONTH,
  stock: null,
  unitCost: 1_000,
  redeemable: true,
  validFrom: null,
  validUntil: null,
  tierIds: ['gold'],
  ...more,
});
const unused = { redeemed: new Map<string, number>(), days: 0, stockUsed: new Map<string, number>() };
const cost = (benefit: CostedBenefit, gold: number, usage: Partial<typeof unused> = {}, observed = gold) =>
  expectedYearlyCost(
    [benefit],
    new Map([['gold', gold]]),
    { ...unused, ...usage, members: new Map([['gold', observed]]) },
    now,
  );

test('V6: with nothing to go by, members use 30 % of the quota', () => {
  expect(cost(gift(), 10)).toBe(10 * 12 * 0.3 * 1_000);
  expect(cost(gift({ quotaPeriod: QuotaPeriod.YEAR }), 10)).toBe(10 * 0.3 * 1_000);
  expect(cost(gift({ quota: null }), 10)).toBe(10 * 12 * 0.3 * 1_000);
});

test('V6: otherwise as often as members of the tier did, multiplied up to a year', () => {
  const usage = { redeemed: new Map([['gift gold', 20]]), days: 73 };
  expect(cost(gift(), 10, usage)).toBe(20 * 5 * 1_000);
  expect(cost(gift(), 30, usage, 10)).toBe(3 * 20 * 5 * 1_000);
});

test('V6: a few days are not multiplied up', () => {
  const usage = { redeemed: new Map([['gift gold', 20]]), days: 29 };
  expect(cost(gift(), 10, usage)).toBe(10 * 12 * 0.3 * 1_000);
});

test('V6: nobody redeems more than the quota, or than is left of the stock', () => {
  const usage = { redeemed: new Map([['gift gold', 500]]), days: 365 };
  expect(cost(gift(), 10, usage)).toBe(10 * 12 * 1_000);
  expect(cost(gift({ stock: 50 }), 10, { ...usage, stockUsed: new Map([['gift', 43]]) })).toBe(7 * 1_000);
});

test('V6: a benefit costs for the part of the year in which it is valid', () => {
  const whole = cost(gift(), 10);
  expect(cost(gift({ validUntil: days(73) }), 10)).toBe(whole / 5);
  expect(cost(gift({ validFrom: days(292) }), 10)).toBe(whole / 5);
  expect(cost(gift({ validUntil: days(-1) }), 10)).toBe(0);
});

test('V6: what applies by itself, and what nobody gets, costs nothing', () => {
  expect(cost(gift({ redeemable: false }), 10)).toBe(0);
  expect(cost(gift({ tierIds: [] }), 10)).toBe(0);
});
