import type { App } from '../app.js';
import type { JobDefinition } from '../jobs/jobs.js';
import { grantBirthdayGifts } from './birthdays.js';
import { releaseOverdue } from './settle.js';

/** Reservations run out to the minute; birthdays are looked at every day. */
export const benefitJobs = (app: App): JobDefinition[] => [
  { name: 'benefits.releaseOverdue', cron: '* * * * *', run: () => releaseOverdue(app) },
  { name: 'benefits.birthdays', cron: '10 0 * * *', run: () => grantBirthdayGifts(app) },
];
