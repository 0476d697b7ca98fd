import type { App } from '../app.js';
import { type Checkpoint, Run, Superseded } from './checkpoint.js';
import { ImportFailure, isPassing } from './failure.js';
import { takeCredits } from './orders/credits.js';
import { finish } from './orders/finish.js';
import { groupLines } from './orders/group.js';
import { takeInvoices } from './orders/orders.js';
import { readFile } from './orders/read.js';

type Phase = Checkpoint['phase'];

/** The phases of an import in their order; each leaves the checkpoint at the next one. */
const PHASES: [Phase, (run: Run) => Promise<void>][] = [
  ['READ', readFile],
  ['GROUP', groupLines],
  ['ORDERS', takeInvoices],
  ['CREDITS', takeCredits],
  ['FINISH', finish],
];

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
    for (const [phase, work] of PHASES) {
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
