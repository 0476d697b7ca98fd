import type { Page, PageArgs } from '../../schema/common/connection.js';
import type { TimelineKind } from '../../schema/customers/enums.js';
import type { TimelineItem } from '../../schema/customers/timeline.js';
import { authorize } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { type KeysetPlan, planPage, type SortKey, toPage } from '../graphql/keyset.js';
import { FAMILY } from './family.js';
import { BRANCHES, DETAILS } from './timeline-kinds.js';

interface Entry {
  kind: TimelineKind;
  ref: string;
  id: string;
  at: Date;
  cursor_keys: string[];
}

/**
 * All that happened with a customer and the profiles merged into theirs, newest first (A2). Each source gives at most
 * a page, so a long history costs no more than a short one.
 */
export async function timeline(
  app: App,
  caller: Caller,
  customerId: string,
  args: PageArgs,
): Promise<Page<TimelineItem>> {
  authorize(caller.principal, 'CUSTOMER_READ');
  const family = await app.db.rows<{ id: string }>(`with recursive ${FAMILY} select id from family`, [[customerId]]);
  const ids = family.map(({ id }) => id);
  const params: unknown[] = [ids, customerId];
  const { sql, plan } = pageSql(args, params);
  const rows = await app.db.rows<Entry>(sql, params);
  const details = await readDetails(app, rows.slice(0, plan.limit));
  return toPage(
    rows,
    plan,
    ({ id, at, kind, ref }): TimelineItem => ({ id, at, kind, ...details.get(`${kind}:${ref}`) }),
    () => count(app, [ids, customerId]),
  );
}

function pageSql(args: PageArgs, params: unknown[]): { sql: string; plan: KeysetPlan } {
  const plans = BRANCHES.map(({ from, where, at, ref, kind }) => {
    const id = `${kind} || ':' || ${ref}`;
    const keys: SortKey[] = [
      { sql: at, type: 'timestamptz', descending: true },
      { sql: `(${id})`, type: 'text', descending: true },
    ];
    const plan = planPage(args, keys, params);
    // The row comparison alone cannot use an index on the instant: its second part is no column.
    const bound = args.after ? `${at} <= $${params.length - 1}::timestamptz and ` : '';
    const sql = `(select ${kind}::text as kind, (${ref})::text as ref, ${id} as id, ${at} as at, ${plan.cursorSql} as cursor_keys
      from ${from} where ${where} and ${bound}${plan.where} order by ${at} desc, 3 desc limit ${plan.offset + plan.limit + 1})`;
    return { sql, plan };
  });
  const { plan } = plans[0]!;
  const sql = `select kind, ref, id, at, cursor_keys from (${plans.map((one) => one.sql).join(' union all ')}) as everything
    order by at desc, id desc limit ${plan.limit + 1} offset ${plan.offset}`;
  return { sql, plan };
}

/** What is behind each item, by kind and ref, as the item's field. */
async function readDetails(app: App, entries: Entry[]): Promise<Map<string, Partial<TimelineItem>>> {
  const found = new Map<string, Partial<TimelineItem>>();
  for (const [kind, items] of Map.groupBy(entries, (entry) => entry.kind)) {
    const detail = DETAILS[kind];
    if (detail) {
      for (const row of await app.db.rows<{ ref: string }>(detail.sql, [items.map(({ ref }) => ref)])) {
        found.set(`${kind}:${row.ref}`, { [detail.field]: row });
      }
    }
  }
  return found;
}

async function count(app: App, params: unknown[]): Promise<number> {
  const counts = BRANCHES.map(({ from, where }) => `(select count(*) from ${from} where ${where})`);
  const [row] = await app.db.rows<{ count: number }>(
    `select ${counts.join(' + ')} as count from (select $1::uuid[], $2::uuid) as used`,
    params,
  );
  return row!.count;
}
