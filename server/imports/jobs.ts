import type { App } from '../app.js';
import type { JobDefinition } from '../jobs/jobs.js';
import { runImport } from './run.js';
import { sweepUploads } from './uploads.js';

/** The names of this noun's background work. */
export const JOB = { run: 'imports.run', watch: 'imports.watch', sweep: 'imports.sweep' };

/** How long a runner may be silent before its import is given to another, in minutes. */
const SILENCE = 3;

/** Background work of imports. */
export function importJobs(app: App): JobDefinition[] {
  const run: JobDefinition<{ id: string }> = {
    name: JOB.run,
    expireSeconds: 6 * 3600,
    run: ({ id }) => runImport(app, id),
  };
  return [
    run as unknown as JobDefinition,
    { name: JOB.watch, cron: '* * * * *', run: () => resumeSilent(app) },
    { name: JOB.sweep, cron: '40 3 * * *', run: () => sweepUploads(app) },
  ];
}

/** Gives imports whose worker died to another one. Two runners of one import cannot both have an effect. */
async function resumeSilent(app: App): Promise<void> {
  await app.db.transaction(async (tx) => {
    const now = app.clock.now();
    const silent = await tx.rows<{ id: string }>(
      `update import_job set touched_at = $1
        where status in ('READY', 'RUNNING') and stored_path like 'upload:%'
          and touched_at < $1::timestamptz - make_interval(mins => ${SILENCE})
       returning id`,
      [now],
    );
    for (const { id } of silent) {
      await app.jobs.enqueue(tx, JOB.run, { id });
    }
  });
}
