import { PointsEntryKind } from '../../schema/points/enums.js';
import type { App } from '../app.js';
import type { Transaction } from '../database/transaction.js';
import { expiries } from './expiry-day.js';
import type { Account } from './ledger.js';
import { currentRates, pointsFor } from './rates.js';

/** An order that is about to be written, from which nothing has been taken yet. */
export interface NewOrder {
  id: string;
  customerId: string;
  placedAt: Date;
  /** What it counts for, in minor units of the company's currency. */
  baseNet: number;
}

/** What an order is written with: points earned, the rate they were earned at, and those that have not run out already. */
export interface Earning {
  points: number;
  rate: number | null;
  held: number;
}

/**
 * Plans on locked accounts what new orders earn (V2), so that each is written once, points and all: the common case of
 * `syncOrders`, with the same outcome. The order of earning is that of purchase.
 */
export async function planEarnings(
  app: App,
  tx: Transaction,
  accounts: ReadonlyMap<string, Account>,
  orders: NewOrder[],
): Promise<Map<string, Earning>> {
  const earnings = new Map<string, Earning>();
  if (orders.length === 0) {
    return earnings;
  }
  const now = app.clock.now();
  const { pointsExpireMonths } = (await app.program.published()).settings;
  const { timeZone } = await app.company.settings();
  const earners = new Set(orders.map(({ customerId }) => accounts.get(customerId)!));
  const rates = await currentRates(app, tx, [...earners]);
  const expiryOf = expiries(pointsExpireMonths, timeZone);
  const inTime = orders.toSorted((a, b) => a.placedAt.getTime() - b.placedAt.getTime() || (a.id < b.id ? -1 : 1));
  for (const { id, customerId, placedAt, baseNet } of inTime) {
    const rate = rates.get(customerId) ?? 0;
    const points = pointsFor(baseNet, rate);
    if (points > 0) {
      accounts.get(customerId)!.credit(PointsEntryKind.EARN, points, expiryOf(placedAt), { at: now, orderId: id });
      earnings.set(id, { points, rate, held: points });
    }
  }
  // A late order may have earned what has run out since: it must not look spendable until the next expiry run.
  for (const account of earners) {
    account.expire(now);
    for (const [orderId, expired] of account.expiredByOrder) {
      earnings.get(orderId)!.held -= expired;
    }
  }
  return earnings;
}
