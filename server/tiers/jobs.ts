import type { App } from '../app.js';
import type { JobDefinition } from '../jobs/jobs.js';
import { endGrants } from './grants.js';
import { endPeriods } from './periods.js';
import { noteInterruption, PUBLISH_JOB, sweepBatch } from './sweep.js';
import { welcomeEverybody } from './welcome.js';

/** How many customers one transaction looks at; between them, others get at the rows. */
const BATCH = 500;
/** The same for publishing, which passes over everybody and moves few. */
const SWEEP_BATCH = 2_000;

/** The programme's background work. Each step is kept by itself, so a run that was cut short is simply run again. */
export function tierJobs(app: App): JobDefinition[] {
  return [
    {
      name: 'tiers.daily',
      cron: '5 0 * * *',
      run: async () => {
        await untilNone(() => endPeriods(app, BATCH));
        await untilNone(() => welcomeEverybody(app, BATCH));
      },
    },
    {
      // Also by the minute: what a killed server left half published is taken up again.
      name: PUBLISH_JOB,
      cron: '* * * * *',
      run: async () => {
        try {
          while (await sweepBatch(app, SWEEP_BATCH)) {
            // one transaction after the other
          }
        } catch (error) {
          await noteInterruption(app);
          throw error;
        }
      },
    },
    {
      name: 'tiers.grants',
      cron: '*/5 * * * *',
      run: () => untilNone(() => endGrants(app, BATCH)),
    },
  ];
}

async function untilNone(step: () => Promise<number>): Promise<void> {
  while ((await step()) > 0) {
    // one transaction after the other
  }
}
