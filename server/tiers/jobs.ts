import type { App } from '../app.js';
import type { JobDefinition } from '../jobs/jobs.js';
import { endGrants } from './grants.js';
import { endPeriods, welcomeEverybody } from './periods.js';

/** How many customers one transaction looks at; between them, others get at the rows. */
const BATCH = 500;

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
