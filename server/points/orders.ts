import { PointsEntryKind } from '../../schema/points/enums.js';
import type { App } from '../app.js';
import type { Transaction } from '../database/transaction.js';
import { loadLots, lockAccounts, writeLedger } from './accounts.js';
import { writeBalances } from './balances.js';
import { expirySql } from './expiry-day.js';
import type { Account } from './ledger.js';
import { currentRates, pointsFor } from './rates.js';

interface EarningOrder {
  id: string;
  customerId: string;
  baseNet: number;
  /** Earned and not clawed back. */
  points: number;
  /** The part of them that has not expired either: spent, or still in the balance. */
  held: number;
  /** Null until the order has earned. */
  rate: number | null;
  expiresAt: Date | null;
}

/**
 * Makes the ledger say what each order earns by its present net amount (V2): the first earning, more after a correction,
 * or a claw-back after a refund. A rate once used for an order stays. Anonymous orders earn nothing.
 * A handful of statements, however many orders there are. The customers' figures are counted anew with it.
 */
export async function syncOrders(app: App, tx: Transaction, orderIds: string[]): Promise<void> {
  const orders = await readOrders(app, tx, orderIds);
  if (orders.length === 0) {
    return;
  }
  const now = app.clock.now();
  const accounts = await lockAccounts(tx, [...new Set(orders.map(({ customerId }) => customerId))]);
  const earners = new Set(
    orders.filter(({ rate }) => rate === null).map(({ customerId }) => accounts.get(customerId)!),
  );
  const rates = await currentRates(app, tx, [...earners]);
  const planned = orders.map((order) => {
    const rate = order.rate ?? rates.get(order.customerId) ?? 0;
    return { order, rate, target: pointsFor(order.baseNet, rate) };
  });
  const losing = planned.filter(({ order, target }) => target < order.points);
  const debtors = new Set(losing.map(({ order }) => accounts.get(order.customerId)!));
  await loadLots(tx, [...debtors]);
  for (const account of debtors) {
    account.expire(now);
  }
  const held = new Map<string, number>();
  const change = (orderId: string, by: number) => held.set(orderId, (held.get(orderId) ?? 0) + by);
  for (const { order, target } of planned) {
    const more = target - order.points;
    if (more > 0) {
      const account = accounts.get(order.customerId)!;
      account.credit(PointsEntryKind.EARN, more, order.expiresAt, { at: now, orderId: order.id });
      change(order.id, more);
    }
  }
  for (const { order, target } of losing) {
    const account = accounts.get(order.customerId)!;
    const stillHeld = order.held - (account.expiredByOrder.get(order.id) ?? 0);
    const taken = Math.max(0, stillHeld - target);
    if (taken > 0) {
      account.clawBack(taken, order.id, { at: now, reason: 'refund' });
      change(order.id, -taken);
    }
  }
  // A late order may have earned what has run out since: it must not look spendable until the next expiry run.
  for (const account of accounts.values()) {
    account.expire(now);
    for (const [orderId, points] of account.expiredByOrder) {
      change(orderId, -points);
    }
  }
  const all = [...accounts.values()];
  await writeLedger(tx, all);
  await writeOrders(
    tx,
    planned.map(({ order, rate, target }) => ({
      id: order.id,
      points: target,
      rate: target > 0 || order.rate !== null ? rate : null,
    })),
    held,
  );
  await app.orders.refreshFigures(tx, [...accounts.keys()], { accounts });
}

async function readOrders(app: App, tx: Transaction, orderIds: string[]): Promise<EarningOrder[]> {
  const { pointsExpireMonths } = (await app.program.published()).settings;
  const { timeZone } = await app.company.settings();
  return tx.rows<EarningOrder>(
    `select id, customer_id as "customerId", base_net as "baseNet", points, points_held as held, points_rate as rate,
            ${expirySql('placed_at', '$2', '$3')} as "expiresAt"
       from orders where id = any($1::uuid[]) and customer_id is not null
      order by placed_at, id`,
    [orderIds, timeZone, pointsExpireMonths],
  );
}

async function writeOrders(
  tx: Transaction,
  orders: { id: string; points: number; rate: number | null }[],
  held: Map<string, number>,
): Promise<void> {
  await tx.run(
    `update orders o set points = v.points, points_rate = v.rate, points_held = o.points_held + v.held
       from unnest($1::uuid[], $2::bigint[], $3::numeric[], $4::bigint[]) as v (id, points, rate, held)
      where o.id = v.id and (o.points, o.points_rate, v.held) is distinct from (v.points, v.rate, 0)`,
    [
      orders.map(({ id }) => id),
      orders.map(({ points }) => points),
      orders.map(({ rate }) => rate),
      orders.map(({ id }) => held.get(id) ?? 0),
    ],
  );
  const synced = new Set(orders.map(({ id }) => id));
  await lessenHeld(tx, new Map([...held].filter(([id]) => !synced.has(id)).map(([id, points]) => [id, -points])));
}

/** Notes that points of these orders have run out, so that no refund takes them once more. */
async function lessenHeld(tx: Transaction, expired: Map<string, number>): Promise<void> {
  if (expired.size === 0) {
    return;
  }
  await tx.run(
    `update orders o set points_held = greatest(0, o.points_held - v.points)
       from unnest($1::uuid[], $2::bigint[]) as v (id, points) where o.id = v.id`,
    [[...expired.keys()], [...expired.values()]],
  );
}

/** Writes plans that are not about orders, with what ran out on the way. */
export async function writePlanned(tx: Transaction, accounts: Account[]): Promise<void> {
  await writeLedger(tx, accounts);
  await lessenHeld(tx, new Map(accounts.flatMap(({ expiredByOrder }) => [...expiredByOrder])));
  await writeBalances(tx, accounts);
}
