import { TierMoveCause } from '../../schema/tiers/enums.js';
import type { App } from '../app.js';
import type { Transaction } from '../database/transaction.js';
import { evaluate } from './evaluate.js';
import { thresholdOf } from './rules.js';

/** Whether the lowest tier takes nothing, so that everybody belongs to it. */
async function isForEverybody(app: App): Promise<boolean> {
  const program = await app.program.published();
  const lowest = program.tiers[0];
  return lowest !== undefined && thresholdOf(program, lowest) === 0;
}

/** Gives customers who were made in this transaction the tier that takes nothing, if there is one (V1). */
export async function welcome(app: App, tx: Transaction, customerIds: string[]): Promise<void> {
  if (customerIds.length > 0 && (await isForEverybody(app))) {
    await evaluate(app, tx, customerIds, { cause: TierMoveCause.ORDER, locked: true });
  }
}

/**
 * Gives the tier that takes nothing to all who are without (those who were made while it was being published), so many a
 * transaction. Gives how many there were.
 */
export async function welcomeEverybody(app: App, limit: number): Promise<number> {
  if (!(await isForEverybody(app))) {
    return 0;
  }
  return app.db.transaction(async (tx) => {
    const without = await tx.rows<{ customerId: string }>(
      `select s.customer_id as "customerId" from customer_stats s join customer c on c.id = s.customer_id
        where s.tier_id is null and c.status = 'ACTIVE' limit $1`,
      [limit],
    );
    const customerIds = without.map(({ customerId }) => customerId);
    await evaluate(app, tx, customerIds, { cause: TierMoveCause.ORDER });
    return customerIds.length;
  });
}
