import { CustomerOrderBy, CustomerStatus } from '../../schema/customers/enums.js';
import { type KeysetPlan, type PageRequest, planPage, type SortKey } from '../graphql/keyset.js';
import { ALL_STAGES, type Conditions, figuresOnly } from './list-filter.js';

/** Gives a value its placeholder in a statement. */
const putInto = (params: unknown[]) => (value: unknown) => `$${params.push(value)}`;

/** Merged and deleted profiles are few: looking each row up in their small index is next to nothing. */
const ACTIVE = `not exists (select from customer x where x.id = s.customer_id and x.status <> 'ACTIVE')`;

interface PageSql {
  /** Selects id, cursor_keys and n (the place on the page), one row more than the page holds. */
  sql: string;
  plan: KeysetPlan;
}

/** The statement that finds a page's ids; `allTiers` are the ids of every tier there is. */
export function pageSql(
  conditions: Conditions,
  request: PageRequest,
  orderBy: CustomerOrderBy,
  allTiers: string[],
  params: unknown[],
): PageSql {
  const descending = orderBy.endsWith('_DESC');
  const by = (sql: string, type: string): SortKey => ({ sql, type, descending });
  if (orderBy === CustomerOrderBy.LAST_ORDER_DESC || orderBy === CustomerOrderBy.LAST_ORDER_ASC) {
    return byLastOrder(conditions, request, descending, params);
  }
  const spend = orderBy === CustomerOrderBy.SPEND_DESC || orderBy === CustomerOrderBy.SPEND_ASC;
  const keys = spend
    ? [by('s.spend', 'bigint'), by('s.customer_id', 'uuid')]
    : [by('c.registered_at', 'timestamptz'), by('c.id', 'uuid')];
  const plan = planPage(request, keys, params);
  const columns = `${keys[0]!.sql} as k, s.customer_id as id`;
  const found =
    spend && figuresOnly(conditions) && (conditions.tiers || conditions.stages)
      ? perTierAndStage(conditions, columns, plan, allTiers, params)
      : `select ${columns} from ${rowsSql(conditions, params, !spend)} and ${plan.where}
          order by ${plan.orderBy} limit ${upTo(plan)}`;
  return { sql: outer([found], plan, descending), plan };
}

/** How many rows a branch may contribute: those skipped, the page, and one to know whether more follow. */
const upTo = (plan: KeysetPlan) => plan.offset + plan.limit + 1;

function outer(branches: string[], plan: KeysetPlan, descending: boolean): string {
  const direction = descending ? 'desc' : 'asc';
  return `select id, array[k::text, id::text] as cursor_keys, row_number() over (order by k ${direction}, id ${direction}) as n
    from (${branches.map((branch) => `(${branch})`).join(' union all ')}) found
   order by n limit ${plan.limit + 1} offset ${plan.offset}`;
}

/** One short ordered index scan per tier and stage beats sorting all of them by far. */
function perTierAndStage(
  conditions: Conditions,
  columns: string,
  plan: KeysetPlan,
  allTiers: string[],
  params: unknown[],
): string {
  const put = putInto(params);
  const stages = `unnest(${put(conditions.stages ?? ALL_STAGES)}::text[]) as g (stage)`;
  const rest = [...conditions.stats.map((condition) => condition(put)), ACTIVE, plan.where].join(' and ');
  const scan = (tier: string) => `cross join lateral (
    select ${columns} from customer_stats s where s.tier_id ${tier} and s.stage = g.stage and ${rest}
     order by ${plan.orderBy} limit ${upTo(plan)}) one`;
  const branches = [
    `select one.* from unnest(${put(conditions.tiers ?? allTiers)}::uuid[]) as t (id) cross join ${stages} ${scan('= t.id')}`,
  ];
  if (conditions.tiers === null || conditions.noTier) {
    branches.push(`select one.* from ${stages} ${scan('is null')}`);
  }
  return branches.join(' union all ');
}

/** Two index scans, those who ordered before those who never did; an infinite key in the cursor says which one goes on. */
function byLastOrder(conditions: Conditions, request: PageRequest, descending: boolean, params: unknown[]): PageSql {
  const never = descending ? `'-infinity'::timestamptz` : `'infinity'::timestamptz`;
  const branch = (key: string, present: string) => {
    const keys = [
      { sql: key, type: 'timestamptz', descending },
      { sql: 's.customer_id', type: 'uuid', descending },
    ];
    const plan = planPage(request, keys, params);
    const order = descending
      ? 's.last_order_at desc nulls last, s.customer_id desc'
      : 's.last_order_at asc nulls first, s.customer_id asc';
    const sql = `select ${key} as k, s.customer_id as id from ${rowsSql(conditions, params, false)}
      and s.last_order_at ${present} and ${plan.where} order by ${order} limit ${upTo(plan)}`;
    return { sql, plan };
  };
  const ordered = branch('s.last_order_at', 'is not null');
  const others = branch(never, 'is null');
  return { sql: outer([ordered.sql, others.sql], ordered.plan, descending), plan: ordered.plan };
}

/** `from` and `where` of all rows that meet the conditions; profiles are joined only where they are needed. */
function rowsSql(conditions: Conditions, params: unknown[], profile: boolean): string {
  const put = putInto(params);
  const where = figuresWhere(conditions, put);
  if (figuresOnly(conditions) && !profile) {
    return `customer_stats s where ${[ACTIVE, ...where].join(' and ')}`;
  }
  where.push(`c.status = ${put(conditions.status)}`, ...conditions.customer.map((condition) => condition(put)));
  if (conditions.search) {
    where.push(`c.id in (${conditions.search(put)})`);
  }
  return `customer c join customer_stats s on s.customer_id = c.id where ${where.join(' and ')}`;
}

function figuresWhere(conditions: Conditions, put: (value: unknown) => string): string[] {
  const where = conditions.stats.map((condition) => condition(put));
  if (conditions.tiers) {
    const tiers = `s.tier_id = any(${put(conditions.tiers)}::uuid[])`;
    where.push(conditions.noTier ? `(${tiers} or s.tier_id is null)` : tiers);
  }
  if (conditions.stages) {
    where.push(`s.stage = any(${put(conditions.stages)}::text[])`);
  }
  return where;
}

/** The statement that counts exactly all that meet the conditions. */
export function countSql(conditions: Conditions, params: unknown[]): string {
  if (!figuresOnly(conditions)) {
    return `select count(*) as count from ${rowsSql(conditions, params, true)}`;
  }
  const where = ['true', ...figuresWhere(conditions, putInto(params))].join(' and ');
  // All rows from the index, less the few that are merged or deleted.
  return `select (select count(*) from customer_stats s where ${where})
    - (select count(*) from customer x join customer_stats s on s.customer_id = x.id
        where x.status <> '${CustomerStatus.ACTIVE}' and ${where}) as count`;
}
