import type { App } from '../app.js';
import type { JobDefinition } from '../jobs/jobs.js';
import { expirePoints, remindOfExpiry } from './expiry.js';

/** Points run out at company midnight; running every hour makes up for a server that was down then. */
export const pointsJobs = (app: App): JobDefinition[] => [
  { name: 'points.expire', cron: '1 * * * *', run: () => expirePoints(app) },
  { name: 'points.remind', cron: '0 9 * * *', run: () => remindOfExpiry(app) },
];
