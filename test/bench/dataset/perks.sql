-- Personal grants, of which about half still run, and what has been used of the tiers' benefits.
insert into benefit_grant (id, customer_id, benefit_id, origin, reason, quantity, starts_at, ends_at, granted_at)
select ('01a00000-0000-7000-8000-' || lpad(to_hex(k), 12, '0'))::uuid,
       bench.customer_id(1 + floor(bench.random(k, 31) * clock.people)::bigint),
       b.id, kind.origin, '', 1 + floor(bench.random(k, 33) * 3)::int, at.granted,
       at.granted + interval '30 days' + interval '335 days' * bench.random(k, 34), at.granted
  from generate_series(1, current_setting('bench.grants')::bigint) k
  cross join (select current_setting('bench.now')::timestamptz, current_setting('bench.customers')::bigint) clock (now, people)
  cross join lateral (
    select clock.now - interval '200 days' * (1 - (k - bench.random(k, 32)) / current_setting('bench.grants')::float8)
  ) at (granted)
  cross join lateral (select bench.random(k, 35)) dice (r)
  cross join lateral (
    select case when dice.r < 0.5 then 'apology_coupon' when dice.r < 0.7 then 'birthday_gift'
                when dice.r < 0.85 then 'free_shipping' when dice.r < 0.95 then 'custom_packaging' else 'product_trial' end,
           case when dice.r < 0.5 then 'COMPENSATION' when dice.r < 0.7 then 'BIRTHDAY'
                when dice.r < 0.85 then 'CAMPAIGN' else 'MANUAL' end
  ) kind (code, origin)
  join benefit b on b.code = kind.code;

insert into benefit_usage (customer_id, benefit_id, period_start, used)
select s.customer_id, b.id, month.start, 1 + floor(bench.random(hashtextextended(s.customer_id::text, 0), 41) * 2)::int
  from customer_stats s
  cross join (values ('free_shipping', date '2026-09-01', 0.3), ('member_discount', date '2026-09-01', 0.2),
                     ('free_shipping', date '2026-05-01', 0.3)) month (code, start, share)
  join benefit b on b.code = month.code
  join tier_benefit tb on tb.benefit_id = b.id and tb.tier_id = s.tier_id
 where bench.random(hashtextextended(s.customer_id::text || month.code, 1), month.start - date '2026-01-01') < month.share;

insert into redemption (id, customer_id, benefit_id, quantity, status, period_start, code, cost, tier_id, idempotency_key,
                        request_hash, created_at, committed_at)
select ('01c00000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, customer_id, benefit_id, used, 'COMMITTED', period_start,
       'R' || n, used * unit_cost, tier_id, 'bench-' || n, sha256('bench'), at, at
  from (
    select u.*, b.unit_cost, s.tier_id, row_number() over (order by u.period_start, u.customer_id, u.benefit_id) n,
           u.period_start + interval '10 days' as at
      from benefit_usage u join benefit b on b.id = u.benefit_id join customer_stats s using (customer_id)
  ) used;
