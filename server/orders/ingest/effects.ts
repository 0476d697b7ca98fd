import { LevelCause } from '../../../schema/levels/enums.js';
import { TierMoveCause } from '../../../schema/tiers/enums.js';
import type { App } from '../../app.js';
import type { Transaction } from '../../database/transaction.js';
import type { Account } from '../../points/ledger.js';
import { refreshFigures } from '../figures.js';

/** An order that was written, for what follows from it. */
export interface ChangedOrder {
  id: string;
  customerId: string | null;
  placedAt: Date;
  /** Whose it was before, when it changed hands. */
  formerCustomerId: string | null;
  /** Whether it now counts for less than it did. */
  lowered: boolean;
  /** Whether its points were planned on the accounts already. */
  earned?: boolean;
}

/**
 * What follows from changed orders, in the same transaction (S6): the customers' figures, then points (V2), then
 * tiers with their notifications (V1, V5). Only customers who lost something can fall. `accounts`: what was planned on
 * them is written with the figures.
 */
export async function follow(
  app: App,
  tx: Transaction,
  orders: ChangedOrder[],
  accounts?: ReadonlyMap<string, Account>,
): Promise<void> {
  const gained = new Map<string, string>();
  const lost = new Map<string, string>();
  const inTime = orders.toSorted((a, b) => a.placedAt.getTime() - b.placedAt.getTime());
  for (const { id, customerId, formerCustomerId, lowered } of inTime) {
    if (customerId) {
      (lowered ? lost : gained).set(customerId, id);
    }
    if (formerCustomerId) {
      lost.set(formerCustomerId, id);
    }
  }
  const customerIds = [...new Set([...gained.keys(), ...lost.keys()])].sort();
  if (customerIds.length === 0) {
    return;
  }
  const cause = new Map(customerIds.map((id) => [id, lost.has(id) ? LevelCause.REFUND : LevelCause.ORDER]));
  await refreshFigures(app, tx, customerIds, { accounts, cause });
  await app.points.syncOrders(
    tx,
    orders
      .filter(({ customerId, formerCustomerId, earned }) => !earned && (customerId ?? formerCustomerId))
      .map(({ id }) => id),
  );
  if (lost.size > 0) {
    await app.tiers.evaluate(tx, [...lost.keys()].sort(), { cause: TierMoveCause.REFUND, orderId: lost, locked: true });
  }
  const onlyGained = customerIds.filter((id) => !lost.has(id));
  if (onlyGained.length > 0) {
    await app.tiers.evaluate(tx, onlyGained, { cause: TierMoveCause.ORDER, orderId: gained, locked: true });
  }
}
