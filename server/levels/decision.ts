/**
 * What the levels are made of (S1–S6), in SQL expressions: `rule` names a relation with the columns of level_rule.
 * Days are company days; `today` is a date.
 */
export interface LevelFacts {
  orderCount: string;
  spend: string;
  firstOrderAt: string;
  lastOrderAt: string;
  /** The company day of the last interaction. */
  lastEventOn: string;
  /** The last day on which the customer interacts often. */
  frequentUntil: string;
  rule: string;
  today: string;
  timeZone: string;
}

/** Days ahead at which a next look is taken in any case: dates must stay dates, whatever the counts. */
const HORIZON = 1_000_000;

/**
 * The one decision on levels, as items for a `from` list after the relations that `facts` names: it gives `days`
 * (since_order, since_event), `bands` (recency, frequency, monetary, stage) and `level` (value_segment, due: the first later
 * day on which time alone changes any of these; null: never). Orders, the passing of days, events, publishing, its
 * preview and looks into the past all read it, so they agree. `offset 0` keeps the planner from computing what lies
 * below it again at each mention.
 */
export function levelsSql(facts: LevelFacts): string {
  const { orderCount, spend, rule: r, today, lastEventOn, frequentUntil } = facts;
  const often = (band: number) =>
    `${orderCount}::bigint * ${r}.frequency_days[${band}] >= ${r}.frequency_times[${band}]::bigint * greatest(days.since_first, 30)`;
  const day = (at: string) => `(${at} at time zone ${facts.timeZone})::date`;
  const within = (band: number) => `days.since_order <= ${r}.recency_days[${band}]`;
  const among = (bands: string) =>
    `bands.recency <= ${bands}[1] and bands.frequency <= ${bands}[2] and bands.monetary <= ${bands}[3]`;
  return `
  lateral (
    select first_on, last_on, ${today} - first_on as since_first, ${today} - last_on as since_order,
           ${today} - ${lastEventOn} as since_event
      from (select ${day(facts.firstOrderAt)} as first_on, ${day(facts.lastOrderAt)} as last_on offset 0) as own
    offset 0
  ) as days,
  lateral (
    select case when days.last_on is null then null
                when ${within(1)} then 1 when ${within(2)} then 2 when ${within(3)} then 3 else 4 end::smallint as recency,
           case when days.last_on is null then null
                when ${often(1)} then 1 when ${often(2)} then 2 when ${often(3)} then 3 else 4 end::smallint as frequency,
           case when days.last_on is null or ${r}.cutoffs is null then null
                when ${spend} >= ${r}.cutoffs[1] then 1 when ${spend} >= ${r}.cutoffs[2] then 2
                when ${spend} >= ${r}.cutoffs[3] then 3 else 4 end::smallint as monetary,
           case when days.last_on is null then 'PROSPECT'
                when days.since_first <= ${r}.new_days then 'NEW'
                when days.since_order <= ${r}.active_days or ${frequentUntil} >= ${today} then 'ACTIVE'
                when days.since_order <= ${r}.dormant_days or days.since_event <= ${r}.dormant_days then 'DORMANT'
                else 'CHURNED' end as stage
    offset 0
  ) as bands,
  lateral (
    select case when ${among(`${r}.high_value`)} then 'HIGH_VALUE'
                when ${among(`${r}.mid_value`)} then 'MID_VALUE'
                when bands.stage in ('NEW', 'DORMANT', 'CHURNED') then bands.stage
                else 'OTHER' end as value_segment,
           least(
             case when bands.recency < 4 then days.last_on + ${r}.recency_days[bands.recency] + 1 end,
             case when bands.frequency < 4 then days.first_on + 1 + least(${HORIZON},
               ${orderCount}::bigint * ${r}.frequency_days[bands.frequency] / ${r}.frequency_times[bands.frequency])::int end,
             case bands.stage
               when 'NEW' then days.first_on + ${r}.new_days + 1
               when 'ACTIVE' then greatest(days.last_on + ${r}.active_days, ${frequentUntil}) + 1
               when 'DORMANT' then greatest(days.last_on, ${lastEventOn}) + ${r}.dormant_days + 1 end
           ) as due
    offset 0
  ) as level`;
}

/** The least spend of bands 1 to 3 (S3) over a relation of buyers: `spend` at the ends of the shares from the highest on; null when nobody bought. */
export function cutoffsSql(shares: string, spend: string): string {
  return `percentile_disc(array(select share / 100 from unnest(${shares}) with ordinality as s (share, n) order by n))
            within group (order by ${spend} desc)`;
}
