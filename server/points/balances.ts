import type { App } from '../app.js';
import { addDays, startOfDay } from '../calendar/days.js';
import type { Transaction } from '../database/transaction.js';
import type { Account } from './ledger.js';

/**
 * Points that count for a tier (V1) in the window from $1 to $2, of the customer in `s`: what orders placed in it earned
 * and was not clawed back. What is adjusted by hand does not qualify; spending and expiry take nothing away.
 */
const PERIOD_POINTS = `coalesce((select sum(o.points) from orders o where o.customer_id = s.customer_id
  and ($1::timestamptz is null or o.placed_at >= $1) and ($2::timestamptz is null or o.placed_at < $2)), 0)`;

async function periodBounds(app: App): Promise<[Date | null, Date | null]> {
  const { timeZone } = await app.company.settings();
  const { start, end } = await app.tiers.qualificationWindow(app.clock.now());
  return [
    start === null ? null : startOfDay(start, timeZone),
    end === null ? null : startOfDay(addDays(end, 1), timeZone),
  ];
}

/** Writes balance, debt and qualifying points of planned accounts, after entries and orders were written. */
export async function writeBalances(app: App, tx: Transaction, accounts: Account[]): Promise<void> {
  await tx.run(
    `update customer_stats s set points_balance = v.balance, points_debt = v.debt, points_seq = v.seq,
            period_points = ${PERIOD_POINTS}
       from unnest($3::uuid[], $4::bigint[], $5::bigint[], $6::int[]) as v (id, balance, debt, seq)
      where s.customer_id = v.id`,
    [
      ...(await periodBounds(app)),
      accounts.map(({ customerId }) => customerId),
      accounts.map(({ balance }) => balance),
      accounts.map(({ debt }) => debt),
      accounts.map(({ seq }) => seq),
    ],
  );
}

/** Counts the qualifying points of these customers anew, for when the window has moved on. */
export async function refreshPeriod(app: App, tx: Transaction, customerIds: string[]): Promise<void> {
  await tx.run(`update customer_stats s set period_points = ${PERIOD_POINTS} where s.customer_id = any($3::uuid[])`, [
    ...(await periodBounds(app)),
    customerIds,
  ]);
}
