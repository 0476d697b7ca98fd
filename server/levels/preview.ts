import { LevelKind } from '../../schema/levels/enums.js';
import type { LevelRules } from '../../schema/levels/rules.js';
import type { LevelMatrix, LevelPreview } from '../../schema/levels/version.js';
import type { App } from '../app.js';
import { companyDay } from '../calendar/days.js';
import { frequentUntilSql } from '../events/frequent.js';
import { computeCutoffs } from './cutoffs.js';
import { levelsSql } from './decision.js';
import { ruleRelation } from './rules.js';

/** A preview as it is kept with the version: its instant is ISO text. */
export type KeptPreview = Omit<LevelPreview, 'computedAt'> & { computedAt: string };

/** How many go from one combination of levels to another: [before, after] by kind. */
type Counted = { [kind in LevelKind]: [string | null, string | null] } & { customers: number };

/**
 * What the rules would do to all active customers if they were published now: one statement over everybody, on the very
 * decision that publishing then carries out, with cut-offs computed for their shares.
 */
export async function computePreview(app: App, rules: LevelRules): Promise<KeptPreview> {
  const { timeZone } = await app.company.settings();
  const now = app.clock.now();
  const cutoffs = await computeCutoffs(app.db, rules.monetaryShares);
  const counted = await app.db.rows<Counted>(PREVIEW, [
    JSON.stringify(rules),
    cutoffs,
    companyDay(now, timeZone),
    timeZone,
  ]);
  const kinds = Object.values(LevelKind);
  const total = sum(counted);
  const stay = sum(counted.filter((row) => kinds.every((kind) => row[kind][0] === row[kind][1])));
  return {
    computedAt: now.toISOString(),
    total,
    stay,
    changed: total - stay,
    cutoffs: cutoffs ?? [],
    matrices: kinds.map((kind) => matrixOf(kind, counted)),
  };
}

const sum = (rows: { customers: number }[]) => rows.reduce((total, { customers }) => total + customers, 0);

function matrixOf(kind: LevelKind, counted: Counted[]): LevelMatrix {
  const cells = Map.groupBy(counted, (row) => JSON.stringify(row[kind]));
  return {
    kind,
    cells: [...cells.values()]
      .map((rows) => ({ from: rows[0]![kind][0], to: rows[0]![kind][1], customers: sum(rows) }))
      .sort((a, b) => b.customers - a.customers),
  };
}

const pair = (kind: LevelKind, before: string, after: string) =>
  `array[before.${before}::text, ${after}::text] as "${kind}"`;

const FACTS = `select before.order_count, before.spend, before.first_order_at, before.last_order_at,
  (a.last_event_at at time zone $4::text)::date as last_event_on,
  ${frequentUntilSql('a.login_days', { logins: 'r.often_logins', days: 'r.often_days' })} as frequent_until`;

/** $1: the rules, $2: cut-offs, $3: today, $4: the time zone. */
const PREVIEW = `
with r as materialized (${ruleRelation('$1', '$2::bigint[]')}),
inactive as materialized (select id from customer where status <> 'ACTIVE')
select ${[
  pair(LevelKind.STAGE, 'stage', 'level.stage'),
  pair(LevelKind.VALUE_SEGMENT, 'value_segment', 'level.value_segment'),
  pair(LevelKind.RECENCY, 'recency', 'level.recency'),
  pair(LevelKind.FREQUENCY, 'frequency', 'level.frequency'),
  pair(LevelKind.MONETARY, 'monetary', 'level.monetary'),
].join(', ')}, count(*)::int as customers
  from customer_stats before
       left join customer_activity a on a.customer_id = before.customer_id
       cross join r
       cross join lateral (${levelsSql(FACTS, { rule: 'r', today: '$3::date', timeZone: '$4::text' })}) as level
 where before.customer_id not in (select id from inactive)
 group by 1, 2, 3, 4, 5`;
