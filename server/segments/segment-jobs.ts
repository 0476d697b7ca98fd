import type { App } from '../app.js';
import type { JobDefinition } from '../jobs/jobs.js';
import { expireExports, resumeSilent } from './export-keep.js';
import { runExport } from './export-run.js';
import { JOB } from './job-names.js';
import { refreshMembership } from './membership.js';

/** Background work of saved segments. */
export function segmentJobs(app: App): JobDefinition[] {
  const refresh: JobDefinition<{ id: string }> = {
    name: JOB.refresh,
    expireSeconds: 3600,
    run: ({ id }) => refreshMembership(app, id),
  };
  const write: JobDefinition<{ id: string }> = {
    name: JOB.export,
    expireSeconds: 6 * 3600,
    run: ({ id }) => runExport(app, id),
  };
  return [
    // After the levels' own daily refresh, so that the day's lines are crossed already.
    { name: JOB.daily, cron: '40 0 * * *', run: () => refreshAll(app) },
    refresh as unknown as JobDefinition,
    write as unknown as JobDefinition,
    {
      name: JOB.watch,
      cron: '* * * * *',
      run: async () => {
        await countNewOnes(app);
        await resumeSilent(app);
        await expireExports(app);
      },
    },
  ];
}

/** Counts segments that were never counted, such as those of the first start, when nothing could be put into the queue yet. */
async function countNewOnes(app: App): Promise<void> {
  await enqueueRefreshes(app, `refreshed_at is null and kind = 'DYNAMIC'`);
}

/** Puts every segment in use into the queue, so that several workers share them and one that fails keeps no other from it. */
async function refreshAll(app: App): Promise<void> {
  await enqueueRefreshes(app, 'true');
}

async function enqueueRefreshes(app: App, which: string): Promise<void> {
  await app.db.transaction(async (tx) => {
    const rows = await tx.rows<{ id: string }>(
      `select id from segment where archived_at is null and ${which} order by id`,
    );
    for (const { id } of rows) {
      await app.jobs.enqueue(tx, JOB.refresh, { id }, { key: id });
    }
  });
}
