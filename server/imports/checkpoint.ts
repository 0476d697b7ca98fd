import type { ImportCounts } from '../../schema/imports/counts.js';
import type { ImportKind } from '../../schema/imports/enums.js';
import type { App } from '../app.js';
import type { Transaction } from '../database/transaction.js';
import { CUTOFFS_JOB } from '../levels/cutoffs.js';
import type { Mapping } from './fields.js';

/** How far an import is; saved in the transaction of each batch, so that a batch has its effect exactly once. */
export interface Checkpoint {
  /** Counts the batches: a runner that finds another number than it left knows that somebody else has taken over. */
  step: number;
  phase: 'READ' | 'GROUP' | 'ORDERS' | 'CREDITS' | 'FINISH';
  /** READ: the last row of the file that is in the database. */
  row: number;
  /** ORDERS: the last invoice whose order was taken, of how many. */
  seq: number;
  groups: number;
  /** CREDITS: the last customer whose credits were taken, in the order of their ids. */
  customer: string;
  /** The header, for the report of rejected lines. */
  columns: string[];
  /** What the file says of itself: its lines and the sum of those whose amount can be read, in 1/10000. */
  fileLines: number;
  fileExact: string;
}

/** The counts that an import begins with. */
export const NO_COUNTS: ImportCounts = {
  lines: 0,
  orders: 0,
  ordersUnchanged: 0,
  events: 0,
  eventsUnchanged: 0,
  reversals: 0,
  customers: 0,
  anonymousLines: 0,
  rejectedLines: 0,
  duplicateLines: 0,
  skippedLines: 0,
  amount: 0,
  reconciliation: [],
  balanced: null,
};

const START: Checkpoint = {
  step: 0,
  phase: 'READ',
  row: 1,
  seq: 0,
  groups: 0,
  customer: '',
  columns: [],
  fileLines: 0,
  fileExact: '0',
};

/** What an import is told to do. */
export interface ImportTask {
  id: string;
  kind: ImportKind;
  storedPath: string;
  mapping: Mapping[];
  options: { source: string; currency: string; timeZone: string };
  bytesTotal: number;
}

/** The change that one batch makes to checkpoint and counts. */
export interface Advance {
  checkpoint: Partial<Checkpoint>;
  counts?: Partial<ImportCounts>;
  /** The share of the whole work that is done afterwards, from 0 to 1. */
  share: number;
  /** Nothing is left to do. */
  done?: true;
}

/** The import was cancelled, or another runner has taken it over: this one has nothing more to do. */
export class Superseded extends Error {}

/** Whether an import runs and stands where this runner left it, in SQL. */
const ours = (step: string) => `status = 'RUNNING' and coalesce((checkpoint->>'step')::int, 0) = ${step}`;

/** One runner's hold on an import. */
export class Run {
  private constructor(
    readonly app: App,
    readonly task: ImportTask,
    private current: Checkpoint,
    private totals: ImportCounts,
  ) {}

  /** Takes an import up where it was left; null when it is not to be run. */
  static async begin(app: App, id: string): Promise<Run | null> {
    const [row] = await app.db.rows<ImportTask & { checkpoint: Checkpoint | null; counts: Partial<ImportCounts> }>(
      `update import_job
          set status = 'RUNNING', started_at = coalesce(started_at, $2), touched_at = $2, error = null, finished_at = null
        where id = $1 and status in ('READY', 'RUNNING')
        returning id, kind, stored_path as "storedPath", mapping, options, bytes_total as "bytesTotal", checkpoint, counts`,
      [id, app.clock.now()],
    );
    if (!row) {
      return null;
    }
    const { checkpoint, counts, ...task } = row;
    return new Run(app, task, checkpoint ?? START, { ...NO_COUNTS, ...counts });
  }

  get checkpoint(): Readonly<Checkpoint> {
    return this.current;
  }

  get counts(): Readonly<ImportCounts> {
    return this.totals;
  }

  /** Does one batch and remembers it, in one transaction; throws Superseded when the import is no longer ours. */
  async step(work: (tx: Transaction) => Promise<Advance>): Promise<void> {
    const expected = this.current.step;
    const [checkpoint, counts] = await this.app.db.transaction(async (tx) => {
      await this.#hold(tx, expected);
      const advance = await work(tx);
      const next = { ...this.current, ...advance.checkpoint, step: expected + 1 };
      const totals = { ...this.totals, ...advance.counts };
      await tx.run(
        `update import_job
            set checkpoint = $2::jsonb, counts = $3::jsonb, lines_done = $4, bytes_done = round(bytes_total * $5::numeric),
                touched_at = $6, status = case when $7 then 'DONE' else status end,
                finished_at = case when $7 then $6::timestamptz end
          where id = $1`,
        [
          this.task.id,
          JSON.stringify(next),
          JSON.stringify(totals),
          next.fileLines,
          Math.min(1, advance.share),
          this.app.clock.now(),
          advance.done ?? false,
        ],
      );
      if (advance.done) {
        // A file moves everybody's spend at once: its cut-offs need not wait for the night (S3).
        await this.app.jobs.enqueue(tx, CUTOFFS_JOB, {}, { key: CUTOFFS_JOB });
      }
      return [next, totals] as const;
    });
    this.current = checkpoint;
    this.totals = counts;
  }

  /** Ends the import with a reason, unless it is no longer ours. */
  async fail(reason: string): Promise<void> {
    await this.app.db.rows(
      `update import_job set status = 'FAILED', error = $2, finished_at = $3 where id = $1 and ${ours('$4')}`,
      [this.task.id, reason, this.app.clock.now(), this.current.step],
    );
  }

  /** Keeps other runners out until the transaction ends. */
  async #hold(tx: Transaction, step: number): Promise<void> {
    const held = await tx.row(`select 1 from import_job where id = $1 and ${ours('$2')} for update`, [
      this.task.id,
      step,
    ]);
    if (!held) {
      throw new Superseded();
    }
  }
}
