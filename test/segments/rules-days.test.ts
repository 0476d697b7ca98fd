import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SegmentCondition } from '../../schema/segments/rules.js';
import type { App } from '../../server/app.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { makeCustomer, makeOrderRow } from '../support/factories.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const find = async (app: App, field: string, operator: string, values: object, asOf: string | null = null) => {
  const condition = { field, operator, ...values } as SegmentCondition;
  return (await app.segments.countRules({ condition }, { asOf })).count;
};
const next = (amount: number, unit = 'DAY') => ({ relative: { amount, unit } });

/** Moves the clock to noon in Shanghai. */
const on = (day: string) => t.clock.set(new Date(`${day}T04:00:00Z`));

describe('birthdays', () => {
  beforeAll(async () => {
    for (const birthday of ['1996-02-29', '1990-02-28', '1990-03-01', '1985-12-31', '1985-01-02']) {
      await makeCustomer(t.app, { birthday });
    }
  });

  test.each([
    ['2027-02-28', 0, 2, 'a common year celebrates 29 February on the 28th'],
    ['2027-02-27', 0, 0, 'and not before'],
    ['2027-02-21', 7, 2, 'also when the 28th is the last of the days'],
    ['2027-03-01', 0, 1, 'and not after'],
    ['2028-02-28', 0, 1, 'a leap year on its own day'],
    ['2028-02-29', 0, 1, 'which no other birthday shares'],
    ['2028-02-28', 2, 3, 'with those beside it'],
    ['2026-12-30', 3, 2, 'over the turn of the year'],
    ['2026-12-31', 0, 1, 'the last day of the year'],
    ['2026-03-02', 365, 5, 'a whole year is everybody'],
    ['2026-03-02', 363, 4, 'a day less leaves out 1 March, but not 29 February'],
  ])('on %s, within %d days: %d (%s)', async (today, days, expected) => {
    on(today);
    expect(await find(t.app, 'BIRTHDAY', 'IN_NEXT', next(days))).toBe(expected);
  });

  test('an age is completed on the day that is celebrated', async () => {
    const aged = (years: number) => find(t.app, 'AGE', 'EQ', { numbers: [years] });
    on('2027-02-27');
    expect(await aged(30)).toBe(1);
    on('2027-02-28');
    expect([await aged(30), await aged(31)]).toEqual([0, 1]);
    on('2028-02-28');
    expect(await aged(31)).toBe(1);
    on('2028-02-29');
    expect(await aged(32)).toBe(1);
  });
});

describe.each([
  // A day without a change of clocks, one of 23 hours, one of 25, one that begins at one o'clock.
  ['Asia/Shanghai', '2026-03-14'],
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['America/Santiago', '2026-09-06'],
])('days of %s on %s', (timeZone, day) => {
  test('begin and end at the company’s midnights', async () => {
    const zone = await createTestApp();
    try {
      const { app } = zone;
      await app.db.rows('update company_setting set time_zone = $1', [timeZone]);
      app.configuration.forget('company_setting');
      const [edges] = await app.db.rows<{ first: Date; next: Date }>(
        `select ($1::date)::timestamp at time zone $2 as first, ($1::date + 1)::timestamp at time zone $2 as next`,
        [day, timeZone],
      );
      const { first, next: end } = edges!;
      const ids: string[] = [];
      for (const placedAt of [new Date(first.getTime() - 1000), first, new Date(end.getTime() - 1000), end]) {
        const { id } = await makeCustomer(app);
        await makeOrderRow(app, { customerId: id, placedAt });
        ids.push(id);
      }
      zone.clock.set(new Date(first.getTime() + 3_600_000 * 12));
      await app.db.transaction((tx) => app.orders.refreshFigures(tx, ids));
      const one = { numbers: [1] };
      expect(await find(app, 'LAST_ORDER_ON', 'ON', { days: [day] })).toBe(2);
      expect(await find(app, 'LAST_ORDER_ON', 'BEFORE', { days: [day] })).toBe(1);
      expect(await find(app, 'LAST_ORDER_ON', 'IN_LAST', next(0))).toBe(2);
      expect(await find(app, 'LAST_ORDER_ON', 'IN_LAST', next(1))).toBe(3);
      expect(await find(app, 'DAYS_SINCE_ORDER', 'EQ', { numbers: [0] })).toBe(2);
      expect(await find(app, 'DAYS_SINCE_ORDER', 'EQ', one)).toBe(1);
      expect(await find(app, 'ORDER_COUNT', 'EQ', { ...one, window: { since: day, until: day } })).toBe(2);
      expect(await find(app, 'ORDER_COUNT', 'EQ', { ...one, window: { last: next(0).relative } })).toBe(2);
    } finally {
      await zone.close();
    }
  });
});

describe('as of a day', () => {
  let app: App;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const then = await createTestApp();
    ({ app, close } = then);
    const { id } = await makeCustomer(app, { registeredAt: '2025-01-01T00:00:00Z' });
    await makeOrderRow(app, { customerId: id, amount: 10_000, placedAt: '2025-03-01T04:00:00Z' });
    const refunded = await makeOrderRow(app, { customerId: id, amount: 30_000, placedAt: '2025-06-01T04:00:00Z' });
    await makeOrderRow(app, { customerId: id, amount: 50_000, placedAt: '2026-01-10T04:00:00Z' });
    await app.db.rows(`update orders set status = 'REFUNDED', refunded = amount, base_net = 0 where id = $1`, [
      refunded,
    ]);
    await app.db.rows(
      `insert into order_reversal (id, source, number, order_number, order_id, kind, amount, applied, occurred_at,
                                   content_hash, created_at)
       values (gen_random_uuid(), 'app', 'R', 'N', $1, 'REFUND', 30000, 30000, '2025-09-01T04:00:00Z', '', now())`,
      [refunded],
    );
    await app.db.transaction((tx) => app.orders.refreshFigures(tx, [id]));
  });
  afterAll(() => close());

  test.each([
    ['2024-12-31', 0, 0, 'nobody is known yet'],
    ['2025-02-28', 0, 0, 'before the first order'],
    ['2025-03-01', 1, 10_000, 'the day of the first order'],
    ['2025-08-31', 2, 40_000, 'an order that is refunded later still counts'],
    ['2025-09-01', 1, 10_000, 'the day of the refund'],
    ['2026-02-01', 2, 60_000, 'the last order has come'],
  ])('%s: %d orders, %d (%s)', async (asOf, orders, spend) => {
    const known = asOf >= '2025-01-01' ? 1 : 0;
    const count = { numbers: [orders] };
    expect(await find(app, 'ORDER_COUNT', 'EQ', count, asOf)).toBe(known);
    expect(await find(app, 'ORDER_COUNT', 'EQ', { ...count, window: { since: '2000-01-01' } }, asOf)).toBe(known);
    expect(await find(app, 'ORDER_SPEND', 'EQ', { amounts: [spend] }, asOf)).toBe(known);
    expect(await find(app, 'ORDER_SPEND', 'EQ', { amounts: [spend], window: { since: '2000-01-01' } }, asOf)).toBe(
      known,
    );
  });

  test('relative days look back from that day', async () => {
    const within = (asOf: string) =>
      find(app, 'ORDER_COUNT', 'GTE', { numbers: [1], window: { last: next(90).relative } }, asOf);
    expect([await within('2025-05-30'), await within('2025-08-30'), await within('2025-12-01')]).toEqual([1, 1, 0]);
    expect(await find(app, 'DAYS_SINCE_ORDER', 'EQ', { numbers: [90] }, '2025-05-30')).toBe(1);
  });
});
