import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { asJob, createTestApp, TEST_NOW, type TestApp } from '../support/app.js';
import { makeCustomer, makeOrderRow, makeStaff } from '../support/factories.js';
import { accountOf, expectSoundLedger, ledgerOf, orderNets } from './support.js';

let t: TestApp;
let id: string;
let key = 0;
beforeAll(async () => {
  t = await createTestApp();
});
beforeEach(async () => {
  t.clock.set(TEST_NOW);
  id = (await makeCustomer(t.app)).id;
});
afterAll(() => t.close());

const adjust = (points: number, idempotencyKey = `k${++key}`, reason = 'service') =>
  t.app.points.adjust(asJob, { customerId: id, points, reason, idempotencyKey });
const spend = (points: number, idempotencyKey = `k${++key}`) =>
  t.app.points.spend(asJob, { customerId: id, points, reason: 'gift', idempotencyKey });
const reverse = (seq: number, idempotencyKey = `k${++key}`) =>
  t.app.points.reverse(asJob, { customerId: id, seq, reason: 'wrong', idempotencyKey });
const refusal = (field: string, code: string) => ({ userErrors: [expect.objectContaining({ field, code })] });

test('V2: what is spent goes from the oldest expiry first, and comes back to where it was', async () => {
  await adjust(50);
  t.clock.advanceDays(40);
  await adjust(50);
  await spend(70);
  expect((await ledgerOf(t.app, id)).at(-1)).toMatchObject({
    kind: 'SPEND',
    points: -70,
    taken: [
      [1, 50],
      [2, 20],
    ],
  });
  await reverse(3);
  expect((await ledgerOf(t.app, id)).at(-1)).toMatchObject({ kind: 'REVERSE', points: 70, balanceAfter: 100 });
  const lots = await t.app.db.rows('select seq, remaining from points_lot where customer_id = $1 order by seq', [id]);
  expect(lots).toEqual([
    { seq: 1, remaining: 50 },
    { seq: 2, remaining: 50 },
  ]);
});

test('V2: the balance never becomes negative', async () => {
  await adjust(30);
  await expect(spend(31)).rejects.toMatchObject(refusal('points', 'INSUFFICIENT_POINTS'));
  await expect(adjust(-31)).rejects.toMatchObject(refusal('points', 'INSUFFICIENT_POINTS'));
  await spend(30);
  await expect(reverse(1)).rejects.toMatchObject(refusal('points', 'INSUFFICIENT_POINTS'));
  await expectSoundLedger(t.app, id);
});

test('V2: fifty parallel spends of the last points: one success', async () => {
  await adjust(10);
  const results = await Promise.allSettled(Array.from({ length: 50 }, () => spend(10)));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await accountOf(t.app, id)).toEqual({ balance: 0, debt: 0 });
  await expectSoundLedger(t.app, id);
});

test('a key used twice has one effect, in parallel too; with something else it is refused', async () => {
  const entries = await Promise.all(Array.from({ length: 8 }, () => adjust(5, 'same')));
  expect(new Set(entries.map(({ entry }) => entry.seq))).toEqual(new Set([1]));
  expect(await accountOf(t.app, id)).toEqual({ balance: 5, debt: 0 });
  const reused = refusal('idempotencyKey', 'IDEMPOTENCY_KEY_REUSED');
  await expect(adjust(6, 'same')).rejects.toMatchObject(reused);
  await expect(adjust(5, 'same', 'another reason')).rejects.toMatchObject(reused);
  await expect(spend(5, 'same')).rejects.toMatchObject(reused);
  const mine = id;
  id = (await makeCustomer(t.app)).id;
  await adjust(7, 'same');
  expect([await accountOf(t.app, mine), await accountOf(t.app, id)]).toMatchObject([{ balance: 5 }, { balance: 7 }]);
});

test('an entry is undone once, and only where undoing by hand makes sense', async () => {
  await adjust(10);
  await spend(4);
  await reverse(2, 'undo');
  expect((await reverse(2, 'undo')).entry.seq).toBe(3);
  await expect(reverse(2)).rejects.toMatchObject(refusal('seq', 'ALREADY_DONE'));
  await expect(reverse(3)).rejects.toMatchObject(refusal('seq', 'INVALID'));
  await expect(reverse(99)).rejects.toMatchObject(refusal('seq', 'NOT_FOUND'));
  const orderId = await makeOrderRow(t.app, { customerId: id, amount: 1_000 });
  await t.app.db.transaction((tx) => t.app.points.syncOrders(tx, [orderId]));
  await expect(reverse(4)).rejects.toMatchObject(refusal('seq', 'INVALID'));
});

test('V2: points that are due cannot be spent, even before the expiry run has come', async () => {
  await adjust(10);
  t.clock.advanceDays(366);
  await expect(spend(1)).rejects.toMatchObject(refusal('points', 'INSUFFICIENT_POINTS'));
  // The refusal rolled everything back, the expiry too.
  expect(await accountOf(t.app, id)).toEqual({ balance: 10, debt: 0 });
  await t.app.jobs.run('points.expire');
  expect(await ledgerOf(t.app, id)).toMatchObject([
    { kind: 'ADJUST' },
    { kind: 'EXPIRE', points: -10, balanceAfter: 0 },
  ]);
  await t.app.jobs.run('points.expire');
  await expectSoundLedger(t.app, id);
});

test('V2: expiry happens at the end of the day, not before', async () => {
  await adjust(10);
  t.clock.set('2027-03-14T15:59:59.999Z');
  await t.app.jobs.run('points.expire');
  expect((await accountOf(t.app, id)).balance).toBe(10);
  t.clock.set('2027-03-14T16:00:00Z');
  await t.app.jobs.run('points.expire');
  expect((await accountOf(t.app, id)).balance).toBe(0);
});

test('V2: customers are reminded once of what runs out on a day, within the reminder days', async () => {
  await adjust(10);
  await adjust(5);
  const messages = () => t.app.db.rows('select kind, data from notification where customer_id = $1', [id]);
  await t.app.jobs.run('points.remind');
  expect(await messages()).toEqual([]);
  t.clock.advanceDays(340);
  await t.app.jobs.run('points.remind');
  await t.app.jobs.run('points.remind');
  expect(await messages()).toEqual([
    { kind: 'POINTS_EXPIRING', data: { points: 15, expiresAt: '2027-03-14T16:00:00.000Z' } },
  ]);
});

test('V1: points count towards a tier when orders of the window earned them; spent and adjusted ones change nothing', async () => {
  const period = async () =>
    (
      await t.app.db.rows<{ n: number }>('select period_points as n from customer_stats where customer_id = $1', [id])
    )[0]!.n;
  const [inside, before] = [
    await makeOrderRow(t.app, { customerId: id, amount: 20_000, placedAt: '2026-01-02T00:00:00Z' }),
    await makeOrderRow(t.app, { customerId: id, amount: 30_000, placedAt: '2025-12-31T15:59:59Z' }),
  ];
  await t.app.db.transaction((tx) => t.app.points.syncOrders(tx, [inside, before]));
  expect(await period()).toBe(200);
  await adjust(40);
  await spend(100);
  expect(await period()).toBe(200);
  await orderNets(t.app, inside, 5_000);
  expect(await period()).toBe(50);
  t.clock.set('2026-12-31T16:00:00Z');
  await t.app.db.transaction((tx) => t.app.orders.refreshFigures(tx, [id]));
  expect(await period()).toBe(0);
});

test('only those whom the permission table names adjust points, and it is audited', async () => {
  const [manager, agent] = [await makeStaff(t.app, 'SERVICE_MANAGER'), await makeStaff(t.app, 'SERVICE_AGENT')];
  const input = { customerId: id, points: 9, reason: '补偿', idempotencyKey: 'by-staff' };
  await expect(t.app.points.adjust(agent, input)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  const { entry } = await t.app.points.adjust(manager, input);
  expect(entry.actorId).toBe(manager.staffId);
  expect(
    await t.app.db.rows('select action, actor_id, reason, after from audit_entry where subject_id = $1', [id]),
  ).toEqual([
    { action: 'pointsAdjust', actor_id: manager.staffId, reason: '补偿', after: { seq: 1, points: 9, balance: 9 } },
  ]);
});

test('inputs that cannot be kept are refused at their field', async () => {
  const bad = { customerId: id, points: 0, reason: 'a\0b', idempotencyKey: '' };
  await expect(t.app.points.adjust(asJob, bad)).rejects.toMatchObject({
    userErrors: [
      { field: 'points', code: 'INVALID' },
      { field: 'reason', code: 'INVALID' },
      { field: 'idempotencyKey', code: 'REQUIRED' },
    ],
  });
  const missing = refusal('customerId', 'NOT_FOUND');
  for (const customerId of ['x', '00000000-0000-7000-8000-000000000000']) {
    await expect(
      t.app.points.adjust(asJob, { customerId, points: 1, reason: 'r', idempotencyKey: 'k' }),
    ).rejects.toMatchObject(missing);
  }
});
