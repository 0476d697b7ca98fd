import type { Transaction } from '../../database/transaction.js';
import { lockAccounts } from '../../points/accounts.js';
import type { Account } from '../../points/ledger.js';

/** First key of the advisory locks of order sources. */
const SOURCE_LOCK = 72_816;

/**
 * Lets batches of orders of one source run side by side, but none beside a batch of its reversals: otherwise
 * an order and its refund, each not seeing the other yet, would both be kept and never meet.
 */
export async function lockSource(tx: Transaction, source: string, mode: 'orders' | 'reversals'): Promise<void> {
  const suffix = mode === 'orders' ? '_shared' : '';
  await tx.run(`select pg_advisory_xact_lock${suffix}(${SOURCE_LOCK}, hashtext($1))`, [source]);
}

/** Locks the figures of these customers, in the order that everybody locks them in. */
export async function lockFigures(tx: Transaction, customerIds: readonly string[]): Promise<void> {
  if (customerIds.length > 0) {
    await tx.run('select 1 from customer_stats where customer_id = any($1::uuid[]) order by customer_id for update', [
      customerIds,
    ]);
  }
}

/**
 * Locks the figures of customers whose ids were just looked up and reads their accounts; throws Raced when one was
 * merged or deleted since.
 */
export async function lockActive(tx: Transaction, customerIds: string[]): Promise<Map<string, Account>> {
  const accounts = await lockAccounts(tx, customerIds);
  // A statement of its own: the one that waited for the lock still sees the customers as they were before.
  const gone = await tx.row(`select 1 from customer where id = any($1::uuid[]) and status <> 'ACTIVE'`, [customerIds]);
  if (gone) {
    throw new Raced('a customer was merged or deleted meanwhile');
  }
  return accounts;
}

/** Somebody else changed what this transaction had read before its locks: `Database.transaction` does it again. */
export class Raced extends Error {
  readonly code = '40001';
}
