import type { Transaction } from '../../database/transaction.js';
import { REASONS, type ReasonCode } from './reasons.js';

/** The reasons as rows for a statement to join. */
export const REASON_ROWS = JSON.stringify(Object.entries(REASONS).map(([code, reason]) => ({ code, ...reason })));
/** `REASON_ROWS` as the table `reason`, given its parameter. */
export const reasonTable = (slot: string) =>
  `jsonb_to_recordset(${slot}::jsonb) as reason (code text, message text, skipped boolean)`;

/** Takes lines that were understood out again, since their order cannot bear them. */
export async function rejectStaged(
  tx: Transaction,
  importId: string,
  lines: { line: number; code: ReasonCode }[],
): Promise<void> {
  if (lines.length === 0) {
    return;
  }
  await tx.run(
    `with gone as (
       delete from import_line l using unnest($3::int[], $4::text[]) as x (line, code)
        where l.import_id = $1 and l.line = x.line
       returning l.line, x.code, l.exact, l.raw
     )
     insert into import_reject (import_id, line, code, message, skipped, amount, raw)
     select $1, gone.line, gone.code, reason.message, reason.skipped, gone.exact, gone.raw
       from gone join ${reasonTable('$2')} using (code)`,
    [importId, REASON_ROWS, lines.map(({ line }) => line), lines.map(({ code }) => code)],
  );
}
