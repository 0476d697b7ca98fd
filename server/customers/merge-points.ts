import { PointsEntryKind } from '../../schema/points/enums.js';
import type { App } from '../app.js';
import type { Transaction } from '../database/transaction.js';
import { loadLots, lockAccounts } from '../points/accounts.js';
import { Account } from '../points/ledger.js';
import { writePlanned } from '../points/orders.js';

/*
 * The ledger is append-only, so points go over by entries: REVERSE where they leave, EARN where they arrive, each lot with
 * its own expiry and the order that earned it. Not ADJUST: adjustments count for tiers, and the orders, which went
 * over too, count already.
 */

/** Takes all points and debt of the merged profile over to the survivor; gives where they arrived. */
export async function carryPoints(
  app: App,
  tx: Transaction,
  survivorId: string,
  mergedId: string,
): Promise<{ pointsLots: number[]; pointsDebt: number }> {
  const at = app.clock.now();
  const accounts = await lockAccounts(tx, [survivorId, mergedId]);
  const [survivor, merged] = [accounts.get(survivorId)!, accounts.get(mergedId)!];
  await loadLots(tx, [survivor, merged]);
  const carried = merged.lots.filter(({ remaining }) => remaining > 0).map((lot) => ({ ...lot }));
  const pointsDebt = merged.debt;
  survivor.debt += merged.debt;
  merged.debt = 0;
  if (merged.balance > 0) {
    merged.debit(PointsEntryKind.REVERSE, merged.balance, { at, reason: 'merged into another profile' });
  }
  const pointsLots = carried.map(({ remaining, expiresAt, orderId }) => {
    return survivor.credit(PointsEntryKind.EARN, remaining, expiresAt, { at, orderId, reason: 'from a merged profile' })
      .seq;
  });
  settle(survivor, at);
  await writePlanned(tx, [survivor, merged]);
  return { pointsLots, pointsDebt };
}

/** Gives back what is left of carried points, and of the debt what is not paid; what was spent meanwhile stays spent. */
export async function returnPoints(
  app: App,
  tx: Transaction,
  survivorId: string,
  mergedId: string,
  carried: { pointsLots: number[]; pointsDebt: number },
): Promise<void> {
  const at = app.clock.now();
  const accounts = await lockAccounts(tx, [survivorId, mergedId]);
  const [whole, merged] = [accounts.get(survivorId)!, accounts.get(mergedId)!];
  await loadLots(tx, [whole]);
  const lots = whole.lots.filter(({ seq, remaining }) => carried.pointsLots.includes(seq) && remaining > 0);
  // The same account with only the lots in question: an ordinary debit then takes from these and no others.
  const survivor = new Account(survivorId, whole.balance, whole.debt, whole.seq, lots);
  const points = lots.reduce((sum, { remaining }) => sum + remaining, 0);
  const back = lots.map((lot) => ({ ...lot }));
  if (points > 0) {
    survivor.debit(PointsEntryKind.REVERSE, points, { at, reason: 'a merge was undone' });
  }
  const debt = Math.min(survivor.debt, carried.pointsDebt);
  survivor.debt -= debt;
  merged.debt += debt;
  for (const { remaining, expiresAt, orderId } of back) {
    merged.credit(PointsEntryKind.EARN, remaining, expiresAt, { at, orderId, reason: 'a merge was undone' });
  }
  await writePlanned(tx, [survivor, merged]);
}

/** A debt stands only while the balance is 0. */
function settle(account: Account, at: Date): void {
  const paid = Math.min(account.debt, account.balance);
  if (paid > 0) {
    account.debt -= paid;
    account.debit(PointsEntryKind.REVERSE, paid, { at, reason: 'debt of an earlier refund' });
  }
}
