import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { FlowPeriod, LevelKind } from '../../schema/levels/enums.js';
import { order, push, pushReversals, refund } from '../orders/support.js';
import { asJob, createTestApp, type TestApp } from '../support/app.js';
import { execute } from '../support/execute.js';
import { makeStaff } from '../support/factories.js';

let t: TestApp;

/** What is to be seen at the end of each month, as it was told then. */
const told = new Map<string, object>();

beforeAll(async () => {
  t = await createTestApp();
  const months = ['2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'];
  for (const [n, month] of months.entries()) {
    t.clock.set(`${month}-03T04:00:00Z`);
    const customers = [0, 1, 2].map((k) => ({ externalId: `p${n}-${k}`, registeredAt: `${month}-03T04:00:00Z` }));
    await t.app.customers.ingest(asJob, { source: 'shop', customers: customers as never });
    const placedAt = `${month}-03T04:00:00Z`;
    const taken = await push(
      t,
      order(`a${n}`, { customerExternalId: `p${n}-0`, placedAt, updatedAt: placedAt, amount: `${n + 1}00.00` }),
      order(`b${n}`, { customerExternalId: 'p0-1', placedAt, updatedAt: placedAt, amount: '50.00' }),
    );
    expect(taken).toEqual(['CREATED', 'CREATED']);
    if (n === 4) {
      expect(await pushReversals(t, refund('back', 'a2', { occurredAt: placedAt }))).toEqual(['CREATED']);
      const [one] = await t.app.db.rows<{ id: string }>(
        `select customer_id as id from customer_identity where external_id = 'p1-2'`,
      );
      await t.app.customers.erase(asJob, { id: one!.id, reason: '本人要求' });
    }
    t.clock.set(`${month}-28T10:00:00Z`);
    await t.app.jobs.run('levels.refresh');
    told.set(month, await t.app.levels.lifecycleOverview(asJob));
  }
});
afterAll(() => t.close());

const stagesOf = (overview: object) =>
  Object.fromEntries(
    (overview as { stages: { stage: string; customers: number }[] }).stages.map((one) => [one.stage, one.customers]),
  );

test('S4: the flow of months tells how many were where at the end of each, as it was then', async () => {
  const flow = await t.app.levels.lifecycleFlow(asJob, {
    since: '2025-09-10',
    until: '2026-03-31',
    kind: LevelKind.STAGE,
    per: FlowPeriod.MONTH,
  });
  expect(flow.map(({ period }) => period.slice(0, 7))).toEqual([...told.keys()]);
  for (const { period, counts } of flow) {
    expect([period, Object.fromEntries(counts.map(({ code, customers }) => [code, customers]))]).toEqual([
      period,
      stagesOf(told.get(period.slice(0, 7))!),
    ]);
  }
  expect(flow[0]!.moves).toContainEqual({ from: 'PROSPECT', to: 'NEW', customers: 2 });
  expect(flow[1]!.moves).toContainEqual({ from: 'NEW', to: 'ACTIVE', customers: 2 });
  expect(flow[4]!.moves).toContainEqual({ from: 'ACTIVE', to: 'PROSPECT', customers: 1 });
});

test.each(Object.values(LevelKind))('the flow of %s begins with nobody anywhere but where all begin', async (kind) => {
  const flow = await t.app.levels.lifecycleFlow(asJob, {
    since: '2025-08-04',
    until: '2025-08-31',
    kind,
    per: FlowPeriod.WEEK,
  });
  expect(flow.map(({ period }) => period)).toEqual(['2025-08-04', '2025-08-11', '2025-08-18', '2025-08-25']);
  expect(flow.flatMap(({ moves }) => moves)).toEqual([]);
  expect(flow.flatMap(({ counts }) => counts).every(({ customers }) => customers === 0)).toBe(true);
});

test('S4: a day in the past shows what was known of then, refunds of later not yet', async () => {
  for (const month of ['2025-10', '2025-12', '2026-02']) {
    const past = (await t.app.levels.lifecycleOverview(asJob, `${month}-28`)) as {
      stages: { stage: string; spend: number }[];
    };
    // Who was deleted since is known no more: one prospect less.
    const wanted = stagesOf(told.get(month)!);
    expect([month, stagesOf(past)]).toEqual([
      month,
      month < '2026' ? { ...wanted, PROSPECT: wanted.PROSPECT! - 1 } : wanted,
    ]);
    const money = (overview: object) => (overview as typeof past).stages.map(({ stage, spend }) => [stage, spend]);
    expect(money(past)).toEqual(money(told.get(month)!));
  }
});

test('a customer shows bands, score and what is behind them; staff see the history, page by page', async () => {
  const analyst = await makeStaff(t.app, 'ANALYST');
  const [one] = await t.app.db.rows<{ id: string }>(
    `select customer_id as id from customer_identity where external_id = 'p0-1'`,
  );
  const { data, errors } = await execute(
    t.app,
    analyst,
    `query ($id: ID!) { customer(id: $id) {
       stats { valueSegment lastEventOn daysBetweenOrders rfm { recency frequency monetary score daysSinceOrder ordersPerMonth } }
       levelChanges(first: 2) { totalCount nodes { kind from to cause on orderCount spend customer { id } } pageInfo { hasNextPage endCursor } } } }`,
    { id: one!.id },
  );
  expect(errors).toBeUndefined();
  // Seven orders from September 3rd to March 3rd; today is March 28th.
  expect(data.customer.stats).toMatchObject({
    daysBetweenOrders: 181 / 6,
    rfm: { recency: 1, frequency: 2, daysSinceOrder: 25, ordersPerMonth: 7 / (206 / 30) },
  });
  const { monetary, score } = data.customer.stats.rfm;
  expect(score).toBe(`43${5 - monetary}`);
  const ids: string[] = [];
  for (let after: string | null = null; ; ) {
    const page = await t.app.levels.changesOf(analyst, one!.id, { first: 2, ...(after ? { after } : {}) });
    ids.push(...page.nodes.map(({ id }) => id));
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage) {
      break;
    }
  }
  expect(new Set(ids).size).toBe(data.customer.levelChanges.totalCount);
  expect(data.customer.levelChanges.nodes[0]).toMatchObject({ customer: { id: one!.id } });
});

test('the flow refuses what cannot be shown, at its argument', async () => {
  const ask = (since: string, until: string, per: FlowPeriod) =>
    t.app.levels.lifecycleFlow(asJob, { since, until, kind: LevelKind.STAGE, per });
  await expect(ask('2026-02-01', '2026-01-01', FlowPeriod.DAY)).rejects.toMatchObject({
    extensions: { code: 'BAD_USER_INPUT', field: 'since' },
  });
  await expect(ask('0001-01-01', '2026-01-01', FlowPeriod.DAY)).rejects.toMatchObject({
    extensions: { field: 'since' },
  });
  expect(await ask('2027-01-01', '2027-02-01', FlowPeriod.DAY)).toEqual([]);
});
