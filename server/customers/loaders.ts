import DataLoader from 'dataloader';
import type { App } from '../app.js';
import { CUSTOMER_COLUMNS, type CustomerRow, type CustomerStatsRow, STATS_COLUMNS } from './rows.js';

/** Customers by id; null for those that do not exist. */
export const customerLoader = (app: App) =>
  new DataLoader<string, CustomerRow | null>(async (ids) => {
    const rows = await app.db.hot.rows<CustomerRow>(
      'customers by id',
      `select ${CUSTOMER_COLUMNS} from customer c where c.id = any($1::uuid[])`,
      [ids],
    );
    return inOrder(ids, rows, ({ id }) => id);
  });

/** Figures by customer id; null for customers that do not exist. */
export const customerStatsLoader = (app: App) =>
  new DataLoader<string, CustomerStatsRow | null>(async (ids) => {
    const rows = await app.db.hot.rows<CustomerStatsRow>(
      'customer stats by id',
      `select ${STATS_COLUMNS} from customer_stats s where s.customer_id = any($1::uuid[])`,
      [ids],
    );
    return inOrder(ids, rows, ({ customerId }) => customerId);
  });

/** One row per id in the ids' order, null where there is none. */
function inOrder<R>(ids: readonly string[], rows: R[], idOf: (row: R) => string): (R | null)[] {
  const byId = new Map(rows.map((row) => [idOf(row), row]));
  return ids.map((id) => byId.get(id) ?? null);
}
