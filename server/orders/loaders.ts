import DataLoader from 'dataloader';
import type { App } from '../app.js';
import { ORDER_COLUMNS, type OrderLineRow, type OrderReversalRow, type OrderRow } from './rows.js';

/** Orders by id; null for those that do not exist. */
export const orderLoader = (app: App) =>
  new DataLoader<string, OrderRow | null>(async (ids) => {
    const rows = await app.db.hot.rows<OrderRow>(
      'orders by id',
      `select ${ORDER_COLUMNS} from orders o where o.id = any($1::uuid[])`,
      [ids],
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  });

/** The lines of orders by order id, in their order. */
export const orderLinesLoader = (app: App) =>
  new DataLoader<string, OrderLineRow[]>(async (ids) => {
    const rows = await app.db.rows<OrderLineRow>(
      `select order_id as "orderId", position, sku, name, category, quantity, unit_price as "unitPrice", amount
         from order_line where order_id = any($1::uuid[]) order by order_id, position`,
      [ids],
    );
    return grouped(ids, rows);
  });

/** The reversals of orders by order id, as they happened. */
export const orderReversalsLoader = (app: App) =>
  new DataLoader<string, OrderReversalRow[]>(async (ids) => {
    const rows = await app.db.rows<OrderReversalRow>(
      `select order_id as "orderId", id, number, kind, amount, applied, reason, occurred_at as "occurredAt"
         from order_reversal where order_id = any($1::uuid[]) order by order_id, occurred_at, number`,
      [ids],
    );
    return grouped(ids, rows);
  });

function grouped<R extends { orderId: string }>(ids: readonly string[], rows: R[]): R[][] {
  const byOrder = new Map<string, R[]>(ids.map((id) => [id, []]));
  for (const row of rows) {
    byOrder.get(row.orderId)?.push(row);
  }
  return ids.map((id) => byOrder.get(id)!);
}
