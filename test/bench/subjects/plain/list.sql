-- The panel's customer list: members of some tiers ($1) in some stages ($2) by spend, a page after a place ($3, $4), and how many there are.
-- One short index scan a tier and stage, merged.
select json_build_object('data', json_build_object('list', json_build_object(
         'totalCount', (select count(*) from customer_stats where tier_id = any($1::uuid[]) and stage = any($2::text[])),
         'pageInfo', json_build_object('hasNextPage', count(*) > 50, 'hasPreviousPage', $3::bigint is not null,
           'endCursor', (array_agg(translate(encode(convert_to('["' || p.spend || '","' || p.id || '"]', 'UTF8'), 'base64'),
                                             E'+/=\n', '-_') order by p.n))[least(count(*), 50)]),
         'nodes', coalesce(json_agg(p.json order by p.n) filter (where p.n <= 50), '[]'))))::text as body
  from (
    select s.spend, c.id, row_number() over (order by s.spend desc, c.id desc) as n,
           json_build_object('id', c.id, 'name', c.name,
             'phone', substr(c.phone, 1, 3) || '****' || right(c.phone, 4),
             'email', substr(c.email, 1, 1) || '***' || substr(c.email, strpos(c.email, '@')),
             'city', c.city, 'tags', c.tags, 'status', c.status,
             'registeredAt', to_char(c.registered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'version', c.version,
             'tier', json_build_object('id', t.id, 'code', t.code, 'rank', t.rank, 'color', t.color, 'name', t.name),
             'stats', json_build_object('orderCount', s.order_count, 'spend', round(s.spend / 100.0, 2)::text,
               'lastOrderAt', to_char(s.last_order_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'stage', s.stage)
           ) as json
      from (
        select one.* from unnest($1::uuid[]) as tiers (id) cross join unnest($2::text[]) as stages (stage) cross join lateral (
          select * from customer_stats s
           where s.tier_id = tiers.id and s.stage = stages.stage and ($3::bigint is null or (s.spend, s.customer_id) < ($3, $4::uuid))
           order by s.spend desc, s.customer_id desc limit 51
        ) one order by one.spend desc, one.customer_id desc limit 51
      ) s
      join customer c on c.id = s.customer_id
      left join tier t on t.id = s.tier_id
  ) p
