import type { App } from '../app.js';
import type { JobDefinition } from '../jobs/jobs.js';
import { keepNoLonger } from './retention.js';

/** Background work about customers. */
export function customerJobs(app: App): JobDefinition[] {
  return [{ name: 'customers.retention', cron: '20 3 * * *', run: () => keepNoLonger(app) }];
}
