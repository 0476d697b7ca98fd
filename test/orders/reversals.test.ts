import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { UserErrorCode } from '../../schema/common/user-error.js';
import { ReversalKind } from '../../schema/orders/enums.js';
import { asJob, createTestApp, type TestApp } from '../support/app.js';
import { figures, order, orderRow, push, pushReversals, refund } from './support.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const CANCELLATION = ReversalKind.CANCELLATION;
const at = (minute: number) => `2026-03-14T03:${minute}:00Z`;

test('several refunds take from the order and from the figures, to nothing', async () => {
  await push(t, order('A', { customerExternalId: 'a' }));
  expect(await pushReversals(t, refund('A-r1', 'A', { amount: '30.00', occurredAt: at(10) }))).toEqual(['CREATED']);
  expect(await orderRow(t, 'A')).toMatchObject({ status: 'PARTLY_REFUNDED', refunded: 3000, net: 7000, points: 70 });
  expect(await figures(t, 'a')).toMatchObject({ orders: 1, spend: 7000, periodSpend: 7000, balance: 70 });
  await pushReversals(t, refund('A-r2', 'A', { amount: '70.00', occurredAt: at(20) }));
  expect(await orderRow(t, 'A')).toMatchObject({ status: 'REFUNDED', refunded: 10000, net: 0, points: 0 });
  expect(await figures(t, 'a')).toMatchObject({ orders: 0, spend: 0, stage: 'PROSPECT', last: null, balance: 0 });
});

test('a cancellation takes all that remains', async () => {
  await push(t, order('C'));
  await pushReversals(t, refund('C-r', 'C', { amount: '10.00', occurredAt: at(10) }));
  await pushReversals(t, refund('C-c', 'C', { kind: CANCELLATION, occurredAt: at(20) }));
  expect(await orderRow(t, 'C')).toMatchObject({ status: 'CANCELLED', refunded: 10000, net: 0 });
  const rows = await t.app.db.rows(
    `select number, applied from order_reversal where order_number = 'C' order by number`,
  );
  expect(rows).toEqual([
    { number: 'C-c', applied: 9000 },
    { number: 'C-r', applied: 1000 },
  ]);
});

test('a refund beyond what is left is refused at its amount', async () => {
  await push(t, order('X'));
  await pushReversals(t, refund('X-1', 'X', { amount: '60.00', occurredAt: at(10) }));
  const { results } = await t.app.orders.ingestReversals(asJob, {
    source: 'shop',
    reversals: [
      refund('X-2', 'X', { amount: '40.01', occurredAt: at(12) }),
      refund('X-3', 'X', { amount: '40.00', occurredAt: at(20) }),
      refund('X-4', 'X', { amount: '0.01', occurredAt: at(30) }),
    ],
  });
  expect(results.map(({ status, errors }) => [status, errors[0]?.field, errors[0]?.code])).toEqual([
    ['REJECTED', 'reversals.0.amount', UserErrorCode.OUT_OF_RANGE],
    ['CREATED', undefined, undefined],
    ['REJECTED', 'reversals.2.amount', UserErrorCode.OUT_OF_RANGE],
  ]);
  expect(await orderRow(t, 'X')).toMatchObject({ status: 'REFUNDED', refunded: 10000 });
});

test('a refund that happened before the cancellation but came after it is still taken', async () => {
  await push(t, order('L'));
  await pushReversals(t, refund('L-c', 'L', { kind: CANCELLATION, occurredAt: at(20) }));
  expect(await pushReversals(t, refund('L-r', 'L', { amount: '25.00', occurredAt: at(10) }))).toEqual(['CREATED']);
  const rows = await t.app.db.rows(
    `select number, applied from order_reversal where order_number = 'L' order by number`,
  );
  expect(rows).toEqual([
    { number: 'L-c', applied: 7500 },
    { number: 'L-r', applied: 2500 },
  ]);
  const late = refund('L-late', 'L', { amount: '1.00', occurredAt: at(30) });
  expect(await pushReversals(t, late)).toEqual(['REJECTED']);
});

test('a reversal before its order waits, and is applied when the order comes', async () => {
  const early = refund('W-1', 'W', { amount: '40.00' });
  expect(await pushReversals(t, early)).toEqual(['WAITING']);
  expect(await pushReversals(t, early)).toEqual(['WAITING']);
  await push(t, order('W', { customerExternalId: 'w' }));
  expect(await orderRow(t, 'W')).toMatchObject({ status: 'PARTLY_REFUNDED', refunded: 4000, net: 6000, points: 60 });
  expect(await figures(t, 'w')).toMatchObject({ orders: 1, spend: 6000 });
  expect(await pushReversals(t, early)).toEqual(['UNCHANGED']);
});

test('a waiting refund beyond its order takes no more than there is', async () => {
  await pushReversals(t, refund('V-1', 'V', { amount: '400.00' }));
  await push(t, order('V'));
  expect(await orderRow(t, 'V')).toMatchObject({ status: 'REFUNDED', refunded: 10000, net: 0 });
});

test('an order and its refund, pushed at the same moment, always meet', async () => {
  for (let i = 0; i < 10; i++) {
    const number = `M-${i}`;
    await Promise.all([
      push(t, order(number, { customerExternalId: `m${i}` })),
      pushReversals(t, refund(`${number}-r`, number, { amount: '30.00' })),
    ]);
  }
  const orders = await t.app.db.rows<{ net: number }>(`select base_net as net from orders where number like 'M-%'`);
  expect(orders.map(({ net }) => net)).toEqual(Array(10).fill(7000));
});

test('a retried reversal counts once; another one under the same number is refused', async () => {
  await push(t, order('N'));
  const one = refund('N-1', 'N', { amount: '10.00' });
  const answers = await Promise.all(Array.from({ length: 5 }, () => pushReversals(t, one)));
  expect(answers.flat().sort()).toEqual(['CREATED', ...Array(4).fill('UNCHANGED')]);
  const { results } = await t.app.orders.ingestReversals(asJob, {
    source: 'shop',
    reversals: [{ ...one, amount: '20.00' }],
  });
  expect(results[0]!.errors[0]).toMatchObject({ field: 'reversals.0.number', code: UserErrorCode.CONFLICT });
  expect(await orderRow(t, 'N')).toMatchObject({ refunded: 1000 });
});

test('an order that shrinks below its refunds is refunded whole, and no check of the database is broken', async () => {
  await push(t, order('K'));
  await pushReversals(t, refund('K-1', 'K', { amount: '80.00' }));
  expect(await push(t, order('K', { amount: '50.00', updatedAt: at(40) }))).toEqual(['UPDATED']);
  expect(await orderRow(t, 'K')).toMatchObject({ status: 'REFUNDED', amount: 5000, refunded: 5000, net: 0 });
});

test('V1: the refund of the order that earned the tier takes the tier away', async () => {
  await push(t, order('G', { customerExternalId: 'g', amount: '5000.00' }));
  expect(await figures(t, 'g')).toMatchObject({ tier: 'gold' });
  await pushReversals(t, refund('G-r', 'G', { kind: CANCELLATION }));
  expect(await figures(t, 'g')).toMatchObject({ tier: null, spend: 0 });
});

test('a free order can be cancelled', async () => {
  await push(t, order('F', { amount: '0.00' }));
  await pushReversals(t, refund('F-c', 'F', { kind: CANCELLATION }));
  expect(await orderRow(t, 'F')).toMatchObject({ status: 'CANCELLED', net: 0 });
});
