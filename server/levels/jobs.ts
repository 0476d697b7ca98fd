import type { App } from '../app.js';
import type { JobDefinition } from '../jobs/jobs.js';
import { CUTOFFS_JOB, refreshCutoffs, scheduledCutoffs } from './cutoffs.js';
import { refreshDue } from './due.js';
import { PUBLISH_JOB, sweepBatch } from './sweep.js';

/** Background work of levels. Each step is kept by itself, so a run that was cut short is simply run again. */
export function levelJobs(app: App): JobDefinition[] {
  return [
    {
      // Right after midnight, before the tiers' own daily work, which reads these figures; by the hour for what was missed.
      name: 'levels.refresh',
      cron: '1 * * * *',
      run: async () => {
        await refreshDue(app);
        await scheduledCutoffs(app);
      },
    },
    {
      name: CUTOFFS_JOB,
      run: async () => {
        await refreshCutoffs(app);
      },
    },
    {
      // Also by the minute: what a killed server left half published is taken up again.
      name: PUBLISH_JOB,
      cron: '* * * * *',
      run: async () => {
        while (await sweepBatch(app)) {
          // one transaction after the other
        }
      },
    },
  ];
}
