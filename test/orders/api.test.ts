import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ApiScope, StaffRole } from '../../schema/staff/enums.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { Anything, TestClient } from '../support/http.js';
import { apiKey, signIn } from '../support/tokens.js';
import { order, push, refund } from './support.js';

let t: TestApp;
let shop: TestClient;
let analyst: TestClient;
beforeAll(async () => {
  t = await createTestApp();
  shop = t.client(await apiKey(t, [ApiScope.ORDERS_WRITE]));
  analyst = t.client(await signIn(t, StaffRole.ANALYST));
});
afterAll(() => t.close());

const INGEST = `mutation ($input: OrdersIngestInput!) { ordersIngest(input: $input) {
  counts { created updated unchanged waiting rejected } results { index number status errors { field code message } } } }`;
const REVERSE = `mutation ($input: OrderReversalsIngestInput!) { orderReversalsIngest(input: $input) {
  counts { created waiting rejected } results { index number status errors { field code } } } }`;

test('a shop pushes orders and refunds with its key, and a clerk reads what became of them', async () => {
  const orders = [order('A1', { amount: '380.00', customerExternalId: 'api' }), order('A2', { currency: 'XXX' })];
  const pushed = await shop(INGEST, { input: { source: 'shop', orders } });
  expect(pushed.errors).toBeUndefined();
  expect(pushed.data.ordersIngest.counts).toEqual({ created: 1, updated: 0, unchanged: 0, waiting: 0, rejected: 1 });
  expect(pushed.data.ordersIngest.results[1]).toMatchObject({
    index: 1,
    number: 'A2',
    status: 'REJECTED',
    errors: [{ field: 'orders.1.currency', code: 'UNKNOWN_CURRENCY' }],
  });
  const reversals = [refund('A1-r', 'A1', { amount: '80.00', reason: '破损' }), refund('X-r', 'X')];
  const reversed = await shop(REVERSE, { input: { source: 'shop', reversals } });
  expect(reversed.data.orderReversalsIngest.counts).toEqual({ created: 1, waiting: 1, rejected: 0 });

  const { data, errors } = await analyst(`{ orders(filter: { number: "A1" }) { totalCount nodes {
    source number status currency amount refunded baseAmount baseNet points
    customer { identities { externalId } orders(first: 1) { nodes { number } } }
    lines { position sku name category quantity unitPrice amount } reversals { number kind amount applied reason } } } }`);
  expect(errors).toBeUndefined();
  expect(data.orders).toEqual({
    totalCount: 1,
    nodes: [
      {
        source: 'shop',
        number: 'A1',
        status: 'PARTLY_REFUNDED',
        currency: 'CNY',
        amount: '380.00',
        refunded: '80.00',
        baseAmount: '380.00',
        baseNet: '300.00',
        points: 300,
        customer: { identities: [{ externalId: 'api' }], orders: { nodes: [{ number: 'A1' }] } },
        lines: [
          { position: 1, sku: 'A1', name: '茶杯', category: '家居', quantity: 2, unitPrice: '50.00', amount: '100.00' },
        ],
        reversals: [{ number: 'A1-r', kind: 'REFUND', amount: '80.00', applied: '80.00', reason: '破损' }],
      },
    ],
  });
});

test('a value that cannot be read is an error of its row, not of the request', async () => {
  const orders = [order('V1', { placedAt: 'soon', amount: 'much' }), order('V2')];
  const { data, errors } = await shop(INGEST, { input: { source: 'shop', orders } });
  expect(errors).toBeUndefined();
  expect(data.ordersIngest.results.map((row: { status: string }) => row.status)).toEqual(['REJECTED', 'CREATED']);
});

test('keys without the scope, roles without the right and strangers are kept out', async () => {
  const input = { input: { source: 'shop', orders: [order('F1')] } };
  const other = t.client(await apiKey(t, [ApiScope.CUSTOMERS_WRITE]));
  expect((await other(INGEST, input)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await analyst(INGEST, input)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await t.client()(INGEST, input)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect((await t.client()('{ orders { nodes { id } } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('lists page by cursor in either order without gaps or repeats', async () => {
  const batch = Array.from({ length: 25 }, (_, i) =>
    // Several at the same instant: the id decides.
    order(`P${i}`, { customerExternalId: 'pager', placedAt: `2026-03-0${1 + (i % 3)}T00:00:00Z` }),
  );
  await push(t, ...batch);
  const [{ id }] = (await t.app.db.rows<{ id: string }>(
    `select customer_id as id from customer_identity where external_id = 'pager'`,
  )) as [{ id: string }];
  for (const orderBy of ['PLACED_AT_DESC', 'PLACED_AT_ASC']) {
    const seen: string[] = [];
    const times: string[] = [];
    let after: string | null = null;
    do {
      const { data }: { data: Anything } = await analyst(
        `query ($after: String, $id: ID!, $orderBy: OrderOrderBy) {
           orders(first: 4, after: $after, filter: { customerId: $id }, orderBy: $orderBy) {
             nodes { number placedAt } pageInfo { hasNextPage endCursor } } }`,
        { after, id, orderBy },
      );
      seen.push(...data.orders.nodes.map((node: { number: string }) => node.number));
      times.push(...data.orders.nodes.map((node: { placedAt: string }) => node.placedAt));
      after = data.orders.pageInfo.hasNextPage ? data.orders.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(25);
    expect(seen).toHaveLength(25);
    expect(times).toEqual(orderBy === 'PLACED_AT_ASC' ? times.toSorted() : times.toSorted().reverse());
  }
});

test('filters narrow the list; what no filter can mean is refused at its field', async () => {
  const list = async (filter: object) => {
    const { data, errors } = await analyst(
      `query ($filter: OrderFilter) { orders(first: 100, filter: $filter) { nodes { number } totalCount } }`,
      { filter },
    );
    return errors?.[0]?.extensions ?? data.orders.nodes.map((node: { number: string }) => node.number).sort();
  };
  await push(t, order('anon', { customerExternalId: null, placedAt: '2024-01-01T00:00:00Z' }));
  expect(await list({ anonymous: true })).toEqual(['anon']);
  expect(await list({ status: 'PARTLY_REFUNDED' })).toEqual(['A1']);
  expect(await list({ placedUntil: '2024-06-01T00:00:00Z' })).toEqual(['anon']);
  expect(await list({ source: 'nowhere' })).toEqual([]);
  expect(await list({ number: 'A%' })).toEqual([]);
  expect(await list({ customerId: 'x' })).toEqual([]);
  expect(await list({ number: 'a\0b' })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'filter.number' });
});

test('an order that does not exist and an id that cannot get the same answer', async () => {
  const { data } = await analyst(
    `{ a: order(id: "x") { id } b: order(id: "01999999-9999-7999-8999-999999999999") { id } }`,
  );
  expect(data).toEqual({ a: null, b: null });
});
