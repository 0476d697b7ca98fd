import { IngestStatus } from '../../../schema/common/ingest.js';
import { UserErrorCode } from '../../../schema/common/user-error.js';
import type { App } from '../../app.js';
import { newId } from '../../database/id.js';
import type { Transaction } from '../../database/transaction.js';
import type { UserErrorShape } from '../../graphql/errors.js';
import { follow } from './effects.js';
import { lockFigures, lockSource, Raced } from './locks.js';
import type { PreparedReversal } from './prepared.js';
import { type BookedReversal, fits } from './room.js';
import { settle } from './settle.js';

/** What became of one reversal. */
export interface ReversalResult {
  status: IngestStatus;
  errors: UserErrorShape[];
}

interface OrderRow {
  id: string;
  number: string;
  customerId: string | null;
  placedAt: Date;
  amount: number;
}

interface BookedRow extends BookedReversal {
  orderId: string | null;
  hash: string;
}

/** A reversal to be written; without an order it waits. */
interface NewReversal {
  orderId: string | null;
  row: PreparedReversal;
}

/**
 * Takes checked refunds and cancellations of one source with all that follows from them, set-based. One whose order
 * is not known yet is kept and waits for it. Answers what became of each row, by its index.
 */
export async function takeReversals(
  app: App,
  tx: Transaction,
  source: string,
  rows: PreparedReversal[],
): Promise<Map<number, ReversalResult>> {
  if (rows.length === 0) {
    return new Map();
  }
  await lockSource(tx, source, 'reversals');
  const orders = await lockOrders(tx, source, [...new Set(rows.map(({ orderNumber }) => orderNumber))]);
  const booked = await bookedReversals(tx, source, rows, [...orders.values()]);
  const { results, accepted } = decide(rows, orders, booked);
  await insert(tx, source, accepted, app.clock.now());

  const touched = new Set(accepted.flatMap(({ orderId }) => orderId ?? []));
  await settle(tx, [...touched]);
  const changed = [...orders.values()].filter(({ id }) => touched.has(id));
  await follow(
    app,
    tx,
    changed.map((order) => ({ ...order, formerCustomerId: null, lowered: true })),
  );
  return results;
}

async function lockOrders(tx: Transaction, source: string, numbers: string[]): Promise<Map<string, OrderRow>> {
  const read = (lock: string) =>
    tx.rows<OrderRow>(
      `select id, number, customer_id as "customerId", placed_at as "placedAt", amount
         from orders where source = $1 and number = any($2::text[]) order by number ${lock}`,
      [source, numbers],
    );
  const before = await read('');
  const customers = new Set(before.flatMap(({ customerId }) => customerId ?? []));
  await lockFigures(tx, [...customers]);
  const orders = await read('for update');
  if (orders.some(({ customerId }) => customerId !== null && !customers.has(customerId))) {
    throw new Raced('an order changed hands meanwhile');
  }
  return new Map(orders.map((order) => [order.number, order]));
}

/** Reversals known by these numbers, and all that the orders have had so far. */
function bookedReversals(
  tx: Transaction,
  source: string,
  rows: PreparedReversal[],
  orders: OrderRow[],
): Promise<BookedRow[]> {
  const columns = `number, order_id as "orderId", amount, occurred_at as "occurredAt", encode(content_hash, 'hex') as hash`;
  return tx.rows<BookedRow>(
    `select ${columns} from order_reversal where source = $1 and number = any($2::text[])
     union select ${columns} from order_reversal where order_id = any($3::uuid[])`,
    [source, rows.map(({ number }) => number), orders.map(({ id }) => id)],
  );
}

function decide(rows: PreparedReversal[], orders: Map<string, OrderRow>, booked: BookedRow[]) {
  const byNumber = new Map(booked.map((one) => [one.number, one]));
  const byOrder = new Map<string | null, BookedReversal[]>();
  const book = (orderId: string | null, one: BookedReversal) =>
    byOrder.set(orderId, [...(byOrder.get(orderId) ?? []), one]);
  for (const one of booked) {
    book(one.orderId, one);
  }
  const results = new Map<number, ReversalResult>();
  const accepted: NewReversal[] = [];
  const refuse = (index: number, field: string, code: UserErrorCode, message: string) =>
    results.set(index, {
      status: IngestStatus.REJECTED,
      errors: [{ field: `reversals.${index}.${field}`, code, message }],
    });

  for (const row of rows) {
    const order = orders.get(row.orderNumber);
    const known = byNumber.get(row.number);
    const others = order ? (byOrder.get(order.id) ?? []) : [];
    if (known && known.hash !== row.hash) {
      refuse(row.index, 'number', UserErrorCode.CONFLICT, 'Another reversal has this number.');
    } else if (known) {
      const status = known.orderId ? IngestStatus.UNCHANGED : IngestStatus.WAITING;
      results.set(row.index, { status, errors: [] });
    } else if (order && !fits(order.amount, others, row)) {
      refuse(row.index, 'amount', UserErrorCode.OUT_OF_RANGE, 'More than is left of the order.');
    } else {
      const orderId = order?.id ?? null;
      byNumber.set(row.number, { ...row, orderId });
      book(orderId, row);
      accepted.push({ orderId, row });
      results.set(row.index, { status: order ? IngestStatus.CREATED : IngestStatus.WAITING, errors: [] });
    }
  }
  return { results, accepted };
}

async function insert(tx: Transaction, source: string, reversals: NewReversal[], now: Date): Promise<void> {
  if (reversals.length === 0) {
    return;
  }
  await tx.run(
    `insert into order_reversal (id, source, number, order_number, order_id, kind, amount, reason, occurred_at,
                                 content_hash, created_at)
     select id, $1, number, order_number, order_id, kind, amount, reason, at, decode(hash, 'hex'), $2
       from unnest($3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::bigint[], $9::text[],
                   $10::timestamptz[], $11::text[])
         as x (id, number, order_number, order_id, kind, amount, reason, at, hash)`,
    [
      source,
      now,
      reversals.map(() => newId()),
      reversals.map(({ row }) => row.number),
      reversals.map(({ row }) => row.orderNumber),
      reversals.map(({ orderId }) => orderId),
      reversals.map(({ row }) => row.kind),
      reversals.map(({ row }) => row.amount),
      reversals.map(({ row }) => row.reason),
      reversals.map(({ row }) => row.occurredAt.toISOString()),
      reversals.map(({ row }) => row.hash),
    ],
  );
}
