import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TierMoveCause } from '../../schema/tiers/enums.js';
import { seedDemo } from '../../seeds/index.js';
import { createTestApp, type TestApp } from '../support/app.js';

/** Fewer people than the demo has; it is the same code. */
const SIZE = 240;
let one: TestApp;
let other: TestApp;

beforeAll(async () => {
  [one, other] = [await createTestApp(), await createTestApp()];
  await seedDemo(one.app, { say: () => undefined, size: SIZE });
  await seedDemo(other.app, { say: () => undefined, size: SIZE });
}, 300_000);
afterAll(async () => {
  await one.close();
  await other.close();
});

const rows = <T extends object>(sql: string, { app } = one) => app.db.rows<T>(sql);
const none = async (sql: string) => expect(await rows(sql)).toEqual([]);

test('the demo is the same company wherever it is made, but for ids', async () => {
  for (const sql of [
    `select name, gender, birthday, phone, email, city, tags, interests, status, registered_at, quiet_from from customer order by phone, email, registered_at`,
    `select source, number, placed_at, status, amount, refunded, base_net, points from orders order by source, number`,
    `select c.phone, s.order_count, s.spend, s.stage, t.code, s.tier_since, s.tier_expires_at, s.points_balance, s.points_debt
       from customer_stats s join customer c on c.id = s.customer_id left join tier t on t.id = s.tier_id order by c.phone, c.registered_at, s.spend`,
    `select c.phone, b.code, g.origin, g.reason, g.used, g.granted_at, g.ends_at from benefit_grant g join customer c on c.id = g.customer_id
       join benefit b on b.id = g.benefit_id order by 1, 2, 3, 4, 6`,
    `select c.phone, b.code, r.status, r.created_at from redemption r join customer c on c.id = r.customer_id
       join benefit b on b.id = r.benefit_id order by 1, 2, 4, 3`,
    `select action, at, count(*) from audit_entry group by 1, 2 order by 1, 2`,
    `select g.name, g.kind, g.current_version, p.day, p.members, p.entered, p.left_count from segment g join segment_point p on p.segment_id = g.id
      order by 1, 4`,
    `select c.phone, e.source, e.kind, e.at, e.sku, e.detail from customer_event e join customer c on c.id = e.customer_id
      order by 1, 2, 4, 3, 5`,
  ]) {
    const made = await rows(sql);
    expect(made.length).toBeGreaterThan(0);
    expect(await rows(sql, other)).toEqual(made);
  }
});

test('S6: every figure is what the orders say', async () => {
  const figures = `select customer_id, order_count, spend, first_order_at, last_order_at, stage, recency, frequency, monetary,
    value_segment, levels_due, period_spend, period_orders,
    period_points, tier_id, tier_expires_at, points_balance from customer_stats order by customer_id`;
  const before = await rows<{ customer_id: string }>(figures);
  await one.app.db.transaction(async (tx) => {
    const ids = before.map(({ customer_id }) => customer_id);
    await one.app.orders.refreshFigures(tx, ids);
    await one.app.tiers.evaluate(tx, ids, { cause: TierMoveCause.MERGE });
  });
  expect(await rows(figures)).toEqual(before);
});

test('V2: balance = entries = lots, never negative, a debt only while it is 0', async () => {
  await none(`select s.customer_id from customer_stats s
    where points_balance <> (select coalesce(sum(points), 0) from points_entry e where e.customer_id = s.customer_id)
       or points_balance <> (select coalesce(sum(remaining), 0) from points_lot l where l.customer_id = s.customer_id)
       or points_balance > 0 and points_debt > 0`);
  await none(`select 1 from points_entry e where balance_after <> (select sum(points) from points_entry b
    where b.customer_id = e.customer_id and b.seq <= e.seq)`);
  await none('select 1 from points_lot where remaining > 0 and expires_at <= (select max(at) from audit_entry)');
});

test('V4: quota, stock and grants were counted as they were redeemed', async () => {
  await none(`select g.id from benefit_grant g where used <> (select coalesce(sum(quantity), 0) from redemption r
    where r.grant_id = g.id and r.status in ('RESERVED', 'COMMITTED'))`);
  await none(`select u.customer_id from benefit_usage u where used <> (select coalesce(sum(quantity), 0) from redemption r
    where r.customer_id = u.customer_id and r.benefit_id = u.benefit_id and r.period_start = u.period_start and r.grant_id is null
      and r.status in ('RESERVED', 'COMMITTED'))`);
  await none(`select u.customer_id from benefit_usage u join benefit b on b.id = u.benefit_id where u.used > b.quota
    and not exists (select from customer_merge m where m.survivor_id = u.customer_id)`);
});

test('no order or entry lies in the future, and every order belongs to the person who made it', async () => {
  const now = one.clock.now().toISOString();
  await none(`select 1 from orders where placed_at > '${now}' union all select 1 from points_entry where at > '${now}'
    union all select 1 from tier_move where at > '${now}' union all select 1 from redemption where created_at > '${now}'`);
  await none(`select 1 from order_reversal where order_id is null`);
});

test('every screen has something to show', async () => {
  const [counts] = await rows<Record<string, number>>(`select
    (select count(distinct stage) from customer_stats) as stages,
    (select count(distinct tier_id) from customer_stats) as tiers,
    (select count(distinct source) from customer_identity where source not like 'erased:%') as sources,
    (select count(distinct origin) from benefit_grant) as origins,
    (select count(*) from program_version where status = 'DRAFT') as drafts,
    (select count(*) from customer_merge where reverted_at is null) as merges,
    (select count(*) from customer_merge where reverted_at is not null) as reverted,
    (select count(*) from customer_consent where not granted) as withdrawn,
    (select count(*) from customer where status = 'ERASED') as erased`);
  expect(counts).toMatchObject({ stages: 5, tiers: 3, sources: 6, origins: 5, drafts: 1, reverted: 1 });
  for (const [name, count] of Object.entries(counts!)) {
    expect([name, count > 0]).toEqual([name, true]);
  }
});

test('S6: levels have moved over all the time that the demo tells of, for every reason of an ordinary day', async () => {
  const [history] = await rows<Record<string, number>>(`select count(distinct cause) as causes,
    count(distinct date_trunc('month', at)) as months, count(distinct (stage_from, stage_to)) as moves,
    (select count(distinct value_segment) from customer_stats) as segments,
    (select count(distinct (recency, monetary)) from customer_stats where monetary is not null) as cells from level_change`);
  expect(history!.causes).toBeGreaterThanOrEqual(5);
  expect(history!.months).toBeGreaterThanOrEqual(12);
  expect(history!.moves).toBeGreaterThanOrEqual(8);
  expect(history).toMatchObject({ segments: 6 });
  expect(history!.cells).toBeGreaterThanOrEqual(12);
});

test("A2: what people look at, and how often they come, is told by the shop's own channels", async () => {
  const [counts] = await rows<Record<string, number>>(`select count(*) as events, count(distinct kind) as kinds,
    count(distinct customer_id) as people, count(distinct source) as sources,
    (select count(*) from customer_stats where frequent_until is not null) as frequent from customer_event`);
  expect(counts!.events).toBeGreaterThan(SIZE * 8);
  expect(counts).toMatchObject({ kinds: 9, sources: 3 });
  expect(counts!.people).toBeGreaterThan(SIZE / 3);
  expect(counts!.frequent).toBeGreaterThan(0);
  await none(`select 1 from customer_event where at > '${one.clock.now().toISOString()}'`);
  await none(
    `select e.customer_id from customer_event e join customer c on c.id = e.customer_id where c.status <> 'ACTIVE'`,
  );
});
