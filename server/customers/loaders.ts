import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import type { App } from '../app.js';
import type { Context } from '../graphql/context.js';
import { asksOnly } from '../graphql/look-ahead.js';
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

/** What lists show of a customer beside something else, and what is found by the id alone. */
const BRIEF = new Set(['__typename', 'id', 'name', 'phone', 'email', 'status', 'tier', 'membership', 'stats']);

/** The same customers with a fifth of their columns: lists of fifty spend most of their time reading columns. */
const briefCustomerLoader = (app: App) =>
  new DataLoader<string, CustomerRow | null>(async (ids) => {
    const rows = await app.db.hot.rows<CustomerRow>(
      'customers in brief',
      'select id, name, phone, email, status from customer where id = any($1::uuid[])',
      [ids],
    );
    return inOrder(ids, rows, ({ id }) => id);
  });

/** The customer with this id, with as many columns as the field's selection needs. */
export function customerFor(context: Context, info: GraphQLResolveInfo, id: string): Promise<CustomerRow | null> {
  return context.loaders.get(asksOnly(info, BRIEF) ? briefCustomerLoader : customerLoader).load(id);
}

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
