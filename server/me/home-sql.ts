import type { TierCause } from '../../schema/tiers/enums.js';
import type { LocalDate } from '../calendar/days.js';
import type { Wants } from './wants.js';

/** One customer's home screen as the database gives it. */
export interface HomeRow {
  /** The place of the identity among those asked for, from 1. */
  n: number;
  id: string;
  name: string;
  tierId: string | null;
  since: Date | null;
  qualifiedBy: TierCause | null;
  expiresAt: Date | null;
  graceUntil: Date | null;
  orderCount: number;
  spend: number;
  periodStart: LocalDate | null;
  periodSpend: number;
  periodOrders: number;
  periodPoints: number;
  balance: number;
  debt: number;
  /** [points, milliseconds since 1970 at which they run out], soonest first; absent when not wanted. */
  lots?: [number, number][] | null;
  /** See `GRANT`; absent when not wanted. */
  grants?: GrantTuple[] | null;
  /** [benefit id, period start, used]; absent when not wanted. */
  usage?: [string, LocalDate, number][] | null;
}

/** A running grant: id, benefit, origin, reason, quantity, used, and begin, end, giving as milliseconds since 1970; who gave it. */
export type GrantTuple = [string, string, string, string, number, number, number, number | null, number, string | null];

// Cut off, as everywhere else: a cast would round.
const ms = (column: string) => `floor(extract(epoch from ${column}) * 1000)::bigint`;

/** What a statement is asked with. */
export interface HomeQuestion {
  sources: string[];
  subjects: string[];
  now: Date;
  /** Until when points count as expiring soon. */
  soon: Date;
  /** The first days of the quota periods that today lies in. */
  periodStarts: LocalDate[];
}

/** One kind of home screen: a statement by its name, and how a question fills its parameters. */
export interface HomeStatement {
  name: string;
  text: string;
  values(question: HomeQuestion): unknown[];
}

type Slot = (value: keyof HomeQuestion, type: string) => string;

const lotsSql = (
  slot: Slot,
) => `(select json_agg(json_build_array(x.points, ${ms('x.expires_at')}) order by x.expires_at)
    from (select sum(l.remaining) as points, l.expires_at from points_lot l
           where l.customer_id = c.id and l.remaining > 0
             and l.expires_at > ${slot('now', 'timestamptz')} and l.expires_at <= ${slot('soon', 'timestamptz')}
           group by l.expires_at) x) as lots`;

const GRANT = `json_build_array(g.id, g.benefit_id, g.origin, g.reason, g.quantity, g.used, ${ms('g.starts_at')},
    ${ms('g.ends_at')}, ${ms('g.granted_at')}, g.granted_by)`;

const perksSql = (slot: Slot) => `(select json_agg(${GRANT} order by g.ends_at nulls last, g.id) from benefit_grant g
    where g.customer_id = c.id and g.revoked_at is null and g.used < g.quantity
      and g.starts_at <= ${slot('now', 'timestamptz')} and (g.ends_at is null or g.ends_at > ${slot('now', 'timestamptz')})
   ) as grants,
  (select json_agg(json_build_array(u.benefit_id, u.period_start, u.used)) from benefit_usage u
    where u.customer_id = c.id and u.period_start = any(${slot('periodStarts', 'date[]')})) as usage`;

/** The statement that reads the home screens of any number of identities, active customers only, as far as wanted. */
export function homeStatement({ lots, perks }: Wants): HomeStatement {
  const used: (keyof HomeQuestion)[] = [];
  const slot: Slot = (value, type) => {
    if (!used.includes(value)) {
      used.push(value);
    }
    return `$${used.indexOf(value) + 1}::${type}`;
  };
  const identities = `unnest(${slot('sources', 'text[]')}, ${slot('subjects', 'text[]')})`;
  const more = [...(lots ? [lotsSql(slot)] : []), ...(perks ? [perksSql(slot)] : [])];
  const text = `select i.n::int, c.id, c.name, s.tier_id as "tierId", s.tier_since as since, s.tier_cause as "qualifiedBy",
  s.tier_expires_at as "expiresAt", s.tier_grace_until as "graceUntil", s.order_count as "orderCount", s.spend,
  s.period_start as "periodStart", s.period_spend as "periodSpend", s.period_orders as "periodOrders",
  s.period_points as "periodPoints", s.points_balance as balance, s.points_debt as debt${more.map((sql) => `,\n  ${sql}`).join('')}
  from ${identities} with ordinality as i (source, subject, n)
  join customer_identity k on k.source = i.source and k.external_id = i.subject
  join customer c on c.id = k.customer_id and c.status = 'ACTIVE'
  join customer_stats s on s.customer_id = c.id`;
  return {
    name: `home${lots ? ' lots' : ''}${perks ? ' perks' : ''}`,
    text,
    values: (question) => used.map((value) => question[value]),
  };
}
