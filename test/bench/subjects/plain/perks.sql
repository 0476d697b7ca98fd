-- The home screen of member $1 at $2: tier, way to the next one, points, and everything that can be used now.
select json_build_object('data', json_build_object('me', json_build_object(
    'id', c.id, 'name', c.name,
    'tier', case when t.id is not null then json_build_object('id', t.id, 'code', t.code, 'rank', t.rank, 'name', t.name,
      'color', t.color, 'since', to_char(s.tier_since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'qualifiedBy', s.tier_cause, 'expiresAt', to_char(s.tier_expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'graceUntil', to_char(s.tier_grace_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end,
    'progress', case when n.id is not null then json_build_object(
      'next', json_build_object('id', n.id, 'code', n.code, 'name', n.name, 'color', n.color),
      'spendGap', round(n.gap / 100.0, 2)::text, 'pointsGap', null,
      'ordersGap', case when s.order_count > 0 and s.spend > 0
                        then greatest(1, ceil(n.gap / (s.spend::numeric / s.order_count))) end,
      'spend', round(s.period_spend / 100.0, 2)::text, 'points', s.period_points, 'orders', s.period_orders,
      'periodStart', year.start, 'periodEnd', (year.start + interval '1 year - 1 day')::date) end,
    'points', json_build_object('balance', s.points_balance, 'debt', s.points_debt, 'expiringSoon', coalesce((
      select json_agg(json_build_object('points', l.points,
                        'expiresAt', to_char(l.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by l.expires_at)
        from (select expires_at, sum(remaining) as points from points_lot
               where customer_id = c.id and remaining > 0 and expires_at > $2 and expires_at <= $2::timestamptz + interval '30 days'
               group by expires_at) l), '[]')),
    'perks', coalesce((
      select json_agg(json_build_object('id', p.id, 'source', p.source,
               'remaining', case when p.redeemable then greatest(0, least(p.quota - p.used, p.stock - p.stock_used)) end,
               'quota', p.quota, 'used', p.used,
               'validUntil', to_char(p.valid_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
               'howToUse', p.how_to_use,
               'benefit', json_build_object('id', p.benefit_id, 'code', p.code, 'kind', p.kind, 'name', p.name, 'terms', p.terms,
                                            'redeemable', p.redeemable))
               order by p.source desc, p.place, p.ends_at nulls last, p.id)
        from (
          select b.id, 'TIER' as source, b.code as place, null::timestamptz as ends_at, b.id as benefit_id, b.code, b.kind, b.name,
                 b.terms, b.how_to_use, b.redeemable, b.stock, case when b.redeemable then b.quota end as quota,
                 coalesce(u.used, 0) as used, b.valid_until, coalesce(st.used, 0) as stock_used
            from tier_benefit tb
            join benefit b on b.id = tb.benefit_id and not b.retired and b.kind <> 'BIRTHDAY_GIFT'
             and (b.valid_from is null or b.valid_from <= $2) and (b.valid_until is null or b.valid_until > $2)
            left join benefit_stock st on st.benefit_id = b.id
            left join benefit_usage u on u.customer_id = c.id and u.benefit_id = b.id and u.period_start =
              case b.quota_period when 'LIFETIME' then date '0001-01-01'
                else date_trunc(b.quota_period, $2::timestamptz at time zone 'Asia/Shanghai')::date end
           where tb.tier_id = s.tier_id
          union all
          select g.id, 'GRANT', null, g.ends_at, b.id, b.code, b.kind, b.name, b.terms, b.how_to_use, b.redeemable, b.stock,
                 g.quantity, g.used, least(g.ends_at, b.valid_until), coalesce(st.used, 0)
            from benefit_grant g
            join benefit b on b.id = g.benefit_id
             and (b.valid_from is null or b.valid_from <= $2) and (b.valid_until is null or b.valid_until > $2)
            left join benefit_stock st on st.benefit_id = b.id
           where g.customer_id = c.id and g.revoked_at is null and g.used < g.quantity
             and g.starts_at <= $2 and (g.ends_at is null or g.ends_at > $2)
        ) p), '[]'))))::text as body
  from customer_identity i
  join customer c on c.id = i.customer_id and c.status = 'ACTIVE'
  join customer_stats s on s.customer_id = c.id
  cross join lateral (select date_trunc('year', $2::timestamptz at time zone 'Asia/Shanghai')::date as start) year
  left join tier t on t.id = s.tier_id
  left join lateral (
    select x.*, greatest(0, x.spend_threshold - s.period_spend) as gap
      from tier x where not x.retired and x.rank > coalesce(t.rank, 0) order by x.rank limit 1
  ) n on true
 where i.source = 'app' and i.external_id = $1
