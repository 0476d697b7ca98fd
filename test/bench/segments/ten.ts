/**
 * Ten segments that a marketer makes, as rules of the API and as the best SQL we can write by hand, with every value written
 * out: how many, and the 50 who spent most. Days are those of Shanghai on BENCH_NOW's day.
 */
export interface BenchSegment {
  name: string;
  /** In words. */
  what: string;
  /** A SegmentRuleInput; `ids`: of the tiers by code, and of the segments before this one by name. */
  rules: (ids: Record<string, string>) => object;
  /** Counts them. */
  count: string;
  /** What comes between `from` and `order by` to list them by spend: `s` is the customer's figures. */
  page: string;
}

const TODAY = Date.UTC(2026, 8, 15);
/** Midnight so many days ago. */
const day = (ago: number) => `timestamptz '${new Date(TODAY - ago * 86_400_000).toISOString().slice(0, 10)} 00:00+08'`;
/** From so many days ago until today's end. */
const last = (column: string, days: number) => `${column} >= ${day(days)} and ${column} < ${day(-1)}`;
const lastDays = (days: number) => ({ last: { amount: days, unit: 'DAY' } });

const condition = (field: string, operator: string, values: object = {}) => ({
  condition: { field, operator, ...values },
});
const all = (...rules: object[]) => ({ join: 'ALL', rules });
const any = (...rules: object[]) => ({ join: 'ANY', rules });
const none = (...rules: object[]) => ({ join: 'NONE', rules });

const ACTIVE = `not exists (select from customer x where x.id = s.customer_id and x.status <> 'ACTIVE')`;
const COUNTS = `o.status in ('PLACED', 'PARTLY_REFUNDED')`;

const birthday = `(extract(month from c.birthday), extract(day from c.birthday)) in (${[15, 16, 17, 18, 19, 20, 21, 22]
  .map((n) => `(9, ${n})`)
  .join(', ')})`;
const women = `c.status = 'ACTIVE' and c.city = '西安' and c.gender = 'FEMALE' and c.tags @> '{vip-event}' and ${birthday}`;
const reachable = `c.status = 'ACTIVE' and (c.preferred_channel = 'SMS' or c.gender = 'FEMALE')`;
const waning = `s.tier_id in (select id from tier where code in ('gold', 'diamond')) and s.stage in ('DORMANT', 'CHURNED')`;
const loyal = 's.recency <= 2 and s.frequency <= 2 and s.monetary <= 2';
const buyers = `select o.customer_id from orders o where ${last('o.placed_at', 90)} and ${COUNTS} and o.customer_id is not null
  group by 1 having count(*) >= 2 and sum(o.base_net) >= 200000`;
const buysOften = `(select count(*) >= 2 and sum(o.base_net) >= 200000 from orders o
  where o.customer_id = s.customer_id and ${last('o.placed_at', 90)} and ${COUNTS})`;
const article = `select o.customer_id from order_line l join orders o on o.id = l.order_id
  where l.sku = 'SKU1500' and ${last('o.placed_at', 180)} and ${COUNTS}`;
const homely = (whose: string) => `select o.customer_id from orders o join order_line l on l.order_id = o.id
  where l.category = '家居' and ${last('o.placed_at', 365)} and ${COUNTS} and ${whose} group by 1 having sum(l.quantity) >= 2`;
const viewed = (whose: string) => `select d.customer_id from customer_event_day d
  where d.kind = 'VIEW' and d.day between '2026-08-16' and '2026-09-15' and ${whose} group by 1 having sum(d.events) >= 5`;
const ordered = (whose: string) =>
  `select from orders o where o.customer_id = ${whose} and ${last('o.placed_at', 30)} and ${COUNTS}`;
const sleepers = `c.status = 'ACTIVE' and c.city in ('上海', '北京') and not c.tags && '{vip-event}'
  and (s.stage = 'DORMANT' or s.stage = 'CHURNED' and s.spend >= 300000)
  and not coalesce(${last('a.last_login_at', 30)}, false)`;
const activity = 'left join customer_activity a on a.customer_id = s.customer_id';

export const TEN: BenchSegment[] = [
  {
    name: 'narrow attributes',
    what: 'women in 西安 with a tag whose birthday is today or in the next 7 days',
    rules: () =>
      all(
        condition('CITY', 'IN', { texts: ['西安'] }),
        condition('GENDER', 'IN', { texts: ['FEMALE'] }),
        condition('TAGS', 'HAS_ANY', { texts: ['vip-event'] }),
        condition('BIRTHDAY', 'IN_NEXT', { relative: { amount: 7, unit: 'DAY' } }),
      ),
    count: `select count(*) from customer c where ${women}`,
    page: `customer c join customer_stats s on s.customer_id = c.id where ${women}`,
  },
  {
    name: 'wide attributes',
    what: 'women, and whoever prefers SMS',
    rules: () =>
      any(condition('PREFERRED_CHANNEL', 'IN', { texts: ['SMS'] }), condition('GENDER', 'IN', { texts: ['FEMALE'] })),
    count: `select count(*) from customer c where ${reachable}`,
    page: `customer_stats s join customer c on c.id = s.customer_id where ${reachable}`,
  },
  {
    name: 'tier and stage',
    what: 'gold or diamond, dormant or churned',
    rules: ({ gold, diamond }) =>
      all(
        condition('TIER', 'IN', { ids: [gold, diamond] }),
        condition('STAGE', 'IN', { texts: ['DORMANT', 'CHURNED'] }),
      ),
    count: `select count(*) from customer_stats s where ${waning} and ${ACTIVE}`,
    page: `tier t cross join (values ('DORMANT'), ('CHURNED')) stages (stage) cross join lateral (
      select * from customer_stats s where s.tier_id = t.id and s.stage = stages.stage and ${ACTIVE}
       order by s.spend desc, s.customer_id desc limit 50) s where t.code in ('gold', 'diamond')`,
  },
  {
    name: 'RFM',
    what: 'recency, frequency and monetary band 1 or 2',
    rules: () => all(...['RECENCY', 'FREQUENCY', 'MONETARY'].map((field) => condition(field, 'LTE', { numbers: [2] }))),
    count: `select count(*) from customer_stats s where ${loyal} and ${ACTIVE}`,
    page: `customer_stats s where ${loyal} and ${ACTIVE}`,
  },
  {
    name: 'order window',
    what: 'two orders or more and 2,000 or more in the last 90 days',
    rules: () =>
      all(
        condition('ORDER_COUNT', 'GTE', { numbers: [2], window: lastDays(90) }),
        condition('ORDER_SPEND', 'GTE', { amounts: ['2000'], window: lastDays(90) }),
      ),
    count: `select count(*) from (${buyers}) s where ${ACTIVE}`,
    page: `customer_stats s where ${buysOften} and ${ACTIVE}`,
  },
  {
    name: 'one article',
    what: 'bought one seldom article in the last 180 days',
    rules: () =>
      condition('ORDER_COUNT', 'GTE', { numbers: [1], products: { skus: ['SKU1500'] }, window: lastDays(180) }),
    count: `select count(distinct s.customer_id) from (${article}) s where ${ACTIVE}`,
    page: `customer_stats s where s.customer_id in (${article}) and ${ACTIVE}`,
  },
  {
    name: 'one category',
    what: 'two pieces or more of one category in the last 365 days',
    rules: () =>
      condition('ORDER_UNITS', 'GTE', { numbers: [2], products: { categories: ['家居'] }, window: lastDays(365) }),
    count: `select count(*) from (${homely('o.customer_id is not null')}) s where ${ACTIVE}`,
    page: `customer_stats s where exists (${homely('o.customer_id = s.customer_id')}) and ${ACTIVE}`,
  },
  {
    name: 'behaviour',
    what: 'looked at five articles or more in the last 30 days and bought nothing',
    rules: () =>
      all(
        condition('EVENT_COUNT', 'GTE', { texts: ['VIEW'], numbers: [5], window: lastDays(30) }),
        condition('ORDER_COUNT', 'EQ', { numbers: [0], window: lastDays(30) }),
      ),
    count: `select count(*) from (${viewed('true')}) s where not exists (${ordered('s.customer_id')}) and ${ACTIVE}`,
    page: `customer_stats s where not exists (${ordered('s.customer_id')})
      and exists (${viewed('d.customer_id = s.customer_id')}) and ${ACTIVE}`,
  },
  {
    name: 'nested, with not',
    what: 'in two cities, dormant, or churned after spending 3,000; neither logged in for 30 days nor tagged',
    rules: () =>
      all(
        condition('CITY', 'IN', { texts: ['上海', '北京'] }),
        any(
          condition('STAGE', 'IN', { texts: ['DORMANT'] }),
          all(condition('STAGE', 'IN', { texts: ['CHURNED'] }), condition('SPEND_TOTAL', 'GTE', { amounts: ['3000'] })),
        ),
        none(
          condition('LAST_LOGIN_ON', 'IN_LAST', { relative: { amount: 30, unit: 'DAY' } }),
          condition('TAGS', 'HAS_ANY', { texts: ['vip-event'] }),
        ),
      ),
    count: `select count(*) from customer_stats s join customer c on c.id = s.customer_id ${activity} where ${sleepers}`,
    page: `customer_stats s join customer c on c.id = s.customer_id ${activity} where ${sleepers}`,
  },
  {
    name: 'segments of segments',
    what: '"tier and stage" or "order window", but not "behaviour"',
    rules: (ids) =>
      all(
        condition('SEGMENT', 'IN', { ids: [ids['tier and stage'], ids['order window']] }),
        condition('SEGMENT', 'NOT_IN', { ids: [ids.behaviour] }),
      ),
    count: `select count(*) from customer_stats s left join (${buyers}) b on b.customer_id = s.customer_id
      where (${waning} or b.customer_id is not null) and ${ACTIVE} and not exists (
        select from (${viewed('true')}) v where v.customer_id = s.customer_id and not exists (${ordered('v.customer_id')}))`,
    page: `customer_stats s where (${waning} or ${buysOften}) and ${ACTIVE} and not (
        not exists (${ordered('s.customer_id')}) and exists (${viewed('d.customer_id = s.customer_id')}))`,
  },
];
