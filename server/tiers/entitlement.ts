import { QualificationMeasure, QualificationWindow } from '../../schema/tiers/enums.js';
import { addDays, addMonths, companyDay, startOfDay } from '../calendar/days.js';
import type { TierRules } from './rules.js';

/** Whose orders are looked at: those of the customers in the CTE `subject`, or everybody's. */
export type Scope = 'subjects' | 'everybody';

/** Collects the parameters of a statement that is put together from parts. */
export type Param = (value: unknown, type: string) => string;

/**
 * What orders alone entitle to now (V1), as rows `customer_id, rank, starts, expires, amount`; customers without
 * orders have none. A tier counts while any window in which it was reached is in force:
 * - lifetime: for ever;
 * - a calendar year: until the end of the next one, so this year's orders and last year's are looked at;
 * - rolling months: for as many months from the last company day on which the months up to it reached it.
 * It depends on nothing but the orders, so late ones, refunds and merges in any order come to the same.
 */
export function entitlementSql(rules: TierRules, scope: Scope, now: Date, timeZone: string, param: Param): string {
  const part = { rules, scope, now, timeZone, param };
  switch (rules.settings.window) {
    case QualificationWindow.LIFETIME:
      return lifetime(part);
    case QualificationWindow.CALENDAR_YEAR:
      return calendarYear(part);
    case QualificationWindow.ROLLING_MONTHS:
      return rollingMonths(part);
  }
}

interface Part {
  rules: TierRules;
  scope: Scope;
  now: Date;
  timeZone: string;
  param: Param;
}

/** The thresholds, lowest first, as `width_bucket` wants them: it then gives the rank reached. */
export function thresholdsOf(rules: TierRules): number[] {
  const { measure } = rules.settings;
  return rules.tiers.map((tier) =>
    measure === QualificationMeasure.SPEND ? tier.spendThreshold : tier.pointsThreshold,
  );
}

const ordersOf = (scope: Scope) =>
  scope === 'subjects' ? 'subject join orders o on o.customer_id = subject.customer_id' : 'orders o';

const measureOf = ({ rules }: Part) =>
  rules.settings.measure === QualificationMeasure.SPEND ? 'o.base_net' : 'o.points';

function lifetime(part: Part): string {
  const thresholds = part.param(thresholdsOf(part.rules), 'bigint[]');
  return `
    select customer_id, width_bucket(amount, ${thresholds}) as rank, null::date as starts, null::timestamptz as expires,
           amount
      from (select o.customer_id, sum(${measureOf(part)})::bigint as amount
              from ${ordersOf(part.scope)} where o.customer_id is not null group by o.customer_id) as whole`;
}

function calendarYear(part: Part): string {
  const { now, timeZone, param } = part;
  const year = Number(companyDay(now, timeZone).slice(0, 4));
  const newYear = (n: number) => param(startOfDay(`${n}-01-01`, timeZone), 'timestamptz');
  const thresholds = param(thresholdsOf(part.rules), 'bigint[]');
  const thisYear = newYear(year);
  const nextYear = newYear(year + 1);
  return `
    select customer_id, greatest(this_rank, last_rank) as rank,
           case when this_rank >= last_rank then ${param(`${year}-01-01`, 'date')}
                else ${param(`${year - 1}-01-01`, 'date')} end as starts,
           case when this_rank >= last_rank then ${newYear(year + 2)} else ${nextYear} end as expires,
           case when this_rank > last_rank then this_amount
                when last_rank > this_rank then last_amount
                else greatest(this_amount, last_amount) end as amount
      from (select customer_id, this_amount, last_amount, width_bucket(this_amount, ${thresholds}) as this_rank,
                   width_bucket(last_amount, ${thresholds}) as last_rank
              from (select o.customer_id,
                           coalesce(sum(${measureOf(part)}) filter (where o.placed_at >= ${thisYear}), 0)::bigint as this_amount,
                           coalesce(sum(${measureOf(part)}) filter (where o.placed_at < ${thisYear}), 0)::bigint as last_amount
                      from ${ordersOf(part.scope)}
                     where o.customer_id is not null and o.placed_at >= ${newYear(year - 1)} and o.placed_at < ${nextYear}
                     group by o.customer_id) as years) as ranks`;
}

function rollingMonths(part: Part): string {
  const { rules, now, timeZone, param } = part;
  const months = rules.settings.windowMonths;
  const today = companyDay(now, timeZone);
  const zone = param(timeZone, 'text');
  const thresholds = param(thresholdsOf(rules), 'bigint[]');
  // The window of the earliest day that may still count reaches as many months further back; days are clamped at
  // the ends of short months, so a few more are read.
  const since = param(startOfDay(addDays(addMonths(today, -2 * months), -5), timeZone), 'timestamptz');
  const until = param(startOfDay(addDays(today, 1), timeZone), 'timestamptz');
  const length = param(`${months} months -1 days`, 'interval');
  const term = param(`${months} months`, 'interval');
  return `
    select distinct on (customer_id) customer_id, rank, (day - ${length})::date as starts,
           (day + ${term}) at time zone ${zone} as expires, amount
      from (select customer_id, day, amount, width_bucket(amount, ${thresholds}) as rank
              from (select customer_id, day, (sum(measured) over (partition by customer_id order by day
                             range between ${length} preceding and current row))::bigint as amount
                      from (select o.customer_id, (o.placed_at at time zone ${zone})::date as day, ${measureOf(part)} as measured
                              from ${ordersOf(part.scope)}
                             where o.customer_id is not null and o.placed_at >= ${since} and o.placed_at < ${until}) as own
                   ) as summed
             where day + ${term} > ${param(today, 'date')}) as reached
     order by customer_id, rank desc, day desc`;
}
