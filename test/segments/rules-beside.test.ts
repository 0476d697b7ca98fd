import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Params } from '../../server/database/params.js';
import { UserInputFailure } from '../../server/graphql/errors.js';
import { asJob, createTestApp, type TestApp } from '../support/app.js';
import { makeCustomer, makeOrderRow, makeStaff } from '../support/factories.js';

let t: TestApp;
let admin: Awaited<ReturnType<typeof makeStaff>>;
beforeAll(async () => {
  t = await createTestApp();
  admin = await makeStaff(t.app, 'ADMIN');
});
afterAll(() => t.close());

const of = (field: string, operator: string, values: object = {}) =>
  ({ condition: { field, operator, ...values } }) as never;
const count = async (...asked: [string, string, object?]) => (await t.app.segments.countRules(of(...asked))).count;
const shownTo = async (customerId: string, ...asked: [string, string, object?]) => {
  const { root } = await t.app.segments.why(admin, { rules: of(...asked), customerId });
  return [root.matches, root.value];
};

test('A1, A4: consent given by a profile that was merged counts for the one in use, until it is withdrawn', async () => {
  const kept = await makeCustomer(t.app, { name: 'kept' });
  const gone = await makeCustomer(t.app, { name: 'gone' });
  await t.app.customers.setConsent(asJob, gone.id, { purpose: 'marketing', documentVersion: '1', granted: true });
  const asked = ['CONSENT', 'HAS_ANY', { texts: ['marketing'] }] as const;
  expect(await shownTo(gone.id, ...asked)).toEqual([true, 'marketing']);
  await t.app.customers.merge(admin, { survivorId: kept.id, mergedId: gone.id, reason: 'same person' });
  expect(await count(...asked)).toBe(1);
  expect(await shownTo(kept.id, ...asked)).toEqual([true, 'marketing']);
  t.clock.set(new Date(t.clock.now().getTime() + 1000));
  await t.app.customers.setConsent(asJob, kept.id, { purpose: 'marketing', documentVersion: '2', granted: false });
  expect(await count(...asked)).toBe(0);
  expect(await count('CONSENT', 'HAS_NONE', { texts: ['marketing'] })).toBe(1);
  expect(await shownTo(kept.id, ...asked)).toEqual([false, null]);
});

describe('tiers and perks (V1, V4)', () => {
  test('by tier, by rank, by grant, and by what expires', async () => {
    const { tiers, benefitsOfTier, benefits } = await t.app.program.published();
    const [silver, gold] = tiers;
    const silverOnes = (await makeCustomer(t.app)).id;
    const goldOnes = (await makeCustomer(t.app)).id;
    const none = (await makeCustomer(t.app)).id;
    for (const [id, tier] of [
      [silverOnes, silver],
      [goldOnes, gold],
    ] as const) {
      await t.app.db.rows('update customer_stats set tier_id = $2 where customer_id = $1', [id, tier!.id]);
    }
    expect(await count('TIER', 'IN', { ids: [gold!.id] })).toBe(1);
    expect(await count('TIER', 'GTE', { ids: [silver!.id] })).toBe(2);
    expect(await count('TIER', 'LTE', { ids: [silver!.id] })).toBe(1);
    const ofGold = benefitsOfTier.get(gold!.id)!.map(({ id }) => id);
    const ofSilver = benefitsOfTier.get(silver!.id)!.map(({ id }) => id);
    const goldOnly = ofGold.find((id) => !ofSilver.includes(id))!;
    const held = of('PERK_HELD', 'HAS_ANY', { ids: [goldOnly] });
    expect((await t.app.segments.countRules(held)).count).toBe(1);
    await t.app.db.rows(
      `insert into benefit_grant (id, customer_id, benefit_id, origin, quantity, starts_at, ends_at, granted_at)
       values (gen_random_uuid(), $1, $2, 'MANUAL', 1, $3, $4, $3)`,
      [none, goldOnly, t.clock.now(), new Date(t.clock.now().getTime() + 86_400_000)],
    );
    expect((await t.app.segments.countRules(held)).count).toBe(2);
    expect(await shownTo(none, 'PERK_HELD', 'HAS_ALL', { ids: benefits.map(({ id }) => id) })).toEqual([
      false,
      goldOnly,
    ]);
    await t.app.db.rows(
      `insert into points_lot (customer_id, seq, remaining, expires_at) values ($1, 1, 70, $2), ($1, 2, 50, $3), ($1, 3, 9, null)`,
      [none, new Date('2026-03-20T15:59:59Z'), new Date('2026-04-20T00:00:00Z')],
    );
    expect(await shownTo(none, 'POINTS_EXPIRING', 'GTE', { numbers: [1] })).toEqual([true, '70']);
    const month = { relative: { amount: 2, unit: 'MONTH' } };
    expect(await shownTo(none, 'POINTS_EXPIRING', 'GTE', { numbers: [121], ...month })).toEqual([false, '120']);
  });
});

test('a merged or deleted profile is in no segment, and why knows it not', async () => {
  const { id } = await makeCustomer(t.app, { status: 'ERASED', city: '深圳' });
  expect(await count('CITY', 'EQ', { texts: ['深圳'] })).toBe(0);
  await expect(shownTo(id, 'CITY', 'EQ', { texts: ['深圳'] })).rejects.toMatchObject({
    extensions: { code: 'NOT_FOUND' },
  });
});

test('a sample is the same whenever it is asked, its rest is the others, and another seed draws others', async () => {
  for (let i = 0; i < 200; i++) {
    await makeCustomer(t.app, { city: 'S' });
  }
  const drawn = async (operator: string, texts?: string[]) => {
    const rules = {
      join: 'ALL',
      rules: [
        of('CITY', 'EQ', { texts: ['S'] }),
        of('SAMPLE', operator, { numbers: [30], ...(texts ? { texts } : {}) }),
      ],
    };
    const params = new Params();
    const sql = await t.app.segments.membersSql(rules as never, params);
    const rows = await t.app.db.slow.rows<{ customer_id: string }>(sql, params.values);
    return rows.map(({ customer_id }) => customer_id).sort();
  };
  const first = await drawn('LTE');
  expect(first.length).toBeGreaterThan(30);
  expect(first.length).toBeLessThan(90);
  expect(await drawn('LTE')).toEqual(first);
  expect(await drawn('LTE', ['other'])).not.toEqual(first);
  const rest = await drawn('GT');
  expect(rest.length).toBe(200 - first.length);
  expect(rest.filter((id) => first.includes(id))).toEqual([]);
});

test('why shows the value of each rule, also in groups', async () => {
  const { id } = await makeCustomer(t.app, { city: '杭州', tags: ['vip', 'tea'], birthday: '1990-05-01' });
  await makeOrderRow(t.app, { customerId: id, amount: 12_345, placedAt: '2026-03-01T04:00:00Z' });
  await t.app.db.transaction((tx) => t.app.orders.refreshFigures(tx, [id]));
  const rules = {
    join: 'ALL',
    rules: [
      of('CITY', 'EQ', { texts: ['杭州'] }),
      { join: 'NONE', rules: [of('TAGS', 'HAS_ANY', { texts: ['vip'] }), of('PHONE', 'IS_SET')] },
      of('ORDER_SPEND', 'GTE', { amounts: [10_000], window: { last: { amount: 90, unit: 'DAY' } } }),
      of('LAST_ORDER_ON', 'ON', { days: ['2026-03-02'] }),
      of('AGE', 'GTE', { numbers: [18] }),
    ],
  };
  const { matches, root } = await t.app.segments.why(admin, { rules: rules as never, customerId: id });
  expect(matches).toBe(false);
  expect(root.rules!.map((one) => [one.matches, one.value])).toEqual([
    [true, '杭州'],
    [false, null],
    [true, '123.45'],
    [false, '2026-03-01'],
    [true, '35'],
  ]);
  expect(root.rules![1]!.rules!.map((one) => [one.matches, one.value])).toEqual([
    [true, 'vip, tea'],
    [false, null],
  ]);
});

test('suggestions contain what was typed, and those that begin with it come first', async () => {
  for (const city of ['海口', '上海', '威海', '100%']) {
    await makeCustomer(t.app, { city });
  }
  const suggest = (of: string, q: string) => t.app.segments.fieldValues(admin, 'CITY' as never, of as never, q, 10);
  expect(await suggest('VALUE', '海')).toEqual(['海口', '上海', '威海']);
  expect(await suggest('VALUE', '%')).toEqual(['100%']);
  expect(await suggest('SKU', '')).toEqual([]);
  const orderId = await makeOrderRow(t.app);
  await t.app.db.rows(
    `insert into order_line (order_id, position, sku, name, category, quantity, unit_price, amount)
     values ($1, 1, 'TEA-1', '', '茶', 1, 1, 1), ($1, 2, 'CUP', '', null, 1, 1, 1)`,
    [orderId],
  );
  const products = (of: string) => t.app.segments.fieldValues(admin, 'ORDER_COUNT' as never, of as never, '', 10);
  expect([await products('SKU'), await products('CATEGORY')]).toEqual([['CUP', 'TEA-1'], ['茶']]);
});

test('rules for saving come back with nothing in them but what counts', async () => {
  const rules = of('CITY', 'IS_SET', { texts: [], numbers: null, window: null });
  expect(await t.app.segments.check(admin, { rules: [rules] } as never)).toEqual({
    join: 'ALL',
    rules: [{ condition: { field: 'CITY', operator: 'IS_SET' } }],
  });
  await expect(t.app.segments.check(admin, of('CITY', 'EQ'))).rejects.toBeInstanceOf(UserInputFailure);
});
