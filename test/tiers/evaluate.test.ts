import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { TierMoveCause } from '../../schema/tiers/enums.js';
import { createTestApp, TEST_NOW, type TestApp } from '../support/app.js';
import { makeCustomer, makeOrderRow } from '../support/factories.js';
import { buy, buyer, held, look, moves, refund, setRules } from './support.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.set(TEST_NOW);
  await setRules(t.app, {
    measure: 'SPEND' as never,
    window: 'CALENDAR_YEAR' as never,
    downgrade: 'ONE_LEVEL' as never,
    graceDays: 30,
  });
});

/** New Year in Shanghai. */
const newYear = (year: number) => `${year - 1}-12-31T16:00:00.000Z`;

test('V1: an order that reaches a threshold lifts at once, for this year and the next, and says why', async () => {
  const { id } = await makeCustomer(t.app);
  await buy(t.app, id, 4_770);
  expect(await held(t.app, id)).toMatchObject({ tier: 'silver', cause: 'SPEND', expires: newYear(2028), grace: null });
  await buy(t.app, id, 460);
  expect(await held(t.app, id)).toMatchObject({ tier: 'gold', earned: 'gold', since: TEST_NOW });
  expect(await moves(t.app, id)).toEqual([
    '->silver ORDER UP: spend ¥4,770 reached ¥1,000 of 银卡/Silver',
    'silver>gold ORDER UP: spend ¥5,230 reached ¥5,000 of 金卡/Gold',
  ]);
  const told = await t.app.db.rows('select kind, data from notification where customer_id = $1 order by id', [id]);
  expect(told).toMatchObject([
    { kind: 'TIER_UP', data: { from: null, to: { code: 'silver' } } },
    { kind: 'TIER_UP', data: { from: { code: 'silver' }, to: { code: 'gold' } } },
  ]);
});

test('V1: exactly the threshold reaches it, a fen less does not', async () => {
  const [below, exact] = [await makeCustomer(t.app), await makeCustomer(t.app)];
  await makeOrderRow(t.app, { customerId: below.id, amount: 99_999 });
  await makeOrderRow(t.app, { customerId: exact.id, amount: 100_000 });
  await look(t.app, [below.id, exact.id], TierMoveCause.ORDER);
  expect((await held(t.app, below.id)).tier).toBeNull();
  expect((await held(t.app, exact.id)).tier).toBe('silver');
});

test('V1: evaluating again, or twice at once, makes no second move', async () => {
  const { id } = await makeCustomer(t.app);
  await makeOrderRow(t.app, { customerId: id, amount: 600_000 });
  await Promise.all(Array.from({ length: 8 }, () => look(t.app, [id], TierMoveCause.ORDER)));
  await look(t.app, [id], TierMoveCause.REFUND);
  expect(await moves(t.app, id)).toHaveLength(1);
});

test('V1: an order of last year that arrives late gives the tier until the end of this year', async () => {
  const id = await buyer(t.app);
  await buy(t.app, id, 6_000, '2025-11-11T04:00:00Z');
  expect(await held(t.app, id)).toMatchObject({ tier: 'gold', expires: newYear(2027) });
  await buy(t.app, id, 1_200);
  expect(await held(t.app, id)).toMatchObject({ tier: 'gold', expires: newYear(2027) });
  await buy(t.app, id, 4_000);
  expect(await held(t.app, id)).toMatchObject({ tier: 'gold', expires: newYear(2028) });
  expect(await moves(t.app, id)).toHaveLength(1);
});

test('V1: a year ends at midnight in Shanghai, not in UTC', async () => {
  t.clock.set('2026-12-31T15:59:59Z');
  const before = await buyer(t.app, 1_000);
  t.clock.set('2026-12-31T16:00:00Z');
  const after = await buyer(t.app, 1_000);
  expect((await held(t.app, before)).expires).toBe(newYear(2028));
  expect((await held(t.app, after)).expires).toBe(newYear(2029));
});

test('V1: the refund of the order that earned the tier takes it back at once', async () => {
  const id = await buyer(t.app, 1_500);
  const order = await buy(t.app, id, 4_000);
  await refund(t.app, id, order);
  expect(await held(t.app, id)).toMatchObject({ tier: 'silver', expires: newYear(2028) });
  expect((await moves(t.app, id)).at(-1)).toBe(
    'gold>silver REFUND DOWN: after a refund: spend ¥1,500 is below ¥5,000 of 金卡/Gold',
  );
});

test('V1: a refund leaves a tier that another window in force still earns', async () => {
  const id = await buyer(t.app);
  await buy(t.app, id, 6_000, '2025-11-11T04:00:00Z');
  const order = await buy(t.app, id, 7_000);
  expect((await held(t.app, id)).expires).toBe(newYear(2028));
  await refund(t.app, id, order);
  expect(await held(t.app, id)).toMatchObject({ tier: 'gold', expires: newYear(2027) });
  expect(await moves(t.app, id)).toHaveLength(1);
});

test('V1: over a lifetime spend adds up and nothing expires', async () => {
  await setRules(t.app, { window: 'LIFETIME' as never });
  const id = await buyer(t.app);
  await buy(t.app, id, 3_000, '2019-01-01T00:00:00Z');
  await buy(t.app, id, 2_000);
  expect(await held(t.app, id)).toMatchObject({ tier: 'gold', expires: null });
});

test('V1: over rolling months a tier lasts so many months from the last day that reached it', async () => {
  await setRules(t.app, { window: 'ROLLING_MONTHS' as never, windowMonths: 12 });
  const id = await buyer(t.app);
  await buy(t.app, id, 3_000, '2025-03-15T04:00:00Z');
  await buy(t.app, id, 2_000);
  expect(await held(t.app, id)).toMatchObject({ tier: 'gold', expires: '2027-03-13T16:00:00.000Z' });
  const late = await buyer(t.app);
  await buy(t.app, late, 3_000, '2025-03-13T04:00:00Z');
  await buy(t.app, late, 2_000);
  expect((await held(t.app, late)).tier).toBe('silver');
});

test('V1: a rolling year from a leap day ends on the last of February', async () => {
  await setRules(t.app, { window: 'ROLLING_MONTHS' as never, windowMonths: 12 });
  t.clock.set('2028-02-29T04:00:00Z');
  const id = await buyer(t.app, 1_000);
  expect((await held(t.app, id)).expires).toBe('2029-02-27T16:00:00.000Z');
});

test('V1: measured by points, spend does not count', async () => {
  await setRules(t.app, { measure: 'POINTS' as never });
  const id = await buyer(t.app, 1_000);
  expect(await held(t.app, id)).toMatchObject({ tier: 'silver', cause: 'POINTS' });
  expect(await moves(t.app, id)).toEqual(['->silver ORDER UP: points 1,000 reached 1,000 of 银卡/Silver']);
});

test('V1: a thousand customers are evaluated in a few statements', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 40; n++) {
    const { id } = await makeCustomer(t.app);
    await makeOrderRow(t.app, { customerId: id, amount: 1_000_00 });
    ids.push(id);
  }
  let statements = 0;
  await t.app.db.transaction(async (tx) => {
    await t.app.orders.refreshFigures(tx, ids);
    const rows = tx.rows.bind(tx);
    tx.rows = (async (...args: Parameters<typeof rows>) => {
      statements++;
      return rows(...args);
    }) as typeof tx.rows;
    const run = tx.run.bind(tx);
    tx.run = async (...args) => {
      statements++;
      return run(...args);
    };
    await t.app.tiers.evaluate(tx, ids, { cause: TierMoveCause.ORDER });
  });
  expect(statements).toBeLessThanOrEqual(8);
  expect((await held(t.app, ids[17]!)).tier).toBe('silver');
});
