import type { Page, PageArgs } from '../../schema/common/connection.js';
import { OrderOrderBy } from '../../schema/orders/enums.js';
import type { OrderFilter } from '../../schema/orders/inputs.js';
import type { App } from '../app.js';
import { isId } from '../database/id.js';
import { planPage, toPage } from '../graphql/keyset.js';
import { searchText } from '../graphql/validate.js';
import { ORDER_COLUMNS, type OrderRow } from './rows.js';

type ListedOrder = OrderRow & { cursor_keys: string[] };

/** A page of the orders that the filter lets through; both sort orders follow an index. */
export async function listOrders(
  app: App,
  args: PageArgs,
  filter: OrderFilter,
  orderBy: OrderOrderBy,
): Promise<Page<OrderRow>> {
  const descending = orderBy === OrderOrderBy.PLACED_AT_DESC;
  const params: unknown[] = [];
  const where = conditions(filter, params);
  const countParams = [...params];
  const plan = planPage(
    args,
    [
      { sql: 'o.placed_at', type: 'timestamptz', descending },
      { sql: 'o.id', type: 'uuid', descending },
    ],
    params,
  );
  const rows = await app.db.rows<ListedOrder>(
    `select ${ORDER_COLUMNS}, ${plan.cursorSql} as cursor_keys
       from orders o where ${where} and ${plan.where}
      order by ${plan.orderBy} limit ${plan.limit + 1} offset ${plan.offset}`,
    params,
  );
  const count = async () => {
    const [row] = await app.db.rows<{ n: number }>(`select count(*) as n from orders o where ${where}`, countParams);
    return row!.n;
  };
  return toPage(rows, plan, ({ cursor_keys: _, ...order }) => order, count);
}

function conditions(filter: OrderFilter, params: unknown[]): string {
  const slot = (value: unknown) => `$${params.push(value)}`;
  const parts = ['true'];
  if (filter.customerId) {
    parts.push(isId(filter.customerId) ? `o.customer_id = ${slot(filter.customerId)}` : 'false');
  }
  if (filter.source) {
    parts.push(`o.source = ${slot(searchText('filter.source', filter.source))}`);
  }
  if (filter.number) {
    parts.push(`o.number = ${slot(searchText('filter.number', filter.number))}`);
  }
  if (filter.status) {
    parts.push(`o.status = ${slot(filter.status)}`);
  }
  if (filter.placedSince) {
    parts.push(`o.placed_at >= ${slot(filter.placedSince)}`);
  }
  if (filter.placedUntil) {
    parts.push(`o.placed_at < ${slot(filter.placedUntil)}`);
  }
  if (typeof filter.anonymous === 'boolean') {
    parts.push(`o.customer_id is ${filter.anonymous ? '' : 'not '}null`);
  }
  return parts.join(' and ');
}
