import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestApp, type TestApp } from '../support/app.js';
import { makeCustomer } from '../support/factories.js';
import { everybody, memberIds, person, tagged, Worker } from './saved-support.js';

/** Everybody as the test knows them, made by the simplest means. */
interface Known {
  id: string;
  member: boolean;
  spend: number;
  orders: number;
  lastOrder: string | null;
  registered: string;
  stage: string;
  value: string;
  tier: string | null;
  city: string | null;
}

const STAGES = ['PROSPECT', 'NEW', 'ACTIVE', 'DORMANT', 'CHURNED'];
const VALUES = ['HIGH_VALUE', 'MID_VALUE', 'NEW', 'DORMANT', 'CHURNED', 'OTHER'];

let t: TestApp;
let marketer: Worker;
let segment: { id: string };
const people: Known[] = [];
beforeAll(async () => {
  t = await createTestApp();
  marketer = new Worker(t, 'MARKETING');
  const tiers = (await t.app.program.published()).tiers;
  for (let i = 0; i < 60; i++) {
    const known = {
      member: i % 3 !== 0,
      // Equal amounts and days, so that ids have to decide.
      spend: i % 4 === 0 ? 0 : (i % 7) * 1_000 + 5,
      orders: i % 5,
      lastOrder: i % 5 === 0 ? null : `2026-02-${String((i % 9) + 1).padStart(2, '0')}T03:00:00.000Z`,
      registered: `2025-01-${String((i % 20) + 1).padStart(2, '0')}T00:00:00.123Z`,
      stage: STAGES[i % 5]!,
      value: VALUES[i % 6]!,
      tier: i % 4 === 3 ? null : tiers[i % 4]!.id,
      city: i % 13 === 12 ? null : `城${i % 13}`,
    };
    const { id } = await makeCustomer(t.app, {
      tags: known.member ? ['x'] : [],
      registeredAt: known.registered,
      ...(known.city ? { city: known.city } : {}),
      name: `成员${i}`,
    });
    await t.app.db.rows(
      `update customer_stats set spend = $2, order_count = $3, last_order_at = $4, first_order_at = $4, stage = $5,
              value_segment = $6, tier_id = $7 where customer_id = $1`,
      [id, known.spend, known.orders, known.lastOrder, known.stage, known.value, known.tier],
    );
    people.push({ id, ...known });
  }
  await makeCustomer(t.app, { tags: ['x'], status: 'ERASED' });
  segment = await marketer.segment('成员', tagged('x'));
});
afterAll(() => t.close());

const members = () => people.filter(({ member }) => member);

/** All pages of a list of members, by cursor. */
async function pages(orderBy: string, first: number, more: object = {}): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null, next = true; next; ) {
    const { segment: one } = await marketer.data(
      `query ($id: ID!, $first: Int!, $after: String, $orderBy: SegmentMemberOrderBy!, $filter: SegmentMemberFilter) {
         segment(id: $id) { members(first: $first, after: $after, orderBy: $orderBy, filter: $filter) {
           totalCount nodes { id } pageInfo { hasNextPage endCursor } } } }`,
      { id: segment.id, first, after, orderBy, ...more },
    );
    const page: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } = one.members;
    ids.push(...page.nodes.map(({ id }) => id));
    next = page.pageInfo.hasNextPage;
    after = page.pageInfo.endCursor;
  }
  return ids;
}

const by = (key: (known: Known) => string | number, descending: boolean) => (a: Known, b: Known) => {
  const [x, y] = [key(a), key(b)];
  const order = x === y ? (a.id < b.id ? -1 : 1) : x < y ? -1 : 1;
  return descending ? -order : order;
};

const SORTS: [string, (a: Known, b: Known) => number][] = [
  ['SPEND_DESC', by(({ spend }) => spend, true)],
  ['SPEND_ASC', by(({ spend }) => spend, false)],
  ['LAST_ORDER_DESC', by(({ lastOrder }) => lastOrder ?? '', true)],
  ['LAST_ORDER_ASC', by(({ lastOrder }) => lastOrder ?? '~', false)],
  ['REGISTERED_DESC', by(({ registered }) => registered, true)],
  ['REGISTERED_ASC', by(({ registered }) => registered, false)],
];

test.each(SORTS)('S7: all pages by cursor are all members, each once, sorted by %s', async (orderBy, compare) => {
  const expected = members()
    .sort(compare)
    .map(({ id }) => id);
  expect(await pages(orderBy, 7)).toEqual(expected);
  expect(await pages(orderBy, 100)).toEqual(expected);
});

test('pages of a segment that holds nearly everybody are the same, looked up customer by customer', async () => {
  await t.app.jobs.drain();
  await t.app.db.rows('analyze customer_stats');
  const rows = await t.app.db.rows<{ members: number }>('select members from segment where id = $1', [segment.id]);
  expect(rows[0]!.members).toBe(members().length);
  for (const [orderBy, sort] of SORTS) {
    expect(await pages(orderBy, 11)).toEqual(
      members()
        .sort(sort)
        .map(({ id }) => id),
    );
  }
});

test('members are filtered by name, tier and stage, counted, and jumped to', async () => {
  const tier = people[1]!.tier;
  const expected = members().filter((one) => one.tier === tier && ['NEW', 'ACTIVE'].includes(one.stage));
  const filter = { tierIds: [tier], stages: ['NEW', 'ACTIVE'] };
  expect(await pages('SPEND_DESC', 3, { filter })).toEqual(expected.sort(SORTS[0]![1]).map(({ id }) => id));
  const { segment: one } = await marketer.data(
    `query ($id: ID!, $filter: SegmentMemberFilter) { segment(id: $id) {
       filtered: members(filter: $filter) { totalCount }
       named: members(filter: { q: "成员17" }) { totalCount nodes { name } }
       jumped: members(first: 2, offset: 4) { nodes { id } } } }`,
    { id: segment.id, filter },
  );
  expect(one.filtered.totalCount).toBe(expected.length);
  expect(one.named).toEqual({ totalCount: 1, nodes: [{ name: '成员17' }] });
  const sorted = members()
    .sort(SORTS[0]![1])
    .map(({ id }) => id);
  expect(one.jumped.nodes.map(({ id }: { id: string }) => id)).toEqual(sorted.slice(4, 6));
});

test.each([
  ['first: 0', 'BAD_USER_INPUT'],
  ['first: 101', 'BAD_USER_INPUT'],
  ['offset: 10001', 'BAD_USER_INPUT'],
  ['after: "nonsense"', 'BAD_USER_INPUT'],
  [`after: "${Buffer.from(JSON.stringify(['1; drop table segment', 'x'])).toString('base64url')}"`, 'BAD_USER_INPUT'],
  ['filter: { q: "\\u0000" }', 'BAD_USER_INPUT'],
])('a page that makes no sense is refused: %s', async (args, code) => {
  expect(await marketer.refusal(`{ segment(id: "${segment.id}") { members(${args}) { nodes { id } } } }`)).toBe(code);
});

test('who may not see contact data finds nobody by it', async () => {
  const id = await person(t, ['x', 'call'], { phone: '13777777777' });
  const call = await marketer.segment('电话客', tagged('call'));
  const query = `{ segment(id: "${call.id}") { members(filter: { q: "13777777777" }) { nodes { id } } } }`;
  expect((await marketer.data(query)).segment.members.nodes).toEqual([]);
  expect((await new Worker(t, 'SERVICE_AGENT').data(query)).segment.members.nodes).toEqual([{ id }]);
  await t.app.db.rows(`update customer set tags = '{}' where id = $1`, [id]);
});

test('S7: a profile says who the members are beside everybody, as plain counting does', async () => {
  const all = await t.app.db.rows<{ id: string }>(`select id from customer where status = 'ACTIVE'`);
  const strangers = all.length - people.length;
  const { segment: one } = await marketer.data(
    `{ segment(id: "${segment.id}") { profile { members spend orders averageOrderValue
         everybody { customers spend orders averageOrderValue }
         byTier { tier { id } members everybody } byStage { stage members everybody }
         byValueSegment { valueSegment members everybody } byCity { city members everybody } } } }`,
  );
  const sum = (list: Known[], key: 'spend' | 'orders') => list.reduce((total, known) => total + known[key], 0);
  const money = (minor: number) => (minor / 100).toFixed(2);
  const [ours, theirs] = [members(), people];
  expect(one.profile).toMatchObject({
    members: ours.length,
    spend: money(sum(ours, 'spend')),
    orders: sum(ours, 'orders'),
    averageOrderValue: money(Math.round(sum(ours, 'spend') / sum(ours, 'orders'))),
    everybody: { customers: all.length, spend: money(sum(theirs, 'spend')), orders: sum(theirs, 'orders') },
  });
  const has = (key: keyof Known, value: unknown) => ({
    members: ours.filter((known) => known[key] === value).length,
    everybody: theirs.filter((known) => known[key] === value).length,
  });
  for (const { stage, ...counts } of one.profile.byStage) {
    const { members: m, everybody: e } = has('stage', stage);
    expect([stage, counts]).toEqual([stage, { members: m, everybody: e + (stage === 'PROSPECT' ? strangers : 0) }]);
  }
  for (const { valueSegment, ...counts } of one.profile.byValueSegment) {
    const { members: m, everybody: e } = has('value', valueSegment);
    expect([valueSegment, counts]).toEqual([
      valueSegment,
      { members: m, everybody: e + (valueSegment === 'OTHER' ? strangers : 0) },
    ]);
  }
  expect(one.profile.byStage.map(({ stage }: { stage: string }) => stage)).toEqual(STAGES);
  for (const { tier, members: m } of one.profile.byTier) {
    expect([tier?.id, m]).toEqual([tier?.id, has('tier', tier?.id ?? null).members]);
  }
  expect(one.profile.byTier.at(-1).tier).toBeNull();
  expect(one.profile.byCity).toHaveLength(10);
  for (const { city, members: m } of one.profile.byCity) {
    expect([city, m]).toEqual([city, has('city', city).members]);
  }
  const sizes = one.profile.byCity.map(({ members: m }: { members: number }) => m);
  expect(sizes).toEqual([...sizes].sort((a: number, b: number) => b - a));
});

test('an empty segment has a profile, too', async () => {
  const empty = await marketer.segment('空', tagged('nobody has this'));
  const { segment: one } = await marketer.data(
    `{ segment(id: "${empty.id}") { memberCount { count } profile { members averageOrderValue byCity { city } byStage { members } } } }`,
  );
  expect(one.memberCount.count).toBe(0);
  expect(one.profile).toMatchObject({ members: 0, averageOrderValue: null, byCity: [] });
});

test('S7: overlap of segments by two, and of all', async () => {
  const [ab, b, c] = [await person(t, ['oa', 'ob']), await person(t, ['ob']), await person(t, ['oc', 'oa'])];
  const ids: string[] = [];
  for (const tag of ['oa', 'ob', 'oc']) {
    ids.push((await marketer.segment(`重叠 ${tag}`, tagged(tag))).id);
  }
  const list = await marketer.list('重叠表');
  await marketer.do('segmentListAdd', 'SegmentListAddInput', { id: list.id, customerIds: [ab, b, c] });
  const { segmentOverlap } = await marketer.data(
    `query ($ids: [ID!]!) { segmentOverlap(input: { ids: $ids }) {
       sizes { segment { id } members } pairs { a { id } b { id } both } all } }`,
    { ids: [...ids, list.id] },
  );
  expect(segmentOverlap.sizes.map(({ members: m }: { members: number }) => m)).toEqual([2, 2, 1, 3]);
  expect(segmentOverlap.pairs.map(({ both }: { both: number }) => both)).toEqual([1, 1, 2, 0, 2, 1]);
  expect(segmentOverlap.pairs[1]).toMatchObject({ a: { id: ids[0] }, b: { id: ids[2] } });
  expect(segmentOverlap.all).toBe(0);
  const overlap = 'query ($ids: [ID!]!) { segmentOverlap(input: { ids: $ids }) { all } }';
  expect(await marketer.refusal(overlap, { ids: [ids[0], ids[0]] })).toBe('BAD_USER_INPUT');
  expect(await marketer.refusal(overlap, { ids: [ids[0], 'x'] })).toBe('NOT_FOUND');
});

test("members of another day are those whom that day's orders made, and are sorted by its figures", async () => {
  const { externalId, id } = await makeCustomer(t.app, {
    source: 'shop',
    tags: ['day'],
    registeredAt: '2025-01-01T00:00:00Z',
  });
  const rules = { condition: { field: 'ORDER_COUNT_TOTAL', operator: 'GTE', numbers: [1] } };
  const buyers = await marketer.segment('那天', { join: 'ALL', rules: [tagged('day'), rules] });
  const order = (number: string, placedAt: string) => ({
    number,
    customerExternalId: externalId,
    placedAt,
    currency: 'CNY',
    amount: '100.00',
    updatedAt: placedAt,
    lines: [{ sku: 'A', name: 'a', category: 'c', quantity: 1, unitPrice: '100.00' }],
  });
  await t.app.orders.ingest(
    { principal: { kind: 'job', name: 'test' }, origin: { ip: '', userAgent: undefined, requestId: '' } },
    { source: 'shop', orders: [order('day-1', '2026-02-10T03:00:00Z'), order('day-2', '2026-03-10T03:00:00Z')] },
  );
  expect(await memberIds(marketer, buyers.id)).toEqual([id]);
  expect(await memberIds(marketer, buyers.id, '2026-02-10')).toEqual([id]);
  expect(await memberIds(marketer, buyers.id, '2026-02-09')).toEqual([]);
  const { segment: one } = await marketer.data(
    `{ segment(id: "${buyers.id}") { then: profile(asOf: "2026-02-28") { spend orders members byTier { members } } now: profile { spend orders }
       count: memberCount(asOf: "2026-02-28") { count }
       sorted: members(asOf: "2026-02-28", orderBy: LAST_ORDER_DESC) { totalCount nodes { id } } } }`,
  );
  expect(one.then).toMatchObject({ spend: '100.00', orders: 1, members: 1 });
  expect(one.now).toEqual({ spend: '200.00', orders: 2 });
  expect(one.count.count).toBe(1);
  expect(one.sorted).toEqual({ totalCount: 1, nodes: [{ id }] });
});

test('everybody is a segment', async () => {
  const all = await marketer.segment('全部', everybody);
  const [row] = await t.app.db.rows<{ n: number }>(`select count(*) as n from customer where status = 'ACTIVE'`);
  const { segment: one } = await marketer.data(
    `{ segment(id: "${all.id}") { members(first: 1) { totalCount } memberCount { count share } } }`,
  );
  expect(one).toEqual({ members: { totalCount: row!.n }, memberCount: { count: row!.n, share: 1 } });
});
