import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { UserErrorCode } from '../../schema/common/user-error.js';
import { asJob, callerAs, createTestApp, type TestApp } from '../support/app.js';
import { makeStaff } from '../support/factories.js';
import { figures, order, orderRow, push } from './support.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const rejected = async (sketch: Parameters<typeof order>[1]) => {
  const { results } = await t.app.orders.ingest(asJob, { source: 'shop', orders: [order('bad', sketch)] });
  return results[0]!.errors.map(({ field, code }) => [field, code]);
};

test('S6: an order of an unknown customer makes a bare one and changes the figures in the same call', async () => {
  expect(await push(t, order('S6-1', { customerExternalId: 's6', amount: '1200.50' }))).toEqual(['CREATED']);
  expect(await figures(t, 's6')).toMatchObject({
    orders: 1,
    spend: 120050,
    stage: 'NEW',
    periodStart: '2026-01-01',
    periodOrders: 1,
    periodSpend: 120050,
    tier: 'silver',
    balance: 1200,
  });
});

test('the same order again is known by its content; newer content replaces it, older is left aside', async () => {
  const first = order('R1', { customerExternalId: 'r', updatedAt: '2026-03-10T00:00:00Z' });
  expect(await push(t, first)).toEqual(['CREATED']);
  expect(await push(t, first)).toEqual(['UNCHANGED']);
  const newer = { ...first, amount: '80.00', updatedAt: '2026-03-12T00:00:00Z' };
  expect(await push(t, newer)).toEqual(['UPDATED']);
  expect(await push(t, { ...first, amount: '90.00', updatedAt: '2026-03-11T00:00:00Z' })).toEqual(['STALE']);
  expect(await orderRow(t, 'R1')).toMatchObject({ amount: 8000, net: 8000 });
  expect(await figures(t, 'r')).toMatchObject({ orders: 1, spend: 8000 });
});

test('a confirmation of the same content moves its time on, so that a late older push stays out', async () => {
  const known = order('R2', { updatedAt: '2026-03-10T00:00:00Z' });
  await push(t, known);
  expect(await push(t, { ...known, updatedAt: '2026-03-13T00:00:00Z' })).toEqual(['UNCHANGED']);
  expect(await push(t, { ...known, amount: '1.00', updatedAt: '2026-03-12T00:00:00Z' })).toEqual(['STALE']);
});

test('duplicates within a batch meet the fate that they would have met one by one', async () => {
  const at = (day: number, amount: string) =>
    order('D1', { customerExternalId: 'd', amount, updatedAt: `2026-03-${day}T00:00:00Z` });
  expect(await push(t, at(10, '10.00'), at(10, '10.00'), at(12, '30.00'), at(11, '20.00'))).toEqual([
    'CREATED',
    'UNCHANGED',
    'UPDATED',
    'STALE',
  ]);
  expect(await figures(t, 'd')).toMatchObject({ orders: 1, spend: 3000 });
});

test('an old order after a new one changes the first order and not the last', async () => {
  await push(t, order('O2', { customerExternalId: 'o', placedAt: '2026-03-13T00:00:00Z' }));
  await push(t, order('O1', { customerExternalId: 'o', placedAt: '2025-11-01T00:00:00Z' }));
  expect(await figures(t, 'o')).toMatchObject({
    orders: 2,
    first: new Date('2025-11-01T00:00:00Z'),
    last: new Date('2026-03-13T00:00:00Z'),
    stage: 'ACTIVE',
    periodOrders: 1,
    periodSpend: 10000,
  });
});

test('a row that cannot be taken is refused at its field and does not sink the batch', async () => {
  const { counts, results } = await t.app.orders.ingest(asJob, {
    source: 'shop',
    orders: [order('B1'), order('B2', { currency: 'XYZ', amount: '12,50' }), order('B3')],
  });
  expect(counts).toEqual({ created: 2, updated: 0, unchanged: 0, waiting: 0, rejected: 1 });
  expect(results[1]!.errors.map(({ field, code }) => [field, code])).toEqual([
    ['orders.1.currency', UserErrorCode.UNKNOWN_CURRENCY],
    ['orders.1.amount', UserErrorCode.INVALID],
  ]);
});

test.each([
  [{ number: ' ' }, 'number', UserErrorCode.REQUIRED],
  [{ number: 'x\0y' }, 'number', UserErrorCode.INVALID],
  [{ number: 'x'.repeat(101) }, 'number', UserErrorCode.TOO_LONG],
  [{ customerExternalId: '\ud800' }, 'customerExternalId', UserErrorCode.INVALID],
  [{ amount: '-0.01' }, 'amount', UserErrorCode.OUT_OF_RANGE],
  [{ amount: '1e309' }, 'amount', UserErrorCode.INVALID],
  [{ amount: '999999999999' }, 'amount', UserErrorCode.INVALID],
  [{ placedAt: '2026-02-30T00:00:00Z' }, 'placedAt', UserErrorCode.INVALID],
  [{ placedAt: '+275760-09-13T00:00:00Z' }, 'placedAt', UserErrorCode.INVALID],
  [{ placedAt: '2026-03-16T00:00:00Z' }, 'placedAt', UserErrorCode.OUT_OF_RANGE],
  [{ updatedAt: 'yesterday' }, 'updatedAt', UserErrorCode.INVALID],
  [{ lines: [{ sku: '', quantity: 1, unitPrice: '1' }] }, 'lines.0.sku', UserErrorCode.REQUIRED],
  [{ lines: [{ sku: 'a', quantity: 2e9, unitPrice: '1' }] }, 'lines.0.quantity', UserErrorCode.OUT_OF_RANGE],
])('%j is refused at its field', async (sketch, field, code) => {
  expect(await rejected(sketch)).toEqual([[`orders.0.${field}`, code]]);
});

test('an order in another currency counts at the rate of the company', async () => {
  await push(t, order('GBP', { customerExternalId: 'gbp', currency: 'gbp', amount: '10.01' }));
  const [row] = await t.app.db.rows(`select currency, amount, base_amount as base from orders where number = 'GBP'`);
  expect(row).toEqual({ currency: 'GBP', amount: 1001, base: 9309 });
  expect(await figures(t, 'gbp')).toMatchObject({ spend: 9309 });
});

test('an order without a customer is kept as anonymous and touches nobody', async () => {
  await push(t, order('ANON', { customerExternalId: null }));
  expect((await orderRow(t, 'ANON')).customerId).toBeNull();
});

test('A4: orders of a deleted person are anonymous, those they had and those that still come', async () => {
  await push(t, order('E1', { customerExternalId: 'gone' }));
  const { customerId } = await orderRow(t, 'E1');
  await t.app.customers.erase(await makeStaff(t.app, 'ADMIN'), { id: customerId!, reason: '客户要求' });
  const at = '2026-03-14T03:20:00Z';
  const changed = order('E1', { customerExternalId: 'gone', amount: '70.00', updatedAt: at });
  expect(await push(t, changed, order('E2', { customerExternalId: 'gone' }))).toEqual(['UPDATED', 'CREATED']);
  expect(await orderRow(t, 'E1')).toMatchObject({ customerId: null, net: 7000 });
  expect((await orderRow(t, 'E2')).customerId).toBeNull();
});

test('an order that changes hands counts for its new customer only', async () => {
  await push(t, order('H1', { customerExternalId: 'h1' }));
  await push(t, order('H1', { customerExternalId: 'h2', updatedAt: '2026-03-14T03:10:00Z' }));
  expect(await figures(t, 'h1')).toMatchObject({ orders: 0, spend: 0, stage: 'PROSPECT', last: null });
  expect(await figures(t, 'h2')).toMatchObject({ orders: 1, spend: 10000 });
});

test('raced retries of the same batch give each order once', async () => {
  const batch = Array.from({ length: 40 }, (_, i) =>
    order(`race-${i}`, { customerExternalId: i % 4 === 0 ? null : `racer-${i % 7}`, amount: '10.00' }),
  );
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, i) => push(t, ...(i % 2 ? batch : batch.toReversed()))),
  );
  expect(answers.flat().filter((status) => status === 'CREATED')).toHaveLength(40);
  expect(answers.flat().filter((status) => status === 'UNCHANGED')).toHaveLength(280);
  const [sums] = await t.app.db.rows(
    `select count(*) as orders, count(o.customer_id) as owned,
            (select sum(order_count) from customer_stats s join customer_identity i using (customer_id)
              where i.external_id like 'racer-%') as counted
       from orders o where number like 'race-%'`,
  );
  expect(sums).toEqual({ orders: 40, owned: 30, counted: 30 });
});

test('only those who may push orders can, and staff leave a trace', async () => {
  const input = { source: 'shop', orders: [order('P1')] };
  await expect(t.app.orders.ingest(callerAs({ kind: 'anonymous' }), input)).rejects.toMatchObject({
    extensions: { code: 'UNAUTHENTICATED' },
  });
  await expect(t.app.orders.ingest(await makeStaff(t.app, 'ANALYST'), input)).rejects.toMatchObject({
    extensions: { code: 'FORBIDDEN' },
  });
  const admin = await makeStaff(t.app, 'ADMIN');
  await t.app.orders.ingest(admin, input);
  const [entry] = await t.app.db.rows(`select action, after from audit_entry where actor_id = $1`, [admin.staffId]);
  expect(entry).toMatchObject({ action: 'ordersIngest', after: { source: 'shop', created: 1 } });
});

test('a batch of more than a thousand rows and a missing source are refused whole', async () => {
  const orders = Array.from({ length: 1001 }, (_, i) => order(`many-${i}`));
  await expect(t.app.orders.ingest(asJob, { source: 'shop', orders })).rejects.toMatchObject({
    extensions: { code: 'BAD_USER_INPUT', field: 'orders' },
  });
  await expect(t.app.orders.ingest(asJob, { source: ' ', orders: [] })).rejects.toMatchObject({
    extensions: { code: 'BAD_USER_INPUT', field: 'source' },
  });
});

test('A1: an order that comes while its customer is merged away counts for the survivor', async () => {
  await push(t, order('X1', { customerExternalId: 'x1' }), order('X2', { customerExternalId: 'x2' }));
  const [x1, x2] = await Promise.all(['X1', 'X2'].map(async (number) => (await orderRow(t, number)).customerId!));
  const manager = await makeStaff(t.app, 'SERVICE_MANAGER');
  await Promise.all([
    t.app.customers.merge(manager, { survivorId: x1!, mergedId: x2!, reason: '同一个人' }),
    push(t, order('X3', { customerExternalId: 'x2' })),
    push(t, order('X4', { customerExternalId: 'x1' })),
  ]);
  expect(await figures(t, 'x1')).toMatchObject({ orders: 4, spend: 40000, balance: 400 });
  expect((await orderRow(t, 'X3')).customerId).toBe(x1);
});
