import { TierMoveCause } from '../../schema/tiers/enums.js';
import type { App } from '../app.js';
import { evaluate, lockStats } from './evaluate.js';

/**
 * Looks at customers whose tier's period or grace is over (V1), so many a transaction: earned again, it is renewed;
 * otherwise it gets its grace, and after that falls by the policy. Gives how many it looked at.
 */
export async function endPeriods(app: App, limit: number): Promise<number> {
  return app.db.transaction(async (tx) => {
    const due = await tx.rows<{ customerId: string }>(
      `select customer_id as "customerId" from customer_stats
        where coalesce(earned_grace_until, earned_expires_at) <= $1 and earned_expires_at is not null
        order by coalesce(earned_grace_until, earned_expires_at) limit $2`,
      [app.clock.now(), limit],
    );
    const customerIds = due.map(({ customerId }) => customerId);
    await lockStats(tx, customerIds);
    await app.orders.refreshFigures(tx, customerIds);
    await evaluate(app, tx, customerIds, { cause: TierMoveCause.PERIOD_END });
    return customerIds.length;
  });
}
