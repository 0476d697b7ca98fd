-- Everybody's levels (S1-S5) by other thresholds ($1, a LevelRulesInput) and cut-offs computed for them, in one statement: those of
-- whom anything changes are written, with their history. $2: now.
with given as materialized (
  select array(select jsonb_array_elements_text($1::jsonb -> 'recencyDays')::int) as recency,
         array(select (f ->> 'times')::bigint from jsonb_array_elements($1::jsonb -> 'frequency') f) as times,
         array(select (f ->> 'days')::bigint from jsonb_array_elements($1::jsonb -> 'frequency') f) as days,
         ($1::jsonb ->> 'newDays')::int as new_days, ($1::jsonb ->> 'activeDays')::int as active_days,
         ($1::jsonb ->> 'dormantDays')::int as dormant_days, ($1::jsonb #>> '{often,logins}')::int as often_logins,
         ($1::jsonb #>> '{often,days}')::int as often_days, ($2::timestamptz at time zone 'Asia/Shanghai')::date as today,
         (select percentile_disc(array(select jsonb_array_elements_text($1::jsonb -> 'monetaryShares')::float8 / 100))
                   within group (order by spend desc) from customer_stats where order_count > 0) as cutoffs
), in_force as (
  update level_rule r
     set recency_days = g.recency, frequency_times = g.times::int[], frequency_days = g.days::int[], new_days = g.new_days,
         monetary_shares = array(select jsonb_array_elements_text($1::jsonb -> 'monetaryShares')::float8),
         active_days = g.active_days, dormant_days = g.dormant_days, often_logins = g.often_logins,
         often_days = g.often_days, cutoffs = g.cutoffs, cutoffs_at = $2
    from given g
), moved as (
  update customer_stats s
     set stage = n.stage, value_segment = n.value_segment, recency = n.r, frequency = n.f, monetary = n.m,
         last_event_on = n.event_on, frequent_until = n.often_until, levels_due = n.due
    from (
      select x.*, today - last_on as since_order, today - event_on as since_event,
             case when r = 1 and f = 1 and m = 1 then 'HIGH_VALUE' when r <= 2 and f <= 2 and m <= 2 then 'MID_VALUE'
                  when stage in ('NEW', 'DORMANT', 'CHURNED') then stage else 'OTHER' end as value_segment,
             least(case when r < 4 then last_on + g.recency[r] + 1 end,
                   case when f < 4 then first_on + 1 + (order_count * g.days[f] / g.times[f])::int end,
                   case stage when 'NEW' then first_on + new_days + 1
                              when 'ACTIVE' then greatest(last_on + active_days, often_until) + 1
                              when 'DORMANT' then greatest(last_on, event_on) + dormant_days + 1 end, period_due) as due
        from given g cross join lateral (
          select y.*,
                 case when last_on is null then null when g.today - last_on <= g.recency[1] then 1
                      when g.today - last_on <= g.recency[2] then 2 when g.today - last_on <= g.recency[3] then 3 else 4 end as r,
                 case when last_on is null then null when order_count * g.days[1] >= g.times[1] * span then 1
                      when order_count * g.days[2] >= g.times[2] * span then 2
                      when order_count * g.days[3] >= g.times[3] * span then 3 else 4 end as f,
                 case when last_on is null then null when spend >= g.cutoffs[1] then 1 when spend >= g.cutoffs[2] then 2
                      when spend >= g.cutoffs[3] then 3 else 4 end as m,
                 case when last_on is null then 'PROSPECT' when g.today - first_on <= g.new_days then 'NEW'
                      when g.today - last_on <= g.active_days or often_until >= g.today then 'ACTIVE'
                      when g.today - last_on <= g.dormant_days or g.today - event_on <= g.dormant_days then 'DORMANT'
                      else 'CHURNED' end as stage
            from (
              select b.*, greatest(g.today - first_on, 30) as span
                from (
                  select c.customer_id, c.order_count, c.spend, c.period_due,
                         (c.first_order_at at time zone 'Asia/Shanghai')::date as first_on,
                         (c.last_order_at at time zone 'Asia/Shanghai')::date as last_on,
                         (a.last_event_at at time zone 'Asia/Shanghai')::date as event_on,
                         a.login_days[g.often_logins] + g.often_days - 1 as often_until
                    from customer_stats c left join customer_activity a on a.customer_id = c.customer_id offset 0
                ) b offset 0
            ) y offset 0
        ) x
      offset 0
    ) n
   where n.customer_id = s.customer_id
     and (s.stage, s.value_segment, s.recency, s.frequency, s.monetary, s.last_event_on, s.frequent_until, s.levels_due)
         is distinct from (n.stage, n.value_segment, n.r, n.f, n.m, n.event_on, n.often_until, n.due)
  returning s.customer_id, s.order_count, s.spend, n.since_order, n.since_event, old.stage as stage_from, s.stage as stage_to,
            old.value_segment as value_from, s.value_segment as value_to, old.recency as r_from, s.recency as r_to,
            old.frequency as f_from, s.frequency as f_to, old.monetary as m_from, s.monetary as m_to
), history as (
  insert into level_change (customer_id, at, on_day, cause, stage_from, stage_to, value_from, value_to, recency_from,
                            recency_to, frequency_from, frequency_to, monetary_from, monetary_to, days_since_order,
                            days_since_event, order_count, spend)
  select customer_id, $2, g.today, 'PUBLISH', stage_from, stage_to, value_from, value_to, r_from, r_to, f_from, f_to,
         m_from, m_to, since_order, since_event, order_count, spend
    from moved, given g
   where (stage_from, value_from, r_from, f_from, m_from) is distinct from (stage_to, value_to, r_to, f_to, m_to)
)
select count(*)::int as written from moved
