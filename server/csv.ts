/** What a file begins with, so that spreadsheets read it as UTF-8. */
export const MARK = '\ufeff';

/** One line of a file for spreadsheets, with its end. */
export function csvLine(cells: string[]): string {
  return `${cells.map(safeCell).join(',')}\r\n`;
}

/** A cell that a spreadsheet shows as text: what it would take for a formula gets an apostrophe; numbers stay numbers. */
export function safeCell(cell: string): string {
  const formula = /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell);
  const text = formula ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) || formula ? `"${text.replaceAll('"', '""')}"` : text;
}
