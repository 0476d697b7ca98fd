import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { SegmentExportColumn } from '../../schema/segments/segment-enums.js';
import { newId } from '../../server/database/id.js';
import { createTestApp, TEST_NOW, type TestApp } from '../support/app.js';
import { CROWD, fetchText, get, makeCrowd, read, run, start, table } from './exports-support.js';
import { inSegment, person, phoned, tagged, Worker } from './saved-support.js';

let t: TestApp;
let marketer: Worker;
let admin: Worker;
let crowd: string;
beforeAll(async () => {
  t = await createTestApp();
  crowd = await makeCrowd(t);
});
afterAll(() => t.close());
beforeEach(() => {
  t.clock.set(TEST_NOW);
  marketer = new Worker(t, 'MARKETING');
  admin = new Worker(t, 'ADMIN');
});

test('S7: members in the background to a file that spreadsheets read, masked, audited', async () => {
  const started = await start(marketer, crowd);
  expect(started).toMatchObject({
    userErrors: [],
    export: { status: 'READY', total: null, rows: 0, progress: 0, url: null },
  });
  const { id } = started.export;
  await t.app.jobs.drain();
  const done = await read(marketer, id);
  expect(done).toMatchObject({ status: 'DONE', total: CROWD, rows: CROWD, progress: 1, contacts: 'MASKED' });
  expect(done.expiresAt).toBe('2026-03-15T04:00:00.000Z');
  expect(done.requestedBy.id).toBe((await marketer.session()).id);

  const answer = await get(t, marketer, done.url);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="segment-${id}.csv"`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.length).toBe(done.bytes);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [head, ...rows] = table(bytes.toString('utf8'));
  expect(head!.slice(0, 4)).toEqual(['客户编号', '姓名', '手机', '邮箱']);
  expect(rows).toHaveLength(CROWD);
  const ids = rows.map(([one]) => one);
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(CROWD);
  expect(rows.every(([, , phone]) => /^138\*{4}\d{4}$/.test(phone!))).toBe(true);

  const log = await t.app.db.rows<{ action: string; after: { rows?: number } }>(
    'select action, after from audit_entry where subject_id = $1 order by at, id',
    [id],
  );
  expect(log.map(({ action, after }) => [action, after.rows])).toEqual([
    ['segmentExportStart', undefined],
    ['segmentExportFinish', CROWD],
    ['segmentExportDownload', CROWD],
  ]);
});

test("every column says what the database says, in the asker's language, and no cell is a formula", async () => {
  const id = await person(t, ['all'], {
    name: '=HYPERLINK("http://x")',
    phone: '13912345678',
    email: 'li.wei@example.com',
    gender: 'FEMALE',
    birthday: '1990-02-28',
    city: '+上海\n"浦东"',
    source: 'tmall',
    externalId: '@x,1',
    registeredAt: '2026-01-31T17:00:00Z',
  });
  await t.app.db.rows(
    `update customer_stats set order_count = 3, spend = 10001, stage = 'ACTIVE', value_segment = 'MID_VALUE', recency = 1,
            frequency = 2, monetary = 3, first_order_at = '2025-12-31T16:00:00Z', last_order_at = '2026-03-01T15:59:59Z',
            points_balance = 12 where customer_id = $1`,
    [id],
  );
  const segment = await marketer.segment('全列', tagged('all'));
  const columns = Object.values(SegmentExportColumn);
  await t.app.db.rows(`update staff set locale = 'en' where id = $1`, [(await admin.session()).id]);
  const { export: made } = await start(admin, segment.id, { contacts: 'CLEAR', columns });
  await run(t, made.id);
  const text = await fetchText(t, admin, made.id);
  const [head, row] = table(text);
  expect(Object.fromEntries(head!.map((name, i) => [name, row![i]]))).toEqual({
    'Customer id': id,
    Name: `'=HYPERLINK("http://x")`,
    Phone: '13912345678',
    'E-mail': 'li.wei@example.com',
    Gender: 'FEMALE',
    Birthday: '1990-02-28',
    City: `'+上海\n"浦东"`,
    Language: 'zh',
    'Preferred channel': '',
    Tags: 'all',
    Interests: '',
    'External ids': 'tmall:@x,1',
    'Registered on': '2026-02-01',
    Tier: '',
    'Lifecycle stage': 'ACTIVE',
    'Value segment': 'MID_VALUE',
    'RFM score': '432',
    Orders: '3',
    Spend: '100.01',
    'Average order value': '33.34',
    'First order on': '2026-01-01',
    'Last order on': '2026-03-01',
    Points: '12',
  });
});

test('A4: clear contacts are for those only who may see them, when they ask and when they fetch', async () => {
  const start = 'mutation ($input: SegmentExportStartInput!) { segmentExportStart(input: $input) { export { id } } }';
  const input = { segmentId: crowd, contacts: 'CLEAR', idempotencyKey: 'clear' };
  expect(await marketer.refusal(start, { input })).toBe('FORBIDDEN');
  const segment = await marketer.segment('明文', tagged('clear'));
  const secret = await admin.segment('机密导出', phoned('1380000'));
  const nested = await admin.segment('机密外', inSegment(secret.id));
  for (const { id } of [secret, nested]) {
    expect(await marketer.refusal(start, { input: { segmentId: id, idempotencyKey: id } })).toBe('FORBIDDEN');
  }
  const { segmentExportStart } = await admin.data(start, { input: { ...input, segmentId: segment.id } });
  const { id } = segmentExportStart.export;
  const masked = (await admin.data(start, { input: { segmentId: nested.id, idempotencyKey: 'n' } })).segmentExportStart
    .export;
  await t.app.jobs.drain();
  expect((await get(t, admin, `/segment-exports/${id}.csv`)).status).toBe(200);
  await t.app.db.rows(`update staff set role = 'ANALYST' where id = $1`, [(await admin.session()).id]);
  expect((await get(t, admin, `/segment-exports/${id}.csv`)).status).toBe(403);
  expect((await get(t, admin, `/segment-exports/${masked.id}.csv`)).status).toBe(403);
  await t.app.db.rows(`update staff set role = 'SERVICE_AGENT' where id = $1`, [(await admin.session()).id]);
  expect((await get(t, admin, `/segment-exports/${id}.csv`)).status).toBe(403);
});

test("an export is its requester's alone: to everybody else it does not exist", async () => {
  const { export: made } = await start(marketer, crowd);
  await run(t, made.id);
  const missing = await get(t, admin, `/segment-exports/${newId()}.csv`);
  const others = await get(t, admin, `/segment-exports/${made.id}.csv`);
  expect([others.status, await others.text()]).toEqual([404, await missing.text()]);
  expect((await get(t, null, `/segment-exports/${made.id}.csv`)).status).toBe(401);
  expect((await get(t, admin, `/segment-exports/x%27.csv`)).status).toBe(404);
  expect(await read(admin, made.id)).toBeNull();
  const cancel = 'mutation ($id: ID!) { segmentExportCancel(input: { id: $id }) { export { id } } }';
  expect(await admin.refusal(cancel, { id: made.id })).toBe('NOT_FOUND');
  const list = '{ segmentExports(first: 100) { nodes { id } totalCount } }';
  expect((await admin.data(list)).segmentExports.nodes).not.toContainEqual({ id: made.id });
  expect((await marketer.data(list)).segmentExports.nodes).toContainEqual({ id: made.id });
});

test('a file is there for a day, then not, even before it is deleted', async () => {
  const { export: made } = await start(marketer, crowd);
  await run(t, made.id);
  t.clock.advanceDays(0.999);
  await t.app.jobs.run('segments.watch');
  expect((await get(t, marketer, `/segment-exports/${made.id}.csv`)).status).toBe(200);
  t.clock.advanceDays(0.001);
  expect((await get(t, marketer, `/segment-exports/${made.id}.csv`)).status).toBe(404);
  await t.app.jobs.run('segments.watch');
  expect(await read(marketer, made.id)).toMatchObject({ status: 'EXPIRED', url: null });
  expect(await t.app.db.rows('select 1 from segment_export_chunk where export_id = $1', [made.id])).toEqual([]);
});

test('a list is written like any segment, but has no past', async () => {
  const [a, b] = [await person(t, []), await person(t, [])];
  const list = await marketer.list('名单导出');
  await marketer.do('segmentListAdd', 'SegmentListAddInput', { id: list.id, customerIds: [a, b] });
  const past = await start(marketer, list.id, { asOf: '2026-01-01' });
  expect(past.userErrors).toMatchObject([{ field: 'asOf', code: 'INVALID' }]);
  const { export: made } = await start(marketer, list.id, { columns: [] });
  await run(t, made.id);
  expect(table(await fetchText(t, marketer, made.id))).toEqual([['客户编号'], ...[a, b].sort().map((id) => [id])]);
});

test('one key, one export; not more than five at a time; none of what is archived', async () => {
  const segment = await marketer.segment('限', tagged('limit'));
  const same = await Promise.all([1, 2, 3].map(() => start(marketer, segment.id, { idempotencyKey: 'same' })));
  expect(new Set(same.map(({ export: { id } }) => id)).size).toBe(1);
  expect((await start(marketer, crowd, { idempotencyKey: 'same' })).userErrors).toMatchObject([
    { field: 'idempotencyKey', code: 'IDEMPOTENCY_KEY_REUSED' },
  ]);
  const more = await Promise.all(Array.from({ length: 6 }, () => start(marketer, segment.id)));
  expect(more.filter(({ export: made }) => made)).toHaveLength(4);
  await t.app.jobs.drain();
  expect((await start(marketer, segment.id)).userErrors).toEqual([]);
  await t.app.jobs.drain();
  await marketer.do('segmentArchive', 'SegmentArchiveInput', { id: segment.id, version: 1 });
  expect((await start(marketer, segment.id)).userErrors).toMatchObject([{ field: 'segmentId', code: 'CONFLICT' }]);
});
