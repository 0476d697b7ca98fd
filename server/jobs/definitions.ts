import type { App } from '../app.js';
import type { JobDefinition } from './jobs.js';

/** Every kind of background work, from each noun's `jobs.ts`. */
export function jobDefinitions(_app: App): JobDefinition[] {
  return [];
}
