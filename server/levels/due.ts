import { LevelCause } from '../../schema/levels/enums.js';
import type { App } from '../app.js';
import { companyDay } from '../calendar/days.js';
import { relevel } from './relevel.js';

const BATCH = 1_000;

/**
 * Refreshes what only the passing of days changes (S6): levels, and figures of orders that left the qualification window.
 * Touches those alone whose day has come, a batch per transaction; cut short, it is simply run again, and a second
 * worker finds what the first has left. Says how many customers it wrote.
 */
export async function refreshDue(app: App): Promise<number> {
  let touched = 0;
  for (let more = true; more; ) {
    const batch = await refreshBatch(app);
    touched += batch.written;
    more = batch.found === BATCH;
  }
  return touched;
}

async function refreshBatch(app: App): Promise<{ found: number; written: number }> {
  const { timeZone } = await app.company.settings();
  const today = companyDay(app.clock.now(), timeZone);
  return app.db.transaction(async (tx) => {
    const due = await tx.rows<{ id: string }>(
      'select customer_id as id from customer_stats where levels_due <= $1 order by levels_due, customer_id limit $2',
      [today, BATCH],
    );
    // Locked in the order of their ids; what another worker has done meanwhile is not due any more.
    const locked = await tx.rows<{ id: string; ordersLeft: boolean }>(
      `select customer_id as id, coalesce(period_due <= $2, false) as "ordersLeft"
         from customer_stats where customer_id = any($1::uuid[]) and levels_due <= $2
        order by customer_id for update`,
      [due.map(({ id }) => id), today],
    );
    const ids = (ordersLeft: boolean) => locked.filter((row) => row.ordersLeft === ordersLeft).map(({ id }) => id);
    await app.orders.refreshFigures(tx, ids(true), { cause: LevelCause.TIME });
    await relevel(app, tx, { ids: ids(false) }, LevelCause.TIME);
    return { found: due.length, written: locked.length };
  });
}
