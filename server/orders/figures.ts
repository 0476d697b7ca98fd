import type { App } from '../app.js';
import { addDays, companyDay, type LocalDate, startOfDay } from '../calendar/days.js';
import type { Transaction } from '../database/transaction.js';
import type { Account } from '../points/ledger.js';

const NO_ACCOUNTS: ReadonlyMap<string, Account> = new Map();

/** How many whole days a customer stays new after the first order, active and dormant after the last one (S4). */
export const STAGE_DAYS = { NEW: 30, ACTIVE: 90, DORMANT: 180 };

/** Instants before which a customer is no longer new, active or dormant. */
export interface StageEdges {
  newFrom: Date;
  activeFrom: Date;
  dormantFrom: Date;
}

/** The edges at an instant; they lie at the company's midnights, so that a stage changes with the day. */
export function stageEdges(now: Date, timeZone: string): StageEdges {
  const today = companyDay(now, timeZone);
  const daysAgo = (days: number) => startOfDay(addDays(today, -days), timeZone);
  return {
    newFrom: daysAgo(STAGE_DAYS.NEW),
    activeFrom: daysAgo(STAGE_DAYS.ACTIVE),
    dormantFrom: daysAgo(STAGE_DAYS.DORMANT),
  };
}

/** The stage (S4) in SQL, by first and last order and the parameters that hold the three edges. */
export function stageSql(first: string, last: string, [newFrom, activeFrom, dormantFrom]: string[]): string {
  return `case when ${last} is null then 'PROSPECT'
               when ${first} >= ${newFrom}::timestamptz then 'NEW'
               when ${last} >= ${activeFrom}::timestamptz then 'ACTIVE'
               when ${last} >= ${dormantFrom}::timestamptz then 'DORMANT'
               else 'CHURNED' end`;
}

/** The qualification window of now as days and as instants; null where it is open. */
export async function currentPeriod(
  app: App,
): Promise<{ start: LocalDate | null; since: Date | null; until: Date | null }> {
  const { timeZone } = await app.company.settings();
  const { start, end } = await app.tiers.qualificationWindow(app.clock.now());
  return {
    start,
    since: start === null ? null : startOfDay(start, timeZone),
    until: end === null ? null : startOfDay(addDays(end, 1), timeZone),
  };
}

/**
 * Makes the figures of these customers what their orders say now (S6): count, spend, first and last order, stage,
 * and spend, count and points earned in the qualification window (V1). Cancelled and wholly refunded orders do not count;
 * points qualify by the order that earned them, less what was clawed back. Customers without a row get one.
 * What was planned on `accounts` is written with the same stroke.
 */
export async function refreshFigures(
  app: App,
  tx: Transaction,
  customerIds: string[],
  accounts: ReadonlyMap<string, Account> = NO_ACCOUNTS,
): Promise<void> {
  if (customerIds.length === 0) {
    return;
  }
  const { timeZone } = await app.company.settings();
  const { newFrom, activeFrom, dormantFrom } = stageEdges(app.clock.now(), timeZone);
  const { start, since, until } = await currentPeriod(app);
  const account = customerIds.map((id) => accounts.get(id));
  const params = [
    customerIds,
    newFrom,
    activeFrom,
    dormantFrom,
    start,
    since,
    until,
    account.map((one) => one?.balance ?? null),
    account.map((one) => one?.debt ?? null),
    account.map((one) => one?.seq ?? null),
  ];
  const touched = await tx.run(UPDATE, params);
  if (touched < customerIds.length) {
    const made = await tx.run(
      `insert into customer_stats (customer_id) select id from customer where id = any($1::uuid[]) on conflict do nothing`,
      [customerIds],
    );
    if (made > 0) {
      await tx.run(UPDATE, params);
    }
  }
}

const UPDATE = `
update customer_stats s
   set order_count = f.order_count, spend = f.spend, first_order_at = f.first_at, last_order_at = f.last_at,
       stage = ${stageSql('f.first_at', 'f.last_at', ['$2', '$3', '$4'])},
       period_start = $5::date, period_spend = f.period_spend, period_orders = f.period_orders,
       period_points = f.period_points, points_balance = coalesce(c.balance, s.points_balance),
       points_debt = coalesce(c.debt, s.points_debt), points_seq = coalesce(c.seq, s.points_seq)
  from unnest($1::uuid[], $8::bigint[], $9::bigint[], $10::int[]) as c (id, balance, debt, seq),
       lateral (
         select count(*) filter (where counts)::int as order_count,
                coalesce(sum(base_net), 0)::bigint as spend,
                min(placed_at) filter (where counts) as first_at,
                max(placed_at) filter (where counts) as last_at,
                coalesce(sum(base_net) filter (where inside), 0)::bigint as period_spend,
                count(*) filter (where counts and inside)::int as period_orders,
                coalesce(sum(points) filter (where inside), 0)::bigint as period_points
           from (select base_net, points, placed_at, status in ('PLACED', 'PARTLY_REFUNDED') as counts,
                        ($6::timestamptz is null or placed_at >= $6) and ($7::timestamptz is null or placed_at < $7) as inside
                   from orders where customer_id = c.id) as own
       ) as f
 where s.customer_id = c.id`;
