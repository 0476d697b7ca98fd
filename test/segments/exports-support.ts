import { parse } from 'csv-parse/sync';
import { newId } from '../../server/database/id.js';
import { TEST_NOW, type TestApp } from '../support/app.js';
import { tagged, Worker } from './saved-support.js';

/** More than two batches of the writer. */
export const CROWD = 5_000;

/** Makes a crowd and the segment that it is; its id. */
export async function makeCrowd(t: TestApp): Promise<string> {
  const ids = Array.from({ length: CROWD }, () => newId());
  await t.app.db.rows(
    `with made as (insert into customer (id, name, phone, tags, registered_at, created_at, updated_at)
       select id, '客户' || n, '1380000' || lpad(n::text, 4, '0'), '{crowd}', $2, $2, $2
         from unnest($1::uuid[]) with ordinality as x (id, n) returning id)
     insert into customer_stats (customer_id) select id from made`,
    [ids, TEST_NOW],
  );
  return (await new Worker(t, 'MARKETING').segment('人群', tagged('crowd'))).id;
}

export const FIELDS =
  'export { id status total rows progress bytes contacts columns url expiresAt error segment { id } requestedBy { id } }';

let keys = 0;

/** Starts an export, each time under another key. */
export const start = (worker: Worker, segmentId: string, more: object = {}) =>
  worker.do(
    'segmentExportStart',
    'SegmentExportStartInput',
    { segmentId, idempotencyKey: `k${++keys}`, ...more },
    FIELDS,
  );

/** One of the worker's own exports. */
export const read = async (worker: Worker, id: string) =>
  (await worker.data(`query ($id: ID!) { segmentExport(id: $id) { ${FIELDS.slice(9, -2)} } }`, { id })).segmentExport;

/** What the server answers to a plain request of somebody, or of nobody. */
export const get = async (t: TestApp, worker: Worker | null, path: string) =>
  fetch(t.url + path, worker ? { headers: { authorization: `Bearer ${(await worker.session()).token}` } } : {});

/** Does the background work of an export here and now. */
export const run = (t: TestApp, id: string) => t.app.jobs.run('segments.export', { id });

/** The file of a finished export, as the bytes that came over the wire. */
export const fetchText = async (t: TestApp, worker: Worker, id: string) =>
  Buffer.from(await (await get(t, worker, `/segment-exports/${id}.csv`)).arrayBuffer()).toString('utf8');

export const table = (text: string) => parse(text, { bom: true }) as string[][];
