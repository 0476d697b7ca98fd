import { LevelCause } from '../../schema/levels/enums.js';
import { QualificationWindow } from '../../schema/tiers/enums.js';
import type { App } from '../app.js';
import { addDays, companyDay, startOfDay } from '../calendar/days.js';
import type { Transaction } from '../database/transaction.js';
import { levelsSql } from '../levels/decision.js';
import { historySql, returningLevels, setLevels } from '../levels/history.js';
import { holdRules } from '../levels/rules.js';
import type { Account } from '../points/ledger.js';

/** What else is known of why figures are counted anew. */
export interface FiguresOptions {
  /** What was planned on these accounts is written with the same stroke. */
  accounts?: ReadonlyMap<string, Account> | undefined;
  /** What the history of levels names as the cause, for all or by customer; TIME unless told. */
  cause?: LevelCause | ReadonlyMap<string, LevelCause>;
}

/** The qualification window of now, for SQL: its bounds as instants, null where open, and how it ends. */
async function currentPeriod(app: App, now: Date) {
  const [{ timeZone }, { settings }] = await Promise.all([app.company.settings(), app.program.published()]);
  const { start, end } = await app.tiers.qualificationWindow(now);
  return {
    start,
    since: start === null ? null : startOfDay(start, timeZone),
    until: end === null ? null : startOfDay(addDays(end, 1), timeZone),
    next: end === null ? null : addDays(end, 1),
    months: settings.window === QualificationWindow.ROLLING_MONTHS ? settings.windowMonths : null,
  };
}

/**
 * Makes the figures of these customers what their orders say now (S6): count, spend, first and last order, levels with their
 * history, and spend, count and points earned in the qualification window (V1). Cancelled and wholly refunded orders do
 * not count; points qualify by the order that earned them, less what was clawed back. Customers without a row get one.
 */
export async function refreshFigures(
  app: App,
  tx: Transaction,
  customerIds: string[],
  { accounts, cause = LevelCause.TIME }: FiguresOptions = {},
): Promise<void> {
  if (customerIds.length === 0) {
    return;
  }
  const { timeZone } = await app.company.settings();
  const now = app.clock.now();
  const { start, since, until, next, months } = await currentPeriod(app, now);
  const account = customerIds.map((id) => accounts?.get(id));
  const causeOf = (id: string) => (typeof cause === 'string' ? cause : (cause.get(id) ?? LevelCause.TIME));
  const params = [
    customerIds,
    account.map((one) => one?.balance ?? null),
    account.map((one) => one?.debt ?? null),
    account.map((one) => one?.seq ?? null),
    customerIds.map(causeOf),
    start,
    since,
    until,
    next,
    months,
    timeZone,
    companyDay(now, timeZone),
    now,
  ];
  await holdRules(tx);
  if ((await update(tx, params)) < customerIds.length) {
    const made = await tx.run(
      `insert into customer_stats (customer_id) select id from customer where id = any($1::uuid[]) on conflict do nothing`,
      [customerIds],
    );
    if (made > 0) {
      await update(tx, params);
    }
  }
}

/** Carries out the update and says how many customers have figures. */
async function update(tx: Transaction, params: unknown[]): Promise<number> {
  const row = await tx.row<{ written: number }>(UPDATE, params);
  return row!.written;
}

/** Decides levels and windows on a customer's counted orders, beside what is known of their interactions. */
const LEVEL = levelsSql(
  `select f.*, before.last_event_on, before.frequent_until,
          case when f.period_first is null then null when $10::int is null then $9::date else ${leaving('f.period_first')} end as period_due
     from (
       select count(*) filter (where counts)::int as order_count,
              coalesce(sum(base_net), 0)::bigint as spend,
              min(placed_at) filter (where counts) as first_order_at,
              max(placed_at) filter (where counts) as last_order_at,
              coalesce(sum(base_net) filter (where inside), 0)::bigint as period_spend,
              count(*) filter (where counts and inside)::int as period_orders,
              coalesce(sum(points) filter (where inside), 0)::bigint as period_points,
              (min(placed_at) filter (where inside) at time zone $11)::date as period_first
         from (select base_net, points, placed_at, status in ('PLACED', 'PARTLY_REFUNDED') as counts,
                      ($7::timestamptz is null or placed_at >= $7) and ($8::timestamptz is null or placed_at < $8) as inside
                 from orders where customer_id = c.id) as own
     ) as f`,
  { rule: 'r', today: '$12::date', timeZone: '$11' },
);

/** The first day whose window of $10 months begins after a day: the same day of the month that much later, or where that one is too short, the next. */
function leaving(day: string): string {
  const later = `(${day} + make_interval(months => $10::int))::date`;
  return `${later} + case when (${later} - make_interval(months => $10::int))::date < ${day} then 1 else 0 end`;
}

const UPDATE = `
with moved as (
  update customer_stats s
     set order_count = level.order_count, spend = level.spend, first_order_at = level.first_order_at,
         last_order_at = level.last_order_at, period_start = $6::date, period_spend = level.period_spend,
         period_orders = level.period_orders, period_points = level.period_points, period_due = level.period_due,
         points_balance = coalesce(c.balance, s.points_balance), points_debt = coalesce(c.debt, s.points_debt),
         points_seq = coalesce(c.seq, s.points_seq), ${setLevels('level.period_due')}
    from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::int[], $5::text[]) as c (id, balance, debt, seq, cause)
         join customer_stats before on before.customer_id = c.id
         cross join level_rule r
         cross join lateral (${LEVEL}) as level
   where s.customer_id = c.id
  ${returningLevels('c.cause')}
), history as (${historySql('$13::timestamptz', '$12::date')})
select count(*) as written from moved`;
