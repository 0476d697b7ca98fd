import type { Page, PageArgs } from '../../schema/common/connection.js';
import type { App } from '../app.js';
import { planPage, toPage } from '../graphql/keyset.js';
import { IMPORT_COLUMNS, type ImportJobRow, type ImportRejectRow, withCounts } from './rows.js';

/** A page of imports, newest first. */
export async function listImports(app: App, args: PageArgs): Promise<Page<ImportJobRow>> {
  const params: unknown[] = [];
  const keys = [
    { sql: 'j.created_at', type: 'timestamptz', descending: true },
    { sql: 'j.id', type: 'uuid', descending: true },
  ];
  const plan = planPage(args, keys, params);
  const rows = await app.db.rows<ImportJobRow & { cursor_keys: string[] }>(
    `select ${IMPORT_COLUMNS}, ${plan.cursorSql} as cursor_keys
       from import_job j where ${plan.where} order by ${plan.orderBy} limit ${plan.limit + 1} offset ${plan.offset}`,
    params,
  );
  const count = () => countOf(app, 'select count(*) as n from import_job', []);
  return toPage(rows, plan, ({ cursor_keys: _, ...row }) => withCounts(row), count);
}

/** A page of the lines that an import left out, in the order of the file. */
export async function listRejects(app: App, importId: string, args: PageArgs): Promise<Page<ImportRejectRow>> {
  const params: unknown[] = [importId];
  const plan = planPage(args, [{ sql: 'r.line', type: 'bigint', descending: false }], params);
  const rows = await app.db.rows<ImportRejectRow & { cursor_keys: string[] }>(
    `select r.line, r.code, r.message, r.skipped, r.raw, ${plan.cursorSql} as cursor_keys
       from import_reject r where r.import_id = $1 and ${plan.where}
      order by ${plan.orderBy} limit ${plan.limit + 1} offset ${plan.offset}`,
    params,
  );
  const count = () => countOf(app, 'select count(*) as n from import_reject where import_id = $1', [importId]);
  return toPage(rows, plan, ({ cursor_keys: _, ...row }) => row, count);
}

async function countOf(app: App, sql: string, params: unknown[]): Promise<number> {
  const [row] = await app.db.rows<{ n: number }>(sql, params);
  return row!.n;
}
