import { formatMoney } from '../../schema/common/scalars.js';
import { ImportKind } from '../../schema/imports/enums.js';
import type { ImportJobRow } from '../imports/rows.js';

/** What each category is called in the table. */
const NAMES = {
  ORDERS: 'orders of customers',
  ANONYMOUS_ORDERS: 'orders, buyer known to be anonymous',
  REFUNDS: 'refunds',
  EVENTS: 'events',
  KNOWN_EVENTS: 'events known already, or of deleted people',
  SKIPPED: 'no sale',
  REJECTED: 'rejected',
};

/** The end of an import in words: what was made, and where every line of the file went. */
export function reportImport(job: ImportJobRow, seconds: number): string {
  const { kind, counts, options } = job;
  const rate = Math.round(counts.lines / Math.max(seconds, 0.001));
  const rows = counts.reconciliation.map(({ category, code, lines, amount }) =>
    row(code ? `${NAMES[category]}: ${code}` : NAMES[category], lines, amount),
  );
  const lines = counts.reconciliation.reduce((sum, one) => sum + one.lines, 0);
  return [
    '',
    `  ${counts.lines} lines in ${seconds.toFixed(1)} s (${rate}/s), ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`,
    ...(kind === ImportKind.EVENTS ? eventFigures(job) : orderFigures(job)),
    '',
    row('', 'lines', options.currency),
    ...rows,
    row(counts.balanced ? 'the whole file, to the penny' : 'THE FILE HAS OTHER SUMS', lines, ''),
    ...(counts.rejectedLines + counts.skippedLines > 0
      ? ['', `  The lines that were left out, with their reasons: panel, imports, or /imports/${job.id}/rejects.csv`]
      : []),
    '',
  ].join('\n');
}

function orderFigures({ counts, options }: ImportJobRow): string[] {
  return [
    `  ${counts.orders} orders new or changed, ${counts.ordersUnchanged} known, ${counts.reversals} refunds, ` +
      `${counts.customers} customers, ${formatMoney(counts.amount)} ${options.currency} net`,
    `  ${counts.duplicateLines} lines repeat another one of their order and count like it`,
  ];
}

function eventFigures({ counts }: ImportJobRow): string[] {
  return [`  ${counts.events} events new, ${counts.eventsUnchanged} known already or of deleted people`];
}

function row(name: string, lines: number | string, amount: string): string {
  return `  ${name.padEnd(44)}${String(lines).padStart(10)}${amount.padStart(18)}`;
}
