import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { SegmentExportColumn } from '../../schema/segments/segment-enums.js';
import { newId } from '../../server/database/id.js';
import { createTestApp, TEST_NOW, type TestApp } from '../support/app.js';
import { inSegment, person, phoned, retag, tagged, Worker } from './saved-support.js';

/** More than two batches of the writer. */
const CROWD = 5_000;

let t: TestApp;
let marketer: Worker;
let admin: Worker;
let crowd: string;
beforeAll(async () => {
  t = await createTestApp();
  const ids = Array.from({ length: CROWD }, () => newId());
  await t.app.db.rows(
    `with made as (insert into customer (id, name, phone, tags, registered_at, created_at, updated_at)
       select id, '客户' || n, '1380000' || lpad(n::text, 4, '0'), '{crowd}', $2, $2, $2
         from unnest($1::uuid[]) with ordinality as x (id, n) returning id)
     insert into customer_stats (customer_id) select id from made`,
    [ids, TEST_NOW],
  );
  marketer = new Worker(t, 'MARKETING');
  crowd = (await marketer.segment('人群', tagged('crowd'))).id;
});
afterAll(() => t.close());
beforeEach(() => {
  t.clock.set(TEST_NOW);
  marketer = new Worker(t, 'MARKETING');
  admin = new Worker(t, 'ADMIN');
});

const FIELDS =
  'export { id status total rows progress bytes contacts columns url expiresAt error segment { id } requestedBy { id } }';
let keys = 0;
const start = (worker: Worker, segmentId: string, more: object = {}) =>
  worker.do(
    'segmentExportStart',
    'SegmentExportStartInput',
    { segmentId, idempotencyKey: `k${++keys}`, ...more },
    FIELDS,
  );
const read = async (worker: Worker, id: string) =>
  (await worker.data(`query ($id: ID!) { segmentExport(id: $id) { ${FIELDS.slice(9, -2)} } }`, { id })).segmentExport;
const get = async (worker: Worker | null, path: string) =>
  fetch(t.url + path, worker ? { headers: { authorization: `Bearer ${(await worker.session()).token}` } } : {});
const run = (id: string) => t.app.jobs.run('segments.export', { id });
/** The file of a finished export, as the bytes that came over the wire. */
const fetchText = async (worker: Worker, id: string) =>
  Buffer.from(await (await get(worker, `/segment-exports/${id}.csv`)).arrayBuffer()).toString('utf8');
const table = (text: string) => parse(text, { bom: true }) as string[][];

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

  const answer = await get(marketer, done.url);
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
  await run(made.id);
  const text = await fetchText(admin, made.id);
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
  expect((await get(admin, `/segment-exports/${id}.csv`)).status).toBe(200);
  await t.app.db.rows(`update staff set role = 'ANALYST' where id = $1`, [(await admin.session()).id]);
  expect((await get(admin, `/segment-exports/${id}.csv`)).status).toBe(403);
  expect((await get(admin, `/segment-exports/${masked.id}.csv`)).status).toBe(403);
  await t.app.db.rows(`update staff set role = 'SERVICE_AGENT' where id = $1`, [(await admin.session()).id]);
  expect((await get(admin, `/segment-exports/${id}.csv`)).status).toBe(403);
});

test("an export is its requester's alone: to everybody else it does not exist", async () => {
  const { export: made } = await start(marketer, crowd);
  await run(made.id);
  const missing = await get(admin, `/segment-exports/${newId()}.csv`);
  const others = await get(admin, `/segment-exports/${made.id}.csv`);
  expect([others.status, await others.text()]).toEqual([404, await missing.text()]);
  expect((await get(null, `/segment-exports/${made.id}.csv`)).status).toBe(401);
  expect((await get(admin, `/segment-exports/x%27.csv`)).status).toBe(404);
  expect(await read(admin, made.id)).toBeNull();
  const cancel = 'mutation ($id: ID!) { segmentExportCancel(input: { id: $id }) { export { id } } }';
  expect(await admin.refusal(cancel, { id: made.id })).toBe('NOT_FOUND');
  const list = '{ segmentExports(first: 100) { nodes { id } totalCount } }';
  expect((await admin.data(list)).segmentExports.nodes).not.toContainEqual({ id: made.id });
  expect((await marketer.data(list)).segmentExports.nodes).toContainEqual({ id: made.id });
});

/** Makes the n-th transaction from now fail as a killed worker would: before it begins, or right after it was committed. */
function kill(n: number, when: 'before' | 'after') {
  const real = t.app.db.transaction;
  const killed = Object.assign(new Error('terminated'), { code: '57P01' });
  let left = n;
  t.app.db.transaction = async (work) => {
    left--;
    if (left === 0 && when === 'before') throw killed;
    const result = await real.call(t.app.db, work);
    if (left === 0) throw killed;
    return result as never;
  };
  return () => {
    t.app.db.transaction = real;
  };
}

test('killed before and after every step, an export ends as the same file; silence gives it to another worker', async () => {
  const whole = await start(marketer, crowd);
  await run(whole.export.id);
  const expected = await fetchText(marketer, whole.export.id);
  for (const when of ['before', 'after'] as const) {
    for (let n = 1; n <= 4; n++) {
      const { export: made } = await start(marketer, crowd);
      const mend = kill(n, when);
      await expect(run(made.id)).rejects.toThrow('terminated');
      mend();
      const left = await read(marketer, made.id);
      expect(['READY', 'RUNNING']).toContain(left.status);
      t.clock.advanceDays(4 / 1440);
      await t.app.jobs.run('segments.watch');
      await t.app.jobs.drain();
      expect(await read(marketer, made.id)).toMatchObject({ status: 'DONE', rows: CROWD });
      expect(await fetchText(marketer, made.id)).toBe(expected);
    }
  }
});

test('two workers at one export make one file', async () => {
  const { export: made } = await start(marketer, crowd);
  await Promise.all([run(made.id), run(made.id), run(made.id)]);
  expect(await read(marketer, made.id)).toMatchObject({ status: 'DONE', rows: CROWD });
  expect(table(await fetchText(marketer, made.id))).toHaveLength(CROWD + 1);
  const finished = await t.app.db.rows(
    `select 1 from audit_entry where subject_id = $1 and action = 'segmentExportFinish'`,
    [made.id],
  );
  expect(finished).toHaveLength(1);
});

test('what was broken off by a fault of ours has failed, says so, and leaves nothing behind', async () => {
  const { export: made } = await start(marketer, crowd);
  const real = t.app.segments.membersSql;
  t.app.segments.membersSql = async () => 'select nonsense';
  await run(made.id);
  t.app.segments.membersSql = real;
  expect(await read(marketer, made.id)).toMatchObject({ status: 'FAILED', url: null, error: expect.any(String) });
  expect((await read(marketer, made.id)).error).not.toContain('nonsense');
});

test('a cancelled export stops in the middle and its lines are gone; so is a finished one', async () => {
  const cancel = (id: string) => marketer.do('segmentExportCancel', 'SegmentExportCancelInput', { id }, FIELDS);
  const chunks = (id: string) => t.app.db.rows('select 1 from segment_export_chunk where export_id = $1', [id]);
  const { export: made } = await start(marketer, crowd);
  const mend = kill(2, 'after');
  await expect(run(made.id)).rejects.toThrow('terminated');
  mend();
  expect(await read(marketer, made.id)).toMatchObject({ status: 'RUNNING', rows: 2_000, progress: 2_000 / CROWD });
  expect((await get(marketer, `/segment-exports/${made.id}.csv`)).status).toBe(404);
  expect((await cancel(made.id)).export).toMatchObject({ status: 'CANCELLED', url: null });
  await run(made.id);
  expect(await read(marketer, made.id)).toMatchObject({ status: 'CANCELLED', rows: 2_000 });
  expect(await chunks(made.id)).toEqual([]);
  expect((await cancel(made.id)).userErrors).toMatchObject([{ code: 'ALREADY_DONE' }]);

  const { export: second } = await start(marketer, crowd);
  await run(second.id);
  await cancel(second.id);
  expect((await get(marketer, `/segment-exports/${second.id}.csv`)).status).toBe(404);
  expect(await chunks(second.id)).toEqual([]);
});

test('a file is there for a day, then not, even before it is deleted', async () => {
  const { export: made } = await start(marketer, crowd);
  await run(made.id);
  t.clock.advanceDays(0.999);
  await t.app.jobs.run('segments.watch');
  expect((await get(marketer, `/segment-exports/${made.id}.csv`)).status).toBe(200);
  t.clock.advanceDays(0.001);
  expect((await get(marketer, `/segment-exports/${made.id}.csv`)).status).toBe(404);
  await t.app.jobs.run('segments.watch');
  expect(await read(marketer, made.id)).toMatchObject({ status: 'EXPIRED', url: null });
  expect(await t.app.db.rows('select 1 from segment_export_chunk where export_id = $1', [made.id])).toEqual([]);
});

test('A4: whose data are deleted is in no file, whether it was written, is being written or is still to be', async () => {
  const people = await Promise.all(['甲', '乙', '丙'].map((name) => person(t, ['bye'], { name, city: '北京\n海淀' })));
  const segment = await marketer.segment('再见', tagged('bye'));
  const done = (await start(marketer, segment.id)).export.id;
  await run(done);
  const half = (await start(marketer, segment.id)).export.id;
  const mend = kill(1, 'after');
  await expect(run(half)).rejects.toThrow('terminated');
  mend();
  await admin.data('mutation ($input: CustomerEraseInput!) { customerErase(input: $input) { userErrors { code } } }', {
    input: { id: people[1], reason: 'asked for it' },
  });
  await run(half);
  const later = (await start(marketer, segment.id)).export.id;
  await run(later);
  for (const id of [done, half, later]) {
    const text = await fetchText(marketer, id);
    expect(
      table(text)
        .slice(1)
        .map(([one]) => one),
    ).toEqual([people[0], people[2]].sort());
    expect(text).not.toContain('乙');
    const row = await read(marketer, id);
    expect(row).toMatchObject({ rows: 2, total: 2, bytes: Buffer.byteLength(text) });
  }
});

test('members are written as of the moment the export began, or the end of the day asked for', async () => {
  const [a, b] = [await person(t, ['now']), await person(t, ['now'])];
  const segment = await marketer.segment('此刻', tagged('now'));
  const { export: made } = await start(marketer, segment.id);
  const mend = kill(1, 'after');
  await expect(run(made.id)).rejects.toThrow('terminated');
  mend();
  await retag(t, a, []);
  await person(t, ['now']);
  await run(made.id);
  expect(
    table(await fetchText(marketer, made.id))
      .slice(1)
      .map(([one]) => one),
  ).toEqual([a, b].sort());

  expect((await start(marketer, segment.id, { asOf: '2026-03-15' })).userErrors).toMatchObject([
    { field: 'asOf', code: 'OUT_OF_RANGE' },
  ]);
  const prospects = { condition: { field: 'ORDER_COUNT_TOTAL', operator: 'EQ', numbers: [0] } };
  const history = await marketer.segment('历史', { join: 'ALL', rules: [tagged('then'), prospects] });
  const buyer = await person(t, ['then'], { registeredAt: '2026-01-01T00:00:00Z' });
  await t.app.orders.ingest(
    { principal: { kind: 'job', name: 'test' }, origin: { ip: '', userAgent: undefined, requestId: '' } },
    {
      source: 'app',
      orders: [
        {
          number: 'then-1',
          customerExternalId: (
            await t.app.db.rows<{ id: string }>(
              'select external_id as id from customer_identity where customer_id = $1',
              [buyer],
            )
          )[0]!.id,
          placedAt: '2026-03-10T03:00:00Z',
          currency: 'CNY',
          amount: '100.00',
          updatedAt: '2026-03-10T03:00:00Z',
          lines: [{ sku: 'A', name: 'a', category: 'c', quantity: 1, unitPrice: '100.00' }],
        },
      ],
    },
  );
  const rowsOf = async (asOf: string | null) => {
    const { export: one } = await start(marketer, history.id, { asOf });
    await run(one.id);
    return table(await fetchText(marketer, one.id)).length - 1;
  };
  expect([await rowsOf(null), await rowsOf('2026-03-09'), await rowsOf('2026-03-10')]).toEqual([0, 1, 0]);
});

test('a list is written like any segment, but has no past', async () => {
  const [a, b] = [await person(t, []), await person(t, [])];
  const list = await marketer.list('名单导出');
  await marketer.do('segmentListAdd', 'SegmentListAddInput', { id: list.id, customerIds: [a, b] });
  const past = await start(marketer, list.id, { asOf: '2026-01-01' });
  expect(past.userErrors).toMatchObject([{ field: 'asOf', code: 'INVALID' }]);
  const { export: made } = await start(marketer, list.id, { columns: [] });
  await run(made.id);
  expect(table(await fetchText(marketer, made.id))).toEqual([['客户编号'], ...[a, b].sort().map((id) => [id])]);
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
