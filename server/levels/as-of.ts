import { frequentUntilSql } from '../events/frequent.js';
import { cutoffsSql, levelsSql } from './decision.js';

/** What reversals had taken off an order by then, as lateral `v` of `orders o`; nothing was ever taken off one that is PLACED. */
const reversedBy = (end: string) => `lateral (
  select coalesce(sum(applied), 0)::bigint as refunded, coalesce(bool_or(kind = 'CANCELLATION'), false) as cancelled
    from order_reversal where o.status <> 'PLACED' and order_id = o.id and occurred_at < ${end}) as v`;

/**
 * Orders as they were just before an instant (`end` is SQL, a timestamptz), in parentheses: those placed until then, with what refunds
 * had left of them (`base_net`) and whether they counted. An order that its source has corrected since is as it is now.
 */
export function asOfOrdersSql(end: string): string {
  return `(
  select o.id, o.customer_id, o.source, o.number, o.placed_at, o.amount, v.refunded > 0 as was_refunded,
         not (v.refunded >= o.amount and (v.cancelled or v.refunded > 0)) as counts,
         case when v.refunded = 0 then o.base_amount
              when v.refunded >= o.amount then 0
              else o.base_amount - round(o.base_amount::numeric * v.refunded / o.amount)::bigint end as base_net
    from orders o cross join ${reversedBy(end)}
   where o.placed_at < ${end})`;
}

/**
 * A relation with those columns of customer_stats that figures and levels are kept in, in parentheses, as they were just before
 * an instant (`end` is SQL, a timestamptz: the start of a company day): from the orders and interactions until then, by the rules
 * in force now, with cut-offs of spend as it was then. It has a row for each active customer who was known by then:
 * registered, or with an order or an interaction. Profiles merged since count as one.
 */
export function asOfStatsSql(end: string): string {
  return `(
  with moment as materialized (
    select (((${end}) - interval '1 second') at time zone time_zone)::date as day,
           time_zone from company_setting
  ), known as (
    select c.id, c.registered_at from customer c where c.status = 'ACTIVE'
  ), bought as (
    select o.customer_id, count(*) filter (where o.counts)::int as order_count, sum(o.base_net)::bigint as spend,
           min(o.placed_at) filter (where o.counts) as first_order_at,
           max(o.placed_at) filter (where o.counts) as last_order_at
      from ${asOfOrdersSql(end)} o where o.customer_id is not null group by o.customer_id
  ), interacted as (
    select customer_id, max(day) as last_event_on,
           array_agg(day order by day desc) filter (where kind = 'LOGIN') as login_days
      from customer_event_day where day <= (select m.day from moment m) group by customer_id
  ), facts as materialized (
    select known.id as customer_id, coalesce(b.order_count, 0) as order_count, coalesce(b.spend, 0)::bigint as spend,
           b.first_order_at, b.last_order_at, i.last_event_on, i.login_days
      from known left join bought b on b.customer_id = known.id left join interacted i on i.customer_id = known.id
     where b.customer_id is not null or i.customer_id is not null or known.registered_at < ${end}
  ), rule as materialized (
    select r.recency_days, r.frequency_times, r.frequency_days, r.new_days, r.active_days, r.dormant_days, r.often_logins,
           r.often_days, r.high_value, r.mid_value, m.day, m.time_zone,
           (select ${cutoffsSql('(select monetary_shares from level_rule)', 'spend')} from facts where order_count > 0)::bigint[] as cutoffs
      from level_rule r cross join moment m
  )
  select level.customer_id, level.order_count, level.spend, level.first_order_at, level.last_order_at, level.stage,
         level.recency, level.frequency, level.monetary, level.value_segment, level.last_event_on, level.frequent_until
    from rule r cross join facts
         cross join lateral (${levelsSql(FACTS, { rule: 'r', today: 'r.day', timeZone: 'r.time_zone' })}) as level)`;
}

const FACTS = `select facts.customer_id, facts.order_count, facts.spend, facts.first_order_at, facts.last_order_at,
  facts.last_event_on,
  ${frequentUntilSql('facts.login_days', { logins: 'r.often_logins', days: 'r.often_days' })} as frequent_until`;
