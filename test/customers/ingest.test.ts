import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { IngestPayload } from '../../schema/common/ingest.js';
import type { Caller } from '../../server/access/principal.js';
import { callerAs, createTestApp, type TestApp } from '../support/app.js';
import { execute } from '../support/execute.js';
import { makeCustomer, makeStaff } from '../support/factories.js';

let t: TestApp;
let shop: Caller;
beforeAll(async () => {
  t = await createTestApp();
  shop = callerAs({ kind: 'system', apiKeyId: 'key', name: 'shop', scopes: new Set(['CUSTOMERS_WRITE' as never]) });
});
afterAll(() => t.close());

const INGEST = `mutation ($input: CustomersIngestInput!) { customersIngest(input: $input) {
  counts { created updated unchanged waiting rejected } results { index number status errors { field code } } } }`;

async function push(customers: object[], source = 'website', caller = shop): Promise<IngestPayload> {
  const { data, errors } = await execute(t.app, caller, INGEST, { input: { source, customers } });
  expect(errors).toBeUndefined();
  return data.customersIngest;
}
const statuses = async (customers: object[], source?: string) =>
  (await push(customers, source)).results.map(({ status }) => status);

async function profile(externalId: string, source = 'website') {
  const [row] = await t.app.db.rows<Record<string, unknown>>(
    `select c.id, c.name, c.phone, c.tags, c.version, c.registered_at from customer c
       join customer_identity i on i.customer_id = c.id where i.source = $1 and i.external_id = $2`,
    [source, externalId],
  );
  return row!;
}

test('A1: new customers are made, retries change nothing, changes are written once', async () => {
  const row = {
    externalId: 'a-1',
    name: '陈静',
    phone: '138 0000 1234',
    tags: ['新客'],
    registeredAt: '2024-05-01T00:00:00Z',
  };
  expect(await statuses([row])).toEqual(['CREATED']);
  expect(await profile('a-1')).toMatchObject({
    name: '陈静',
    phone: '13800001234',
    tags: ['新客'],
    registered_at: new Date('2024-05-01'),
  });
  const { version } = await profile('a-1');
  expect(await statuses([row])).toEqual(['UNCHANGED']);
  expect(await statuses([{ ...row, name: '陈静怡' }])).toEqual(['UPDATED']);
  expect(await profile('a-1')).toMatchObject({ name: '陈静怡', version: (version as number) + 1 });
  const [stats] = await t.app.db.rows('select stage from customer_stats where customer_id = $1', [
    (await profile('a-1')).id,
  ]);
  expect(stats).toEqual({ stage: 'PROSPECT' });
});

test('a field left out stays, null clears it; tags are added to those of the staff', async () => {
  await push([{ externalId: 'b-1', name: '周敏', phone: '13800002222', tags: ['a'] }]);
  await t.app.db.rows(`update customer set tags = tags || '{重点}' where id = $1`, [(await profile('b-1')).id]);
  expect(await statuses([{ externalId: 'b-1', tags: ['b', 'a'] }])).toEqual(['UPDATED']);
  expect(await profile('b-1')).toMatchObject({ name: '周敏', phone: '13800002222', tags: ['a', '重点', 'b'] });
  await push([{ externalId: 'b-1', phone: null }]);
  expect(await profile('b-1')).toMatchObject({ name: '周敏', phone: null });
});

test('a push older than the newest one accepted is STALE, in whatever order they arrive', async () => {
  const at = (day: number, name: string) => ({ externalId: 'c-1', name, updatedAt: `2026-01-0${day}T00:00:00Z` });
  expect(await statuses([at(5, '五')])).toEqual(['CREATED']);
  expect(await statuses([at(3, '三')])).toEqual(['STALE']);
  expect(await statuses([at(7, '七')])).toEqual(['UPDATED']);
  expect(await statuses([at(6, '六'), at(8, '八'), at(7, '七')])).toEqual(['STALE', 'UPDATED', 'STALE']);
  expect(await profile('c-1')).toMatchObject({ name: '八' });
});

test('rows of one batch about one person are taken in their order', async () => {
  const rows = [
    { externalId: 'd-1', name: '何亮' },
    { externalId: 'd-1', phone: '13800003333' },
    { externalId: 'd-1', name: '何亮' },
  ];
  expect(await statuses(rows)).toEqual(['CREATED', 'UPDATED', 'UNCHANGED']);
  expect(await profile('d-1')).toMatchObject({ name: '何亮', phone: '13800003333' });
});

test('a bad row is refused at its field and does not sink its batch', async () => {
  const { counts, results } = await push([
    { externalId: 'e-1', name: '好' },
    { externalId: ' ', phone: 'x' },
    { externalId: 'e-3', email: 'no', consents: [{ purpose: '', documentVersion: '1', granted: true }] },
    { externalId: 'e-4', name: 'a\0' },
    { externalId: 'e-5', name: '也好', quietHours: { from: '22:00', until: '08:00' } },
    {
      externalId: 'e-6',
      birthday: '1990-02-30',
      registeredAt: 'yesterday',
      updatedAt: '+275760-09-13T00:00:00Z',
      quietHours: { from: '25:00', until: '08:00' },
    },
    { externalId: 'e-7', updatedAt: '2026-04-01T00:00:00Z' },
  ]);
  expect(counts).toEqual({ created: 2, updated: 0, unchanged: 0, waiting: 0, rejected: 5 });
  expect(results.map(({ errors }) => errors)).toEqual([
    [],
    [
      { field: 'customers.1.externalId', code: 'REQUIRED' },
      { field: 'customers.1.phone', code: 'INVALID' },
    ],
    [
      { field: 'customers.2.consents.0.purpose', code: 'REQUIRED' },
      { field: 'customers.2.email', code: 'INVALID' },
    ],
    [{ field: 'customers.3.name', code: 'INVALID' }],
    [],
    ['registeredAt', 'updatedAt', 'quietHours.from', 'birthday'].map((field) => ({
      field: `customers.5.${field}`,
      code: 'INVALID',
    })),
    [{ field: 'customers.6.updatedAt', code: 'OUT_OF_RANGE' }],
  ]);
});

test('A1: identities that a source tells lead to one profile; those of two profiles need an explicit merge', async () => {
  await push([{ externalId: 'f-1', name: '吴', identities: [{ source: 'mini_program', externalId: 'wx-1' }] }]);
  const { id } = await profile('f-1');
  expect((await profile('wx-1', 'mini_program')).id).toBe(id);
  // The mini-program knows them too: the same profile, and another identity for it.
  const linked = [{ externalId: 'wx-1', city: '苏州', identities: [{ source: 'store', externalId: 's-1' }] }];
  expect(await statuses(linked, 'mini_program')).toEqual(['UPDATED']);
  expect((await profile('s-1', 'store')).id).toBe(id);
  await push([{ externalId: 'f-2' }]);
  const { results } = await push([{ externalId: 'f-2', identities: [{ source: 'store', externalId: 's-1' }] }]);
  expect(results[0]).toMatchObject({
    status: 'REJECTED',
    errors: [{ field: 'customers.0.identities', code: 'CONFLICT' }],
  });
  const shared = [{ source: 'store', externalId: 's-9' }];
  expect(
    await statuses([
      { externalId: 'f-3', identities: shared },
      { externalId: 'f-4', identities: shared },
    ]),
  ).toEqual(['CREATED', 'REJECTED']);
});

test('A4: consents are kept with purpose, version and time; the newest counts, a retry adds none', async () => {
  const consent = (granted: boolean, at: string) => ({ purpose: 'marketing', documentVersion: '2025-1', granted, at });
  const row = { externalId: 'g-1', consents: [consent(true, '2025-03-01T00:00:00Z')] };
  expect(await statuses([row])).toEqual(['CREATED']);
  expect(await statuses([row])).toEqual(['UNCHANGED']);
  expect(await statuses([{ externalId: 'g-1', consents: [consent(false, '2025-06-01T00:00:00Z')] }])).toEqual([
    'UPDATED',
  ]);
  expect(await statuses([row])).toEqual(['UNCHANGED']);
  const staff = await makeStaff(t.app, 'SERVICE_AGENT');
  const query = 'query ($id: ID!) { customer(id: $id) { consents { purpose granted documentVersion source at } } }';
  const { data } = await execute(t.app, staff, query, { id: (await profile('g-1')).id });
  expect(data.customer.consents).toEqual([
    {
      purpose: 'marketing',
      granted: false,
      documentVersion: '2025-1',
      source: 'website',
      at: '2025-06-01T00:00:00.000Z',
    },
  ]);
});

test('the same batch four times at once makes each person once', async () => {
  const rows = Array.from({ length: 150 }, (_, n) => ({
    externalId: `race-${n}`,
    name: `赛${n}`,
    identities: [{ source: 'store', externalId: `race-${n}` }],
  }));
  const answers = await Promise.all([push(rows), push([...rows].reverse()), push(rows), push(rows)]);
  const created = answers.reduce((sum, { counts }) => sum + counts.created, 0);
  expect(created).toBe(150);
  const [people] = await t.app.db.rows(
    `select count(distinct customer_id) as identified, (select count(*) from customer where name like '赛%') as made
       from customer_identity where external_id like 'race-%'`,
  );
  expect(people).toEqual({ identified: 150, made: 150 });
});

test('at most 1,000 rows in one call, from those who may', async () => {
  const input = { source: 'website', customers: Array.from({ length: 1_001 }, (_, n) => ({ externalId: `${n}` })) };
  const { errors } = await execute(t.app, shop, INGEST, { input });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'customers' });
  const agent = await makeStaff(t.app, 'SERVICE_AGENT');
  const refused = await execute(t.app, agent, INGEST, { input: { source: 'website', customers: [] } });
  expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const unnamed = await execute(t.app, shop, INGEST, { input: { source: ' ', customers: [] } });
  expect(unnamed.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'source' });
});

test('what staff push is in the audit log, without the people in it', async () => {
  const admin = await makeStaff(t.app, 'ADMIN');
  await push([{ externalId: 'h-1', name: '郑重' }], 'website', admin);
  const entries = await t.app.db.rows(`select after from audit_entry where action = 'customersIngest'`);
  expect(entries).toEqual([
    { after: { source: 'website', created: 1, updated: 0, unchanged: 0, waiting: 0, rejected: 0 } },
  ]);
});

test('a bare customer that an order made is filled by the push that follows', async () => {
  const { id } = await makeCustomer(t.app, { source: 'website', externalId: 'i-1', name: '' });
  expect(await statuses([{ externalId: 'i-1', name: '孙悦', updatedAt: '2020-01-01T00:00:00Z' }])).toEqual(['UPDATED']);
  expect(await profile('i-1')).toMatchObject({ id, name: '孙悦' });
});
