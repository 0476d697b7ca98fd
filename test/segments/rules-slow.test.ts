import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import type { SegmentRule } from '../../schema/segments/rules.js';
import { StaffRole } from '../../schema/staff/enums.js';
import { SlowReads } from '../../server/database/slow.js';
import { estimate } from '../../server/segments/rules/estimate.js';
import { prepare } from '../../server/segments/rules/prepare.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { makeCustomer } from '../support/factories.js';
import { signIn } from '../support/tokens.js';

const COUNT = 'query ($input: SegmentCountInput!) { segmentCount(input: $input) { count exact } }';
const rules = { condition: { field: 'CITY', operator: 'EQ', texts: ['上海'] } } as unknown as SegmentRule;

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
  for (let i = 0; i < 30; i++) {
    await makeCustomer(t.app, { city: i % 3 === 0 ? '上海' : '北京' });
  }
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => t.close());

/** What is running in this database and says `marker`. */
async function running(marker: string): Promise<number> {
  const rows = await t.app.db.rows<{ n: number }>(
    `select count(*) as n from pg_stat_activity
      where datname = current_database() and state = 'active' and pid <> pg_backend_pid() and query like $1`,
    [`%${marker}%`],
  );
  return rows[0]!.n;
}

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 400 && !(await what()); i++) {
    await new Promise((done) => setTimeout(done, 25));
  }
  expect(await what()).toBe(true);
}

/** Lets counts sleep in the database before they answer. */
function slowly(seconds: number): void {
  const { rows } = SlowReads.prototype;
  jest.spyOn(SlowReads.prototype, 'rows').mockImplementation(function (this: SlowReads, sql, params, options) {
    const late = sql.startsWith('select count(*) as count from') ? `${sql} and pg_sleep(${seconds}) is not null` : sql;
    return rows.call(this, late, params, options) as never;
  });
}

test('a count that takes too long is cancelled in the database and estimated, which it says', async () => {
  slowly(60);
  const admin = t.client(await signIn(t, StaffRole.ADMIN));
  const { data } = await admin(COUNT, { input: { rules } });
  expect(data.segmentCount.exact).toBe(false);
  expect(await running('pg_sleep')).toBe(0);
});

test('one that must be exact is told to be TOO_SLOW in the end', async () => {
  await expect(t.app.db.slow.rows('select pg_sleep(60)', [], { timeout: 50 })).rejects.toMatchObject({
    extensions: { code: 'TOO_SLOW' },
  });
});

test('who goes away before the answer stops the statement in the database', async () => {
  slowly(60);
  const controller = new AbortController();
  const token = await signIn(t, StaffRole.ADMIN);
  const answer = fetch(`${t.url}/graphql`, {
    method: 'POST',
    signal: controller.signal,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: COUNT, variables: { input: { rules, exact: true } } }),
  });
  await until(async () => (await running('pg_sleep')) > 0);
  controller.abort();
  await expect(answer).rejects.toThrow();
  await until(async () => (await running('pg_sleep')) === 0);
  jest.restoreAllMocks();
  // And the connection that heard it is not used for the next one.
  expect((await t.app.segments.countRules(rules, { exact: true })).count).toBe(10);
});

test('slow questions wait for each other only, and beyond a bound are refused', async () => {
  const controller = new AbortController();
  const options = { signal: controller.signal };
  const waiting = Array.from({ length: 33 }, () => t.app.db.slow.rows('select pg_sleep(60) as waiting', [], options));
  const ended = Promise.allSettled(waiting);
  await until(async () => (await running('as waiting')) === 3);
  await expect(t.app.db.slow.rows('select 1')).rejects.toMatchObject({ extensions: { code: 'RATE_LIMITED' } });
  expect(await t.app.db.rows<{ one: number }>('select 1 as one')).toEqual([{ one: 1 }]);
  controller.abort();
  const codes = (await ended).map((one) => one.status === 'rejected' && one.reason.extensions?.code);
  expect(new Set(codes)).toEqual(new Set(['CANCELLED']));
  expect(await t.app.db.slow.rows('select 1 as one')).toEqual([{ one: 1 }]);
});

test('nothing is written where slow questions are asked', async () => {
  await expect(t.app.db.slow.rows(`update customer set name = 'x'`)).rejects.toThrow(/read-only/);
});

test('an estimate by sample comes near, and one by the planner is no more than everybody', async () => {
  const owner = new pg.Client({ connectionString: t.database.ownerUrl });
  await owner.connect();
  await owner.query('analyze');
  await owner.end();
  const share = async (city: string) => {
    const condition = { field: 'CITY', operator: 'EQ', texts: [city] };
    return estimate(t.app, await prepare(t.app, { condition } as never, null), undefined);
  };
  expect(await share('北京')).toBe(20);
  const few = await share('拉萨');
  expect(few).toBeGreaterThanOrEqual(0);
  expect(few).toBeLessThanOrEqual(10);
});
