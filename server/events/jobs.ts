import type { App } from '../app.js';
import type { JobDefinition } from '../jobs/jobs.js';

/** Background work about events. */
export function eventJobs(app: App): JobDefinition[] {
  return [{ name: 'events.months', cron: '40 3 * * *', run: () => app.events.months.keep() }];
}
