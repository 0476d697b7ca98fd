import type { Transaction } from '../../database/transaction.js';

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
export async function lockFigures(tx: Transaction, customerIds: Iterable<string>): Promise<void> {
  const ids = [...new Set(customerIds)];
  if (ids.length === 0) {
    return;
  }
  const rows = await tx.rows<{ merged: boolean }>(
    `select c.status = 'MERGED' as merged
       from customer_stats s join customer c on c.id = s.customer_id
      where s.customer_id = any($1::uuid[]) order by s.customer_id for update of s`,
    [ids],
  );
  if (rows.some(({ merged }) => merged)) {
    throw new Raced('a customer was merged meanwhile');
  }
}

/** Somebody else changed what this transaction had read before its locks: `Database.transaction` does it again. */
export class Raced extends Error {
  readonly code = '40001';
}
