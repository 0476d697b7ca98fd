import type { App } from '../app.js';
import type { JobDefinition } from '../jobs/jobs.js';

/** How long ended sessions can still be looked up, in days. */
const KEEP_ENDED = 90;

/** What staff accounts need in the background. */
export const staffJobs = (app: App): JobDefinition[] => [
  {
    name: 'staff.forget',
    cron: '40 3 * * *',
    /** Deletes sessions that ended long ago and counters of guesses that are over. */
    run: async () => {
      const before = new Date(app.clock.now().getTime() - KEEP_ENDED * 86_400_000);
      await app.db.rows('delete from staff_session where least(expires_at, revoked_at) < $1', [before]);
      await app.guessing.purge();
    },
  },
];
