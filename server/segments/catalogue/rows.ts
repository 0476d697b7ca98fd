import { EventKind } from '../../../schema/events/enums.js';
import type { SegmentCondition } from '../../../schema/segments/rules.js';
import { isTierPerk, isValid } from '../../benefits/perks.js';
import { ago, daysOf, type Range } from '../rules/ranges.js';
import type { Statement } from '../rules/statement.js';
import type { Rows } from '../rules/test.js';

/** Rows beside the customers that the catalogue's fields look at, each in a form that its index can answer. */

const anyOf = (q: Statement, column: string, values: readonly string[] | null | undefined, type = 'text') =>
  values?.length ? [q.isOne(column, values, type)] : [];

const windowOf = (q: Statement, { window }: SegmentCondition): Range<string> =>
  daysOf(window, q.facts.today, q.facts.asOf);

/** Accounts in sources, with any of these values in a column. */
export const identities =
  (column: 'source' | 'external_id') =>
  (q: Statement, _condition: SegmentCondition, values: string[] | null): Rows => ({
    from: 'customer_identity i',
    id: 'i.customer_id',
    where: [...anyOf(q, `i.${column}`, values), `i.source not like 'erased:%'`, ...q.own('i.customer_id')],
  });

/** Profiles that have gone into another one, each with the profile in use. */
const GONE = `(with recursive up (id, root) as (
    select id, merged_into_id from customer where status = 'MERGED'
    union all
    select u.id, x.merged_into_id from up u join customer x on x.id = u.root where x.status = 'MERGED')
  select u.id, u.root from up u where not exists (select from customer x where x.id = u.root and x.status = 'MERGED'))`;

/** A profile and those that have gone into it. */
const family = (id: string) => `array(with recursive f (id) as (
    select ${id} union all select x.id from f join customer x on x.merged_into_id = f.id) select id from f)`;

/**
 * Purposes that the customer agreed to and has not refused since (A4). Answers stay with the profile that gave them, so
 * those of all profiles that are this one now are looked at.
 */
export function consents(q: Statement, _condition: SegmentCondition, purposes: string[] | null): Rows {
  const { self } = q;
  const root = self ?? 'coalesce(g.root, t.customer_id)';
  const gone = self === null ? ` left join ${GONE} g on g.id = t.customer_id` : '';
  const whose = self === null ? q.own('t.customer_id') : [`t.customer_id = any(${family(self)})`];
  const where = [...anyOf(q, 't.purpose', purposes), ...whose].join(' and ') || 'true';
  return {
    from: `(select distinct on (2, 1) t.purpose, ${root} as root, t.granted from customer_consent t${gone}
             where ${where} order by 2, 1, t.at desc, t.id desc) k`,
    id: 'k.root',
    where: ['k.granted'],
  };
}

/** The condition that an order line `l` or event `l` is of a product in scope. */
function products(q: Statement, { products: scope }: SegmentCondition): string | null {
  const either = [...anyOf(q, 'l.sku', scope?.skus), ...anyOf(q, 'l.category', scope?.categories)];
  return either.length === 0 ? null : `(${either.join(' or ')})`;
}

/** Orders that count, in the window, with a product in scope; `withLines`: one row for each such line `l`. */
export function orders(q: Statement, condition: SegmentCondition, withLines = false): Rows {
  const where = [
    'o.customer_id is not null',
    q.counting(),
    ...q.instants('o.placed_at', windowOf(q, condition)),
    ...q.own('o.customer_id'),
  ];
  const scope = products(q, condition);
  if (withLines) {
    const from = `${q.orders()} join order_line l on l.order_id = o.id`;
    return { from, id: 'o.customer_id', where: scope === null ? where : [...where, scope] };
  }
  const inScope = scope === null ? [] : [`o.id in (select l.order_id from order_line l where ${scope})`];
  return { from: q.orders(), id: 'o.customer_id', where: [...where, ...inScope] };
}

/** Refunds and cancellations in the window. */
export function reversals(q: Statement, condition: SegmentCondition): Rows {
  return {
    from: 'order_reversal r join orders o on o.id = r.order_id',
    id: 'o.customer_id',
    where: [
      'o.customer_id is not null',
      ...q.instants('r.occurred_at', windowOf(q, condition)),
      ...q.own('o.customer_id'),
    ],
  };
}

const EVERY_KIND = Object.values(EventKind);

/** Behaviour in the window: days with their number of `events`, or, with products in scope, the single events. */
export function events(q: Statement, condition: SegmentCondition, kinds = condition.texts): Rows {
  const window = windowOf(q, condition);
  const scope = products(q, condition);
  return {
    from: scope === null ? 'customer_event_day l' : 'customer_event l',
    id: 'l.customer_id',
    where: [
      // The key begins with the kind: naming all of them finds one customer's days without reading everybody's.
      ...anyOf(q, 'l.kind', kinds?.length ? kinds : scope === null && q.self !== null ? EVERY_KIND : null),
      ...(scope === null ? q.days('l.day', window) : [scope, ...q.instants('l.at', window)]),
      ...q.own('l.customer_id'),
    ],
  };
}

/** Lots of points that run out from now until so many days ahead (V2). */
export function expiringPoints(q: Statement, { relative }: SegmentCondition): Rows {
  const { today, now } = q.facts;
  const until = ago(today, relative ?? { amount: 30, unit: 'DAY' as never }, -1);
  return {
    from: 'points_lot p',
    id: 'p.customer_id',
    where: [
      'p.remaining > 0',
      `p.expires_at > ${q.put(now, 'timestamptz')}`,
      ...q.instants('p.expires_at', { from: null, to: until }),
      ...q.own('p.customer_id'),
    ],
  };
}

/** Redemptions that were made in the window and stand, of any of these benefits (V4). */
export function redemptions(q: Statement, condition: SegmentCondition): Rows {
  return {
    from: 'redemption r',
    id: 'r.customer_id',
    where: [
      `r.status = 'COMMITTED'`,
      ...anyOf(q, 'r.benefit_id', condition.ids, 'uuid'),
      ...q.instants('r.created_at', windowOf(q, condition)),
      ...q.own('r.customer_id'),
    ],
  };
}

/** Benefits that the customer has by tier or by a running grant (V4), whether or not the quota is used up. */
export function perks(q: Statement, _condition: SegmentCondition, wanted: string[] | null): Rows {
  const { program, now } = q.facts;
  const at = q.put(now, 'timestamptz');
  const valid = program.benefits.filter((one) => isValid(one, now) && (wanted === null || wanted.includes(one.id)));
  const byTier = program.tiers.flatMap(({ id: tier }) =>
    (program.benefitsOfTier.get(tier) ?? [])
      .filter((one) => valid.includes(one) && isTierPerk(one, now))
      .map(({ id: benefit }) => ({ tier, benefit })),
  );
  const tiers = q.put(
    byTier.map(({ tier }) => tier),
    'uuid[]',
  );
  const benefits = q.put(
    byTier.map(({ benefit }) => benefit),
    'uuid[]',
  );
  const grants = [
    ...anyOf(
      q,
      'g.benefit_id',
      valid.map(({ id }) => id),
      'uuid',
    ),
    `g.revoked_at is null and g.used < g.quantity and g.starts_at <= ${at}`,
    `(g.ends_at is null or g.ends_at > ${at})`,
    ...q.own('g.customer_id'),
  ];
  const holders = q.own('h.customer_id').map((condition) => ` where ${condition}`);
  return {
    from: `(select g.customer_id, g.benefit_id from benefit_grant g where ${valid.length > 0} and ${grants.join(' and ')}
      union all
      select h.customer_id, b.benefit_id from customer_stats h
        join unnest(${tiers}, ${benefits}) as b (tier_id, benefit_id) on b.tier_id = h.tier_id${holders}) p`,
    id: 'p.customer_id',
    where: [],
  };
}
