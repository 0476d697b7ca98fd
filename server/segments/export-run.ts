import type { Locale } from '../../schema/common/enums.js';
import type { SegmentRule } from '../../schema/segments/rules.js';
import { SegmentKind } from '../../schema/segments/segment-enums.js';
import type { App } from '../app.js';
import { csvLine, MARK } from '../csv.js';
import { sqlState } from '../database/database.js';
import { Params } from '../database/params.js';
import type { Transaction } from '../database/transaction.js';
import { cellsOf, headings, rowsSql } from './export-columns.js';
import { EXPORT_COLUMNS, type ExportRow } from './export-rows.js';
import { listRule } from './scope.js';

/** How many customers are written in one transaction: a few hundred kilobytes of file. */
const BATCH = 2_000;
/** How long a file is kept unless the company says otherwise (⚙ `retention.exportHours`), in hours. */
const KEEP_HOURS = 24;

type Work = ExportRow & { locale: Locale; kind: SegmentKind; rules: SegmentRule | null };

/** The database went away or is being stopped: another try will do, so the export has not failed. */
const passing = (error: unknown) => sqlState(error)?.startsWith('08') || sqlState(error)?.startsWith('57') || false;

/**
 * Writes the members of an export's segment to its file, from wherever it was left: first who they are, all at one moment, then their
 * lines, a batch per transaction. Ends quietly when the export was cancelled or is over. Two runners share the batches.
 */
export async function runExport(app: App, id: string): Promise<void> {
  try {
    await app.db.transaction((tx) => begin(app, tx, id));
    while (await app.db.transaction((tx) => writeBatch(app, tx, id))) {
      // one transaction after the other
    }
  } catch (error) {
    if (passing(error)) {
      throw error;
    }
    app.log.error({ err: error, exportId: id }, 'segment export failed');
    await app.db.transaction((tx) => fail(app, tx, id));
  }
}

/** The export and what it needs, locked, while it is to be worked on. */
async function hold(tx: Transaction, id: string): Promise<Work | undefined> {
  return tx.row<Work>(
    `select ${EXPORT_COLUMNS}, p.locale, g.kind, v.rules
       from segment_export e
       join staff p on p.id = e.requested_by
       join segment g on g.id = e.segment_id
       join segment_version v on v.segment_id = g.id and v.number = e.segment_version
      where e.id = $1 and e.status in ('READY', 'RUNNING') for update of e`,
    [id],
  );
}

/** Writes down who the members are, once; the header counts as written. */
async function begin(app: App, tx: Transaction, id: string): Promise<void> {
  const work = await hold(tx, id);
  if (!work || work.total !== null) {
    return;
  }
  const params = new Params();
  const slot = params.add(id, 'uuid');
  const rules = work.rules ?? listRule(work.segmentId);
  const members = await app.segments.membersSql(rules, params, { asOf: work.asOf });
  await tx.run("set local work_mem = '64MB'");
  await tx.run('set local jit = off');
  await tx.run(
    `insert into segment_export_chunk (export_id, seq, customer_ids)
     select ${slot}, n / ${BATCH}, array_agg(customer_id order by n)
       from (select customer_id, row_number() over (order by customer_id) - 1 as n from (${members}) m) x
      group by n / ${BATCH}`,
    params.values,
  );
  const total = await tx.row<{ n: number }>(
    'select coalesce(sum(cardinality(customer_ids)), 0)::int as n from segment_export_chunk where export_id = $1',
    [id],
  );
  await tx.run(`update segment_export set status = 'RUNNING', total = $2, bytes = $3, touched_at = $4 where id = $1`, [
    id,
    total!.n,
    Buffer.byteLength(headerOf(work)),
    app.clock.now(),
  ]);
}

/** The first line of an export's file. */
export function headerOf({ columns, locale }: Pick<Work, 'columns' | 'locale'>): string {
  return `${MARK}${csvLine(headings(columns, locale))}`;
}

/** Writes one batch; false when none is left, and the export is done then. */
async function writeBatch(app: App, tx: Transaction, id: string): Promise<boolean> {
  // The lock keeps erasures of these customers waiting until their lines can be taken out again.
  const work = await hold(tx, id);
  if (!work) {
    return false;
  }
  const chunk = await tx.row<{ seq: number; ids: string[] }>(
    `select seq, customer_ids as ids from segment_export_chunk
      where export_id = $1 and rows is null order by seq limit 1`,
    [id],
  );
  if (!chunk) {
    await finish(app, tx, work);
    return false;
  }
  const { timeZone } = await app.company.settings();
  const rows = await tx.rows<{ id: string; cells: (string | null)[] }>(rowsSql(work.columns), [
    chunk.ids,
    timeZone,
    work.locale,
  ]);
  const data = Buffer.from(rows.map((row) => csvLine(cellsOf(work.columns, work.contacts, row))).join(''));
  await tx.run('update segment_export_chunk set rows = $3, data = $4 where export_id = $1 and seq = $2', [
    id,
    chunk.seq,
    rows.length,
    data,
  ]);
  await tx.run('update segment_export set rows = rows + $2, bytes = bytes + $3, touched_at = $4 where id = $1', [
    id,
    rows.length,
    data.length,
    app.clock.now(),
  ]);
  return true;
}

async function finish(app: App, tx: Transaction, work: Work): Promise<void> {
  const now = app.clock.now();
  const { retention } = await app.company.settings();
  await tx.run(
    `update segment_export set status = 'DONE', finished_at = $2, touched_at = $2,
            expires_at = $2::timestamptz + make_interval(hours => $3) where id = $1`,
    [work.id, now, retention.exportHours ?? KEEP_HOURS],
  );
  await app.audit.record(tx, JOB_CALLER, {
    action: 'segmentExportFinish',
    subjectType: 'SegmentExport',
    subjectId: work.id,
    after: { segmentId: work.segmentId, requestedBy: work.requestedById, contacts: work.contacts, rows: work.rows },
  });
}

const JOB_CALLER = {
  principal: { kind: 'job' as const, name: 'segments.export' },
  origin: { ip: '', userAgent: undefined, requestId: '' },
};

/** Ends an export that cannot be carried out; what was written goes. */
async function fail(app: App, tx: Transaction, id: string): Promise<void> {
  const ended = await tx.run(
    `update segment_export set status = 'FAILED', finished_at = $2, touched_at = $2,
            error = 'Something went wrong here. It has been logged; start another one.'
      where id = $1 and status in ('READY', 'RUNNING')`,
    [id, app.clock.now()],
  );
  if (ended > 0) {
    await tx.run('delete from segment_export_chunk where export_id = $1', [id]);
  }
}
