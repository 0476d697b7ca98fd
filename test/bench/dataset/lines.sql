-- What was bought: one to three lines an order, which share its amount.
insert into order_line (order_id, position, sku, name, category, quantity, unit_price, amount)
select o.id, position, 'SKU' || item.n, '商品 ' || item.n, bench.category(item.n), q.pieces, price.each, price.each * q.pieces
  from (
    select id, amount, k, case when dice < 0.6 then 1 when dice < 0.9 then 2 else 3 end as lines
      from (select id, amount, substr(number, 2)::bigint as k, bench.random(substr(number, 2)::bigint, 51) as dice
              from orders) as x
  ) o
  cross join lateral generate_series(1, o.lines) position
  cross join lateral (select bench.product(bench.random(o.k * 3 + position, 52))) item (n)
  cross join lateral (select case when bench.random(o.k * 3 + position, 53) < 0.2 then 2 else 1 end) q (pieces)
  cross join lateral (select o.amount / (o.lines * q.pieces)) price (each);
