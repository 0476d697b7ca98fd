import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestApp, type TestApp } from '../support/app.js';
import { HEADER, importLines, leftOut, read, start, upload } from './support.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const order = async (number: string) => {
  const [row] = await t.app.db.rows<{ amount: number; refunded: number; status: string; lines: string }>(
    `select amount, refunded, status,
            (select string_agg(sku || '×' || quantity, ' ' order by position) from order_line where order_id = o.id) as lines
       from orders o where number = $1`,
    [number],
  );
  return row;
};

test.each([
  ['L1,A', 'WRONG_COLUMN_COUNT'],
  [',A,Cup,1,2026-03-01,2.00,7', 'NUMBER_MISSING'],
  ['L1,A,Cup,1.5,2026-03-01,2.00,7', 'BAD_QUANTITY'],
  ['L1,A,Cup,one,2026-03-01,2.00,7', 'BAD_QUANTITY'],
  ['L1,A,Cup,1,2026-03-01,2.00001,7', 'BAD_PRICE'],
  ['L1,A,Cup,1,2026-03-01,1e309,7', 'BAD_PRICE'],
  ['L1,A,Cup,1,2026-02-30,2.00,7', 'BAD_DATE'],
  ['L1,A,Cup,1,2026-03-01 24:00,2.00,7', 'BAD_DATE'],
  ['L1,A,Cup,1,12/1/2025 8:26,2.00,7', 'BAD_DATE'],
  ['L1,A,Cup,1,2026-03-20,2.00,7', 'FUTURE_DATE'],
  ['L1,A,Cup,1,275760-09-13,2.00,7', 'BAD_DATE'],
  ['L1,A,Cup,9999999,2026-03-01,9999999999,7', 'OUT_OF_RANGE'],
  ['L1,A,C\0p,1,2026-03-01,2.00,7', 'BAD_TEXT'],
  [`L1,${'A'.repeat(101)},Cup,1,2026-03-01,2.00,7`, 'BAD_TEXT'],
])('%j is left out as %s', async (line, code) => {
  const job = await importLines(t, line);
  expect(await leftOut(t, job.id)).toEqual([`2: ${code}`]);
  expect(job).toMatchObject({ status: 'DONE', counts: { lines: 1, rejectedLines: 1, balanced: true } });
});

test("lines of an invoice need not stand together, and may be separated from it by other files' dirt", async () => {
  const job = await importLines(
    t,
    'S1,A,Cup,1,2026-03-01 10:00,2.00,7',
    'S2,B,"Pot, blue",2,2026-03-01 11:00,3.50,8',
    '',
    'S1,C,Lid,3,2026-03-01 10:01,1.00,7',
  );
  expect(await order('S1')).toMatchObject({ amount: 500, lines: 'A×1 C×3' });
  expect(await order('S2')).toMatchObject({ amount: 700 });
  expect(job.counts).toMatchObject({ lines: 3, orders: 2, customers: 2, balanced: true });
});

test('an invoice that names several customers is rejected, one that names one of them once is his', async () => {
  const job = await importLines(
    t,
    'M1,A,Cup,1,2026-03-01,2.00,7',
    'M1,A,Cup,1,2026-03-01,2.00,8',
    'M2,A,Cup,1,2026-03-01,2.00,',
    'M2,A,Cup,1,2026-03-01,2.00,7.0',
  );
  expect(await leftOut(t, job.id)).toEqual(['2: SEVERAL_CUSTOMERS', '3: SEVERAL_CUSTOMERS']);
  expect(await order('M1')).toBeUndefined();
  expect(job.counts).toMatchObject({ orders: 1, anonymousLines: 0, duplicateLines: 0 });
});

test('a negative line among sales is a discount; discounts beyond the sales reject the order', async () => {
  const job = await importLines(
    t,
    'D1,A,Cup,2,2026-03-01,5.00,7',
    'D1,D,Discount,-1,2026-03-01,1.50,7',
    'D2,A,Cup,1,2026-03-01,5.00,7',
    'D2,D,Discount,-1,2026-03-01,5.01,7',
  );
  expect(await order('D1')).toMatchObject({ amount: 850 });
  expect(await leftOut(t, job.id)).toEqual(['4: NEGATIVE_TOTAL', '5: NEGATIVE_TOTAL']);
});

test('a credit goes to the latest earlier order with that many pieces left, else to one that can bear it', async () => {
  const job = await importLines(
    t,
    'K1,CUP,Cup,10,2026-02-01,2.00,k',
    'K2,CUP,Cup,3,2026-02-10,2.00,k',
    'K3,POT,Pot,1,2026-02-20,30.00,k',
    'CK1,CUP,Cup,-2,2026-02-15,2.00,k',
    'CK2,CUP,Cup,-2,2026-02-16,2.00,k',
    'CK3,D,Discount,-1,2026-02-25,4.00,k',
    'CK4,CUP,Cup,-100,2026-02-26,2.00,k',
    'CK5,CUP,Cup,-1,2026-01-01,2.00,k',
  );
  expect(await order('K2')).toMatchObject({ refunded: 400, status: 'PARTLY_REFUNDED' });
  expect(await order('K1')).toMatchObject({ refunded: 400 });
  expect(await order('K3')).toMatchObject({ refunded: 400 });
  expect(await leftOut(t, job.id)).toEqual(['8: NOTHING_TO_REFUND', '9: NOTHING_TO_REFUND']);
  expect(job.counts).toMatchObject({ reversals: 3, amount: 2000 + 600 + 3000 - 1200 });
});

test('a credit finds orders of an earlier file', async () => {
  await importLines(t, 'E1,A,Cup,4,2026-02-01,2.00,e');
  const job = await importLines(t, 'CE1,A,Cup,-4,2026-02-20,2.00,e');
  expect(await order('E1')).toMatchObject({ status: 'REFUNDED' });
  expect(job.counts).toMatchObject({ orders: 0, reversals: 1, amount: -800 });
});

test('a corrected file replaces its orders', async () => {
  await importLines(t, 'R1,A,Cup,4,2026-02-01,2.00,r');
  const job = await importLines(t, 'R1,A,Cup,5,2026-02-01,2.00,r');
  expect(job.counts).toMatchObject({ orders: 1, ordersUnchanged: 0 });
  expect(await order('R1')).toMatchObject({ amount: 1000, lines: 'A×5' });
});

test('times are those of the given zone, also when its clocks change, and offsets speak for themselves', async () => {
  await importLines(
    t,
    'Z1,A,Cup,1,2025-07-01 12:00:00,2.00,z',
    'Z2,A,Cup,1,2025/12/01 12:00,2.00,z',
    'Z3,A,Cup,1,2025-12-01T12:00:00+08:00,2.00,z',
  );
  const rows = await t.app.db.rows(`select number, placed_at as at from orders where number like 'Z_' order by number`);
  expect(rows).toEqual([
    { number: 'Z1', at: new Date('2025-07-01T11:00:00Z') },
    { number: 'Z2', at: new Date('2025-12-01T12:00:00Z') },
    { number: 'Z3', at: new Date('2025-12-01T04:00:00Z') },
  ]);
});

test('prices of a fraction of a penny are rounded by the line, and the file still adds up', async () => {
  const job = await importLines(t, 'P1,A,Pad,1,2026-02-01,0.001,p', 'P1,B,Pad,7,2026-02-01,0.125,p');
  expect(await order('P1')).toMatchObject({ amount: 88 });
  expect(job.counts.reconciliation).toEqual([{ category: 'ORDERS', code: null, lines: 2, amount: '0.876' }]);
  expect(job.counts.balanced).toBe(true);
});

test('a file in GB 18030 with semicolons, as a Chinese spreadsheet saves it, is read', async () => {
  // 订单号;商品名称;数量;单价;下单时间 / G1;茶杯;1;2.00;2026-03-01
  const bytes = Buffer.concat([
    Buffer.from('b6a9b5a5bac5', 'hex'),
    Buffer.from(';'),
    Buffer.from('c9ccc6b7c3fbb3c6', 'hex'),
    Buffer.from(';'),
    Buffer.from('cafdc1bf', 'hex'),
    Buffer.from(';'),
    Buffer.from('b5a5bcdb', 'hex'),
    Buffer.from(';'),
    Buffer.from('cfc2b5a5cab1bce4', 'hex'),
    Buffer.from('\nG1;'),
    Buffer.from('b2e8b1ad', 'hex'),
    Buffer.from(';1;2.00;2026-03-01\n'),
  ]);
  const id = await start(t, await upload(t, bytes));
  await t.app.jobs.drain();
  expect(await read(t, id)).toMatchObject({ status: 'DONE', counts: { anonymousLines: 1 } });
  const [line] = await t.app.db.rows(
    `select l.name from order_line l join orders o on o.id = order_id where number = 'G1'`,
  );
  expect(line).toEqual({ name: '茶杯' });
});

test('a file that is no table is refused at once; one that breaks off later fails, and no order of it is taken', async () => {
  const broken = 'Q1,A,"Cup,1,2026-03-01,2.00,7';
  await expect(upload(t, `${HEADER}\n${broken}\n`).then((id) => start(t, id))).rejects.toThrow(/Quote Not Closed/);
  const good = Array.from({ length: 6000 }, (_, i) => `Q${i},A,Cup,1,2026-03-01,2.00,q`);
  const id = await start(t, await upload(t, [HEADER, ...good, broken, ''].join('\n')));
  await t.app.jobs.drain();
  expect(await read(t, id)).toMatchObject({ status: 'FAILED', error: expect.stringMatching(/Quote Not Closed/) });
  expect(await order('Q2')).toBeUndefined();
});
