import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { StaffRole } from '../../schema/staff/enums.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/http.js';
import { signIn } from '../support/tokens.js';
import { HEADER, SLICE } from './support.js';

let t: TestApp;
let token: string;
let marketing: TestClient;
beforeAll(async () => {
  t = await createTestApp();
  token = await signIn(t, StaffRole.MARKETING);
  marketing = t.client(token);
});
afterAll(() => t.close());

const send = (content: string | Buffer, name = 'orders.csv', bearer: string | null = token) => {
  const body = new FormData();
  body.append('file', new Blob([content as BlobPart]), name);
  const headers = new Headers(bearer ? { authorization: `Bearer ${bearer}` } : {});
  return fetch(`${t.url}/uploads`, { method: 'POST', headers, body });
};
const uploadId = async (content: string | Buffer, name?: string) =>
  ((await (await send(content, name)).json()) as { uploadId: string }).uploadId;

const PREVIEW = `query ($input: ImportPreviewInput!) { importPreview(input: $input) {
  columns sample suggestedMapping { field column } issues { field code message } } }`;
const START = `mutation ($input: ImportStartInput!) { importStart(input: $input) {
  import { id status createdBy { name } options { source currency timeZone } } userErrors { field code } } }`;
const ONE = `query ($id: ID!) { import(id: $id) { fileName status linesDone bytesDone bytesTotal rejectReportUrl error
  mapping { field column } counts { lines orders reversals customers anonymousLines rejectedLines duplicateLines
    skippedLines amount balanced reconciliation { category code lines amount } }
  rejects(first: 2) { totalCount nodes { line code message skipped raw } pageInfo { hasNextPage } } } }`;
const MAPPING = [
  { field: 'number', column: 'InvoiceNo' },
  { field: 'placedAt', column: 'InvoiceDate' },
  { field: 'quantity', column: 'Quantity' },
  { field: 'unitPrice', column: 'UnitPrice' },
  { field: 'customerExternalId', column: 'CustomerID' },
  { field: 'sku', column: 'StockCode' },
  { field: 'name', column: 'Description' },
];
const input = (upload: string, more: object = {}) => ({
  input: {
    uploadId: upload,
    kind: 'ORDERS',
    mapping: MAPPING,
    source: 'store',
    currency: 'GBP',
    timeZone: 'Europe/London',
    ...more,
  },
});

test('the panel uploads a file, sees its columns, starts the import, follows it and fetches the report', async () => {
  const sent = await send(readFileSync(SLICE), '历史订单.csv.gz');
  expect(sent.status).toBe(201);
  const upload = (await sent.json()) as { uploadId: string; fileName: string; bytes: number };
  expect(upload).toMatchObject({ fileName: '历史订单.csv.gz', bytes: readFileSync(SLICE).length });

  const { data: preview } = await marketing(PREVIEW, { input: { uploadId: upload.uploadId } });
  expect(preview.importPreview.columns).toEqual([...`${HEADER},Country`.split(',')]);
  expect(preview.importPreview.suggestedMapping).toEqual(expect.arrayContaining(MAPPING));
  expect(preview.importPreview.sample).toHaveLength(20);
  expect(preview.importPreview.issues).toEqual([]);

  const { data: started } = await marketing(START, input(upload.uploadId));
  expect(started.importStart).toMatchObject({
    userErrors: [],
    import: { status: 'READY', createdBy: { name: 'MARKETING' } },
  });
  const { id } = started.importStart.import;
  await t.app.jobs.drain();

  const { data, errors } = await marketing(ONE, { id });
  expect(errors).toBeUndefined();
  expect(data.import).toMatchObject({
    status: 'DONE',
    fileName: '历史订单.csv.gz',
    rejectReportUrl: `/imports/${id}/rejects.csv`,
    bytesDone: upload.bytes,
    counts: { balanced: true },
    rejects: { pageInfo: { hasNextPage: true } },
  });
  const { counts, rejects } = data.import;
  expect(rejects.totalCount).toBe(counts.rejectedLines + counts.skippedLines);

  const report = await fetch(t.url + data.import.rejectReportUrl, { headers: { authorization: `Bearer ${token}` } });
  expect(report.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const lines = (await report.text()).trimEnd().split('\r\n');
  expect(lines[0]).toBe(`row,code,reason,${HEADER},Country`);
  expect(lines).toHaveLength(rejects.totalCount + 1);
  const [entry] = await t.app.db.rows(`select action, after from audit_entry where subject_id = $1`, [id]);
  expect(entry).toMatchObject({ action: 'importStart', after: { fileName: '历史订单.csv.gz', source: 'store' } });
});

test('cells that a spreadsheet would take for formulas are text in the report, numbers stay numbers', async () => {
  const rows = ['=1+1,A,"@SUM(A1)",x,2026-03-01,-5,+7', '-2+3,A,Cup,-1,bad,1,"=HYPERLINK(""http://x"")"'];
  const { data } = await marketing(START, input(await uploadId([HEADER, ...rows, ''].join('\n'))));
  await t.app.jobs.drain();
  const { id } = data.importStart.import;
  const report = await fetch(`${t.url}/imports/${id}/rejects.csv`, { headers: { authorization: `Bearer ${token}` } });
  const lines = (await report.text()).split('\r\n');
  expect(lines[1]).toMatch(/,"'=1\+1",A,"'@SUM\(A1\)",x,2026-03-01,-5,\+7$/);
  expect(lines[2]).toMatch(/,"'-2\+3",A,Cup,-1,bad,1,"'=HYPERLINK\(""http:\/\/x""\)"$/);
});

test('what is wrong with a mapping or an option is said at its field', async () => {
  const upload = await uploadId(`${HEADER}\n1,A,Cup,1,2026-03-01,2.00,7\n`);
  const errorsOf = async (more: object, id = upload) =>
    (await marketing(START, input(id, more))).data.importStart.userErrors.map(
      ({ field, code }: { field: string; code: string }) => `${field} ${code}`,
    );
  expect(await errorsOf({ mapping: MAPPING.slice(1) })).toEqual(['mapping REQUIRED']);
  expect(await errorsOf({ mapping: [...MAPPING, { field: 'country', column: 'CustomerID' }] })).toEqual([
    'mapping.7.field INVALID',
  ]);
  expect(await errorsOf({ mapping: [...MAPPING, { field: 'category', column: 'Nope' }] })).toEqual([
    'mapping.7.column NOT_FOUND',
  ]);
  expect(await errorsOf({ mapping: [...MAPPING, MAPPING[0]] })).toEqual(['mapping.7.field TAKEN']);
  expect(await errorsOf({ source: ' ', currency: 'XYZ', timeZone: 'Mars/Base' })).toEqual([
    'source REQUIRED',
    'currency UNKNOWN_CURRENCY',
    'timeZone INVALID',
  ]);
  expect(await errorsOf({}, '01999999-9999-7999-8999-999999999999')).toEqual(['uploadId NOT_FOUND']);
  expect(await errorsOf({})).toEqual([]);
  expect(await errorsOf({})).toEqual(['uploadId ALREADY_DONE']);
});

test('the preview tries the mapping on the first lines, and refuses what is no table', async () => {
  const upload = await uploadId(`${HEADER}\n1,A,Cup,1,01.03.2026,2.00,7\n`);
  const { data } = await marketing(PREVIEW, { input: { uploadId: upload } });
  expect(data.importPreview.issues).toEqual([
    { field: null, code: 'INVALID', message: expect.stringMatching(/^1 of the first 1 lines.*BAD_DATE/) },
  ]);
  const damaged = await uploadId(readFileSync(SLICE).subarray(0, 2000), 'half.csv.gz');
  const { errors } = await marketing(PREVIEW, { input: { uploadId: damaged } });
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', field: 'uploadId' } });
  const { errors: sheet } = await marketing(PREVIEW, {
    input: { uploadId: await uploadId('PK\u0003\u0004', 'o.xlsx') },
  });
  expect(sheet?.[0]).toMatchObject({ message: expect.stringMatching(/save the table as CSV/) });
});

test('uploads and reports are for staff with the right only', async () => {
  expect((await send('a', 'a.csv', null)).status).toBe(401);
  expect((await send('a', 'a.csv', await signIn(t, StaffRole.SERVICE_AGENT))).status).toBe(403);
  const report = (bearer: string) =>
    fetch(`${t.url}/imports/01999999-9999-7999-8999-999999999999/rejects.csv`, {
      headers: { authorization: `Bearer ${bearer}` },
    });
  expect((await report(token)).status).toBe(404);
  expect((await report(await signIn(t, StaffRole.SERVICE_AGENT))).status).toBe(403);
  const json = await fetch(`${t.url}/uploads`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: '{}',
  });
  expect(json.status).toBe(400);
});

test('uploads that nobody imports are forgotten after a week', async () => {
  const upload = await uploadId('a,b\n');
  await t.app.jobs.run('imports.sweep');
  expect(await t.app.db.rows('select id from upload where id = $1', [upload])).toHaveLength(1);
  t.clock.advanceDays(8);
  await t.app.jobs.run('imports.sweep');
  expect(await t.app.db.rows('select id from upload where id = $1', [upload])).toHaveLength(0);
});
