-- Fifty grants after a place in the list, each with its customer, the customer's tier and that tier's benefits.
with tiers as materialized (
  select t.id, json_build_object('id', t.id, 'code', t.code, 'name', t.name, 'benefits', (
           select coalesce(json_agg(json_build_object('id', b.id, 'code', b.code, 'kind', b.kind, 'name', b.name)
                                    order by b.code), '[]')
             from tier_benefit tb join benefit b on b.id = tb.benefit_id and not b.retired
            where tb.tier_id = t.id)) as json
    from tier t where not t.retired
)
select json_build_object('data', json_build_object('benefitGrants', json_build_object(
         'pageInfo', json_build_object('hasNextPage', count(*) > 50,
           'endCursor', (array_agg(translate(encode(convert_to('["' || g.granted_at || '","' || g.id || '"]', 'UTF8'), 'base64'),
                                             E'+/=\n', '-_') order by g.n))[least(count(*), 50)]),
         'nodes', coalesce(json_agg(
           json_build_object('id', g.id, 'quantity', g.quantity, 'used', g.used,
             'startsAt', to_char(g.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
             'endsAt', to_char(g.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
             'customer', json_build_object('id', c.id, 'name', c.name, 'tier', tiers.json))
           order by g.n) filter (where g.n <= 50), '[]'))))::text as body
  from (select *, row_number() over (order by granted_at desc, id desc) as n
          from (select * from benefit_grant where (granted_at, id) < ($1::timestamptz, $2::uuid)
                 order by granted_at desc, id desc limit 51) page) g
  join customer c on c.id = g.customer_id
  left join customer_stats s on s.customer_id = c.id
  left join tiers on tiers.id = s.tier_id
