import { EventKind } from '../../schema/events/enums.js';
import type { CustomerEvent } from '../../schema/events/event.js';

/** The kinds, in the order in which they are shown. */
export const EVENT_KINDS = Object.values(EventKind);

/** All kinds as SQL: counts by the day are found by kind first. */
export const EVENT_KINDS_SQL = `'{${EVENT_KINDS.join(',')}}'::text[]`;

/** An event as a plain row. */
export type EventRow = CustomerEvent;

/** The select list of an EventRow from `customer_event e`. */
export const EVENT_COLUMNS = 'e.key as id, e.kind, e.at, e.source, e.sku, e.category, e.detail';
