import type { App } from '../app.js';
import { currentPeriod, refreshFigures, stageEdges, stageSql } from './figures.js';
import { lockFigures } from './ingest/locks.js';

const BATCH = 500;

/**
 * Refreshes what only the passing of days changes (S6): stages (S4), and the qualification window's figures when orders
 * have fallen out of it or the window itself is another one. Goes once through all customers in the order of their
 * ids, a batch per transaction, and writes only those who crossed a line; cut short, it is simply run again.
 */
export async function refreshDaily(app: App): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (let more = true; more; ) {
    const due = await crossed(app, after);
    more = due.length === BATCH;
    after = due.at(-1) ?? after;
    await app.db.transaction(async (tx) => {
      await lockFigures(tx, due);
      await refreshFigures(app, tx, due);
    });
  }
}

/** The next customers whose figures the day has changed. */
async function crossed(app: App, after: string): Promise<string[]> {
  const { timeZone } = await app.company.settings();
  const { newFrom, activeFrom, dormantFrom } = stageEdges(app.clock.now(), timeZone);
  const { start, since } = await currentPeriod(app);
  const stage = stageSql('s.first_order_at', 's.last_order_at', ['$2', '$3', '$4']);
  const rows = await app.db.rows<{ id: string }>(
    `select s.customer_id as id
       from customer_stats s
      where s.customer_id > $1 and s.order_count > 0
        and (s.stage <> ${stage}
             or (s.period_start is null) <> ($5::date is null)
             or s.period_start > $5
             or (s.period_start < $5 and s.period_orders > 0
                 and exists (select from orders o
                              where o.customer_id = s.customer_id and o.placed_at < $6
                                and o.placed_at >= s.period_start::timestamp at time zone $7)))
      order by s.customer_id limit ${BATCH}`,
    [after, newFrom, activeFrom, dormantFrom, start, since, timeZone],
  );
  return rows.map(({ id }) => id);
}
