-- Each person's own figures, stage (S4) and tier (V1) as the default programme gives them: spend per calendar year.
-- The session's time zone is the company's, so that days and years begin where they do for the company.
insert into customer_stats (customer_id, order_count, spend, first_order_at, last_order_at, stage, period_start,
                            period_spend, period_orders, period_points, tier_id, tier_since, tier_cause,
                            tier_period_start, tier_expires_at, earned_tier_id, earned_by,
                            earned_expires_at, points_balance, points_seq)
select c.id, coalesce(o.orders, 0), coalesce(o.spend, 0), o.first, o.last,
       case when o.last is null then 'PROSPECT'
            when o.first >= clock.today - 30 then 'NEW'
            when o.last >= clock.today - 90 then 'ACTIVE'
            when o.last >= clock.today - 180 then 'DORMANT'
            else 'CHURNED' end,
       clock.this_year::date, coalesce(o.this_spend, 0), coalesce(o.this_orders, 0), coalesce(o.this_points, 0),
       t.id, case when t.id is not null then o.last end, case when t.id is not null then 'SPEND' end,
       t.since, t.since + interval '2 years', t.id, case when t.id is not null then 'SPEND' end,
       t.since + interval '2 years',
       coalesce(p.balance, 0), coalesce(p.seq, 0)
  from (select current_setting('bench.now')::timestamptz::date today, timestamptz '2026-01-01' this_year) clock
  cross join customer c
  left join (
    select customer_id, count(*) orders, sum(base_net) spend, min(placed_at) first, max(placed_at) last,
           sum(base_net) filter (where placed_at >= '2026-01-01') this_spend,
           count(*) filter (where placed_at >= '2026-01-01') this_orders,
           sum(points) filter (where placed_at >= '2026-01-01') this_points,
           sum(base_net) filter (where placed_at < '2026-01-01') last_spend
      from orders group by customer_id
  ) o on o.customer_id = c.id
  left join (
    select customer_id, max(seq) seq, sum(points) balance from points_entry group by customer_id
  ) p on p.customer_id = c.id
  left join lateral (
    select x.id, case when x.spend_threshold <= o.this_spend then clock.this_year else timestamptz '2025-01-01' end since
      from tier x
     where not x.retired and x.spend_threshold <= greatest(o.this_spend, o.last_spend)
     order by x.rank desc limit 1
  ) t on true;

insert into tier_move (id, customer_id, to_tier_id, direction, cause, reason, at)
select ('01b00000-0000-7000-8000-' || right(customer_id::text, 12))::uuid, customer_id, tier_id, 'UP', 'ORDER',
       'reached by spend', tier_since
  from customer_stats where tier_id is not null;
