import type { LevelsRefreshInput } from '../../schema/levels/inputs.js';
import { authorize } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { refreshCutoffs } from './cutoffs.js';
import { refreshDue } from './due.js';

/** Refreshes at somebody's wish what time, and with `cutoffs` also everybody's spend, has changed (S6); audited. Says how many were written. */
export async function refreshNow(app: App, caller: Caller, input: LevelsRefreshInput): Promise<number> {
  authorize(caller.principal, 'LEVEL_PUBLISH');
  const touched = (await refreshDue(app)) + (input.cutoffs ? await refreshCutoffs(app) : 0);
  await app.db.transaction((tx) =>
    app.audit.record(tx, caller, {
      action: 'levelsRefresh',
      subjectType: 'LevelVersion',
      after: { cutoffs: input.cutoffs === true, touched },
    }),
  );
  return touched;
}
