import type { Transaction } from '../database/transaction.js';
import type { Account } from './ledger.js';

/** Writes balance and debt of planned accounts whose orders stay as they are, after their entries were written. */
export async function writeBalances(tx: Transaction, accounts: Account[]): Promise<void> {
  await tx.run(
    `update customer_stats s set points_balance = v.balance, points_debt = v.debt, points_seq = v.seq
       from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::int[]) as v (id, balance, debt, seq)
      where s.customer_id = v.id`,
    [
      accounts.map(({ customerId }) => customerId),
      accounts.map(({ balance }) => balance),
      accounts.map(({ debt }) => debt),
      accounts.map(({ seq }) => seq),
    ],
  );
}
