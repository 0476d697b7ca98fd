-- Twelve months of what people do, in the order of its arrival.
select ensure_event_month(month::date)
  from generate_series(date_trunc('month', current_setting('bench.now')::timestamptz - interval '12 months'),
                       current_setting('bench.now')::timestamptz, interval '1 month') month;

insert into customer_event (customer_id, key, at, kind, source, sku, category, detail)
select bench.somebody(bench.random(k, 61), 3, clock.people), md5(k::text)::uuid,
       clock.now - interval '365 days' * (1 - (k - bench.random(k, 62)) / clock.events), what.kind, 'app',
       case when what.kind not in ('LOGIN', 'SEARCH') then 'SKU' || item.n end,
       case when what.kind not in ('LOGIN', 'SEARCH') then bench.category(item.n) end,
       case when what.kind = 'SEARCH' then bench.category(item.n) end
  from (select current_setting('bench.now')::timestamptz, current_setting('bench.customers')::bigint,
               current_setting('bench.events')::bigint) clock (now, people, events)
  cross join generate_series(1, clock.events) k
  cross join lateral (select bench.random(k, 63)) dice (r)
  cross join lateral (
    select case when dice.r < 0.55 then 'VIEW' when dice.r < 0.75 then 'LOGIN' when dice.r < 0.85 then 'ADD_TO_CART'
                when dice.r < 0.9 then 'SEARCH' when dice.r < 0.95 then 'FAVORITE' else 'CLICK' end
  ) what (kind)
  cross join lateral (select bench.product(bench.random(k, 64))) item (n);

-- Counts by the day, month by month in the order of their keys. The session's time zone is the company's.
do $$
declare month text;
begin
  for month in select right(inhrelid::regclass::text, 7) from pg_inherits where inhparent = 'customer_event'::regclass loop
    execute format('insert into customer_event_day_%1$s (kind, customer_id, day, events)
      select kind, customer_id, at::date, count(*) from customer_event_%1$s group by 1, 2, 3 order by 1, 2, 3', month);
  end loop;
end $$;

insert into customer_activity (customer_id, last_event_at, last_login_at, login_days)
select e.customer_id, e.last_at, e.last_login_at, coalesce(l.days, '{}')
  from (select customer_id, max(at) as last_at, max(at) filter (where kind = 'LOGIN') as last_login_at
          from customer_event group by customer_id) e
  left join (select customer_id, (array_agg(day order by day desc))[:31] as days
               from customer_event_day where kind = 'LOGIN' group by customer_id) l using (customer_id);
