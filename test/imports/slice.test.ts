import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ImportJobRow } from '../../server/imports/rows.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { type RawLine, rawSlice, read, startSlice } from './support.js';

let t: TestApp;
let job: ImportJobRow;
const lines = rawSlice();

beforeAll(async () => {
  t = await createTestApp();
  const id = await startSlice(t);
  await t.app.jobs.drain();
  job = await read(t, id);
});
afterAll(() => t.close());

const milli = (amount: string) => Math.round(Number(amount) * 1000);
const worth = (some: RawLine[]) => some.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
const pence = (some: RawLine[]) =>
  some.reduce((sum, { quantity, price }) => sum + Math.round((quantity * price) / 10), 0);

/** What docs/import.md says of a line, decided here a second time. */
function fate({ sku, description, quantity, price, customer }: RawLine): string {
  if (sku === 'B' && description.includes('bad debt')) return 'BAD_DEBT';
  if (['BANK CHARGES', 'AMAZONFEE', 'CRUK'].includes(sku)) return 'FEE';
  if (price === 0 && (quantity <= 0 || !customer)) return 'STOCK_MOVEMENT';
  if (quantity * price < 0) return customer ? 'CREDIT' : 'ANONYMOUS_CREDIT';
  return customer ? 'ORDERS' : 'ANONYMOUS_ORDERS';
}
const of = (...fates: string[]) => lines.filter((line) => fates.includes(fate(line)));
const reported = (category: string, code: string | null = null) => {
  const row = job.counts.reconciliation.find((one) => one.category === category && one.code === code);
  return { lines: row?.lines ?? 0, amount: milli(row?.amount ?? '0') };
};

test('every line of the file is accounted for, in lines and in money', () => {
  expect(job.status).toBe('DONE');
  expect(job.error).toBeNull();
  expect(job.counts.balanced).toBe(true);
  expect(job.counts.lines).toBe(lines.length);
  const sums = job.counts.reconciliation.reduce(
    (sum, row) => ({ lines: sum.lines + row.lines, amount: sum.amount + milli(row.amount) }),
    { lines: 0, amount: 0 },
  );
  expect(sums).toEqual({ lines: lines.length, amount: worth(lines) });
});

test.each(['ORDERS', 'ANONYMOUS_ORDERS'])('lines of %s are those of an independent count', (category) => {
  expect(reported(category)).toEqual({ lines: of(category).length, amount: worth(of(category)) });
  expect(of(category).length).toBeGreaterThan(50);
});

test.each(['STOCK_MOVEMENT', 'ANONYMOUS_CREDIT', 'FEE', 'BAD_DEBT'])('%s is no sale and left out', (code) => {
  expect(reported('SKIPPED', code)).toEqual({ lines: of(code).length, amount: worth(of(code)) });
  expect(of(code).length).toBeGreaterThan(0);
});

test('every credit of a customer is a refund, or rejected since no order of theirs can bear it', () => {
  const refunds = reported('REFUNDS');
  const rejected = reported('REJECTED', 'NOTHING_TO_REFUND');
  expect(refunds.lines + rejected.lines).toBe(of('CREDIT').length);
  expect(refunds.amount + rejected.amount).toBe(worth(of('CREDIT')));
  expect(refunds.lines).toBeGreaterThan(50);
  expect(rejected.lines).toBeGreaterThan(5);
});

test('the orders in the database come to the lines of the file, penny by penny', async () => {
  const [sums] = await t.app.db.rows(
    `select count(*) as orders, count(*) filter (where customer_id is null) as anonymous,
            sum(amount) as amount, sum(refunded) as refunded,
            (select count(*) from order_line) as lines, (select sum(amount) from order_line) as "lineAmount",
            (select count(*) from order_reversal) as reversals, (select sum(applied) from order_reversal) as applied
       from orders`,
  );
  const sales = of('ORDERS', 'ANONYMOUS_ORDERS');
  const refunded = -reported('REFUNDS').amount / 10;
  expect(sums).toEqual({
    orders: new Set(sales.map(({ invoice }) => invoice)).size,
    anonymous: new Set(of('ANONYMOUS_ORDERS').map(({ invoice }) => invoice)).size,
    amount: pence(sales),
    refunded,
    lines: sales.length,
    lineAmount: pence(sales),
    reversals: reported('REFUNDS').lines,
    applied: refunded,
  });
  expect(job.counts.amount).toBe(pence(sales) - refunded);
});

test('S6: each customer has the orders and the first and last purchase of their lines', async () => {
  const figures = await t.app.db.rows<{ customer: string; orders: number; last: string; spend: number; net: number }>(
    `select i.external_id as customer, s.order_count as orders, s.spend,
            to_char(s.last_order_at at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI:SS') as last,
            (select sum(base_net) from orders o where o.customer_id = s.customer_id) as net
       from customer_stats s join customer_identity i using (customer_id) where s.order_count > 0`,
  );
  expect(figures.length).toBeGreaterThan(40);
  for (const { customer, orders, last, spend, net } of figures) {
    const own = of('ORDERS').filter((line) => line.customer === customer);
    expect(orders).toBeLessThanOrEqual(new Set(own.map(({ invoice }) => invoice)).size);
    expect(own.some(({ date }) => date === last)).toBe(true);
    expect(spend).toBe(net);
  }
});

test('an invoice whose lines bear two times is placed at the first, wherever in the file its lines stand', async () => {
  const times = new Map<string, Set<string>>();
  for (const { invoice, date } of of('ORDERS', 'ANONYMOUS_ORDERS')) {
    times.set(invoice, (times.get(invoice) ?? new Set()).add(date));
  }
  const twice = [...times].filter(([, dates]) => dates.size > 1);
  expect(twice.length).toBeGreaterThan(2);
  for (const [invoice, dates] of twice) {
    const [order] = await t.app.db.rows(
      `select to_char(placed_at at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI:SS') as at from orders where number = $1`,
      [invoice],
    );
    expect(order).toEqual({ at: [...dates].sort()[0] });
  }
});

test('repeated lines are counted, and kept', () => {
  const kept = of('ORDERS', 'ANONYMOUS_ORDERS', 'CREDIT').map((line) => JSON.stringify(line));
  expect(job.counts.duplicateLines).toBe(kept.length - new Set(kept).size);
  expect(job.counts.duplicateLines).toBeGreaterThan(10);
});

test('importing the file again changes nothing', async () => {
  const sums = () =>
    t.app.db.rows(
      `select (select md5(string_agg(o::text, '' order by id)) from orders o) as orders,
              (select md5(string_agg(r::text, '' order by id)) from order_reversal r) as reversals,
              (select md5(string_agg(s::text, '' order by customer_id)) from customer_stats s) as stats,
              (select count(*) from points_entry) as points`,
    );
  const before = await sums();
  const id = await startSlice(t);
  await t.app.jobs.drain();
  const again = await read(t, id);
  expect(again).toMatchObject({ status: 'DONE', counts: { orders: 0, reversals: 0, balanced: true } });
  expect(again.counts.ordersUnchanged).toBe(job.counts.orders);
  expect(again.counts.reconciliation).toEqual(job.counts.reconciliation);
  expect(await sums()).toEqual(before);
});

test('nothing of the lines and the file is kept when the import is done', async () => {
  const [rest] = await t.app.db.rows(
    `select (select count(*) from import_line) as lines, (select count(*) from import_group) as groups,
            (select count(*) from upload) as uploads`,
  );
  expect(rest).toEqual({ lines: 0, groups: 0, uploads: 0 });
});
