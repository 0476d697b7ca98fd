import { TierMoveCause } from '../../schema/tiers/enums.js';
import type { Caller } from '../../server/access/principal.js';
import type { App } from '../../server/app.js';
import { newId } from '../../server/database/id.js';
import type { ProgramContent } from '../../server/tiers/content.js';
import type { EvaluationContext } from '../../server/tiers/evaluate.js';
import { makeCustomer, makeOrderRow } from '../support/factories.js';

/** What a customer holds, in words a test can compare. */
export interface Held {
  tier: string | null;
  cause: string | null;
  since: string | null;
  expires: string | null;
  grace: string | null;
  earned: string | null;
  kept: boolean;
}

/** What a customer holds now; instants as ISO texts. */
export async function held(app: App, customerId: string): Promise<Held> {
  const [row] = await app.db.rows<Record<string, unknown> & { tier: string | null }>(
    `select t.code as tier, s.tier_cause as cause, s.tier_since as since, s.tier_expires_at as expires,
            s.tier_grace_until as grace, e.code as earned, s.earned_kept as kept
       from customer_stats s left join tier t on t.id = s.tier_id left join tier e on e.id = s.earned_tier_id
      where s.customer_id = $1`,
    [customerId],
  );
  return Object.fromEntries(
    Object.entries(row!).map(([key, value]) => [key, value instanceof Date ? value.toISOString() : value]),
  ) as unknown as Held;
}

/** The history of a customer, oldest first, like `null>gold ORDER UP: spend …`. */
export async function moves(app: App, customerId: string): Promise<string[]> {
  const rows = await app.db.rows<{ words: string }>(
    `select coalesce(f.code, '-') || '>' || coalesce(t.code, '-') || ' ' || m.cause || ' ' || m.direction || ': ' || m.reason as words
       from tier_move m left join tier f on f.id = m.from_tier_id left join tier t on t.id = m.to_tier_id
      where m.customer_id = $1 order by m.at, m.id`,
    [customerId],
  );
  return rows.map(({ words }) => words);
}

/** Makes figures fresh and evaluates, in one transaction as the ingest does. */
export async function look(app: App, ids: string[], cause: TierMoveCause, more: Partial<EvaluationContext> = {}) {
  await app.db.transaction(async (tx) => {
    await app.orders.refreshFigures(tx, ids);
    await app.tiers.evaluate(tx, ids, { cause, ...more });
  });
}

/** An order of so many yuan at an instant (now by default), with its consequences for the tier. */
export async function buy(app: App, customerId: string, yuan: number, placedAt?: string): Promise<string> {
  const orderId = await makeOrderRow(app, { customerId, amount: yuan * 100, ...(placedAt ? { placedAt } : {}) });
  await app.db.rows('update orders set points = $2 where id = $1', [orderId, yuan]);
  await look(app, [customerId], TierMoveCause.ORDER, { orderId: new Map([[customerId, orderId]]) });
  return orderId;
}

/** Takes an order's money and points back, with the consequences. */
export async function refund(app: App, customerId: string, orderId: string): Promise<void> {
  await app.db.rows(
    `update orders set base_net = 0, points = 0, refunded = amount, status = 'REFUNDED' where id = $1`,
    [orderId],
  );
  await look(app, [customerId], TierMoveCause.REFUND);
}

/** A customer with orders of these yuan. */
export async function buyer(app: App, ...yuan: number[]): Promise<string> {
  const { id } = await makeCustomer(app);
  for (const amount of yuan) {
    await buy(app, id, amount);
  }
  return id;
}

/** Changes the rules in force behind the API's back, for tests of what the rules mean. */
export async function setRules(app: App, settings: Partial<ProgramContent['settings']>): Promise<void> {
  await app.db.rows(
    `update program_version set content = jsonb_set(content, '{settings}', content->'settings' || $1::jsonb) where status = 'PUBLISHED'`,
    [JSON.stringify(settings)],
  );
  app.configuration.forget('program');
}

/** Customers with these orders, written as rows only: nobody has been evaluated yet. */
export async function population(app: App, orders: { yuan: number; at: Date }[][]): Promise<string[]> {
  const ids = orders.map(() => newId());
  const rows = orders.flatMap((own, i) => own.map((order) => ({ ...order, id: newId(), customerId: ids[i]! })));
  const now = app.clock.now();
  await app.db.rows(
    `insert into customer (id, registered_at, created_at, updated_at) select id, $2, $2, $2 from unnest($1::uuid[]) as id`,
    [ids, now],
  );
  await app.db.rows('insert into customer_stats (customer_id) select unnest($1::uuid[])', [ids]);
  await app.db.rows(
    `insert into orders (id, source, number, customer_id, placed_at, currency, amount, base_amount, base_net, points,
                         content_hash, source_updated_at, created_at)
     select id, 'test', id::text, customer_id, at, 'CNY', fen, fen, fen, fen / 100, '', $5, $5
       from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::bigint[]) as v (id, customer_id, at, fen)`,
    [
      rows.map(({ id }) => id),
      rows.map(({ customerId }) => customerId),
      rows.map(({ at }) => at),
      rows.map(({ yuan }) => yuan * 100),
      now,
    ],
  );
  return ids;
}

/** A saved draft with these changes of the content in force. */
export async function savedDraft(app: App, admin: Caller, edit: (content: ProgramContent) => void) {
  const { programVersion } = await app.program.createDraft(admin, {});
  const content = structuredClone(programVersion.content);
  edit(content);
  const benefits = content.benefits.map((benefit) => ({ ...benefit, validFrom: null, validUntil: null }));
  const saved = await app.program.updateDraft(admin, {
    id: programVersion.id,
    version: programVersion.version,
    ...content,
    benefits,
  });
  return saved.programVersion;
}

/** Makes a tier take so many yuan. */
export const threshold = (code: string, yuan: number) => (content: ProgramContent) => {
  content.tiers.find((tier) => tier.code === code)!.spendThreshold = yuan * 100;
};
