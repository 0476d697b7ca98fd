import { newId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { computeCutoffs } from './cutoffs.js';
import { DEFAULT_RULES, putInForce } from './rules.js';

/**
 * Puts the first level rules in force where there are none: at the first start of all, and at the first one after an update of a
 * company that has customers already; those are then moved to what the rules give, like for any other version.
 */
export async function ensureLevelRules(tx: Transaction, now: Date): Promise<void> {
  if (await tx.row('select 1 as one from level_rule')) {
    return;
  }
  const { buyers, everybody } = (await tx.row<{ buyers: boolean; everybody: number }>(
    'select exists (select from customer_stats where order_count > 0) as buyers, count(*)::int as everybody from customer_stats',
  ))!;
  const id = newId();
  await tx.run(
    `insert into level_version (id, number, status, content, progress_total, created_at, updated_at, published_at)
     values ($1, 1, $2, $3::jsonb, $4, $5, $5, $5)`,
    [id, buyers ? 'PUBLISHING' : 'PUBLISHED', JSON.stringify(DEFAULT_RULES), everybody, now],
  );
  await putInForce(tx, id, DEFAULT_RULES, await computeCutoffs(tx, DEFAULT_RULES.monetaryShares), now);
}
