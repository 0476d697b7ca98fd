import { eventTerms } from '../../events/months.js';
import type { EventTerms, PreparedEvent } from '../../events/prepare.js';
import { takeEvents } from '../../events/take.js';
import type { Run } from '../checkpoint.js';
import { type CsvRecord, readCsv } from '../csv.js';
import { keptCsv, type LeftOut, recordLeftOut } from '../left-out.js';
import { openSource } from '../source.js';
import { type EventLine, EventLineReader, outside } from './line.js';
import { EVENT_REASONS, type EventReasonCode } from './reasons.js';

const BATCH = 1_000;
/** How much of the whole work reading is; counting at the end is the rest. */
const READ_SHARE = 0.99;

/** One batch of records: events, by their rows as index, and lines that are left out. */
interface Batch {
  row: number;
  size: number;
  events: PreparedEvent[];
  leftOut: LeftOut<EventReasonCode>[];
}

/**
 * First phase: every line of the file is taken in as the event that it is, or recorded with the reason why not; each batch with its
 * checkpoint. Going on after an interruption reads the file from its start again and skips what is done.
 */
export async function readEvents(run: Run): Promise<void> {
  const { app, task } = run;
  const source = await openSource(app, task.storedPath);
  const { columns, records } = await readCsv(source);
  const terms = await eventTerms(app);
  const reader = new EventLineReader(columns, task.mapping, terms);
  const flush = async (waiting: CsvRecord[]) => {
    const batch = await understand(run, reader, terms, waiting);
    await app.events.months.with(
      batch.events.map(({ at }) => at),
      () => take(run, batch, columns, (READ_SHARE * source.bytesRead()) / Math.max(1, task.bytesTotal)),
    );
  };
  let waiting: CsvRecord[] = [];
  for await (const record of records) {
    if (record.row <= run.checkpoint.row) {
      continue;
    }
    waiting.push(record);
    if (waiting.length >= BATCH) {
      await flush(waiting);
      waiting = [];
    }
  }
  if (waiting.length > 0) {
    await flush(waiting);
  }
  await run.step(async () => ({ checkpoint: { phase: 'FINISH', columns }, share: READ_SHARE }));
}

async function understand(run: Run, reader: EventLineReader, terms: EventTerms, records: CsvRecord[]): Promise<Batch> {
  const leftOut: LeftOut<EventReasonCode>[] = [];
  const leave = ({ row, cells }: CsvRecord, code: EventReasonCode) =>
    leftOut.push({ line: row, code, exact: null, raw: keptCsv(cells) });
  const understood: { record: CsvRecord; line: EventLine }[] = [];
  for (const record of records) {
    const read = reader.read(record.cells);
    if ('line' in read) {
      understood.push({ record, line: read.line });
    } else {
      leave(record, read.reason);
    }
  }
  const instants = await readInstants(
    run,
    understood.map(({ line }) => line),
  );
  const events = understood.flatMap(({ record, line: { when: _, ...line } }, i): PreparedEvent[] => {
    const at = instants[i]!;
    const reason = outside(at.getTime(), terms);
    if (reason) {
      leave(record, reason);
      return [];
    }
    return [{ index: record.row, at, ...line }];
  });
  return { row: records.at(-1)!.row, size: records.length, events, leftOut };
}

/** The instants that lines mean, by the file's time zone where they have no offset. */
async function readInstants({ app, task }: Run, lines: EventLine[]): Promise<Date[]> {
  const rows = await app.db.rows<{ at: Date }>(
    `select case when zoned then text::timestamptz else text::timestamp at time zone $1 end as at
       from unnest($2::text[], $3::boolean[]) with ordinality as x (text, zoned, n) order by n`,
    [task.options.timeZone, lines.map(({ when }) => when.precise), lines.map(({ when }) => when.zoned)],
  );
  return rows.map(({ at }) => at);
}

async function take(run: Run, batch: Batch, columns: string[], share: number): Promise<void> {
  const { app, task } = run;
  await run.step(async (tx) => {
    const fresh = await takeEvents(app, tx, task.options.source, batch.events);
    await recordLeftOut(tx, task.id, EVENT_REASONS, batch.leftOut);
    const lines = run.checkpoint.fileLines + batch.size;
    return {
      checkpoint: { row: batch.row, columns, fileLines: lines },
      counts: {
        lines,
        events: run.counts.events + fresh.size,
        eventsUnchanged: run.counts.eventsUnchanged + batch.events.length - fresh.size,
        rejectedLines: run.counts.rejectedLines + batch.leftOut.length,
      },
      share,
    };
  });
}
