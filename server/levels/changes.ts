import type { Page, PageArgs } from '../../schema/common/connection.js';
import type { LevelChange } from '../../schema/levels/change.js';
import { LevelKind } from '../../schema/levels/enums.js';
import type { App } from '../app.js';
import { readPage } from '../graphql/read-page.js';

/** A change of a level as a plain row. */
export type LevelChangeRow = LevelChange;

/** The columns of level_change that each kind of level is kept in, from and to. */
export const CHANGE_COLUMNS: Record<LevelKind, { from: string; to: string }> = {
  [LevelKind.STAGE]: { from: 'stage_from', to: 'stage_to' },
  [LevelKind.VALUE_SEGMENT]: { from: 'value_from', to: 'value_to' },
  [LevelKind.RECENCY]: { from: 'recency_from', to: 'recency_to' },
  [LevelKind.FREQUENCY]: { from: 'frequency_from', to: 'frequency_to' },
  [LevelKind.MONETARY]: { from: 'monetary_from', to: 'monetary_to' },
};

/**
 * For a `from` list after `level_change l`: what changed in that row, one `k` per kind, in the order in which they are shown.
 * A row holds all that changed at one moment.
 */
export const CHANGED_KINDS = `lateral (
  values ${Object.entries(CHANGE_COLUMNS)
    .map(([kind, { from, to }], place) => `(${place}, '${kind}', l.${from}::text, l.${to}::text)`)
    .join(', ')}) as k (place, kind, from_code, to_code)`;

/** The key of one change, as text. */
export const CHANGE_REF = `l.customer_id || '/' || l.id || '/' || k.kind`;

/** The select list of a LevelChangeRow from `level_change l` and CHANGED_KINDS. */
export const LEVEL_CHANGE_COLUMNS = `${CHANGE_REF} as id, l.customer_id as "customerId", k.kind,
  k.from_code as "from", k.to_code as "to", l.cause, l.on_day as "on", l.at, l.days_since_order as "daysSinceOrder",
  l.days_since_event as "daysSinceEvent", l.order_count as "orderCount", l.spend`;

/** A page of one customer's changes, newest first. */
export function listChanges(app: App, customerId: string, page: PageArgs): Promise<Page<LevelChangeRow>> {
  return readPage<LevelChangeRow>(
    app.db,
    {
      columns: LEVEL_CHANGE_COLUMNS,
      from: `level_change l, ${CHANGED_KINDS}`,
      conditions: ['l.customer_id = $1', 'k.from_code is distinct from k.to_code'],
      params: [customerId],
      keys: [
        { sql: 'l.id', type: 'bigint', descending: true },
        { sql: 'k.place', type: 'int', descending: true },
      ],
    },
    page,
  );
}
