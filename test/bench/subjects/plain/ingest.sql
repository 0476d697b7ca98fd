-- A batch of new orders with all their effects in one statement: orders, lines, points ledger and lots, the customers'
-- figures, levels with history, tiers with history and notifications. $1: the batch as JSON, $2: now, $3: start of the qualification year.
with batch as materialized (
  select i.customer_id, b.number, b."placedAt"::timestamptz as placed_at, round(b.amount::numeric * 100)::bigint as amount,
         b.lines, uuidv7() as id
    from json_to_recordset($1::json) as b (number text, "customerExternalId" text, "placedAt" text, amount text, lines json)
    join customer_identity i on i.source = 'app' and i.external_id = b."customerExternalId"
),
locked as materialized (
  select s.customer_id, s.points_balance, s.points_seq, coalesce(m.rate, 1) as rate
    from customer_stats s
    left join lateral (select max(b.value) as rate from tier_benefit tb join benefit b on b.id = tb.benefit_id
                        where tb.tier_id = s.tier_id and b.kind = 'POINTS_MULTIPLIER' and not b.retired) m on true
   where s.customer_id in (select customer_id from batch) order by s.customer_id for update of s
),
earned as materialized (
  select b.*, l.rate, floor(b.amount / 100 * l.rate)::bigint as points,
         l.points_seq + row_number() over person as seq,
         l.points_balance + sum(floor(b.amount / 100 * l.rate)::bigint) over person as balance
    from batch b join locked l using (customer_id)
  window person as (partition by customer_id order by placed_at, id)
),
new_orders as (
  insert into orders (id, source, number, customer_id, placed_at, currency, amount, base_amount, base_net, points, points_held,
                      points_rate, content_hash, source_updated_at, created_at)
  select id, 'bare', number, customer_id, placed_at, 'CNY', amount, amount, amount, points, points, rate,
         sha256(convert_to(number || amount || lines::text, 'UTF8')), $2, $2
    from earned
),
new_lines as (
  insert into order_line (order_id, position, sku, name, category, quantity, unit_price, amount)
  select b.id, l.position, l.line->>'sku', l.line->>'name', l.line->>'category', (l.line->>'quantity')::int,
         round((l.line->>'unitPrice')::numeric * 100)::bigint,
         round((l.line->>'unitPrice')::numeric * 100)::bigint * (l.line->>'quantity')::int
    from batch b cross join lateral json_array_elements(b.lines) with ordinality as l (line, position)
),
new_entries as (
  insert into points_entry (customer_id, seq, kind, points, balance_after, order_id, expires_at, at)
  select customer_id, seq, 'EARN', points, balance, id,
         ((placed_at at time zone 'Asia/Shanghai')::date + interval '12 months 1 day') at time zone 'Asia/Shanghai', $2
    from earned where points > 0
),
new_lots as (
  insert into points_lot (customer_id, seq, remaining, expires_at)
  select customer_id, seq, points,
         ((placed_at at time zone 'Asia/Shanghai')::date + interval '12 months 1 day') at time zone 'Asia/Shanghai'
    from earned where points > 0
),
gained as (
  select customer_id, count(*) as orders, sum(amount) as spend, sum(points) as points, min(placed_at) as first,
         max(placed_at) as last
    from earned group by customer_id
),
figures as (
  update customer_stats s
     set order_count = s.order_count + g.orders, spend = s.spend + g.spend,
         first_order_at = least(s.first_order_at, g.first), last_order_at = greatest(s.last_order_at, g.last),
         stage = band.stage, recency = band.r, frequency = band.f, monetary = band.m, value_segment = level.value_segment,
         period_due = ($3::date + interval '1 year')::date, levels_due = least(level.due, ($3::date + interval '1 year')::date),
         period_start = $3::date, period_spend = s.period_spend + g.spend, period_orders = s.period_orders + g.orders,
         period_points = s.period_points + g.points, points_balance = s.points_balance + g.points,
         points_seq = s.points_seq + g.orders,
         tier_id = t.id, earned_tier_id = t.id,
         tier_since = case when t.id is distinct from s.tier_id then $2 else s.tier_since end,
         tier_cause = case when t.id is not null then 'SPEND' end, earned_by = case when t.id is not null then 'SPEND' end,
         tier_period_start = case when t.id is not null then t.start end,
         tier_expires_at = case when t.id is not null then (t.start + interval '2 years') at time zone 'Asia/Shanghai' end,
         earned_expires_at = case when t.id is not null then (t.start + interval '2 years') at time zone 'Asia/Shanghai' end
    from gained g
    join customer_stats before on before.customer_id = g.customer_id
    left join tier held on held.id = before.tier_id
    left join lateral (
      select x.id, case when x.rank > coalesce(held.rank, 0) or x.spend_threshold <= before.period_spend + g.spend
                        then $3::date else before.tier_period_start end as start
        from tier x
       where not x.retired and (x.spend_threshold <= before.period_spend + g.spend or x.id = before.tier_id)
       order by x.rank desc limit 1
    ) t on true
    cross join level_rule r
    cross join lateral (
      select ($2::timestamptz at time zone 'Asia/Shanghai')::date as today,
             (least(before.first_order_at, g.first) at time zone 'Asia/Shanghai')::date as first_on,
             (greatest(before.last_order_at, g.last) at time zone 'Asia/Shanghai')::date as last_on,
             (before.order_count + g.orders)::bigint as orders, before.spend + g.spend as spend offset 0
    ) d
    cross join lateral (
      select case when today - last_on <= r.recency_days[1] then 1 when today - last_on <= r.recency_days[2] then 2
                  when today - last_on <= r.recency_days[3] then 3 else 4 end as r,
             case when d.orders * r.frequency_days[1] >= r.frequency_times[1] * greatest(today - first_on, 30) then 1
                  when d.orders * r.frequency_days[2] >= r.frequency_times[2] * greatest(today - first_on, 30) then 2
                  when d.orders * r.frequency_days[3] >= r.frequency_times[3] * greatest(today - first_on, 30) then 3 else 4 end as f,
             case when d.spend >= r.cutoffs[1] then 1 when d.spend >= r.cutoffs[2] then 2
                  when d.spend >= r.cutoffs[3] then 3 else 4 end as m,
             case when today - first_on <= r.new_days then 'NEW'
                  when today - last_on <= r.active_days or before.frequent_until >= today then 'ACTIVE'
                  when today - last_on <= r.dormant_days or today - before.last_event_on <= r.dormant_days then 'DORMANT'
                  else 'CHURNED' end as stage
      offset 0
    ) band
    cross join lateral (
      select case when band.r <= r.high_value[1] and band.f <= r.high_value[2] and band.m <= r.high_value[3] then 'HIGH_VALUE'
                  when band.r <= r.mid_value[1] and band.f <= r.mid_value[2] and band.m <= r.mid_value[3] then 'MID_VALUE'
                  when band.stage in ('NEW', 'DORMANT', 'CHURNED') then band.stage else 'OTHER' end as value_segment,
             least(case when band.r < 4 then last_on + r.recency_days[band.r] + 1 end,
                   case when band.f < 4 then first_on + 1 + (d.orders * r.frequency_days[band.f] / r.frequency_times[band.f])::int end,
                   case band.stage when 'NEW' then first_on + r.new_days + 1
                                   when 'ACTIVE' then greatest(last_on + r.active_days, before.frequent_until) + 1
                                   when 'DORMANT' then greatest(last_on, before.last_event_on) + r.dormant_days + 1 end) as due
      offset 0
    ) level
   where s.customer_id = g.customer_id
  returning s.customer_id, old.tier_id as from_id, new.tier_id as to_id, new.period_spend, new.order_count, new.spend,
            old.stage as stage_from, new.stage as stage_to, old.value_segment as value_from, new.value_segment as value_to,
            old.recency as r_from, new.recency as r_to, old.frequency as f_from, new.frequency as f_to,
            old.monetary as m_from, new.monetary as m_to, d.today, d.today - d.last_on as since_order,
            d.today - before.last_event_on as since_event
),
levelled as (
  insert into level_change (customer_id, at, on_day, cause, stage_from, stage_to, value_from, value_to, recency_from,
                            recency_to, frequency_from, frequency_to, monetary_from, monetary_to, days_since_order,
                            days_since_event, order_count, spend)
  select customer_id, $2, today, 'ORDER', stage_from, stage_to, value_from, value_to, r_from, r_to, f_from, f_to, m_from, m_to,
         since_order, since_event, order_count, spend
    from figures
   where (stage_from, value_from, r_from, f_from, m_from) is distinct from (stage_to, value_to, r_to, f_to, m_to)
),
moved as (
  insert into tier_move (id, customer_id, from_tier_id, to_tier_id, direction, cause, reason, order_id, at)
  select uuidv7(), f.customer_id, f.from_id, f.to_id, 'UP', 'ORDER', 'spend ' || f.period_spend / 100.0,
         (select id from batch b where b.customer_id = f.customer_id limit 1), $2
    from figures f where f.to_id is distinct from f.from_id
  returning customer_id, from_tier_id, to_tier_id
),
told as (
  insert into notification (id, customer_id, kind, data, at)
  select uuidv7(), m.customer_id, 'TIER_UP', jsonb_build_object('from', a.name, 'to', b.name), $2
    from moved m left join tier a on a.id = m.from_tier_id join tier b on b.id = m.to_tier_id
)
select json_build_object('created', count(*))::text as body from batch
