import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createTestApp, TEST_NOW, type TestApp } from '../support/app.js';
import { CROWD, FIELDS, fetchText, get, makeCrowd, read, run, start, table } from './exports-support.js';
import { person, retag, tagged, Worker } from './saved-support.js';

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
  await run(t, whole.export.id);
  const expected = await fetchText(t, marketer, whole.export.id);
  for (const when of ['before', 'after'] as const) {
    for (let n = 1; n <= 4; n++) {
      const { export: made } = await start(marketer, crowd);
      const mend = kill(n, when);
      await expect(run(t, made.id)).rejects.toThrow('terminated');
      mend();
      const left = await read(marketer, made.id);
      expect(['READY', 'RUNNING']).toContain(left.status);
      t.clock.advanceDays(4 / 1440);
      await t.app.jobs.run('segments.watch');
      await t.app.jobs.drain();
      expect(await read(marketer, made.id)).toMatchObject({ status: 'DONE', rows: CROWD });
      expect(await fetchText(t, marketer, made.id)).toBe(expected);
    }
  }
});

test('two workers at one export make one file', async () => {
  const { export: made } = await start(marketer, crowd);
  await Promise.all([run(t, made.id), run(t, made.id), run(t, made.id)]);
  expect(await read(marketer, made.id)).toMatchObject({ status: 'DONE', rows: CROWD });
  expect(table(await fetchText(t, marketer, made.id))).toHaveLength(CROWD + 1);
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
  await run(t, made.id);
  t.app.segments.membersSql = real;
  expect(await read(marketer, made.id)).toMatchObject({ status: 'FAILED', url: null, error: expect.any(String) });
  expect((await read(marketer, made.id)).error).not.toContain('nonsense');
});

test('a cancelled export stops in the middle and its lines are gone; so is a finished one', async () => {
  const cancel = (id: string) => marketer.do('segmentExportCancel', 'SegmentExportCancelInput', { id }, FIELDS);
  const chunks = (id: string) => t.app.db.rows('select 1 from segment_export_chunk where export_id = $1', [id]);
  const { export: made } = await start(marketer, crowd);
  const mend = kill(2, 'after');
  await expect(run(t, made.id)).rejects.toThrow('terminated');
  mend();
  expect(await read(marketer, made.id)).toMatchObject({ status: 'RUNNING', rows: 2_000, progress: 2_000 / CROWD });
  expect((await get(t, marketer, `/segment-exports/${made.id}.csv`)).status).toBe(404);
  expect((await cancel(made.id)).export).toMatchObject({ status: 'CANCELLED', url: null });
  await run(t, made.id);
  expect(await read(marketer, made.id)).toMatchObject({ status: 'CANCELLED', rows: 2_000 });
  expect(await chunks(made.id)).toEqual([]);
  expect((await cancel(made.id)).userErrors).toMatchObject([{ code: 'ALREADY_DONE' }]);

  const { export: second } = await start(marketer, crowd);
  await run(t, second.id);
  await cancel(second.id);
  expect((await get(t, marketer, `/segment-exports/${second.id}.csv`)).status).toBe(404);
  expect(await chunks(second.id)).toEqual([]);
});

test('A4: whose data are deleted is in no file, whether it was written, is being written or is still to be', async () => {
  const people = await Promise.all(['甲', '乙', '丙'].map((name) => person(t, ['bye'], { name, city: '北京\n海淀' })));
  const segment = await marketer.segment('再见', tagged('bye'));
  const done = (await start(marketer, segment.id)).export.id;
  await run(t, done);
  const half = (await start(marketer, segment.id)).export.id;
  const mend = kill(1, 'after');
  await expect(run(t, half)).rejects.toThrow('terminated');
  mend();
  await admin.data('mutation ($input: CustomerEraseInput!) { customerErase(input: $input) { userErrors { code } } }', {
    input: { id: people[1], reason: 'asked for it' },
  });
  await run(t, half);
  const later = (await start(marketer, segment.id)).export.id;
  await run(t, later);
  for (const id of [done, half, later]) {
    const text = await fetchText(t, marketer, id);
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
  await expect(run(t, made.id)).rejects.toThrow('terminated');
  mend();
  await retag(t, a, []);
  await person(t, ['now']);
  await run(t, made.id);
  expect(
    table(await fetchText(t, marketer, made.id))
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
    await run(t, one.id);
    return table(await fetchText(t, marketer, one.id)).length - 1;
  };
  expect([await rowsOf(null), await rowsOf('2026-03-09'), await rowsOf('2026-03-10')]).toEqual([0, 1, 0]);
});
