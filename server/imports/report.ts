import { parse } from 'csv-parse/sync';
import type { App } from '../app.js';
import { csvLine, MARK } from '../csv.js';
import type { ImportJobRow, ImportRejectRow } from './rows.js';

const PAGE = 1_000;

/** The report of the lines that an import left out: row, reason, and the cells as the file had them. */
export async function* rejectReport(app: App, job: ImportJobRow): AsyncGenerator<string> {
  yield `${MARK}${csvLine(['row', 'code', 'reason', ...(job.checkpoint?.columns ?? [])])}`;
  let after = 0;
  for (;;) {
    const rows = await app.db.rows<ImportRejectRow>(
      `select line, code, message, skipped, raw from import_reject
        where import_id = $1 and line > $2 order by line limit ${PAGE}`,
      [job.id, after],
    );
    yield rows.map(({ line, code, message, raw }) => csvLine([String(line), code, message, ...cellsOf(raw)])).join('');
    if (rows.length < PAGE) {
      return;
    }
    after = rows.at(-1)!.line;
  }
}

function cellsOf(raw: string): string[] {
  return (parse(raw, { relax_quotes: true, relax_column_count: true }) as string[][])[0] ?? [''];
}
