import { ImportKind } from '../../schema/imports/enums.js';
import type { App } from '../app.js';
import { eventTerms } from '../events/months.js';
import type { Checkpoint, Run } from './checkpoint.js';
import { finishEvents } from './events/finish.js';
import { EventLineReader } from './events/line.js';
import { readEvents } from './events/read.js';
import { EVENT_REASONS } from './events/reasons.js';
import type { Mapping } from './fields.js';
import type { Reason } from './left-out.js';
import { takeCredits } from './orders/credits.js';
import { finish } from './orders/finish.js';
import { groupLines } from './orders/group.js';
import { LineReader } from './orders/line.js';
import { takeInvoices } from './orders/orders.js';
import { readFile } from './orders/read.js';
import { REASONS } from './orders/reasons.js';

/** What is done with one kind of file. */
interface KindRule {
  /** The phases of an import in their order; each leaves the checkpoint at the next one. */
  phases: [Checkpoint['phase'], (run: Run) => Promise<void>][];
  /** Why a line is left out, by the reason's code. */
  reasons: Record<string, Reason>;
  /** A reader of records that says which are left out, by the reason's code. */
  tryOut(app: App, columns: string[], mapping: Mapping[]): Promise<(cells: string[]) => string | undefined>;
}

/** Every kind of file, and what is done with it. */
export const KINDS: Record<ImportKind, KindRule> = {
  [ImportKind.ORDERS]: {
    phases: [
      ['READ', readFile],
      ['GROUP', groupLines],
      ['ORDERS', takeInvoices],
      ['CREDITS', takeCredits],
      ['FINISH', finish],
    ],
    reasons: REASONS,
    tryOut: async (app, columns, mapping) => codesOf(new LineReader(columns, mapping, app.clock.now())),
  },
  [ImportKind.EVENTS]: {
    phases: [
      ['READ', readEvents],
      ['FINISH', finishEvents],
    ],
    reasons: EVENT_REASONS,
    tryOut: async (app, columns, mapping) => codesOf(new EventLineReader(columns, mapping, await eventTerms(app))),
  },
};

function codesOf(reader: { read(cells: string[]): { reason: string } | object }) {
  return (cells: string[]) => {
    const read = reader.read(cells);
    return 'reason' in read ? read.reason : undefined;
  };
}
