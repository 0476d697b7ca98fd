import { formatMoney } from '../../schema/common/scalars.js';
import type { App } from '../app.js';
import { FAMILY } from './family.js';

/** One part of an export: a statement over `family`, the columns that are money, and what it is called in the file. */
interface Part {
  name: string;
  sql: string;
  money?: string[];
}

/** All that is kept about a person, part by part (A4): what the company knows, not how it works. */
const PARTS: Part[] = [
  {
    name: 'identities',
    sql: `select source, external_id as "externalId", created_at as "createdAt" from customer_identity join family on id = customer_id
          order by source, external_id`,
  },
  {
    name: 'consents',
    sql: `select purpose, document_version as "documentVersion", granted, source, at from customer_consent c join family f on f.id = c.customer_id
          order by at, c.id`,
  },
  {
    name: 'orders',
    money: ['amount', 'refunded', 'unitPrice'],
    sql: `select o.source, o.number, o.placed_at as "placedAt", o.status, o.currency, o.amount, o.refunded, o.points,
            coalesce((select jsonb_agg(jsonb_build_object('sku', l.sku, 'name', l.name, 'category', l.category, 'quantity', l.quantity,
                        'unitPrice', l.unit_price, 'amount', l.amount) order by l.position)
                        from order_line l where l.order_id = o.id), '[]') as lines,
            coalesce((select jsonb_agg(jsonb_build_object('number', r.number, 'kind', r.kind, 'amount', r.applied, 'reason', r.reason,
                        'occurredAt', r.occurred_at) order by r.occurred_at, r.number)
                        from order_reversal r where r.order_id = o.id), '[]') as reversals
          from orders o join family f on f.id = o.customer_id order by o.placed_at, o.id`,
  },
  {
    name: 'points',
    sql: `select e.kind, e.points, e.balance_after as "balanceAfter", e.reason, e.at, e.expires_at as "expiresAt"
          from points_entry e join family f on f.id = e.customer_id order by e.at, e.seq`,
  },
  {
    name: 'tierMoves',
    sql: `select a.code as "from", b.code as "to", m.direction, m.cause, m.reason, m.at from tier_move m join family f on f.id = m.customer_id
          left join tier a on a.id = m.from_tier_id left join tier b on b.id = m.to_tier_id order by m.at, m.id`,
  },
  {
    name: 'grants',
    sql: `select b.name, g.origin, g.reason, g.quantity, g.used, g.starts_at as "startsAt", g.ends_at as "endsAt",
            g.granted_at as "grantedAt", g.revoked_at as "revokedAt"
          from benefit_grant g join family f on f.id = g.customer_id join benefit b on b.id = g.benefit_id order by g.granted_at, g.id`,
  },
  {
    name: 'redemptions',
    sql: `select b.name, r.quantity, r.status, r.code, r.created_at as "createdAt", r.committed_at as "committedAt", r.ended_at as "endedAt"
          from redemption r join family f on f.id = r.customer_id join benefit b on b.id = r.benefit_id order by r.created_at, r.id`,
  },
  {
    name: 'events',
    sql: `select v.kind, v.at, v.source, v.sku, v.category, v.detail
          from customer_event v join family f on f.id = v.customer_id order by v.at, v.key`,
  },
  {
    name: 'notes',
    sql: `select n.body, n.at from customer_note n join family f on f.id = n.customer_id order by n.at, n.id`,
  },
  {
    name: 'notifications',
    sql: `select n.kind, n.data, n.at, n.read_at as "readAt" from notification n join family f on f.id = n.customer_id order by n.at, n.id`,
  },
];

const PROFILE = `select c.id, c.name, c.gender, c.birthday, c.phone, c.email, c.city, c.locale,
  c.preferred_channel as "preferredChannel", c.quiet_from as "quietFrom", c.quiet_until as "quietUntil", c.interests, c.tags,
  c.registered_at as "registeredAt", t.code as tier, s.order_count as "orderCount", s.spend, s.stage,
  s.points_balance as "pointsBalance"
  from customer c left join customer_stats s on s.customer_id = c.id left join tier t on t.id = s.tier_id where c.id = $1`;

/** Everything about one customer as plain JSON, clear, money as decimal strings; for the customer's own eyes (A4). */
export async function exportOf(app: App, customerId: string): Promise<object> {
  const [profile] = await app.db.rows<object>(PROFILE, [customerId]);
  const file: Record<string, unknown> = {
    exportedAt: app.clock.now().toISOString(),
    currency: (await app.company.settings()).currency,
    profile: readable(profile ?? null, ['spend']),
  };
  for (const { name, sql, money } of PARTS) {
    const rows = await app.db.rows<object>(`with recursive ${FAMILY} ${sql}`, [[customerId]]);
    file[name] = rows.map((row) => readable(row, money ?? []));
  }
  return file;
}

/** The value with its money as decimal strings, at any depth, and nothing but JSON in it. */
function readable(value: unknown, money: string[]): unknown {
  const text = JSON.stringify(value, (key, inner: unknown) => {
    return money.includes(key) && typeof inner === 'number' ? formatMoney(inner) : inner;
  });
  return JSON.parse(text);
}
