import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createTestApp, TEST_NOW, type TestApp } from '../support/app.js';
import { inSegment, memberIds, person, retag, tagged, Worker } from './saved-support.js';

let t: TestApp;
let marketer: Worker;
beforeAll(async () => {
  t = await createTestApp();
  marketer = new Worker(t, 'MARKETING');
});
afterAll(() => t.close());
beforeEach(() => {
  t.clock.set(TEST_NOW);
  marketer = new Worker(t, 'MARKETING');
});

/** What the nightly work does. */
const night = async () => {
  await t.app.jobs.run('segments.daily');
  await t.app.jobs.drain();
};

const movements = async (id: string, since: string, more: object = {}) => {
  const { segment } = await marketer.data(
    `query ($id: ID!, $since: DateTime!, $until: DateTime, $direction: SegmentDirection, $first: Int!, $after: String) {
       segment(id: $id) { movements(since: $since, until: $until, direction: $direction, first: $first, after: $after) {
         totalCount pageInfo { hasNextPage endCursor } nodes { direction at customer { id } } } } }`,
    { id, since, first: 100, ...more },
  );
  return segment.movements;
};
const points = async (id: string, since: string) =>
  (
    await marketer.data(
      `query ($id: ID!, $since: DateTime!) { segment(id: $id) { movementTotals(since: $since) { day members entered left } } }`,
      { id, since },
    )
  ).segment.movementTotals;

test('S7: who entered and left, and a count per day, exactly, over days on which people come and go', async () => {
  const [a, b, c] = [await person(t, ['m']), await person(t, ['m']), await person(t, [])];
  const { id } = await marketer.segment('走动', tagged('m'));
  await t.app.jobs.drain();
  const start = t.clock.now();
  expect((await movements(id, '2026-01-01T00:00:00Z')).nodes).toEqual([]);

  t.clock.advanceDays(1);
  await retag(t, a!, []);
  await retag(t, c!, ['m']);
  await night();
  const second = t.clock.now();

  t.clock.advanceDays(1);
  await night();

  t.clock.advanceDays(1);
  await retag(t, a!, ['m']);
  await night();
  t.clock.advanceDays(0.1);
  await retag(t, b!, []);
  await night();

  const all = await movements(id, start.toISOString());
  expect(
    all.nodes.map((node: { direction: string; customer: { id: string } }) => [node.direction, node.customer.id]),
  ).toEqual([
    ['LEFT', b],
    ['ENTERED', a],
    ...[
      ['ENTERED', c],
      ['LEFT', a],
    ].sort((x, y) => (x[1]! < y[1]! ? 1 : -1)),
  ]);
  expect(all.totalCount).toBe(4);
  expect(all.nodes[3].at).toBe(second.toISOString());
  const left = await movements(id, second.toISOString(), {
    direction: 'LEFT',
    until: new Date(+second + 1).toISOString(),
  });
  expect(left).toMatchObject({ totalCount: 1, nodes: [{ direction: 'LEFT', customer: { id: a } }] });
  expect(await points(id, start.toISOString())).toEqual([
    { day: '2026-03-14', members: 2, entered: 0, left: 0 },
    { day: '2026-03-15', members: 2, entered: 1, left: 1 },
    { day: '2026-03-16', members: 2, entered: 0, left: 0 },
    { day: '2026-03-17', members: 2, entered: 1, left: 1 },
  ]);
  expect(await memberIds(marketer, id)).toEqual([a, c].sort());

  const pages: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const page: Awaited<ReturnType<typeof movements>> = await movements(id, start.toISOString(), { first: 1, after });
    pages.push(`${page.nodes[0].direction} ${page.nodes[0].customer.id}`);
    more = page.pageInfo.hasNextPage;
    after = page.pageInfo.endCursor;
  }
  expect(pages).toEqual(
    all.nodes.map((node: { direction: string; customer: { id: string } }) => `${node.direction} ${node.customer.id}`),
  );
});

test('other rules move people like anything else, and segments of segments follow', async () => {
  const [a, b] = [await person(t, ['r1']), await person(t, ['r2'])];
  const inner = await marketer.segment('规则', tagged('r1'));
  const outer = await marketer.segment('规则外', inSegment(inner.id));
  await t.app.jobs.drain();
  t.clock.advanceDays(1);
  await marketer.do('segmentUpdate', 'SegmentUpdateInput', { id: inner.id, version: 1, rules: tagged('r2') });
  await t.app.jobs.drain();
  await night();
  for (const { id } of [inner, outer]) {
    const { nodes } = await movements(id, TEST_NOW);
    expect(
      nodes.map((n: { direction: string; customer: { id: string } }) => `${n.direction} ${n.customer.id}`).sort(),
    ).toEqual([`ENTERED ${b}`, `LEFT ${a}`]);
  }
});

test('refreshes at once, from anywhere, count everybody once', async () => {
  const { id } = await marketer.segment('赛跑', tagged('race'));
  await t.app.jobs.drain();
  const people = await Promise.all(Array.from({ length: 30 }, () => person(t, ['race'])));
  t.clock.advanceDays(1);
  const other = new Worker(t, 'ADMIN');
  await Promise.all([
    ...Array.from({ length: 4 }, () => t.app.jobs.run('segments.refresh', { id })),
    marketer.do('segmentRefresh', 'SegmentRefreshInput', { id }),
    other.do('segmentRefresh', 'SegmentRefreshInput', { id }),
  ]);
  const { totalCount } = await movements(id, TEST_NOW);
  expect(totalCount).toBe(people.length);
  const newest = (await points(id, TEST_NOW)).at(-1);
  expect(newest).toMatchObject({ members: 30, entered: 30, left: 0 });
});

test('a refresh that is cut off leaves nothing, and the next one everything', async () => {
  const { id } = await marketer.segment('断电', tagged('cut'));
  await t.app.jobs.drain();
  await person(t, ['cut']);
  t.clock.advanceDays(1);
  const real = t.app.db.transaction;
  t.app.db.transaction = (work) =>
    real.call(t.app.db, async (tx) => {
      await work(tx);
      throw new Error('power cut');
    }) as never;
  await expect(t.app.jobs.run('segments.refresh', { id })).rejects.toThrow('power cut');
  t.app.db.transaction = real;
  expect((await points(id, TEST_NOW)).at(-1)).toMatchObject({ day: '2026-03-14', members: 0 });
  expect((await movements(id, TEST_NOW)).totalCount).toBe(0);
  await t.app.jobs.run('segments.refresh', { id });
  expect((await points(id, TEST_NOW)).at(-1)).toMatchObject({ day: '2026-03-15', members: 1, entered: 1 });
});

test("a customer's segments are those in use, as of the last refresh", async () => {
  const somebody = await person(t, ['mine']);
  const segment = await marketer.segment('我的', tagged('mine'));
  await t.app.jobs.drain();
  const names = async () =>
    (
      await marketer.data('query ($id: ID!) { customer(id: $id) { segments { name builtIn } } }', { id: somebody })
    ).customer.segments.filter(({ builtIn }: { builtIn: string | null }) => builtIn === null);
  expect(await names()).toEqual([{ name: '我的', builtIn: null }]);
  await retag(t, somebody, []);
  expect(await names()).toHaveLength(1);
  await marketer.do('segmentRefresh', 'SegmentRefreshInput', { id: segment.id });
  expect(await names()).toEqual([]);
  await retag(t, somebody, ['mine']);
  await marketer.do('segmentRefresh', 'SegmentRefreshInput', { id: segment.id });
  await marketer.do('segmentArchive', 'SegmentArchiveInput', { id: segment.id, version: 1 });
  expect(await names()).toEqual([]);
});

test('segments that were never counted are counted by the minute', async () => {
  await t.app.db.rows(`update segment set refreshed_at = null, members = null where built_in = 'prospect'`);
  await t.app.jobs.run('segments.watch');
  await t.app.jobs.drain();
  const [row] = await t.app.db.rows<{ members: number }>(`select members from segment where built_in = 'prospect'`);
  expect(row!.members).toBeGreaterThan(0);
});
