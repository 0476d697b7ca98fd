import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Caller } from '../../server/access/principal.js';
import { asJob, createTestApp, type TestApp } from '../support/app.js';
import { execute } from '../support/execute.js';
import { makeCustomer, makeStaff } from '../support/factories.js';

let t: TestApp;
let manager: Caller;
let agent: Caller;
let serial = 0;
beforeAll(async () => {
  t = await createTestApp();
  manager = await makeStaff(t.app, 'SERVICE_MANAGER');
  agent = await makeStaff(t.app, 'SERVICE_AGENT');
});
afterAll(() => t.close());

const MERGE = `mutation ($input: CustomerMergeInput!) { customerMerge(input: $input) {
  merge { id survivor { id } merged { id status } } userErrors { field code } } }`;
const REVERT = `mutation ($input: CustomerMergeRevertInput!) { customerMergeRevert(input: $input) {
  merge { id revertedAt } userErrors { field code } } }`;

const mergeInto = async (survivorId: string, mergedId: string, caller = manager) =>
  execute(t.app, caller, MERGE, { input: { survivorId, mergedId, reason: '同一手机号' } });
const undo = async (mergeId: string) => execute(t.app, manager, REVERT, { input: { mergeId, reason: '不是同一人' } });

async function order(externalId: string, amount: number, source = 'app', placedAt = '2026-02-01T02:00:00Z') {
  const { results } = await t.app.orders.ingest(asJob, {
    source,
    orders: [
      {
        number: `M-${++serial}`,
        customerExternalId: externalId,
        placedAt,
        currency: 'CNY',
        amount: `${amount / 100}.00`,
        lines: [],
      },
    ],
  });
  expect(results[0]).toMatchObject({ status: 'CREATED' });
  return `M-${serial}`;
}

/** All that belongs to a customer and is not history: what a merge and its undoing must leave as it was. */
async function stateOf(id: string) {
  const [row] = await t.app.db.rows<object>(
    `select c.name, c.phone, c.email, c.city, c.tags, c.interests, c.status, c.merged_into_id, c.registered_at,
       to_jsonb(s) - 'points_seq' as stats,
       array(select source || external_id from customer_identity where customer_id = c.id order by 1) as identities,
       array(select number from orders where customer_id = c.id order by 1) as orders,
       array(select idempotency_key from benefit_grant where customer_id = c.id order by 1) as grants,
       array(select id::text from tier_grant where customer_id = c.id order by 1) as tier_grants,
       array(select body from customer_note where customer_id = c.id order by 1) as notes,
       array(select benefit_id || ' ' || used from benefit_usage where customer_id = c.id and used > 0 order by 1) as usage,
       array(select remaining || ' ' || expires_at from points_lot where customer_id = c.id and remaining > 0 order by 1) as lots
     from customer c join customer_stats s on s.customer_id = c.id where c.id = $1`,
    [id],
  );
  return row as Record<string, unknown> & { stats: Record<string, unknown>; lots: string[]; orders: string[] };
}

/** The ledger's law for one customer. */
async function ledgerHolds(id: string) {
  const [sums] = await t.app.db.rows<{ balance: number; entries: number; lots: number }>(
    `select points_balance as balance,
       (select coalesce(sum(points), 0) from points_entry where customer_id = $1) as entries,
       (select coalesce(sum(remaining), 0) from points_lot where customer_id = $1) as lots
     from customer_stats where customer_id = $1`,
    [id],
  );
  expect(sums!.entries).toBe(sums!.balance);
  expect(sums!.lots).toBe(sums!.balance);
  return sums!.balance;
}

async function tierCode(id: string) {
  const [row] = await t.app.db.rows<{ code: string | null }>(
    'select t.code from customer_stats s left join tier t on t.id = s.tier_id where s.customer_id = $1',
    [id],
  );
  return row!.code;
}

/** Two profiles with something of everything; neither reaches gold alone, together they do. */
async function pair() {
  const a = await makeCustomer(t.app, {
    name: '',
    phone: '13511112222',
    tags: ['老客'],
    registeredAt: '2025-06-01T00:00:00Z',
  });
  const b = await makeCustomer(t.app, {
    source: 'tmall',
    name: '赵敏',
    phone: '13511112222',
    email: 'zhao@example.com',
    city: '宁波',
    tags: ['天猫', '老客'],
    registeredAt: '2024-01-01T00:00:00Z',
  });
  await order(a.externalId, 300_000);
  await order(b.externalId, 250_000, 'tmall');
  const [benefit] = await t.app.db.rows<{ id: string }>(`select id from benefit where code = 'apology_coupon'`);
  const [shipping] = await t.app.db.rows<{ id: string }>(`select id from benefit where code = 'free_shipping'`);
  for (const { id } of [a, b]) {
    await t.app.db.rows(
      `insert into benefit_grant (id, customer_id, benefit_id, origin, quantity, starts_at, granted_at, idempotency_key)
       values (gen_random_uuid(), $1, $2, 'MANUAL', 1, $3, $3, 'same-key')`,
      [id, benefit!.id, t.clock.now()],
    );
    await t.app.db.rows(
      `insert into benefit_usage (customer_id, benefit_id, period_start, used) values ($1, $2, '2026-03-01', 1)`,
      [id, shipping!.id],
    );
    await t.app.customers.addNote(agent, { id, body: `关于${id}` });
  }
  return { a, b };
}

test('A1: a merge brings identities, orders, perks, points and tier together, and fills the gaps of the profile', async () => {
  const { a, b } = await pair();
  expect([await tierCode(a.id), await tierCode(b.id)]).toEqual(['silver', 'silver']);
  const { data, errors } = await mergeInto(a.id, b.id);
  expect(errors).toBeUndefined();
  expect(data.customerMerge).toEqual({
    merge: { id: expect.any(String), survivor: { id: a.id }, merged: { id: b.id, status: 'MERGED' } },
    userErrors: [],
  });
  const state = await stateOf(a.id);
  expect(state).toMatchObject({
    name: '赵敏',
    phone: '13511112222',
    email: 'zhao@example.com',
    city: '宁波',
    tags: ['老客', '天猫'],
    registered_at: new Date('2024-01-01T00:00:00Z'),
    stats: { order_count: 2, spend: 550_000, points_balance: 5_500, period_points: 5_500 },
  });
  expect(state.orders).toHaveLength(2);
  expect(state.identities).toHaveLength(2);
  expect(state.grants).toHaveLength(2);
  expect(state.notes).toHaveLength(2);
  expect((state.usage as string[])[0]).toMatch(/ 2$/);
  expect(await tierCode(a.id)).toBe('gold');
  expect(await ledgerHolds(a.id)).toBe(5_500);
  expect(await ledgerHolds(b.id)).toBe(0);
  expect(await tierCode(b.id)).toBeNull();
  const moves = await t.app.db.rows(`select direction, cause from tier_move where customer_id = $1 order by at, id`, [
    a.id,
  ]);
  expect(moves.at(-1)).toEqual({ direction: 'UP', cause: 'MERGE' });
  const entries = await t.app.db.rows(
    `select reason from audit_entry where action = 'customerMerge' and subject_id = $1`,
    [a.id],
  );
  expect(entries).toEqual([{ reason: '同一手机号' }]);
  expect(await t.app.customers.idOf({ kind: 'customer', source: 'tmall', subject: b.externalId })).toBe(a.id);
});

test('A1: undoing a merge leaves both exactly as they were', async () => {
  const { a, b } = await pair();
  const before = [await stateOf(a.id), await stateOf(b.id)];
  const { data } = await mergeInto(a.id, b.id);
  t.clock.advanceDays(3);
  const { data: undone, errors } = await undo(data.customerMerge.merge.id);
  expect(errors).toBeUndefined();
  expect(undone.customerMergeRevert.merge.revertedAt).toBe(t.clock.now().toISOString());
  expect([await stateOf(a.id), await stateOf(b.id)]).toEqual(before);
  await ledgerHolds(a.id);
  await ledgerHolds(b.id);
  const again = await undo(data.customerMerge.merge.id);
  expect(again.data.customerMergeRevert.userErrors).toEqual([{ field: 'mergeId', code: 'ALREADY_DONE' }]);
});

test('A1: what came after the merge stays with the survivor, what was spent stays spent, edits stay edits', async () => {
  const { a, b } = await pair();
  const { data } = await mergeInto(a.id, b.id);
  const late = await order(b.externalId, 10_000, 'tmall', '2026-02-20T02:00:00Z');
  await t.app.points.spend(manager, { customerId: a.id, points: 5_000, reason: '换购', idempotencyKey: `s-${a.id}` });
  const [{ version }] = (await t.app.db.rows<{ version: number }>('select version from customer where id = $1', [
    a.id,
  ])) as [{ version: number }];
  await t.app.customers.update(agent, { id: a.id, version, city: '温州' });
  await undo(data.customerMerge.merge.id);
  const [sa, sb] = [await stateOf(a.id), await stateOf(b.id)];
  expect(sa.orders).toContain(late);
  expect(sa).toMatchObject({ city: '温州', email: null, stats: { spend: 310_000 } });
  expect(sb).toMatchObject({ city: '宁波', status: 'ACTIVE', stats: { spend: 250_000 } });
  expect((await ledgerHolds(a.id)) + (await ledgerHolds(b.id))).toBe(600);
});

test('a refund after a merge claws back from the survivor what the merged profile had earned', async () => {
  const a = await makeCustomer(t.app, {});
  const b = await makeCustomer(t.app, { source: 'jd' });
  const number = await order(b.externalId, 200_000, 'jd');
  await mergeInto(a.id, b.id);
  await t.app.orders.ingestReversals(asJob, {
    source: 'jd',
    reversals: [
      {
        number: `R-${number}`,
        orderNumber: number,
        kind: 'REFUND' as never,
        amount: null,
        reason: '退货',
        occurredAt: t.clock.now().toISOString(),
      },
    ],
  });
  expect(await ledgerHolds(a.id)).toBe(0);
  expect(await ledgerHolds(b.id)).toBe(0);
  expect(await stateOf(a.id)).toMatchObject({ stats: { spend: 0, points_debt: 0, tier_id: null } });
});

test('of two tiers the higher is held on, also when no orders earn it any more', async () => {
  const a = await makeCustomer(t.app, {});
  const b = await makeCustomer(t.app, { source: 'jd' });
  await t.app.db.rows(
    `update customer_stats set (tier_id, tier_cause, tier_since, tier_grace_until, earned_tier_id, earned_by, earned_kept, earned_expires_at, earned_grace_until)
       = (select id, 'SPEND', $2::timestamptz, $3::timestamptz, id, 'SPEND', false, $2::timestamptz, $3::timestamptz from tier where code = 'diamond') where customer_id = $1`,
    [b.id, '2026-01-01T00:00:00+08', '2026-04-01T00:00:00+08'],
  );
  const { data } = await mergeInto(a.id, b.id);
  expect(await tierCode(a.id)).toBe('diamond');
  await undo(data.customerMerge.merge.id);
  expect([await tierCode(a.id), await tierCode(b.id)]).toEqual([null, 'diamond']);
});

test('merges are chained, and undone from the last one backwards', async () => {
  const [a, b, c] = [await makeCustomer(t.app), await makeCustomer(t.app), await makeCustomer(t.app)];
  const first = (await mergeInto(b.id, a.id)).data.customerMerge.merge.id;
  const second = (await mergeInto(c.id, b.id)).data.customerMerge.merge.id;
  expect(await t.app.customers.idOf({ kind: 'customer', source: a.source, subject: a.externalId })).toBe(c.id);
  expect((await undo(first)).data.customerMergeRevert.userErrors).toEqual([{ field: 'mergeId', code: 'CONFLICT' }]);
  expect((await undo(second)).data.customerMergeRevert.userErrors).toEqual([]);
  expect((await undo(first)).data.customerMergeRevert.userErrors).toEqual([]);
  expect(await t.app.customers.idOf({ kind: 'customer', source: a.source, subject: a.externalId })).toBe(a.id);
});

test('two merges of the same two at once: one is done', async () => {
  const [a, b] = [await makeCustomer(t.app), await makeCustomer(t.app)];
  const answers = await Promise.all([mergeInto(a.id, b.id), mergeInto(b.id, a.id), mergeInto(a.id, b.id)]);
  expect(answers.filter(({ data }) => data?.customerMerge.merge)).toHaveLength(1);
});

test('merging is for managers and admins, two different active profiles, with a reason', async () => {
  const [a, b] = [await makeCustomer(t.app), await makeCustomer(t.app, { status: 'ERASED' })];
  expect((await mergeInto(a.id, b.id, agent)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await mergeInto(a.id, b.id)).data.customerMerge.userErrors).toEqual([
    { field: 'mergedId', code: 'CONFLICT' },
  ]);
  expect((await mergeInto(a.id, a.id)).data.customerMerge.userErrors).toEqual([{ field: 'mergedId', code: 'INVALID' }]);
  expect((await mergeInto(a.id, 'nobody')).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});
