-- Eighteen months of orders in the order of their arrival: some people buy often, most now and then.
insert into orders (id, source, number, customer_id, placed_at, currency, amount, base_amount, base_net, points,
                    points_held, points_rate, content_hash, source_updated_at, created_at)
select bench.order_id(k), 'shop', 'B' || k, bench.customer_id(who.n), at.placed, 'CNY', sum.amount, sum.amount, sum.amount,
       earned.points, earned.points, case when earned.points > 0 then 1 end,
       sha256(convert_to('B' || k, 'UTF8')), at.placed, at.placed
  from generate_series(1, current_setting('bench.orders')::bigint) k
  cross join (select current_setting('bench.now')::timestamptz, current_setting('bench.customers')::bigint) clock (now, people)
  cross join lateral (
    select 1 + (floor(clock.people * power(bench.random(k, 21), 1.5))::bigint * 611953) % clock.people
  ) who (n)
  cross join lateral (
    select clock.now - interval '540 days' * (1 - (k - bench.random(k, 22)) / current_setting('bench.orders')::float8)
  ) at (placed)
  cross join lateral (
    select 2000 + floor(-ln(1 - bench.random(k, 23) * 0.999999) * 30000 * bench.wealth(who.n))::bigint
  ) sum (amount)
  cross join lateral (
    select case when at.placed >= clock.now - interval '12 months' then sum.amount / 100 else 0 end
  ) earned (points);

-- Points began a year ago, one entry and one lot an order, none spent: balance, ledger and lots agree.
insert into points_entry (customer_id, seq, kind, points, balance_after, order_id, expires_at, at)
select customer_id, row_number() over person, 'EARN', points, sum(points) over person, id,
       (placed_at::date + interval '12 months 1 day')::timestamptz, placed_at
  from orders where points > 0
window person as (partition by customer_id order by placed_at, id);

insert into points_lot (customer_id, seq, remaining, expires_at)
select customer_id, seq, points, expires_at from points_entry;
