-- The people: deterministic, so that every run and every machine measures the same company.
create schema bench;

create function bench.random(n bigint, salt bigint) returns double precision language sql immutable parallel safe
  return (hashint8extended(n, salt) & 9007199254740991)::double precision / 9007199254740992;
create function bench.customer_id(n bigint) returns uuid language sql immutable parallel safe
  return ('01800000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid;
create function bench.order_id(n bigint) returns uuid language sql immutable parallel safe
  return ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid;
-- How much a person spends compared with others: many a little, few a lot.
create function bench.wealth(customer bigint) returns double precision language sql immutable parallel safe
  return 0.4 + 9 * power(bench.random(customer, 11), 10);
-- One of the people, the same few more often than others: the higher `bias`, the more so. Who buys most also visits most.
create function bench.somebody(dice double precision, bias double precision, people bigint) returns uuid
  language sql immutable parallel safe
  return bench.customer_id(1 + (floor(people * power(dice, bias))::bigint * 611953) % people);
-- Of 2,000 products few are sought often; each belongs to one of twelve categories.
create function bench.product(dice double precision) returns int language sql immutable parallel safe
  return floor(2000 * power(dice, 2))::int;
create function bench.category(product int) returns text language sql immutable parallel safe
  return (array['家居','服饰','数码','美妆','食品','母婴','图书','运动','宠物','家电','箱包','珠宝'])[1 + product % 12];

insert into customer (id, name, gender, birthday, phone, email, city, locale, preferred_channel, tags, registered_at,
                      created_at, updated_at)
select bench.customer_id(n),
       (array['王','李','张','刘','陈','杨','赵','黄','周','吴','徐','孙','胡','朱','高','林'])[1 + floor(bench.random(n, 1) * 16)::int]
         || (array['伟','芳','娜','敏','静','丽','强','磊','军','洋','勇','艳','杰','娟','涛','明'])[1 + floor(bench.random(n, 2) * 16)::int]
         || (array['','华','玲','平','刚','英','雪','晨'])[1 + floor(bench.random(n, 3) * 8)::int],
       (array['FEMALE','MALE'])[1 + floor(bench.random(n, 4) * 2)::int],
       date '1960-01-01' + floor(bench.random(n, 5) * 16000)::int,
       '13' || lpad(n::text, 9, '0'),
       'm' || n || '@example.com',
       (array['上海','北京','广州','深圳','杭州','成都','武汉','西安'])[1 + floor(bench.random(n, 6) * 8)::int],
       'zh',
       (array['SMS','PUSH','WECHAT'])[1 + floor(bench.random(n, 7) * 3)::int],
       case when bench.random(n, 8) < 0.2 then array['vip-event'] else '{}' end,
       r.at, r.at, r.at
  from generate_series(1, current_setting('bench.customers')::bigint) n
  cross join lateral (
    select current_setting('bench.now')::timestamptz - interval '540 days' - interval '900 days' * bench.random(n, 9)
  ) r (at);

insert into customer_identity (source, external_id, customer_id, created_at)
select 'app', 'm' || n, bench.customer_id(n), current_setting('bench.now')::timestamptz - interval '540 days'
  from generate_series(1, current_setting('bench.customers')::bigint) n
union all
select 'tmall', 't' || n, bench.customer_id(n), current_setting('bench.now')::timestamptz - interval '540 days'
  from generate_series(1, current_setting('bench.customers')::bigint) n
 where bench.random(n, 10) < 0.3;
