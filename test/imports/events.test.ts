import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ImportKind } from '../../schema/imports/enums.js';
import { suggestMapping } from '../../server/imports/fields.js';
import { readColumns } from '../../server/imports/preview.js';
import { countsDisagree } from '../events/support.js';
import { asJob, createTestApp, type TestApp } from '../support/app.js';
import { leftOut, read, upload } from './support.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const OPTIONS = { source: 'web', timeZone: 'Asia/Shanghai' };

/** Starts the import of a file of events; the import's id. */
async function start(app: TestApp, ...lines: string[]): Promise<string> {
  const uploadId = await upload(app, [...lines, ''].join('\n'), 'events.csv');
  const columns = await readColumns(app.app, `upload:${uploadId}`);
  const mapping = suggestMapping(ImportKind.EVENTS, columns);
  const started = await app.app.imports.start(asJob, { uploadId, kind: ImportKind.EVENTS, mapping, ...OPTIONS });
  return started.import.id;
}

async function importEvents(app: TestApp, ...lines: string[]) {
  const id = await start(app, ...lines);
  await app.app.jobs.drain();
  return read(app, id);
}

const events = ({ app }: TestApp) =>
  app.db.rows(
    `select i.external_id as customer, e.kind, e.at, e.sku, e.category, e.detail from customer_event e
       join customer_identity i using (customer_id) order by e.at, i.external_id`,
  );

test('columns and kinds are understood by their usual names, times by the zone of the file or their own offset', async () => {
  const job = await importEvents(
    t,
    '事件编号,行为,会员号,时间,货号,类目,关键词',
    '1,浏览,c1,2026/3/1 0:00,A1,家居,',
    '2,add-to-cart,c1,2026-03-01T00:00:00.25+00:00,A1,,',
    '3,Search,17850.0,2026-03-01 12:30:15,,,"茶杯, ""白"""',
  );
  expect(job).toMatchObject({
    status: 'DONE',
    counts: { lines: 3, events: 3, eventsUnchanged: 0, rejectedLines: 0, balanced: true },
  });
  expect(job.counts.reconciliation).toEqual([{ category: 'EVENTS', code: null, lines: 3, amount: '0.00' }]);
  const row = { sku: null, category: null, detail: null };
  expect(await events(t)).toEqual([
    { ...row, customer: 'c1', kind: 'VIEW', at: new Date('2026-02-28T16:00:00Z'), sku: 'A1', category: '家居' },
    { ...row, customer: 'c1', kind: 'ADD_TO_CART', at: new Date('2026-03-01T00:00:00.250Z'), sku: 'A1' },
    { ...row, customer: '17850', kind: 'SEARCH', at: new Date('2026-03-01T04:30:15Z'), detail: '茶杯, "白"' },
  ]);
});

test('an event that was pushed is known to the import, and the same file again changes nothing', async () => {
  const { app } = t;
  const pushed = { id: 'p1', kind: 'VIEW' as never, customerExternalId: 'c2', at: '2026-03-02T00:00:00.123Z' };
  await app.events.ingest(asJob, { source: 'web', events: [pushed] });
  const lines = ['id,kind,customer,at', 'p1,view,c2,2026-03-02T00:00:00.123Z', 'p2,view,c2,2026-03-02T08:00:00+08:00'];
  expect((await importEvents(t, ...lines)).counts).toMatchObject({ events: 1, eventsUnchanged: 1, balanced: true });
  const again = await importEvents(t, ...lines);
  expect(again.counts).toMatchObject({ events: 0, eventsUnchanged: 2, balanced: true });
  expect(again.counts.reconciliation).toEqual([{ category: 'KNOWN_EVENTS', code: null, lines: 2, amount: '0.00' }]);
});

test('what cannot be taken is reported with its reason', async () => {
  const job = await importEvents(
    t,
    'id,kind,customer,at,sku',
    'r1,view,c3,2026-03-01 00:00,A,B',
    ',view,c3,2026-03-01 00:00,',
    'r3,view,,2026-03-01 00:00,',
    'r4,dance,c3,2026-03-01 00:00,',
    'r5,view,c3,yesterday,',
    'r6,view,c3,2026-03-15 12:00:00.001,',
    'r7,view,c3,2026-03-15 12:00,',
    'r8,view,c3,2025-01-31 23:59:59,',
    'r9,view,c3,2025-02-01 00:00,',
    'r10,view,c3,2020-01-01 00:00,',
    `r11,view,c3,2026-03-01 00:00,${'x'.repeat(101)}`,
    `r12,view,c3,2026-03-01 00:00,\0`,
  );
  expect(await leftOut(t, job.id)).toEqual([
    '2: WRONG_COLUMN_COUNT',
    '3: ID_MISSING',
    '4: CUSTOMER_MISSING',
    '5: UNKNOWN_KIND',
    '6: BAD_DATE',
    '7: FUTURE_DATE',
    '9: TOO_OLD',
    '11: TOO_OLD',
    '12: BAD_TEXT',
    '13: BAD_TEXT',
  ]);
  expect(job.counts).toMatchObject({ lines: 12, events: 2, rejectedLines: 10, balanced: true });
});

test('the first look says what would be rejected, and what a file of events needs', async () => {
  const look = async (...lines: string[]) =>
    t.app.imports.preview(asJob, { uploadId: await upload(t, lines.join('\n')), kind: ImportKind.EVENTS });
  const { suggestedMapping, issues } = await look('id,kind,customer,at', '1,dance,c,2026-03-01', '2,view,c,2020-01-01');
  expect(suggestedMapping.map(({ field }) => field)).toEqual(['id', 'kind', 'customerExternalId', 'at']);
  expect(issues.map(({ message }) => message)).toEqual([
    expect.stringContaining('UNKNOWN_KIND'),
    expect.stringContaining('TOO_OLD'),
  ]);
  expect((await look('id,customer', '1,c')).issues).toMatchObject([
    { field: 'mapping', code: 'REQUIRED', message: 'No column is mapped to kind.' },
    { field: 'mapping', code: 'REQUIRED', message: 'No column is mapped to at.' },
  ]);
});

/** 3,500 events of 300 people, every seventh one twice. */
const MANY = [
  'id,kind,customer,at',
  ...Array.from({ length: 3500 }, (_, i) => {
    const n = i % 7 === 6 ? i - 1 : i;
    const day = `2026-0${1 + (n % 3)}-${String(1 + (n % 13)).padStart(2, '0')}`;
    return `m${n},${n % 2 ? 'view' : 'login'},c${n % 300},${day} 10:00`;
  }),
];

const outcome = async (app: TestApp) => {
  const [row] = await app.app.db.rows(
    `select (select count(*) from customer_event) as events,
            (select md5(string_agg(concat_ws('|', external_id, kind, day, events), ',' order by external_id, kind, day))
               from customer_event_day join customer_identity using (customer_id)) as days,
            (select md5(string_agg(concat_ws('|', external_id, last_event_at, last_login_at, login_days), ',' order by external_id))
               from customer_activity join customer_identity using (customer_id)) as activity,
            (select counts from import_job) as counts`,
  );
  return row!;
};

test('cut off before and after every batch, or run by two at once, an import has the effect that it has in one piece', async () => {
  const [whole, cut, raced] = await Promise.all([createTestApp(), createTestApp(), createTestApp()]);
  await importEvents(whole, ...MANY);
  expect(await outcome(whole)).toMatchObject({
    events: 3000,
    counts: { lines: 3500, events: 3000, eventsUnchanged: 500 },
  });

  const id = await start(cut, ...MANY);
  const real = cut.app.db.transaction;
  let cuts = 0;
  while ((await read(cut, id)).status !== 'DONE') {
    let left = 1 + (cuts % 2);
    const after = cuts % 2 === 1;
    cut.app.db.transaction = async (work) => {
      left--;
      if (left === 0 && !after) throw new Error('cut');
      const result = await real.call(cut.app.db, work);
      if (left === 0) throw new Error('cut');
      return result as never;
    };
    await cut.app.imports.run(id);
    cut.app.db.transaction = real;
    cuts++;
    if ((await read(cut, id)).status !== 'DONE') {
      await cut.app.imports.resume(asJob, id);
    }
  }
  expect(cuts).toBeGreaterThan(3);
  expect(await outcome(cut)).toEqual(await outcome(whole));

  const both = await start(raced, ...MANY);
  await Promise.all([raced.app.imports.run(both), raced.app.imports.run(both)]);
  expect(await outcome(raced)).toEqual(await outcome(whole));
  expect(await countsDisagree(raced)).toEqual([]);
  await Promise.all([whole.close(), cut.close(), raced.close()]);
});
