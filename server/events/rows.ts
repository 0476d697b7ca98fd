import type { CustomerEvent } from '../../schema/events/event.js';

/** An event as a plain row. */
export type EventRow = CustomerEvent;

/** The select list of an EventRow from `customer_event e`. */
export const EVENT_COLUMNS = 'e.key as id, e.kind, e.at, e.source, e.sku, e.category, e.detail';
