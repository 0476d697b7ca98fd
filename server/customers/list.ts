import type { Page } from '../../schema/common/connection.js';
import type { CustomerListArgs } from '../../schema/customers/inputs.js';
import { authorize, may } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { toPage } from '../graphql/keyset.js';
import { type Conditions, conditionsOf, figuresOnly } from './list-filter.js';
import { countSql, pageSql } from './list-sql.js';
import { type CustomerRow, LISTED_COLUMNS, type ListedCustomerRow } from './rows.js';

type ListRow = ListedCustomerRow & { cursor_keys: string[] };

/** A page of customers; a filter by clear contact data works only for those who may see it (A4). */
export async function list(app: App, caller: Caller, args: CustomerListArgs): Promise<Page<CustomerRow>> {
  authorize(caller.principal, 'CUSTOMER_READ');
  const conditions = conditionsOf(args.filter ?? {}, may(caller.principal, 'CUSTOMER_REVEAL'));
  const allTiers = [...(await app.program.published()).everyTier.keys()];
  const params: unknown[] = [];
  const { sql, plan } = pageSql(conditions, args, args.orderBy, allTiers, params);
  const usual = isUsual(conditions) && USUAL_SIZES.has(args.first) && !args.offset;
  const text = `with page as materialized (${sql})
     select ${LISTED_COLUMNS}, page.cursor_keys
       from page join customer c on c.id = page.id join customer_stats s on s.customer_id = page.id order by page.n`;
  const rows = await (usual ? app.db.prepared<ListRow>(text, params) : app.db.rows<ListRow>(text, params));
  return toPage(
    rows,
    plan,
    ({ cursor_keys: _, ...row }) => row,
    () => count(app, conditions),
  );
}

async function count(app: App, conditions: Conditions): Promise<number> {
  const params: unknown[] = [];
  const sql = countSql(conditions, params);
  type Row = { count: number };
  const [row] = await (isUsual(conditions) ? app.db.prepared<Row>(sql, params) : app.db.rows<Row>(sql, params));
  return row!.count;
}

/** How long a page usually is. */
const USUAL_SIZES = new Set([10, 25, 50, 100]);

/** By tier and stage lists are asked for all day, in a handful of forms; other filters make too many to keep them planned. */
function isUsual(conditions: Conditions): boolean {
  return figuresOnly(conditions) && conditions.stats.length === 0;
}

/** Every tag in use, in order. */
export async function tags(app: App, caller: Caller): Promise<string[]> {
  authorize(caller.principal, 'CUSTOMER_READ');
  const rows = await app.db.rows<{ tag: string }>(
    `select distinct unnest(tags) as tag from customer where tags <> '{}' order by tag limit 500`,
  );
  return rows.map(({ tag }) => tag);
}
