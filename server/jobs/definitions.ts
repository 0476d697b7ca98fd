import type { App } from '../app.js';
import { pointsJobs } from '../points/jobs.js';
import { tierJobs } from '../tiers/jobs.js';
import type { JobDefinition } from './jobs.js';

/** Every kind of background work, from each noun's `jobs.ts`. */
export function jobDefinitions(app: App): JobDefinition[] {
  return [...pointsJobs(app), ...tierJobs(app)];
}
