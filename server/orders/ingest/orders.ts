import type { IngestStatus } from '../../../schema/common/ingest.js';
import type { App } from '../../app.js';
import type { Transaction } from '../../database/transaction.js';
import { writeLedger } from '../../points/accounts.js';
import { decideOrders, type KnownOrder } from './decide.js';
import { type ChangedOrder, follow } from './effects.js';
import { lockActive, lockFigures, lockSource } from './locks.js';
import type { PreparedOrder } from './prepared.js';
import { attachWaiting, awaitedNumbers, settle } from './settle.js';
import {
  confirmOrders,
  customerOf,
  insertLines,
  insertOrders,
  knownOrders,
  type PlacedOrder,
  placed,
  updateOrders,
} from './write.js';

/** Writes the lines of these orders, none of which has any. */
export type LineWriter = (tx: Transaction, orders: PlacedOrder[]) => Promise<void>;

/**
 * Takes checked orders of one source with all that follows from them: a handful of set-based statements, whatever
 * the size of the batch. Answers what became of each row, by its index. `writeLines` is for lines that do not come
 * with the rows.
 */
export async function takeOrders(
  app: App,
  tx: Transaction,
  source: string,
  rows: PreparedOrder[],
  writeLines: LineWriter = insertLines,
): Promise<Map<number, IngestStatus>> {
  if (rows.length === 0) {
    return new Map();
  }
  await lockSource(tx, source, 'orders');
  const externalIds = rows.flatMap(({ customerExternalId }) => customerExternalId ?? []);
  const customers = await app.customers.ensureByIdentity(tx, source, externalIds);
  const numbers = [...new Set(rows.map(({ number }) => number))];
  const [accounts, known, waiting] = await Promise.all([
    lockActive(tx, [...new Set(customers.values())]),
    knownOrders(tx, source, numbers),
    awaitedNumbers(tx, source, numbers),
  ]);
  const { statuses, created, updated, confirmed } = decideOrders(rows, known);
  await lockFormerCustomers(tx, updated, customers);

  const news = placed(created, customers);
  const changes = updated.map(({ known: { id }, row }) => ({ id, customerId: customerOf(row, customers), row }));
  const whole = news.flatMap(({ id, customerId, row: { number, placedAt, baseAmount } }) =>
    customerId === null || waiting.has(number) ? [] : { id, customerId, placedAt, baseNet: baseAmount },
  );
  const earnings = await app.points.planEarnings(tx, accounts, whole);
  await updateOrders(tx, changes);
  await Promise.all([
    insertOrders(tx, source, news, earnings, app.clock.now()),
    confirmOrders(tx, confirmed),
    writeLines(tx, [...news, ...changes]),
    writeLedger(tx, [...accounts.values()]),
  ]);

  const reversed = news.filter(({ row }) => waiting.has(row.number));
  await attachWaiting(tx, source, reversed);
  const settled = await settle(
    tx,
    [...reversed, ...changes].map(({ id }) => id),
  );
  const net = new Map(settled.map(({ id, baseNet }) => [id, baseNet]));
  const earned = new Set(whole.map(({ id }) => id));
  await follow(
    app,
    tx,
    [
      ...news.map((order) => ({ ...changed(order, undefined, net), earned: earned.has(order.id) })),
      ...changes.map((order, i) => changed(order, updated[i]!.known, net)),
    ],
    accounts,
  );
  return statuses;
}

/** An order that changes hands is rare: then its former customer is locked late, and a deadlock would be retried. */
async function lockFormerCustomers(
  tx: Transaction,
  updated: { known: KnownOrder }[],
  customers: Map<string, string>,
): Promise<void> {
  const locked = new Set(customers.values());
  const former = updated.flatMap(({ known }) => known.customerId ?? []).filter((id) => !locked.has(id));
  await lockFigures(tx, [...new Set(former)]);
}

function changed(order: PlacedOrder, before: KnownOrder | undefined, net: Map<string, number>): ChangedOrder {
  const { id, customerId, row } = order;
  const formerCustomerId = before && before.customerId !== customerId ? before.customerId : null;
  const lowered = before !== undefined && (net.get(id) ?? row.baseAmount) < before.baseNet;
  return { id, customerId, placedAt: row.placedAt, formerCustomerId, lowered };
}
