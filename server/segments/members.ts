import type { Page } from '../../schema/common/connection.js';
import { SegmentMemberOrderBy as OrderBy } from '../../schema/segments/segment-enums.js';
import type { SegmentMemberArgs, SegmentMemberFilter } from '../../schema/segments/segment-inputs.js';
import type { App } from '../app.js';
import { conditionsOf } from '../customers/list-filter.js';
import { type CustomerRow, LISTED_COLUMNS, type ListedCustomerRow } from '../customers/rows.js';
import { Params } from '../database/params.js';
import { type KeysetPlan, planPage, type SortKey, toPage } from '../graphql/keyset.js';
import type { SegmentRow } from './saved-rows.js';
import { rulesInForce } from './scope.js';

/** From this share of everybody on, a page is found sooner by walking everybody in its order than by finding all members first (measured). */
const WIDE = 0.002;

/** What a page is sorted by, and how an index has it. */
interface Branch {
  key: string;
  type: string;
  /** The customer's id, from the table that the key is from: only so can one index give both. */
  id: 's.customer_id' | 'c.id';
  /** Which rows this branch is of. */
  rows: string;
  /** How an index has the key where nulls do not come last by themselves. */
  nulls: string;
}

/** A page of a segment's members, now or at the end of a day; `contact`: whether the caller may search by contact data (A4). */
export async function listMembers(
  app: App,
  segment: SegmentRow,
  args: SegmentMemberArgs,
  contact: boolean,
  signal: AbortSignal | undefined,
): Promise<Page<CustomerRow>> {
  const asOf = args.asOf ?? null;
  const [rules, wide] = await Promise.all([rulesInForce(app, segment, asOf), isWide(app, segment)]);
  const filter = args.filter ?? {};
  const profile = [OrderBy.REGISTERED_DESC, OrderBy.REGISTERED_ASC].includes(args.orderBy);
  const params = new Params();
  const focus = !asOf && wide ? 'each' : 'all';
  const { from, where } = await app.segments.matching(rules, params, { asOf, focus, profile });
  const conditions = `${where} and ${filterSql(filter, contact, params)}`;
  const { sql, plan } = pageSql({ from, conditions, args, asOf, walk: focus === 'each' }, params);
  const rows = await app.db.slow.rows<ListedCustomerRow & { cursor_keys: string[] }>(
    `with page as materialized (${sql})
     select ${LISTED_COLUMNS}, page.cursor_keys
       from page join customer c on c.id = page.id join customer_stats s on s.customer_id = page.id order by page.n`,
    params.values,
    { signal },
  );
  const count = async () => {
    const values = new Params();
    const all = await app.segments.matching(rules, values, { asOf });
    const [row] = await app.db.slow.rows<{ n: number }>(
      `select count(*) as n from ${all.from} where ${all.where} and ${filterSql(filter, contact, values)}`,
      values.values,
      { signal },
    );
    return row!.n;
  };
  return toPage(rows, plan, ({ cursor_keys: _, ...row }) => row, count);
}

/** As of its last refresh, against what PostgreSQL knows of the number of customers. */
async function isWide(app: App, { members }: SegmentRow): Promise<boolean> {
  const [row] = await app.db.hot.rows<{ n: number }>(
    'about how many customers',
    `select reltuples::float8 as n from pg_class where oid = 'customer_stats'::regclass`,
    [],
  );
  // Below zero: PostgreSQL has not looked yet.
  return members !== null && row!.n > 0 && members > WIDE * row!.n;
}

/** The caller's own conditions on top of the segment's. */
function filterSql(filter: SegmentMemberFilter, contact: boolean, params: Params): string {
  const { tiers, stages, search } = conditionsOf(filter, contact);
  const where = ['true'];
  if (tiers) {
    where.push(`s.tier_id = any(${params.add(tiers, 'uuid[]')})`);
  }
  if (stages) {
    where.push(`s.stage = any(${params.add(stages, 'text[]')})`);
  }
  if (search) {
    where.push(`s.customer_id in (${search((value) => params.add(value, 'text'))})`);
  }
  return where.join(' and ');
}

interface PageSpec {
  from: string;
  conditions: string;
  args: SegmentMemberArgs;
  asOf: string | null;
  /** Whether to walk everybody in the page's order until it is full, rather than find all members and sort them. */
  walk: boolean;
}

/** The statement that finds a page's ids: id, cursor_keys and n (the place on the page), one row more than the page holds. */
function pageSql({ from, conditions, args, asOf, walk }: PageSpec, params: Params): { sql: string; plan: KeysetPlan } {
  const descending = args.orderBy.endsWith('_DESC');
  const direction = descending ? 'desc' : 'asc';
  const plans = branchesOf(args.orderBy, asOf !== null).map((branch) => {
    const keys: SortKey[] = [
      { sql: branch.key, type: branch.type, descending },
      { sql: branch.id, type: 'uuid', descending },
    ];
    const plan = planPage(args, keys, params.values);
    const order = branch.nulls
      ? `s.last_order_at ${direction} ${branch.nulls}, s.customer_id ${direction}`
      : plan.orderBy;
    const found = `select ${branch.key} as k, s.customer_id as id from ${from}
      where ${conditions} and ${branch.rows} and ${plan.where}`;
    // The planner believes that any page is soon full, and would walk over everybody for the sake of few: `offset 0` forbids it.
    const sorted = walk
      ? `${found} order by ${order}`
      : `select m.k, m.id from (${found} offset 0) m order by m.k ${direction}, m.id ${direction}`;
    return { sql: `${sorted} limit ${plan.offset + plan.limit + 1}`, plan };
  });
  const { plan } = plans[0]!;
  const sql = `select id, array[k::text, id::text] as cursor_keys, row_number() over (order by k ${direction}, id ${direction}) as n
    from (${plans.map((one) => `(${one.sql})`).join(' union all ')}) found
   order by n limit ${plan.limit + 1} offset ${plan.offset}`;
  return { sql, plan };
}

function branchesOf(orderBy: OrderBy, computed: boolean): Branch[] {
  const one = (key: string, type: string, id: Branch['id'] = 's.customer_id'): Branch[] => [
    { key, type, id, rows: 'true', nulls: '' },
  ];
  switch (orderBy) {
    case OrderBy.SPEND_DESC:
    case OrderBy.SPEND_ASC:
      return one('s.spend', 'bigint');
    case OrderBy.REGISTERED_DESC:
    case OrderBy.REGISTERED_ASC:
      return one('c.registered_at', 'timestamptz', 'c.id');
    case OrderBy.LAST_ORDER_DESC:
    case OrderBy.LAST_ORDER_ASC: {
      const descending = orderBy === OrderBy.LAST_ORDER_DESC;
      const never = `'${descending ? '-' : ''}infinity'::timestamptz`;
      if (computed) {
        return one(`coalesce(s.last_order_at, ${never})`, 'timestamptz');
      }
      // Those who never ordered apart, so that both parts are read in the order of an index.
      const nulls = descending ? 'nulls last' : 'nulls first';
      return [
        {
          key: 's.last_order_at',
          type: 'timestamptz',
          id: 's.customer_id',
          rows: 's.last_order_at is not null',
          nulls,
        },
        { key: never, type: 'timestamptz', id: 's.customer_id', rows: 's.last_order_at is null', nulls },
      ];
    }
  }
}
