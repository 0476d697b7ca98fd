import type { App } from '../app.js';
import { Run, Superseded } from './checkpoint.js';
import { ImportFailure, isPassing } from './failure.js';
import { KINDS } from './kinds.js';

/**
 * Carries an import out, from wherever it was left. Faults of the file fail the import with a reason; it can be
 * resumed. A database that went away is thrown, for the queue to try again. Ends quietly when the import was cancelled, is over, or was taken up by somebody else.
 */
export async function runImport(app: App, id: string): Promise<void> {
  const run = await Run.begin(app, id);
  if (!run) {
    return;
  }
  try {
    for (const [phase, work] of KINDS[run.task.kind].phases) {
      if (run.checkpoint.phase === phase) {
        await work(run);
      }
    }
  } catch (error) {
    if (error instanceof Superseded) {
      return;
    }
    if (isPassing(error)) {
      throw error;
    }
    if (!(error instanceof ImportFailure)) {
      app.log.error({ err: error, importId: id }, 'import failed');
    }
    const words =
      error instanceof ImportFailure ? error.message : 'Something went wrong here. It has been logged; resume it.';
    await run.fail(words);
  }
}
