import { ImportField } from '../../../schema/imports/enums.js';
import { EVENT_TEXTS, type EventTerms, type PreparedEvent } from '../../events/prepare.js';
import { isStorable } from '../../graphql/validate.js';
import type { Mapping } from '../fields.js';
import { withoutFraction } from '../orders/line.js';
import { parseWhen, type When } from '../orders/parse.js';
import { kindOf } from './kinds.js';
import type { EventReasonCode } from './reasons.js';

/** An event as a file has it: all but the instant, which only the database can tell from a wall clock. */
export type EventLine = Omit<PreparedEvent, 'index' | 'at'> & { when: When };

const DAY = 86_400_000;

/** Whether an instant is none that events may have, and how many milliseconds of doubt there are about it. */
export function outside(at: number, { now, oldest }: EventTerms, doubt = 0): EventReasonCode | undefined {
  if (at > now.getTime() + DAY + doubt) {
    return 'FUTURE_DATE';
  }
  return at < oldest.getTime() - doubt ? 'TOO_OLD' : undefined;
}

/** Reads the cells of a file of events whose columns were mapped. */
export class EventLineReader {
  readonly #index: Partial<Record<ImportField, number>> = {};
  readonly #width: number;

  constructor(
    columns: string[],
    mapping: Mapping[],
    private readonly terms: EventTerms,
  ) {
    this.#width = columns.length;
    for (const { field, column } of mapping) {
      this.#index[field as ImportField] = columns.indexOf(column);
    }
  }

  /** What one record is, or why it is left out. */
  read(cells: string[]): { line: EventLine } | { reason: EventReasonCode } {
    if (cells.length !== this.#width) {
      return { reason: 'WRONG_COLUMN_COUNT' };
    }
    if (cells.some((cell) => cell.length > 1000 || !isStorable(cell) || cell.includes('\ufffd'))) {
      return { reason: 'BAD_TEXT' };
    }
    const text = (field: ImportField) => cells[this.#index[field] ?? -1]?.trim() ?? '';
    const texts = {
      id: text(ImportField.id),
      customerExternalId: withoutFraction(text(ImportField.customerExternalId)),
      sku: text(ImportField.sku) || null,
      category: text(ImportField.category) || null,
      detail: text(ImportField.detail) || null,
    };
    const kind = kindOf(text(ImportField.kind));
    const when = parseWhen(text(ImportField.at));
    if (texts.id === '') {
      return { reason: 'ID_MISSING' };
    }
    if (texts.customerExternalId === '') {
      return { reason: 'CUSTOMER_MISSING' };
    }
    if (
      Object.entries(EVENT_TEXTS).some(([name, max]) => [...(texts[name as keyof typeof texts] ?? '')].length > max)
    ) {
      return { reason: 'BAD_TEXT' };
    }
    if (!kind) {
      return { reason: 'UNKNOWN_KIND' };
    }
    if (!when) {
      return { reason: 'BAD_DATE' };
    }
    const reason = outside(when.approximate, this.terms, DAY);
    return reason ? { reason } : { line: { ...texts, kind, when } };
  }
}
