import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { EventKind } from '../../schema/events/enums.js';
import { addMonths } from '../../server/calendar/days.js';
import { asJob, createTestApp, type TestApp } from '../support/app.js';
import { makeStaff } from '../support/factories.js';
import { activity, countsDisagree, event, idOf, push } from './support.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

/** The months that each table has, like `2026_03`. */
async function months({ app }: TestApp): Promise<{ events: string[]; days: string[] }> {
  const rows = await app.db.rows<{ parent: string; month: string }>(
    `select i.inhparent::regclass::text as parent, right(c.relname, 7) as month
       from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent in ('customer_event'::regclass, 'customer_event_day'::regclass) order by 2`,
  );
  const of = (parent: string) => rows.filter((row) => row.parent === parent).map(({ month }) => month);
  return { events: of('customer_event'), days: of('customer_event_day') };
}

test('months come into being as events need them, in any order, both of their tables', async () => {
  await push(t, event('1', { at: '2026-01-10T00:00:00Z' }));
  await push(t, event('2', { at: '2025-11-10T00:00:00Z' }), event('3', { at: '2026-03-10T00:00:00Z' }));
  const expected = ['2025_11', '2026_01', '2026_03'];
  expect(await months(t)).toEqual({ events: expected, days: expected });
});

test("a month begins at the company's midnight: an instant before it belongs to the month before", async () => {
  await push(t, event('4', { at: '2026-01-31T15:59:59.999Z' }), event('5', { at: '2026-01-31T16:00:00Z' }));
  const rows = await t.app.db.rows(
    `select e.tableoid::regclass::text as events, d.tableoid::regclass::text as days
       from customer_event e, customer_event_day d
      where e.at >= '2026-01-31' and e.at < '2026-02-01' and d.day = (e.at at time zone 'Asia/Shanghai')::date order by e.at`,
  );
  expect(rows).toEqual([
    { events: 'customer_event_2026_01', days: 'customer_event_day_2026_01' },
    { events: 'customer_event_2026_02', days: 'customer_event_day_2026_02' },
  ]);
});

test('servers that need the same new months at the same moment all succeed', async () => {
  const other = await createTestApp();
  const days = Array.from({ length: 13 }, (_, i) => `${addMonths('2026-03-10', -i)}T00:00:00Z`);
  const pushes = Array.from({ length: 6 }, (_, n) =>
    push(other, ...days.map((at, i) => event(`${n}-${i}`, { customerExternalId: `u${n}`, at }))),
  );
  expect((await Promise.all(pushes)).flat()).toEqual(Array.from({ length: 78 }, () => 'CREATED'));
  expect((await months(other)).events).toHaveLength(13);
  await other.close();
});

test('every night the coming months are made and those of which nothing is kept any more are dropped (A4)', async () => {
  const other = await createTestApp();
  await push(other, event('old', { at: '2025-02-01T00:00:00Z' }), event('new', { at: '2026-03-10T00:00:00Z' }));
  await other.app.jobs.run('events.months');
  const ahead = ['2026_03', '2026_04', '2026_05'];
  expect(await months(other)).toEqual({ events: ['2025_02', ...ahead], days: ['2025_02', ...ahead] });
  other.clock.set('2026-03-31T16:00:00Z');
  await other.app.jobs.run('events.months');
  await other.app.jobs.run('events.months');
  expect((await months(other)).events).toEqual([...ahead, '2026_06']);
  expect((await months(other)).days).toEqual([...ahead, '2026_06']);
  expect(await activity(other, await idOf(other))).toMatchObject({ events: 1, days: { 'LOGIN 2026-03-10': 1 } });
  const { results } = await other.app.events.ingest(asJob, {
    source: 'app',
    events: [event('late', { at: '2025-02-28T15:59:59Z' })],
  });
  expect(results[0]).toMatchObject({ status: 'REJECTED', errors: [{ field: 'events.0.at', code: 'OUT_OF_RANGE' }] });
  await other.close();
});

test('for how long events are kept is a setting (⚙); a month that was dropped comes back when it is wanted again', async () => {
  const other = await createTestApp();
  const admin = await makeStaff(other.app, 'ADMIN');
  const keep = async (eventMonths: number) => {
    const { version } = await other.app.company.settings();
    const { company } = await other.app.company.update(admin, { version, eventMonths });
    expect(company.eventMonths).toBe(eventMonths);
  };
  expect((await other.app.company.company()).eventMonths).toBe(13);
  await push(other, event('1', { at: '2025-12-15T00:00:00Z' }));
  await keep(2);
  await other.app.jobs.run('events.months');
  expect((await months(other)).events).not.toContain('2025_12');
  expect(await push(other, event('1', { at: '2025-12-15T00:00:00Z' }))).toEqual(['REJECTED']);
  await keep(13);
  // This server drops it by itself; another one has, behind its back.
  await push(other, event('2', { at: '2025-12-15T00:00:00Z' }));
  await other.app.db.rows(`select drop_event_month('2025-12-01'), drop_event_day_month('2025-12-01')`);
  expect(await push(other, event('3', { at: '2025-12-15T00:00:00Z' }))).toEqual(['CREATED']);
  await expect(keep(0)).rejects.toMatchObject({ userErrors: [{ field: 'eventMonths', code: 'OUT_OF_RANGE' }] });
  await other.close();
});

test.each([
  // Clocks go forward at 03:00 of 29 March 2026, and back at 04:00 of 26 October 2025.
  ['Europe/Helsinki', ['2026-02-28T21:59:59Z', '2026-02-28T22:00:00Z'], ['2026-02-28', '2026-03-01']],
  ['Europe/Helsinki', ['2025-10-31T21:59:59Z', '2025-10-31T22:00:00Z'], ['2025-10-31', '2025-11-01']],
  ['Europe/Helsinki', ['2025-09-30T20:59:59Z', '2025-09-30T21:00:00Z'], ['2025-09-30', '2025-10-01']],
  // Clocks jump over the midnight that begins 6 April 2025 in Chile's autumn they fall back onto the evening before.
  ['America/Santiago', ['2025-09-07T03:59:59Z', '2025-09-07T04:00:00Z'], ['2025-09-06', '2025-09-07']],
  ['America/Santiago', ['2025-04-06T02:30:00Z', '2025-04-06T03:30:00Z'], ['2025-04-05', '2025-04-05']],
  ['America/St_Johns', ['2026-03-01T03:29:59Z', '2026-03-01T03:30:00Z'], ['2026-02-28', '2026-03-01']],
])('days and months are those of %s: %j', async (zone, instants, days) => {
  const other = await createTestApp();
  await other.app.jobs.run('events.months');
  const admin = await makeStaff(other.app, 'ADMIN');
  await other.app.company.update(admin, { version: (await other.app.company.settings()).version, timeZone: zone });
  await push(other, ...instants.map((at, i) => event(`dst-${i}`, { at })));
  const rows = await other.app.db.rows<{ day: string; events: number }>('select day, events from customer_event_day');
  expect(rows.flatMap(({ day, events }) => Array.from({ length: events }, () => day)).sort()).toEqual(days);
  expect(await countsDisagree(other)).toEqual([]);
  const astray = await other.app.db.rows(
    `select e.at from customer_event e, company_setting
      where right(e.tableoid::regclass::text, 7) <> to_char(e.at at time zone time_zone, 'YYYY_MM')`,
  );
  expect(astray).toEqual([]);
  await other.close();
});

test('the time zone stays once there are events', async () => {
  const admin = await makeStaff(t.app, 'ADMIN');
  const { version } = await t.app.company.settings();
  await expect(t.app.company.update(admin, { version, timeZone: 'Europe/London' })).rejects.toMatchObject({
    userErrors: [{ field: 'timeZone', code: 'IN_USE' }],
  });
});

test('new months are for the application to use, but it can make and drop nothing but months', async () => {
  const client = new pg.Client({ connectionString: t.database.appUrl });
  await client.connect();
  try {
    const refused = async (sql: string) => {
      await expect(client.query(sql)).rejects.toMatchObject({
        code: expect.stringMatching(/^(42501|22023|22007|22008)$/),
      });
    };
    await refused('create table evil (id int)');
    await refused('drop table customer_event_2026_03');
    await refused(`alter table customer_event detach partition customer_event_2026_03`);
    await refused(`select ensure_event_month('infinity')`);
    await refused(`select ensure_event_month('9999-01-01')`);
    await client.query(`create temporary table company_setting as select 'Europe/London'::text as time_zone`);
    await client.query(
      `set timezone = 'America/New_York'; set datestyle = 'German'; set search_path = pg_temp, public`,
    );
    await client.query(`select ensure_event_month('2026-08-15')`);
    const { rows } = await client.query(
      `select pg_get_expr(relpartbound, oid) as bound from pg_class where relname = 'customer_event_2026_08'`,
    );
    expect(rows[0].bound).toContain("('31.07.2026 12:00:00 EDT') TO ('31.08.2026 12:00:00 EDT')");
    await client.query('select ensure_event_month(null), drop_event_month(null), drop_event_day_month(null)');
  } finally {
    await client.end();
  }
});

test('a long read does not let a drop keep everybody waiting: it gives up, and the next night does it', async () => {
  const other = await createTestApp();
  await push(other, event('1', { at: '2025-02-10T00:00:00Z', kind: EventKind.VIEW }));
  other.clock.set('2026-04-02T00:00:00Z');
  const reader = new pg.Client({ connectionString: other.database.appUrl });
  await reader.connect();
  await reader.query('begin; select count(*) from customer_event');
  await expect(other.app.jobs.run('events.months')).rejects.toMatchObject({ code: '55P03' });
  expect((await months(other)).events).toContain('2025_02');
  await reader.query('commit');
  await reader.end();
  await other.app.jobs.run('events.months');
  expect((await months(other)).events).not.toContain('2025_02');
  await other.close();
}, 30_000);
