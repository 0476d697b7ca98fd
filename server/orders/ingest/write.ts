import { newId } from '../../database/id.js';
import type { Transaction } from '../../database/transaction.js';
import type { Earning } from '../../points/earnings.js';
import type { KnownOrder } from './decide.js';
import { Raced } from './locks.js';
import type { PreparedLine, PreparedOrder } from './prepared.js';

/** An order with the ids that it is written under. */
export interface PlacedOrder {
  id: string;
  customerId: string | null;
  row: PreparedOrder;
}

/** The known orders among these numbers, locked against other changes. */
export function knownOrders(tx: Transaction, source: string, numbers: string[]): Promise<KnownOrder[]> {
  return tx.rows<KnownOrder>(
    `select id, number, customer_id as "customerId", encode(content_hash, 'hex') as hash,
            source_updated_at as "updatedAt", base_net as "baseNet"
       from orders where source = $1 and number = any($2::text[]) order by number for update`,
    [source, numbers],
  );
}

/** Gives new orders their ids, sorted so that racing batches wait for each other rather than deadlock. */
export function placed(rows: PreparedOrder[], customers: Map<string, string>): PlacedOrder[] {
  return rows
    .toSorted((a, b) => (a.number < b.number ? -1 : 1))
    .map((row) => ({ id: newId(), customerId: customerOf(row, customers), row }));
}

/** The customer of an order; null when it is known to be anonymous, and for deleted people, whom nobody names again (A4). */
export function customerOf(row: PreparedOrder, customers: Map<string, string>): string | null {
  return row.customerExternalId === null ? null : (customers.get(row.customerExternalId) ?? null);
}

/** Writes new orders in one statement, with what they earn; those without an earning get it later, or never. */
export async function insertOrders(
  tx: Transaction,
  source: string,
  orders: PlacedOrder[],
  earnings: ReadonlyMap<string, Earning>,
  now: Date,
): Promise<void> {
  if (orders.length === 0) {
    return;
  }
  const inserted = await tx.run(
    `insert into orders (id, source, number, customer_id, placed_at, currency, amount, base_amount, base_net,
                         content_hash, source_updated_at, created_at, points, points_rate, points_held)
     select id, $1, number, customer_id, placed_at, currency, amount, base, base, decode(hash, 'hex'), updated_at, $2,
            points, rate, held
       from unnest($3::uuid[], $4::text[], $5::uuid[], $6::timestamptz[], $7::text[], $8::bigint[], $9::bigint[],
                   $10::text[], $11::timestamptz[], $12::bigint[], $13::numeric[], $14::bigint[])
         as x (id, number, customer_id, placed_at, currency, amount, base, hash, updated_at, points, rate, held)
     on conflict (source, number) do nothing`,
    [
      source,
      now,
      ...columns(orders),
      orders.map(({ id }) => earnings.get(id)?.points ?? 0),
      orders.map(({ id }) => earnings.get(id)?.rate ?? null),
      orders.map(({ id }) => earnings.get(id)?.held ?? 0),
    ],
  );
  if (inserted < orders.length) {
    throw new Raced('another batch brought one of these orders');
  }
}

/** Replaces the content of known orders in one statement; refunds are settled anew afterwards. */
export async function updateOrders(tx: Transaction, orders: PlacedOrder[]): Promise<void> {
  if (orders.length === 0) {
    return;
  }
  await tx.run(
    `update orders o
        set customer_id = x.customer_id, placed_at = x.placed_at, currency = x.currency, amount = x.amount,
            base_amount = x.base, base_net = x.base, refunded = 0, status = 'PLACED',
            content_hash = decode(x.hash, 'hex'), source_updated_at = x.updated_at
       from unnest($1::uuid[], $2::text[], $3::uuid[], $4::timestamptz[], $5::text[], $6::bigint[], $7::bigint[],
                   $8::text[], $9::timestamptz[])
         as x (id, number, customer_id, placed_at, currency, amount, base, hash, updated_at)
      where o.id = x.id`,
    columns(orders),
  );
  await tx.run('delete from order_line where order_id = any($1::uuid[])', [orders.map(({ id }) => id)]);
}

/** Remembers when the source last confirmed orders whose content did not change. */
export async function confirmOrders(
  tx: Transaction,
  confirmed: { known: KnownOrder; updatedAt: Date }[],
): Promise<void> {
  if (confirmed.length > 0) {
    await tx.run(
      `update orders o set source_updated_at = x.at
         from unnest($1::uuid[], $2::timestamptz[]) as x (id, at) where o.id = x.id`,
      [confirmed.map(({ known }) => known.id), confirmed.map(({ updatedAt }) => updatedAt.toISOString())],
    );
  }
}

function columns(orders: PlacedOrder[]): unknown[] {
  return [
    orders.map(({ id }) => id),
    orders.map(({ row }) => row.number),
    orders.map(({ customerId }) => customerId),
    orders.map(({ row }) => row.placedAt.toISOString()),
    orders.map(({ row }) => row.currency),
    orders.map(({ row }) => row.amount),
    orders.map(({ row }) => row.baseAmount),
    orders.map(({ row }) => row.hash),
    orders.map(({ row }) => row.updatedAt.toISOString()),
  ];
}

/** Writes the lines of new and changed orders in one statement. */
export async function insertLines(tx: Transaction, orders: PlacedOrder[]): Promise<void> {
  const lines = orders.flatMap(({ id, row }) => row.lines.map((line, i) => ({ id, position: i + 1, line })));
  if (lines.length === 0) {
    return;
  }
  const column = <K extends keyof PreparedLine>(key: K) => lines.map(({ line }) => line[key]);
  await tx.run(
    `insert into order_line (order_id, position, sku, name, category, quantity, unit_price, amount)
     select * from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[], $6::int[], $7::bigint[], $8::bigint[])`,
    [
      lines.map(({ id }) => id),
      lines.map(({ position }) => position),
      column('sku'),
      column('name'),
      column('category'),
      column('quantity'),
      column('unitPrice'),
      column('amount'),
    ],
  );
}
