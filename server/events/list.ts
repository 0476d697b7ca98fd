import type { Page, PageArgs } from '../../schema/common/connection.js';
import type { EventKind } from '../../schema/events/enums.js';
import type { App } from '../app.js';
import { planPage, toPage } from '../graphql/keyset.js';
import { EVENT_COLUMNS, type EventRow } from './rows.js';

const KEYS = [
  { sql: 'e.at', type: 'timestamptz', descending: true },
  { sql: 'e.key', type: 'uuid', descending: true },
];

/** A page of one customer's events, newest first; of one kind, or of all. */
export async function listEvents(
  app: App,
  customerId: string,
  args: PageArgs,
  kind: EventKind | null,
): Promise<Page<EventRow>> {
  const params: unknown[] = [customerId, kind];
  const where = 'e.customer_id = $1 and ($2::text is null or e.kind = $2)';
  const plan = planPage(args, KEYS, params);
  // The row comparison alone would go through the months after the cursor's, too.
  const bound = args.after ? `and e.at <= $${params.length - 1}::timestamptz` : '';
  const rows = await app.db.rows<EventRow & { cursor_keys: string[] }>(
    `select ${EVENT_COLUMNS}, ${plan.cursorSql} as cursor_keys from customer_event e
      where ${where} ${bound} and ${plan.where} order by ${plan.orderBy} limit ${plan.limit + 1} offset ${plan.offset}`,
    params,
  );
  const count = async () => {
    const sql = `select count(*) from customer_event e where ${where}`;
    return (await app.db.rows<{ count: number }>(sql, [customerId, kind]))[0]!.count;
  };
  return toPage(rows, plan, ({ cursor_keys: _, ...row }) => row, count);
}
