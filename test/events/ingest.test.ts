import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { UserErrorCode } from '../../schema/common/user-error.js';
import { EventKind } from '../../schema/events/enums.js';
import { asJob, callerAs, createTestApp, type TestApp } from '../support/app.js';
import { makeStaff } from '../support/factories.js';
import { activity, countsDisagree, event, idOf, push } from './support.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

test('A2: events of an unknown customer make a bare one, and what they come to is known at once', async () => {
  const statuses = await push(
    t,
    event('a1', { customerExternalId: 'a' }),
    event('a2', {
      customerExternalId: 'a',
      kind: EventKind.VIEW,
      sku: 'A1',
      category: '家居',
      at: '2026-03-13T15:59:59Z',
    }),
    event('a3', { customerExternalId: 'a', kind: EventKind.VIEW, sku: 'A1', at: '2026-03-13T16:00:00Z' }),
    event('a4', { customerExternalId: 'a', kind: EventKind.VIEW, detail: '茶杯', at: '2026-03-14T02:00:00Z' }),
  );
  expect(statuses).toEqual(['CREATED', 'CREATED', 'CREATED', 'CREATED']);
  expect(await activity(t, await idOf(t, 'a'))).toMatchObject({
    events: 4,
    // A day is one of the company's: Shanghai's begins at 16:00 UTC.
    days: { 'LOGIN 2026-03-14': 1, 'VIEW 2026-03-13': 1, 'VIEW 2026-03-14': 2 },
    lastEventAt: new Date('2026-03-14T03:00:00Z'),
    lastLoginAt: new Date('2026-03-14T03:00:00Z'),
    loginDays: ['2026-03-14'],
    lastEventOn: '2026-03-14',
    frequentUntil: null,
  });
});

test('the same event again is known, within a batch and in another one; another instant is another event', async () => {
  const once = event('b1', { customerExternalId: 'b' });
  expect(await push(t, once, once, event('b2', { customerExternalId: 'b' }))).toEqual([
    'CREATED',
    'UNCHANGED',
    'CREATED',
  ]);
  expect(await push(t, once, event('b1', { customerExternalId: 'b', at: '2026-03-14T03:00:00.001Z' }))).toEqual([
    'UNCHANGED',
    'CREATED',
  ]);
  const { results } = await t.app.events.ingest(asJob, { source: 'web', events: [once] });
  expect(results.map(({ status }) => status)).toEqual(['CREATED']);
  expect(await countsDisagree(t)).toEqual([]);
});

test('names of source and id that run into each other are told apart', async () => {
  const pushed = async (source: string, id: string) =>
    (await t.app.events.ingest(asJob, { source, events: [event(id)] })).results[0]!.status;
  expect([await pushed('a', 'bc'), await pushed('ab', 'c'), await pushed('a', 'bc')]).toEqual([
    'CREATED',
    'CREATED',
    'UNCHANGED',
  ]);
});

test('ten raced pushes of the same batch give each event once, also to the counts', async () => {
  const batch = Array.from({ length: 200 }, (_, i) =>
    event(`race-${i}`, {
      customerExternalId: `racer-${i % 17}`,
      kind: i % 3 ? EventKind.VIEW : EventKind.LOGIN,
      at: new Date(Date.parse('2026-03-14T03:00:00Z') - (i % 29) * 86_400_000).toISOString(),
    }),
  );
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) => push(t, ...(i % 2 ? batch : batch.toReversed()))),
  );
  expect(answers.flat().filter((status) => status === 'CREATED')).toHaveLength(200);
  expect(answers.flat().filter((status) => status === 'UNCHANGED')).toHaveLength(1800);
  expect(await countsDisagree(t)).toEqual([]);
  const [sums] = await t.app.db.rows(
    `select count(*) as events, sum(e.n) as counted from (
       select customer_id, count(*) as n from customer_event join customer_identity i using (customer_id)
        where i.external_id like 'racer-%' group by 1) as e`,
  );
  expect(sums).toEqual({ events: 17, counted: 200 });
});

test('S4: four different login days within 28 make a customer frequent, whatever the order in which they arrive', async () => {
  const login = (n: number, day: string) => event(`f${n}`, { customerExternalId: 'f', at: `${day}T04:00:00Z` });
  await push(t, login(1, '2026-03-12'));
  await push(t, login(2, '2026-02-20'), login(3, '2026-02-20'));
  await push(t, event('f0', { customerExternalId: 'f', kind: EventKind.VIEW, at: '2026-03-13T04:00:00Z' }));
  await push(t, login(4, '2026-03-01'));
  const id = await idOf(t, 'f');
  expect(await activity(t, id)).toMatchObject({ frequentUntil: null });
  await push(t, login(5, '2026-02-25'));
  expect(await activity(t, id)).toMatchObject({
    loginDays: ['2026-03-12', '2026-03-01', '2026-02-25', '2026-02-20'],
    lastEventOn: '2026-03-13',
    // On 19 March the 28 days still begin with 20 February.
    frequentUntil: '2026-03-19',
  });
});

test('no more than 31 login days are remembered, the newest', async () => {
  const days = Array.from({ length: 60 }, (_, i) =>
    new Date(Date.parse('2026-03-14T03:00:00Z') - i * 86_400_000).toISOString(),
  );
  const logins = days.map((at, i) => event(`m${i}`, { customerExternalId: 'm', at }));
  await push(t, ...logins.filter((_, i) => i % 2).toReversed());
  await push(t, ...logins.filter((_, i) => i % 2 === 0));
  const { loginDays } = await activity(t, await idOf(t, 'm'));
  expect(loginDays).toEqual(days.slice(0, 31).map((at) => at.slice(0, 10)));
});

const rejected = async (sketch: Parameters<typeof event>[1]) => {
  const { results } = await t.app.events.ingest(asJob, { source: 'app', events: [event('bad', sketch)] });
  return results[0]!.errors.map(({ field, code }) => [field, code]);
};

test.each<[Parameters<typeof event>[1], string, UserErrorCode]>([
  [{ id: ' ' }, 'id', UserErrorCode.REQUIRED],
  [{ id: 'x\0y' }, 'id', UserErrorCode.INVALID],
  [{ id: '\udfff' }, 'id', UserErrorCode.INVALID],
  [{ id: 'x'.repeat(101) }, 'id', UserErrorCode.TOO_LONG],
  [{ customerExternalId: '' }, 'customerExternalId', UserErrorCode.REQUIRED],
  [{ customerExternalId: 'x'.repeat(201) }, 'customerExternalId', UserErrorCode.TOO_LONG],
  [{ at: '2026-02-30T00:00:00Z' }, 'at', UserErrorCode.INVALID],
  [{ at: '2026-02-28' }, 'at', UserErrorCode.INVALID],
  [{ at: '2026-02-28T00:00:00' }, 'at', UserErrorCode.INVALID],
  [{ at: '2026-02-28T24:00:00Z' }, 'at', UserErrorCode.INVALID],
  [{ at: '2026-02-28T23:59:60Z' }, 'at', UserErrorCode.INVALID],
  [{ at: '+275760-09-13T00:00:00Z' }, 'at', UserErrorCode.INVALID],
  [{ at: 'infinity' }, 'at', UserErrorCode.INVALID],
  [{ at: '2026-03-15T04:00:00.001Z' }, 'at', UserErrorCode.OUT_OF_RANGE],
  [{ at: '2025-01-31T15:59:59Z' }, 'at', UserErrorCode.OUT_OF_RANGE],
  [{ sku: 'x'.repeat(101) }, 'sku', UserErrorCode.TOO_LONG],
  [{ category: '\ud800' }, 'category', UserErrorCode.INVALID],
  [{ detail: '茶'.repeat(201) }, 'detail', UserErrorCode.TOO_LONG],
])('%j is refused at its field', async (sketch, field, code) => {
  expect(await rejected(sketch)).toEqual([[`events.0.${field}`, code]]);
});

test.each([
  ['a day ahead of our clock', { at: '2026-03-15T04:00:00Z' }],
  ['the first instant of the oldest month', { at: '2025-01-31T16:00:00Z' }],
  ['an offset', { at: '2026-03-14T08:30:00.123456+05:45' }],
  ['the 31st and 29 February', { at: '2025-12-31T00:00:00-12:00' }],
  ['200 characters beyond the first plane', { detail: '😀'.repeat(200) }],
  ['quotes and braces', { id: `q"'\\{},;`, sku: `'; drop table customer; --`, category: '{"a":1}', detail: 'NULL' }],
])('%s is taken', async (_what, sketch) => {
  expect(await push(t, event(`ok-${JSON.stringify(sketch)}`.slice(0, 100), sketch))).toEqual(['CREATED']);
});

test('a row that cannot be taken does not sink the batch', async () => {
  const { counts, results } = await t.app.events.ingest(asJob, {
    source: 'app',
    events: [event('s1'), event('s2', { at: 'yesterday' }), event('s3'), event('s1')],
  });
  expect(counts).toEqual({ created: 2, updated: 0, unchanged: 1, waiting: 0, rejected: 1 });
  expect(results.map(({ index, number, status }) => [index, number, status])).toEqual([
    [0, 's1', 'CREATED'],
    [1, 's2', 'REJECTED'],
    [2, 's3', 'CREATED'],
    [3, 's1', 'UNCHANGED'],
  ]);
});

test('A4: events of a deleted person are not kept, and nobody is told', async () => {
  await push(t, event('e1', { customerExternalId: 'gone' }));
  const id = await idOf(t, 'gone');
  await t.app.customers.erase(await makeStaff(t.app, 'ADMIN'), { id, reason: '客户要求' });
  const before = await t.app.db.rows('select count(*) from customer');
  expect(await push(t, event('e2', { customerExternalId: 'gone' }), event('e3'))).toEqual(['UNCHANGED', 'CREATED']);
  expect(await t.app.db.rows('select count(*) from customer')).toEqual(before);
  expect(await activity(t, id)).toMatchObject({ events: 0, days: {}, lastEventAt: null, lastEventOn: null });
});

test('only those who may push events can, and staff leave a trace', async () => {
  const input = { source: 'app', events: [event('p1')] };
  await expect(t.app.events.ingest(callerAs({ kind: 'anonymous' }), input)).rejects.toMatchObject({
    extensions: { code: 'UNAUTHENTICATED' },
  });
  await expect(t.app.events.ingest(await makeStaff(t.app, 'MARKETING'), input)).rejects.toMatchObject({
    extensions: { code: 'FORBIDDEN' },
  });
  const admin = await makeStaff(t.app, 'ADMIN');
  await t.app.events.ingest(admin, input);
  const [entry] = await t.app.db.rows(`select action, after from audit_entry where actor_id = $1`, [admin.staffId]);
  expect(entry).toMatchObject({ action: 'eventsIngest', after: { source: 'app', created: 1 } });
});

test('a batch of more than a thousand rows and a missing source are refused whole; an empty one is answered', async () => {
  const events = Array.from({ length: 1001 }, (_, i) => event(`many-${i}`));
  await expect(t.app.events.ingest(asJob, { source: 'app', events })).rejects.toMatchObject({
    extensions: { code: 'BAD_USER_INPUT', field: 'events' },
  });
  await expect(t.app.events.ingest(asJob, { source: ' ', events: [] })).rejects.toMatchObject({
    extensions: { code: 'BAD_USER_INPUT', field: 'source' },
  });
  expect((await t.app.events.ingest(asJob, { source: 'app', events: [] })).results).toEqual([]);
});
