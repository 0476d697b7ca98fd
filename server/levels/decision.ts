/** What the levels are decided by, in SQL. */
export interface Deciding {
  /** A relation with the columns of level_rule, by its alias. */
  rule: string;
  /** The company day it is, a date. */
  today: string;
  timeZone: string;
}

/** Days ahead at which a next look is taken in any case: dates must stay dates, whatever the counts. */
const HORIZON = 1_000_000;

/**
 * The one decision on levels (S1–S6), in SQL: a select around `facts`, one that gives order_count, spend, first_order_at,
 * last_order_at, last_event_on (the company day of the last interaction), frequent_until (the last day on which the customer
 * interacts often) and whatever else should come through. It adds since_order and since_event (days), recency, frequency,
 * monetary, stage, value_segment, and due: the first later day on which time alone changes any of these; null: never.
 * Orders, the passing of days, events, publishing, its preview and looks into the past all read it, so they agree.
 * `offset 0` keeps the planner from computing what lies below it again at each mention.
 */
export function levelsSql(facts: string, { rule: r, today, timeZone }: Deciding): string {
  const day = (at: string) => `(${at} at time zone ${timeZone})::date`;
  const within = (band: number) => `since_order <= ${r}.recency_days[${band}]`;
  const often = (band: number) =>
    `order_count::bigint * ${r}.frequency_days[${band}] >= ${r}.frequency_times[${band}]::bigint * greatest(since_first, 30)`;
  const among = (worst: string) => `recency <= ${worst}[1] and frequency <= ${worst}[2] and monetary <= ${worst}[3]`;
  return `
  select banded.*,
         case when ${among(`${r}.high_value`)} then 'HIGH_VALUE'
              when ${among(`${r}.mid_value`)} then 'MID_VALUE'
              when stage in ('NEW', 'DORMANT', 'CHURNED') then stage
              else 'OTHER' end as value_segment,
         least(
           case when recency < 4 then last_on + ${r}.recency_days[recency] + 1 end,
           case when frequency < 4 then first_on + 1 + least(${HORIZON},
             order_count::bigint * ${r}.frequency_days[frequency] / ${r}.frequency_times[frequency])::int end,
           case stage
             when 'NEW' then first_on + ${r}.new_days + 1
             when 'ACTIVE' then greatest(last_on + ${r}.active_days, frequent_until) + 1
             when 'DORMANT' then greatest(last_on, last_event_on) + ${r}.dormant_days + 1 end
         ) as due
    from (
      select dated.*,
             case when last_on is null then null
                  when ${within(1)} then 1 when ${within(2)} then 2 when ${within(3)} then 3 else 4 end::smallint as recency,
             case when last_on is null then null
                  when ${often(1)} then 1 when ${often(2)} then 2 when ${often(3)} then 3 else 4 end::smallint as frequency,
             case when last_on is null or ${r}.cutoffs is null then null
                  when spend >= ${r}.cutoffs[1] then 1 when spend >= ${r}.cutoffs[2] then 2
                  when spend >= ${r}.cutoffs[3] then 3 else 4 end::smallint as monetary,
             case when last_on is null then 'PROSPECT'
                  when since_first <= ${r}.new_days then 'NEW'
                  when since_order <= ${r}.active_days or frequent_until >= ${today} then 'ACTIVE'
                  when since_order <= ${r}.dormant_days or since_event <= ${r}.dormant_days then 'DORMANT'
                  else 'CHURNED' end as stage
        from (
          select own.*, ${today} - first_on as since_first, ${today} - last_on as since_order,
                 ${today} - last_event_on as since_event
            from (select facts.*, ${day('first_order_at')} as first_on, ${day('last_order_at')} as last_on
                    from (${facts}) as facts offset 0) as own
          offset 0
        ) as dated
      offset 0
    ) as banded
  offset 0`;
}

/** The least spend of bands 1 to 3 (S3) over a relation of buyers: `spend` at the ends of the shares from the highest on; null when nobody bought. */
export function cutoffsSql(shares: string, spend: string): string {
  return `percentile_disc(array(select share / 100 from unnest(${shares}) with ordinality as s (share, n) order by n))
            within group (order by ${spend} desc)`;
}
