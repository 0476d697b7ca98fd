import type { App } from '../app.js';
import { benefitJobs } from '../benefits/jobs.js';
import { customerJobs } from '../customers/jobs.js';
import { eventJobs } from '../events/jobs.js';
import { importJobs } from '../imports/jobs.js';
import { levelJobs } from '../levels/jobs.js';
import { pointsJobs } from '../points/jobs.js';
import { segmentJobs } from '../segments/segment-jobs.js';
import { staffJobs } from '../staff/jobs.js';
import { tierJobs } from '../tiers/jobs.js';
import type { JobDefinition } from './jobs.js';

/** Every kind of background work, from each noun's `jobs.ts`. */
export function jobDefinitions(app: App): JobDefinition[] {
  return [
    ...benefitJobs(app),
    ...customerJobs(app),
    ...eventJobs(app),
    ...importJobs(app),
    ...levelJobs(app),
    ...pointsJobs(app),
    ...segmentJobs(app),
    ...staffJobs(app),
    ...tierJobs(app),
  ];
}
