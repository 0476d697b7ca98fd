import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GrantOrigin } from '../../schema/benefits/enums.js';
import { pointsFor } from '../../server/points/rates.js';
import { asJob, createTestApp, TEST_NOW, type TestApp } from '../support/app.js';
import { makeCustomer, makeOrderRow } from '../support/factories.js';
import { accountOf, expectSoundLedger, ledgerOf, orderNets } from './support.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const sync = (...ids: string[]) => t.app.db.transaction((tx) => t.app.points.syncOrders(tx, ids));
const order = (customerId: string | null, amount: number, placedAt = '2026-03-01T10:00:00Z') =>
  makeOrderRow(t.app, { customerId, amount, placedAt });
const stored = async (id: string) =>
  (
    await t.app.db.rows<{ points: number; held: number; rate: number | null }>(
      'select points, points_held as held, points_rate as rate from orders where id = $1',
      [id],
    )
  )[0];
const joinTier = (customerId: string, code: string) =>
  t.app.db.rows('update customer_stats set tier_id = (select id from tier where code = $2) where customer_id = $1', [
    customerId,
    code,
  ]);

test('V2: an order earns its net in whole points, once however often it is synced', async () => {
  const { id } = await makeCustomer(t.app);
  const first = await order(id, 12_999);
  await sync(first);
  await sync(first);
  expect(await ledgerOf(t.app, id)).toMatchObject([{ kind: 'EARN', points: 129, balanceAfter: 129 }]);
  expect(await stored(first)).toEqual({ points: 129, held: 129, rate: 1 });
  await expectSoundLedger(t.app, id);
});

test('V2: points are exact where floating point would lose one', () => {
  expect(100 * 0.29).toBeLessThan(29);
  expect(pointsFor(10_000, 0.29)).toBe(29);
  expect(pointsFor(9_999, 0.29)).toBe(28);
  expect(pointsFor(10_000_000_000_000, 3 * 1.1)).toBe(330_000_000_000);
});

test('V2: points run out at the end of the company day twelve months after the purchase', async () => {
  const { id } = await makeCustomer(t.app);
  // 17:00 UTC is already 1 March in Shanghai.
  await sync(await order(id, 10_000, '2026-02-28T17:00:00Z'), await order(id, 20_000, '2026-02-28T10:00:00Z'));
  expect((await ledgerOf(t.app, id)).map(({ expiresAt }) => expiresAt?.toISOString())).toEqual([
    '2027-02-28T16:00:00.000Z',
    '2027-03-01T16:00:00.000Z',
  ]);
});

test('V2: the multiplier of the tier held at the first earning stays with the order', async () => {
  const { id } = await makeCustomer(t.app);
  await joinTier(id, 'diamond');
  const doubled = await order(id, 10_000);
  await sync(doubled);
  await joinTier(id, 'silver');
  await orderNets(t.app, doubled, 5_000);
  const plain = await order(id, 10_000);
  await sync(plain);
  expect((await ledgerOf(t.app, id)).map(({ kind, points }) => [kind, points])).toEqual([
    ['EARN', 200],
    ['REVERSE', -100],
    ['EARN', 100],
  ]);
  await expectSoundLedger(t.app, id);
});

test('V4: a points multiplier given personally works as long as it runs, and the best one counts', async () => {
  const { id } = await makeCustomer(t.app);
  const [doubling] = await t.app.db.rows<{ id: string }>(`select id from benefit where code = 'points_multiplier'`);
  await t.app.benefits.grant(asJob, {
    customerId: id,
    benefitId: doubling!.id,
    quantity: 1,
    reason: '周年庆',
    origin: GrantOrigin.CAMPAIGN,
    endsAt: new Date('2026-03-20T00:00:00Z'),
    idempotencyKey: 'double',
  });
  await sync(await order(id, 10_000));
  t.clock.set('2026-03-20T00:00:00Z');
  await sync(await order(id, 10_000));
  t.clock.set(TEST_NOW);
  expect((await ledgerOf(t.app, id)).map(({ points }) => points)).toEqual([200, 100]);
});

test('V2: a refund takes back its own points, then others, and what is missing becomes a debt that later earnings pay', async () => {
  const { id } = await makeCustomer(t.app);
  const [refunded, kept] = [await order(id, 10_000), await order(id, 3_000)];
  await sync(refunded, kept);
  await t.app.points.spend(asJob, { customerId: id, points: 110, reason: 'gift', idempotencyKey: 'spent' });
  await orderNets(t.app, refunded, 0);
  expect(await accountOf(t.app, id)).toEqual({ balance: 0, debt: 80 });
  await orderNets(t.app, refunded, 0);
  expect(await accountOf(t.app, id)).toEqual({ balance: 0, debt: 80 });
  await sync(await order(id, 5_000));
  expect(await accountOf(t.app, id)).toEqual({ balance: 0, debt: 30 });
  await sync(await order(id, 5_000));
  expect(await accountOf(t.app, id)).toEqual({ balance: 20, debt: 0 });
  await expectSoundLedger(t.app, id);
});

test('V2: a refund does not take back points that ran out unused', async () => {
  const { id } = await makeCustomer(t.app);
  const old = await order(id, 10_000, '2024-01-05T10:00:00Z');
  await sync(old, await order(id, 4_000));
  expect((await ledgerOf(t.app, id)).map(({ kind, points }) => [kind, points])).toEqual([
    ['EARN', 100],
    ['EARN', 40],
    ['EXPIRE', -100],
  ]);
  await orderNets(t.app, old, 0);
  expect(await accountOf(t.app, id)).toEqual({ balance: 40, debt: 0 });
  await expectSoundLedger(t.app, id);
});

test('anonymous orders earn nothing, an order corrected upwards earns the difference', async () => {
  const { id } = await makeCustomer(t.app);
  const raised = await order(id, 1_000);
  await sync(await order(null, 10_000), raised);
  await orderNets(t.app, raised, 2_550);
  expect((await ledgerOf(t.app, id)).map(({ points }) => points)).toEqual([10, 15]);
});

test('V2: a thousand orders of a few customers in one go leave every ledger sound', async () => {
  const customers = await Promise.all(Array.from({ length: 20 }, () => makeCustomer(t.app)));
  const ids: string[] = [];
  for (let i = 0; i < 1_000; i++) {
    ids.push(await order(customers[(i * 7) % 20]!.id, 100 + i * 37));
  }
  await sync(...ids);
  await t.app.db.transaction(async (tx) => {
    await tx.run('update orders set base_net = base_net / 3 where id = any($1::uuid[])', [ids.slice(0, 500)]);
    await t.app.points.syncOrders(tx, ids);
  });
  for (const { id } of customers) {
    await expectSoundLedger(t.app, id);
    const [sum] = await t.app.db.rows<{ points: number }>(
      'select sum(floor(base_net / 100))::bigint as points from orders where customer_id = $1',
      [id],
    );
    expect((await accountOf(t.app, id)).balance).toBe(sum!.points);
  }
});
