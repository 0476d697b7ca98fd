import { ProgramStatus, TierMoveCause } from '../../schema/tiers/enums.js';
import type { App } from '../app.js';
import type { Transaction } from '../database/transaction.js';
import type { ProgramContent } from './content.js';
import { evaluate, lockStats } from './evaluate.js';
import { findVersion, type VersionRow } from './versions.js';

/** The job that carries out publishing. */
export const PUBLISH_JOB = 'tiers.publish';

/**
 * Moves one batch of customers, in the order of their ids, to what the version being published gives them; after the
 * last one the version is PUBLISHED. Progress is kept with each batch, so a run that was cut short is simply run again.
 * Gives whether there is more to do.
 */
export async function sweepBatch(app: App, batch: number): Promise<boolean> {
  return app.db.transaction(async (tx) => {
    const [row] = await tx.rows<{ id: string; sweptTo: string | null }>(
      `select id, swept_to as "sweptTo" from program_version where status = 'PUBLISHING' for no key update skip locked`,
    );
    const version = row && (await findVersion(tx, { id: row.id }));
    if (!version) {
      return false;
    }
    await knowInForce(app, version);
    const next = await tx.rows<{ customerId: string }>(
      `select customer_id as "customerId" from customer_stats where $1::uuid is null or customer_id > $1
        order by customer_id limit $2`,
      [row.sweptTo, batch],
    );
    const customerIds = next.map(({ customerId }) => customerId);
    if (customerIds.length === 0) {
      await finish(app, tx, version);
      return false;
    }
    await lockStats(tx, customerIds);
    if (await windowChanged(tx, version)) {
      await app.orders.refreshFigures(tx, customerIds);
    }
    const cause = version.rollbackOfId ? TierMoveCause.ROLLBACK : TierMoveCause.PUBLISH;
    await evaluate(app, tx, customerIds, { cause });
    await tx.run(
      `update program_version set progress_done = least(progress_total, progress_done + $2), swept_to = $3, error = null where id = $1`,
      [version.id, customerIds.length, customerIds.at(-1)],
    );
    return true;
  });
}

/** This server may not have heard of the switch yet; figures of a new window need the new rules. */
async function knowInForce(app: App, version: VersionRow): Promise<void> {
  if ((await app.program.published()).versionId !== version.id) {
    app.configuration.forget('program');
    await app.program.published();
  }
}

/** Notes on the version what interrupted its publishing; the next run clears it. */
export async function noteInterruption(app: App): Promise<void> {
  await app.db.rows(
    `update program_version set error = 'Publishing was interrupted; it goes on by itself.' where status = 'PUBLISHING'`,
  );
}

async function finish(app: App, tx: Transaction, version: VersionRow): Promise<void> {
  await tx.run(`update program_version set status = 'SUPERSEDED' where status = 'PUBLISHED'`);
  await tx.run(
    `update program_version set status = 'PUBLISHED', progress_done = progress_total, error = null, updated_at = $2 where id = $1`,
    [version.id, app.clock.now()],
  );
  tx.afterCommit(() => app.configuration.forget('program'));
}

async function windowChanged(tx: Transaction, { content }: VersionRow): Promise<boolean> {
  const [old] = await tx.rows<{ content: ProgramContent }>('select content from program_version where status = $1', [
    ProgramStatus.PUBLISHED,
  ]);
  const { settings } = content;
  return (
    old?.content.settings.window !== settings.window || old.content.settings.windowMonths !== settings.windowMonths
  );
}
