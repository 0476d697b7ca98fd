import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Caller } from '../../server/access/principal.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { execute } from '../support/execute.js';
import { makeCustomer, makeStaff } from '../support/factories.js';

let t: TestApp;
let agent: Caller;
let analyst: Caller;
let tiers: string[];
let everybody: { id: string; spend: number; tier: string | null; stage: string; value: string; last: Date | null }[];

const VALUES = ['HIGH_VALUE', 'MID_VALUE', 'OTHER'];
const STAGES = ['PROSPECT', 'NEW', 'ACTIVE', 'DORMANT', 'CHURNED'];

beforeAll(async () => {
  t = await createTestApp();
  agent = await makeStaff(t.app, 'SERVICE_AGENT');
  analyst = await makeStaff(t.app, 'ANALYST');
  tiers = (await t.app.program.published()).tiers.map(({ id }) => id);
  everybody = [];
  for (let n = 0; n < 60; n++) {
    const { id } = await makeCustomer(t.app, { name: `${n % 2 ? '王' : '李'}小${n}`, phone: `139000000${10 + n}` });
    const stage = STAGES[n % 5]!;
    const tier = n % 4 === 3 ? null : tiers[n % 4]!;
    // Equal spends and equal days, so that ties are broken by id.
    const spend = (n % 7) * 10_000;
    const value = VALUES[n % 3]!;
    const last = stage === 'PROSPECT' ? null : new Date(Date.UTC(2026, 0, 1 + (n % 9)));
    await t.app.db.rows(
      `update customer_stats set stage = $2, tier_id = $3, spend = $4, last_order_at = $5, value_segment = $6
        where customer_id = $1`,
      [id, stage, tier, spend, last, value],
    );
    everybody.push({ id, spend, tier, stage, value, last });
  }
  for (const status of ['MERGED', 'ERASED'] as const) {
    await makeCustomer(t.app, { name: '王不见', status });
  }
});
afterAll(() => t.close());

const LIST = `query ($first: Int, $after: String, $offset: Int, $filter: CustomerFilter, $orderBy: CustomerOrderBy) {
  customers(first: $first, after: $after, offset: $offset, filter: $filter, orderBy: $orderBy) {
    nodes { id name stats { stage spend } } pageInfo { hasNextPage endCursor } totalCount } }`;

/** All ids of a list, page by page, with the total that each page told. */
async function pages(filter: object, orderBy: string, first = 7, caller = agent) {
  const ids: string[] = [];
  const totals = new Set<number>();
  for (let after: string | null = null; ; ) {
    const { data, errors } = await execute(t.app, caller, LIST, { first, after, filter, orderBy });
    expect(errors).toBeUndefined();
    ids.push(...data.customers.nodes.map(({ id }: { id: string }) => id));
    totals.add(data.customers.totalCount);
    if (!data.customers.pageInfo.hasNextPage) {
      return { ids, total: [...totals] };
    }
    after = data.customers.pageInfo.endCursor;
  }
}

type Person = (typeof everybody)[number];
const compare = (key: (one: Person) => number, sign: number) => (a: Person, b: Person) =>
  sign * (key(a) - key(b)) || sign * (a.id < b.id ? -1 : 1);
const ORDERS: Record<string, (people: Person[]) => Person[]> = {
  SPEND_DESC: (people) => people.sort(compare(({ spend }) => spend, -1)),
  SPEND_ASC: (people) => people.sort(compare(({ spend }) => spend, 1)),
  LAST_ORDER_DESC: (people) => people.sort(compare(({ last }) => last?.getTime() ?? 0, -1)),
  LAST_ORDER_ASC: (people) => people.sort(compare(({ last }) => last?.getTime() ?? 1e15, 1)),
  REGISTERED_DESC: (people) => people.sort(compare(() => 0, -1)),
  REGISTERED_ASC: (people) => people.sort(compare(() => 0, 1)),
};

test.each(Object.keys(ORDERS))(
  'sorted by %s, every page together is the whole list once, for any tier and stage',
  async (orderBy) => {
    const filters: [object, (one: Person) => boolean][] = [
      [{}, () => true],
      [{ tierIds: tiers.slice(0, 2) }, ({ tier }) => tier !== null && tiers.slice(0, 2).includes(tier)],
      [{ stages: ['ACTIVE', 'PROSPECT'] }, ({ stage }) => ['ACTIVE', 'PROSPECT'].includes(stage)],
      [
        { valueSegments: ['HIGH_VALUE', 'OTHER'], noTier: true },
        ({ tier, value }) => tier === null && ['HIGH_VALUE', 'OTHER'].includes(value),
      ],
      [{ valueSegments: [] }, () => false],
      [{ noTier: true }, ({ tier }) => tier === null],
      [
        { noTier: true, tierIds: [tiers[2]], stages: ['NEW', 'CHURNED'] },
        ({ tier, stage }) => (tier === null || tier === tiers[2]) && ['NEW', 'CHURNED'].includes(stage),
      ],
      [{ spendMin: '200.00', spendMax: '400.00' }, ({ spend }) => spend >= 20_000 && spend <= 40_000],
      [
        { lastOrderSince: '2026-01-05T00:00:00Z' },
        ({ last }) => last !== null && last >= new Date('2026-01-05T00:00:00Z'),
      ],
      [{ tierIds: [] }, () => false],
      [{ tierIds: ['nonsense'] }, () => false],
    ];
    for (const [filter, matches] of filters) {
      const expected = ORDERS[orderBy]!(everybody.filter(matches)).map(({ id }) => id);
      const { ids, total } = await pages(filter, orderBy);
      expect(ids).toEqual(expected);
      expect(total).toEqual([expected.length]);
    }
  },
);

test('a page can be jumped to, within a bound', async () => {
  const { data } = await execute(t.app, agent, LIST, { first: 5, offset: 50, filter: { stages: STAGES } });
  const expected = ORDERS.SPEND_DESC!([...everybody]).slice(50, 55);
  expect(data.customers.nodes.map(({ id }: { id: string }) => id)).toEqual(expected.map(({ id }) => id));
  const { errors } = await execute(t.app, agent, LIST, { offset: 10_001 });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'offset' });
});

test('a cursor of another list is refused', async () => {
  const { data } = await execute(t.app, agent, LIST, { first: 5, orderBy: 'SPEND_DESC' });
  const after = data.customers.pageInfo.endCursor;
  const { errors } = await execute(t.app, agent, LIST, { after, orderBy: 'REGISTERED_DESC' });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'after' });
});

test('merged and deleted profiles are listed only when asked for', async () => {
  const names = async (filter: object) =>
    (await execute(t.app, agent, LIST, { filter })).data.customers.nodes.map(({ name }: { name: string }) => name);
  expect(await names({ q: '王不' })).toEqual([]);
  expect(await names({ status: 'MERGED' })).toEqual(['王不见']);
});

test('a name is found by its beginning, or anywhere from three characters on; wildcards mean themselves', async () => {
  await makeCustomer(t.app, { name: '100%_off\\ Shop' });
  const found = async (q: string) => (await pages({ q }, 'SPEND_DESC', 50)).ids.length;
  expect(await found('王')).toBe(30);
  expect(await found('王小1')).toBe(6);
  expect(await found('小51')).toBe(1);
  expect(await found('%_of')).toBe(1);
  expect(await found('%')).toBe(0);
  expect(await found('_小1')).toBe(0);
  expect(await found('FF\\ sh')).toBe(1);
  await t.app.db.rows(
    `delete from customer_identity where customer_id = (select id from customer where name like '100%')`,
  );
  await t.app.db.rows(
    `delete from customer_stats where customer_id = (select id from customer where name like '100%')`,
  );
  await t.app.db.rows(`delete from customer where name like '100%'`);
});

test('an external id finds its customer, in whatever source', async () => {
  const { id } = await makeCustomer(t.app, { source: 'jd', externalId: 'jd_778899' });
  expect((await pages({ q: 'jd_778899' }, 'SPEND_DESC')).ids).toEqual([id]);
  expect((await pages({ source: 'jd' }, 'SPEND_DESC')).ids).toEqual([id]);
});

test('A4: a whole number or address finds a customer only for roles that may reveal it; a part never does', async () => {
  const { id } = await makeCustomer(t.app, { phone: '13666667777', email: 'find.me@example.com' });
  for (const q of ['13666667777', '+86 136 6666 7777', 'Find.Me@example.com']) {
    expect((await pages({ q }, 'SPEND_DESC')).ids).toEqual([id]);
    expect((await pages({ q }, 'SPEND_DESC', 7, analyst)).ids).toEqual([]);
  }
  for (const q of ['1366666', 'find.me', '7777']) {
    expect((await pages({ q }, 'SPEND_DESC')).ids).toEqual([]);
  }
});

test('bad filters are refused at their field', async () => {
  for (const [filter, field] of [
    [{ q: 'a\0b' }, 'filter.q'],
    [{ q: 'x'.repeat(201) }, 'filter.q'],
    [{ birthdayMonth: 13 }, 'filter.birthdayMonth'],
    [{ tags: ['ok', '\ud800'] }, 'filter.tags.1'],
  ] as const) {
    const { errors } = await execute(t.app, agent, LIST, { filter });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
  }
});

test('tags and birthday months filter', async () => {
  const { id } = await makeCustomer(t.app, { tags: ['茶友', '老客'], birthday: '1992-02-29' });
  expect((await pages({ tags: ['茶友', '没有'] }, 'REGISTERED_ASC')).ids).toEqual([id]);
  expect((await pages({ birthdayMonth: 2 }, 'LAST_ORDER_DESC')).ids).toEqual([id]);
});
