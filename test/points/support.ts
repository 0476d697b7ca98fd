import { expect } from '@jest/globals';
import type { App } from '../../server/app.js';

/** One line of the ledger as tests look at it. */
export interface LedgerLine {
  seq: number;
  kind: string;
  points: number;
  balanceAfter: number;
  expiresAt: Date | null;
  taken: [number, number][] | null;
}

/** The whole ledger of a customer, oldest first. */
export function ledgerOf(app: App, customerId: string): Promise<LedgerLine[]> {
  return app.db.rows(
    `select seq, kind, points, balance_after as "balanceAfter", expires_at as "expiresAt", taken
       from points_entry where customer_id = $1 order by seq`,
    [customerId],
  );
}

/** The stored balance and debt. */
export async function accountOf(app: App, customerId: string): Promise<{ balance: number; debt: number }> {
  const [row] = await app.db.rows<{ balance: number; debt: number }>(
    'select points_balance as balance, points_debt as debt from customer_stats where customer_id = $1',
    [customerId],
  );
  return row!;
}

/** V2: the balance is the sum of the entries and of the open lots, each entry carries the running sum, none is negative. */
export async function expectSoundLedger(app: App, customerId: string): Promise<void> {
  const { balance, debt } = await accountOf(app, customerId);
  const ledger = await ledgerOf(app, customerId);
  let sum = 0;
  for (const [i, line] of ledger.entries()) {
    sum += line.points;
    expect(line).toMatchObject({ seq: i + 1, balanceAfter: sum });
    expect(sum).toBeGreaterThanOrEqual(0);
    expect(line.taken?.reduce((all, [, part]) => all + part, 0) ?? -line.points).toBe(-line.points);
  }
  expect(balance).toBe(sum);
  expect(debt === 0 || balance === 0).toBe(true);
  const [lots] = await app.db.rows<{ points: number; seq: number }>(
    `select coalesce(sum(remaining), 0)::bigint as points from points_lot where customer_id = $1`,
    [customerId],
  );
  expect(lots!.points).toBe(sum);
}

/** Sets what an order counts for and lets the ledger follow. */
export async function orderNets(app: App, orderId: string, baseNet: number): Promise<void> {
  await app.db.transaction(async (tx) => {
    await tx.run('update orders set base_net = $2 where id = $1', [orderId, baseNet]);
    await app.points.syncOrders(tx, [orderId]);
  });
}
