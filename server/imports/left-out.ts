import type { Transaction } from '../database/transaction.js';

/** Why a line is left out: a fault, or on purpose. */
export interface Reason {
  message: string;
  skipped: boolean;
}

/** A line that was left out while it was read. */
export interface LeftOut<Code extends string = string> {
  /** Its row in the file. */
  line: number;
  code: Code;
  /** 1/10000 of the file's currency unit; null: nothing, or unreadable. */
  exact: number | null;
  raw: string;
}

/** Records lines that were left out while they were read. */
export async function recordLeftOut<Code extends string>(
  tx: Transaction,
  importId: string,
  reasons: Record<Code, Reason>,
  lines: readonly LeftOut<Code>[],
): Promise<void> {
  if (lines.length === 0) {
    return;
  }
  await tx.run(
    `insert into import_reject (import_id, line, code, message, skipped, amount, raw)
     select $1, * from unnest($2::int[], $3::text[], $4::text[], $5::boolean[], $6::bigint[], $7::text[])`,
    [
      importId,
      lines.map(({ line }) => line),
      lines.map(({ code }) => code),
      lines.map(({ code }) => reasons[code].message),
      lines.map(({ code }) => reasons[code].skipped),
      lines.map(({ exact }) => exact),
      lines.map(({ raw }) => raw),
    ],
  );
}

/** A record as a line of CSV again, as it is kept with its reason: without what PostgreSQL cannot keep, and not without end. */
export function keptCsv(cells: readonly string[]): string {
  return storable(toCsv(cells));
}

/** A record as a line of CSV again. */
export function toCsv(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

function storable(raw: string): string {
  return raw.toWellFormed().replaceAll('\0', '').slice(0, 4_000);
}
