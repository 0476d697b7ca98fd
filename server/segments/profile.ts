import { LifecycleStage } from '../../schema/customers/enums.js';
import { ValueSegment } from '../../schema/levels/enums.js';
import type { SegmentCityShare } from '../../schema/segments/profile.js';
import type { App } from '../app.js';
import { addDays, startOfDay } from '../calendar/days.js';
import { Params } from '../database/params.js';
import { asOfStatsSql } from '../levels/as-of.js';
import type { SegmentRow } from './saved-rows.js';
import { rulesInForce } from './scope.js';

const CITIES = 10;

/** One group of one division of everybody. */
interface Share {
  by: 'ALL' | 'TIER' | 'STAGE' | 'VALUE';
  key: string | null;
  everybody: number;
  members: number;
  spend: number;
  memberSpend: number;
  orders: number;
  memberOrders: number;
}

/** Who the members of a segment are, beside everybody, now or at the end of a day; tiers and cities are as they are now. */
export async function profileOf(app: App, segment: SegmentRow, asOf: string | null, signal: AbortSignal | undefined) {
  const rules = await rulesInForce(app, segment, asOf);
  const shares = await readShares(app, rules, asOf, signal);
  const byCity = await readCities(app, rules, asOf, signal);
  const of = (by: Share['by']) => shares.filter((share) => share.by === by);
  const all = of('ALL')[0]!;
  const tiers = new Map(of('TIER').map((share) => [share.key, share]));
  const program = await app.program.published();
  const ordered = [...program.tiers].sort((a, b) => b.rank - a.rank);
  const known = (key: string | null) => ({
    members: tiers.get(key)?.members ?? 0,
    everybody: tiers.get(key)?.everybody ?? 0,
  });
  return {
    members: all.members,
    spend: all.memberSpend,
    orders: all.memberOrders,
    averageOrderValue: average(all.memberSpend, all.memberOrders),
    everybody: {
      customers: all.everybody,
      spend: all.spend,
      orders: all.orders,
      averageOrderValue: average(all.spend, all.orders),
    },
    byTier: [...ordered.map((tier) => ({ tier, ...known(tier.id) })), { tier: null, ...known(null) }],
    byStage: Object.values(LifecycleStage).map((stage) => ({ stage, ...sizes(of('STAGE'), stage) })),
    byValueSegment: Object.values(ValueSegment).map((valueSegment) => ({
      valueSegment,
      ...sizes(of('VALUE'), valueSegment),
    })),
    byCity,
  };
}

const average = (spend: number, orders: number) => (orders > 0 ? Math.round(spend / orders) : null);

function sizes(shares: Share[], key: string) {
  const share = shares.find((one) => one.key === key);
  return { members: share?.members ?? 0, everybody: share?.everybody ?? 0 };
}

type Rules = Awaited<ReturnType<typeof rulesInForce>>;

/** Everybody once, divided in four ways at once. */
async function readShares(app: App, rules: Rules, asOf: string | null, signal: AbortSignal | undefined) {
  const params = new Params();
  const members = await app.segments.membersSql(rules, params, { asOf });
  const figures = await figuresSql(app, asOf, params);
  // Figures of another day know no tier: tiers are as they are now.
  const tier = asOf ? 'n.tier_id' : 's.tier_id';
  return app.db.slow.rows<Share>(
    `with m as materialized (${members})
     select case grouping(${tier}, s.stage, s.value_segment) when 7 then 'ALL' when 3 then 'TIER' when 5 then 'STAGE' else 'VALUE' end as by,
            coalesce(${tier}::text, s.stage, s.value_segment) as key, count(*)::int as everybody,
            count(m.customer_id)::int as members, coalesce(sum(s.spend), 0)::bigint as spend,
            coalesce(sum(s.spend) filter (where m.customer_id is not null), 0)::bigint as "memberSpend",
            coalesce(sum(s.order_count), 0)::int as orders,
            coalesce(sum(s.order_count) filter (where m.customer_id is not null), 0)::int as "memberOrders"
       from ${figures} s
       ${asOf ? 'join customer_stats n on n.customer_id = s.customer_id' : ''}
       left join m on m.customer_id = s.customer_id
      where not exists (select from customer x where x.id = s.customer_id and x.status <> 'ACTIVE')
      group by grouping sets ((), (${tier}), (s.stage), (s.value_segment))`,
    params.values,
    { signal },
  );
}

async function figuresSql(app: App, asOf: string | null, params: Params): Promise<string> {
  if (!asOf) {
    return 'customer_stats';
  }
  const { timeZone } = await app.company.settings();
  return asOfStatsSql(params.add(startOfDay(addDays(asOf, 1), timeZone), 'timestamptz'));
}

async function readCities(app: App, rules: Rules, asOf: string | null, signal: AbortSignal | undefined) {
  const params = new Params();
  const members = await app.segments.membersSql(rules, params, { asOf });
  return app.db.slow.rows<SegmentCityShare>(
    `with m as materialized (${members}),
          top as (
            select nullif(c.city, '') as city, count(*)::int as members from m join customer c on c.id = m.customer_id
             group by 1 order by 2 desc, 1 limit ${CITIES}),
          every as (
            select nullif(city, '') as city, count(*)::int as everybody from customer where status = 'ACTIVE' group by 1)
     select top.city, top.members, every.everybody from top join every on every.city is not distinct from top.city
      order by top.members desc, top.city`,
    params.values,
    { signal },
  );
}
