import { LevelCause } from '../../schema/levels/enums.js';
import type { App } from '../app.js';
import type { Transaction } from '../database/transaction.js';
import { relevel } from './relevel.js';

/** The job that moves customers to what a published version gives. */
export const PUBLISH_JOB = 'levels.publish';

/** Customers looked at in one transaction; only those who change are locked and written. */
const BATCH = 5_000;

/**
 * Moves one batch of customers, in the order of their ids, to what the version being published gives them; after the last
 * one it is PUBLISHED. Progress is kept with each batch, so a run that was cut short is simply run again, and a second
 * worker leaves the version to the first. Gives whether there is more to do.
 */
export async function sweepBatch(app: App, batch = BATCH): Promise<boolean> {
  return app.db.transaction(async (tx) => {
    const version = await tx.row<{ id: string; sweptTo: string | null }>(
      `select id, swept_to as "sweptTo" from level_version where status = 'PUBLISHING' for no key update skip locked`,
    );
    if (!version) {
      return false;
    }
    const { count, last } = (await tx.row<{ count: number; last: string | null }>(
      `select count(*)::int as count, (array_agg(id order by id desc))[1] as last from (
         select customer_id as id from customer_stats where $1::uuid is null or customer_id > $1
          order by customer_id limit $2) as next`,
      [version.sweptTo, batch],
    ))!;
    if (last === null) {
      await finish(app, tx, version.id);
      return false;
    }
    await relevel(app, tx, { after: version.sweptTo, upTo: last }, LevelCause.PUBLISH, 'anew');
    await tx.run(
      `update level_version set progress_done = least(progress_total, progress_done + $2), swept_to = $3 where id = $1`,
      [version.id, count, last],
    );
    return true;
  });
}

async function finish(app: App, tx: Transaction, id: string): Promise<void> {
  await tx.run(`update level_version set status = 'SUPERSEDED' where status = 'PUBLISHED'`);
  await tx.run(
    `update level_version set status = 'PUBLISHED', progress_done = progress_total, updated_at = $2 where id = $1`,
    [id, app.clock.now()],
  );
}
