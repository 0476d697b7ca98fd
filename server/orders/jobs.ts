import type { App } from '../app.js';
import type { JobDefinition } from '../jobs/jobs.js';
import { refreshDaily } from './daily.js';

/** Background work of orders. */
export function orderJobs(app: App): JobDefinition[] {
  // Before the tiers' own daily work, which reads these figures.
  return [{ name: 'figures.daily', cron: '1 0 * * *', run: () => refreshDaily(app) }];
}
