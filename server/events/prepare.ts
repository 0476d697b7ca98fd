import { UserErrorCode } from '../../schema/common/user-error.js';
import type { EventKind } from '../../schema/events/enums.js';
import type { EventInput } from '../../schema/events/inputs.js';
import { type Checked, RowCheck } from '../ingest/row-check.js';

/** One event, checked and ready to be written. */
export interface PreparedEvent {
  /** Its place in the batch. */
  index: number;
  id: string;
  kind: EventKind;
  customerExternalId: string;
  at: Date;
  sku: string | null;
  category: string | null;
  detail: string | null;
}

/** What an event is checked against. */
export interface EventTerms {
  now: Date;
  /** The first instant of the months that are kept. */
  oldest: Date;
}

/** The longest texts of an event, in characters. */
export const EVENT_TEXTS = { id: 100, customerExternalId: 200, sku: 100, category: 100, detail: 200 } as const;

/** Checks one pushed event; errors lie below `events.<index>`. */
export function prepareEvent(input: EventInput, index: number, { now, oldest }: EventTerms): Checked<PreparedEvent> {
  const check = new RowCheck(`events.${index}`, now);
  const id = check.text('id', input.id, { min: 1, max: EVENT_TEXTS.id });
  const max = EVENT_TEXTS.customerExternalId;
  const customerExternalId = check.text('customerExternalId', input.customerExternalId, { min: 1, max });
  const at = check.instant('at', input.at);
  const sku = check.optional('sku', input.sku, EVENT_TEXTS.sku);
  const category = check.optional('category', input.category, EVENT_TEXTS.category);
  const detail = check.optional('detail', input.detail, EVENT_TEXTS.detail);
  if (check.errors.length === 0 && at < oldest) {
    check.add('at', UserErrorCode.OUT_OF_RANGE, `Events from before ${oldest.toISOString()} are not kept.`);
  }
  if (check.errors.length > 0) {
    return { errors: check.errors };
  }
  return { row: { index, id, kind: input.kind, customerExternalId, at, sku, category, detail } };
}
