-- Each person's own figures, levels (S1-S5) and tier (V1) as the default programme gives them: spend per calendar year.
-- The session's time zone is the company's, so that days and years begin where they do for the company.
create temp table figures as
select customer_id, count(*) orders, sum(base_net)::bigint spend, min(placed_at) first, max(placed_at) last,
       sum(base_net) filter (where placed_at >= '2026-01-01') this_spend,
       count(*) filter (where placed_at >= '2026-01-01') this_orders,
       sum(points) filter (where placed_at >= '2026-01-01') this_points,
       sum(base_net) filter (where placed_at < '2026-01-01') last_spend
  from orders group by customer_id;

create temp table shares as
select percentile_disc(array[0.2, 0.5, 0.8]) within group (order by spend desc) cutoffs from figures;

update level_rule set cutoffs = shares.cutoffs, cutoffs_at = current_setting('bench.now')::timestamptz from shares;

insert into customer_stats (customer_id, order_count, spend, first_order_at, last_order_at, stage, recency, frequency,
                            monetary, value_segment, last_event_on, frequent_until, levels_due, period_due, period_start,
                            period_spend, period_orders, period_points, tier_id, tier_since, tier_cause,
                            tier_period_start, tier_expires_at, earned_tier_id, earned_by,
                            earned_expires_at, points_balance, points_seq)
select c.id, coalesce(o.orders, 0), coalesce(o.spend, 0), o.first, o.last,
       bands.stage, bands.r, bands.f, bands.m,
       case when bands.r = 1 and bands.f = 1 and bands.m = 1 then 'HIGH_VALUE'
            when bands.r <= 2 and bands.f <= 2 and bands.m <= 2 then 'MID_VALUE'
            when bands.stage in ('NEW', 'DORMANT', 'CHURNED') then bands.stage else 'OTHER' end,
       act.last_on, act.frequent_until,
       least(case bands.r when 1 then days.last + 31 when 2 then days.last + 91 when 3 then days.last + 181 end,
             days.first + 1 + case bands.f when 1 then o.orders * 15 when 2 then o.orders * 91 when 3 then o.orders * 365 end::int,
             case bands.stage when 'NEW' then days.first + 31
                              when 'ACTIVE' then greatest(days.last + 90, act.frequent_until) + 1
                              when 'DORMANT' then greatest(days.last, act.last_on) + 181 end,
             case when o.this_orders > 0 then date '2027-01-01' end),
       case when o.this_orders > 0 then date '2027-01-01' end,
       clock.this_year::date, coalesce(o.this_spend, 0), coalesce(o.this_orders, 0), coalesce(o.this_points, 0),
       t.id, case when t.id is not null then o.last end, case when t.id is not null then 'SPEND' end,
       t.since, t.since + interval '2 years', t.id, case when t.id is not null then 'SPEND' end,
       t.since + interval '2 years',
       coalesce(p.balance, 0), coalesce(p.seq, 0)
  from (select current_setting('bench.now')::timestamptz::date today, timestamptz '2026-01-01' this_year,
               (select cutoffs from shares) cutoffs) clock
  cross join customer c
  left join figures o on o.customer_id = c.id
  left join (
    select customer_id, last_event_at::date as last_on, login_days[4] + 27 as frequent_until from customer_activity
  ) act on act.customer_id = c.id
  left join (
    select customer_id, max(seq) seq, sum(points) balance from points_entry group by customer_id
  ) p on p.customer_id = c.id
  cross join lateral (select o.first::date, o.last::date offset 0) days (first, last)
  cross join lateral (
    select case when today - days.last <= 30 then 1 when today - days.last <= 90 then 2
                when today - days.last <= 180 then 3 when o.last is not null then 4 end,
           case when o.orders * 30 >= 2 * greatest(today - days.first, 30) then 1
                when o.orders * 91 >= greatest(today - days.first, 30) then 2
                when o.orders * 365 >= greatest(today - days.first, 30) then 3 when o.last is not null then 4 end,
           case when o.spend >= cutoffs[1] then 1 when o.spend >= cutoffs[2] then 2
                when o.spend >= cutoffs[3] then 3 when o.last is not null then 4 end,
           case when o.last is null then 'PROSPECT'
                when today - days.first <= 30 then 'NEW'
                when today - days.last <= 90 or act.frequent_until >= today then 'ACTIVE'
                when today - days.last <= 180 or today - act.last_on <= 180 then 'DORMANT'
                else 'CHURNED' end
    offset 0
  ) bands (r, f, m, stage)
  left join lateral (
    select x.id, case when x.spend_threshold <= o.this_spend then clock.this_year else timestamptz '2025-01-01' end since
      from tier x
     where not x.retired and x.spend_threshold <= greatest(o.this_spend, o.last_spend)
     order by x.rank desc limit 1
  ) t on true;

drop table figures, shares;

insert into tier_move (id, customer_id, to_tier_id, direction, cause, reason, at)
select ('01b00000-0000-7000-8000-' || right(customer_id::text, 12))::uuid, customer_id, tier_id, 'UP', 'ORDER',
       'reached by spend', tier_since
  from customer_stats where tier_id is not null;
