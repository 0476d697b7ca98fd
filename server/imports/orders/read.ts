import type { Transaction } from '../../database/transaction.js';
import type { Run } from '../checkpoint.js';
import { type CsvRecord, readCsv } from '../csv.js';
import { keptCsv, type LeftOut, recordLeftOut, toCsv } from '../left-out.js';
import { openSource } from '../source.js';
import { LineReader, type OrderFileLine } from './line.js';
import { REASONS, type ReasonCode } from './reasons.js';

const BATCH = 2_000;
/** How much of the whole work reading is. */
export const READ_SHARE = 0.4;

/** A line that was understood, with its row in the file. */
interface Staged {
  row: number;
  line: OrderFileLine;
  raw: string;
}

/** The lines of one batch, each in one of two places, and what they add up to. */
class Batch {
  readonly staged: Staged[] = [];
  readonly leftOut: LeftOut<ReasonCode>[] = [];
  exact = 0n;
  row = 0;

  add(reader: LineReader, { row, cells }: CsvRecord): void {
    const read = reader.read(cells);
    const exact = 'line' in read ? read.line.exact : read.exact;
    if ('line' in read) {
      this.staged.push({ row, line: read.line, raw: toCsv(cells) });
    } else {
      this.leftOut.push({ line: row, code: read.reason, exact, raw: keptCsv(cells) });
    }
    this.exact += BigInt(exact ?? 0);
    this.row = row;
  }

  get size(): number {
    return this.staged.length + this.leftOut.length;
  }
}

/**
 * First phase: every line of the file goes into the database, understood or with the reason why not. Going on after
 * an interruption reads the file from its start again, since a gzip archive has no middle, and skips what is there.
 */
export async function readFile(run: Run): Promise<void> {
  const { app, task } = run;
  const source = await openSource(app, task.storedPath);
  const { columns, records } = await readCsv(source);
  const reader = new LineReader(columns, task.mapping, app.clock.now());
  const flush = (batch: Batch) =>
    run.step(async (tx) => {
      await stage(tx, run, batch.staged);
      await recordLeftOut(tx, task.id, REASONS, batch.leftOut);
      const fileLines = run.checkpoint.fileLines + batch.size;
      const skipped = batch.leftOut.filter(({ code }) => REASONS[code].skipped).length;
      return {
        checkpoint: {
          row: batch.row,
          columns,
          fileLines,
          fileExact: String(BigInt(run.checkpoint.fileExact) + batch.exact),
        },
        counts: {
          lines: fileLines,
          skippedLines: run.counts.skippedLines + skipped,
          rejectedLines: run.counts.rejectedLines + batch.leftOut.length - skipped,
        },
        share: (READ_SHARE * source.bytesRead()) / Math.max(1, task.bytesTotal),
      };
    });
  let batch = new Batch();
  for await (const record of records) {
    if (record.row <= run.checkpoint.row) {
      continue;
    }
    batch.add(reader, record);
    if (batch.size >= BATCH) {
      await flush(batch);
      batch = new Batch();
    }
  }
  if (batch.size > 0) {
    await flush(batch);
  }
  await run.step(async () => ({ checkpoint: { phase: 'GROUP', columns }, share: READ_SHARE }));
}

async function stage(tx: Transaction, run: Run, staged: Staged[]): Promise<void> {
  if (staged.length === 0) {
    return;
  }
  const column = <K extends keyof OrderFileLine>(key: K) => staged.map(({ line }) => line[key]);
  await tx.run(
    `insert into import_line (import_id, line, number, customer, placed_at, sku, name, category, quantity, unit_price,
                              amount, exact, raw)
     select $1, line, number, customer,
            case when zoned then placed_at::timestamptz else placed_at::timestamp at time zone $2 end,
            sku, name, category, quantity, unit_price, amount, exact, raw
       from unnest($3::int[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::text[], $9::text[], $10::text[],
                   $11::int[], $12::bigint[], $13::bigint[], $14::bigint[], $15::text[])
         as x (line, number, customer, placed_at, zoned, sku, name, category, quantity, unit_price, amount, exact, raw)`,
    [
      run.task.id,
      run.task.options.timeZone,
      staged.map(({ row }) => row),
      column('number'),
      column('customer'),
      staged.map(({ line }) => line.when.text),
      staged.map(({ line }) => line.when.zoned),
      column('sku'),
      column('name'),
      column('category'),
      column('quantity'),
      column('unitPrice'),
      column('amount'),
      column('exact'),
      staged.map(({ raw }) => raw),
    ],
  );
}
