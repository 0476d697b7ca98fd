import { LifecycleStage } from '../../schema/customers/enums.js';
import { FlowPeriod, LevelKind, ValueSegment } from '../../schema/levels/enums.js';
import type { LevelMoveCount, LifecycleFlowPoint } from '../../schema/levels/overview.js';
import type { App } from '../app.js';
import { addDays, addMonths, companyDay, type LocalDate, startOfMonth, startOfWeek } from '../calendar/days.js';
import { badInput } from '../graphql/errors.js';
import { CHANGE_COLUMNS } from './changes.js';

const MOST_PERIODS = 1_000;

/** What flow is asked for; both days included. */
export interface FlowQuery {
  since: LocalDate;
  until: LocalDate;
  kind: LevelKind;
  per: FlowPeriod;
}

type Code = string | null;
type Move = LevelMoveCount & { period: LocalDate };

const PERIODS: Record<FlowPeriod, { unit: string; start(day: LocalDate): LocalDate; next(day: LocalDate): LocalDate }> =
  {
    DAY: { unit: 'day', start: (day) => day, next: (day) => addDays(day, 1) },
    WEEK: { unit: 'week', start: startOfWeek, next: (day) => addDays(day, 7) },
    MONTH: { unit: 'month', start: startOfMonth, next: (day) => addMonths(day, 1) },
  };

/** The columns of customer_stats of each kind, what somebody who never bought has there, and every code. */
const KINDS: Record<LevelKind, { column: string; base: Code; codes: Code[] }> = {
  STAGE: { column: 'stage', base: LifecycleStage.PROSPECT, codes: Object.values(LifecycleStage) },
  VALUE_SEGMENT: { column: 'value_segment', base: ValueSegment.OTHER, codes: Object.values(ValueSegment) },
  RECENCY: { column: 'recency', base: null, codes: ['1', '2', '3', '4', null] },
  FREQUENCY: { column: 'frequency', base: null, codes: ['1', '2', '3', '4', null] },
  MONETARY: { column: 'monetary', base: null, codes: ['1', '2', '3', '4', null] },
};

/**
 * Moves between levels, period by period up to today, and how many were where at each period's end: told backwards from how
 * many are there now, by the history of changes, of new customers and of those merged or deleted.
 */
export async function lifecycleFlow(app: App, query: FlowQuery): Promise<LifecycleFlowPoint[]> {
  const { timeZone } = await app.company.settings();
  const periods = periodsOf(query, companyDay(app.clock.now(), timeZone));
  if (periods.length === 0) {
    return [];
  }
  const { unit } = PERIODS[query.per];
  const { codes, base, column } = KINDS[query.kind];
  const [moves, now, people] = await Promise.all([
    app.db.rows<Move>(movesSql(query.kind), [unit, periods[0]]),
    app.db.rows<{ code: Code; customers: number }>(
      `select ${column}::text as code, count(*)::int as customers from customer_stats group by 1`,
    ),
    app.db.rows<{ period: LocalDate; came: number; went: number }>(PEOPLE, [unit, timeZone]),
  ]);
  const movesOf = Map.groupBy(moves, ({ period }) => period);
  const peopleOf = new Map(people.map((row) => [row.period, row]));
  const counts = new Map(codes.map((code) => [code, now.find((row) => row.code === code)?.customers ?? 0]));
  const add = (code: Code, by: number) => counts.set(code, (counts.get(code) ?? 0) + by);
  add(base, -people.reduce((sum, { went }) => sum + went, 0));
  const points: LifecycleFlowPoint[] = [];
  for (const period of periods.toReversed()) {
    const inside = movesOf.get(period) ?? [];
    points.push({
      period,
      moves: inside.map(({ period: _, ...move }) => move),
      counts: codes.map((code) => ({ code, customers: counts.get(code)! })),
    });
    for (const { from, to, customers } of inside) {
      add(to, -customers);
      add(from, customers);
    }
    const { came = 0, went = 0 } = peopleOf.get(period) ?? {};
    add(base, went - came);
  }
  return points.filter(({ period }) => period <= query.until).reverse();
}

/** The first days of all periods from the first one asked for to that of today. */
function periodsOf({ since, until, per }: FlowQuery, today: LocalDate): LocalDate[] {
  if (since > until) {
    throw badInput('since', 'It must not be later than until.');
  }
  const { start, next } = PERIODS[per];
  const periods: LocalDate[] = [];
  for (let day = start(since); day <= today; day = next(day)) {
    if (periods.push(day) > MOST_PERIODS) {
      throw badInput('since', `At most ${MOST_PERIODS} periods up to now: take longer ones.`);
    }
  }
  return periods;
}

/** $1: the unit, $2: the first day. */
function movesSql(kind: LevelKind): string {
  const { from, to } = CHANGE_COLUMNS[kind];
  const differs = kind === LevelKind.STAGE || kind === LevelKind.VALUE_SEGMENT ? '<>' : 'is distinct from';
  return `select date_trunc($1, on_day::timestamp)::date as period, ${from}::text as "from", ${to}::text as "to",
                 count(*)::int as customers
            from level_change where on_day >= $2::date and ${from} ${differs} ${to}
           group by 1, 2, 3 order by 1, 4 desc, 2, 3`;
}

/** Who came into the books and who went out of them, merged or deleted. $1: the unit, $2: the time zone. */
const PEOPLE = `
select period, sum(came)::int as came, sum(went)::int as went from (
  select date_trunc($1, created_at at time zone $2)::date as period, count(*) as came, 0 as went from customer group by 1
  union all
  select date_trunc($1, updated_at at time zone $2)::date, 0, count(*) from customer where status <> 'ACTIVE' group by 1
) as both_ways group by 1`;
