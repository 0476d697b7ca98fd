import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Caller } from '../../server/access/principal.js';
import { callerAs, createTestApp, type TestApp } from '../support/app.js';
import { execute } from '../support/execute.js';
import { type MadeCustomer, makeCustomer, makeStaff } from '../support/factories.js';

let t: TestApp;
let admin: Caller;
let agent: Caller;
let analyst: Caller;
beforeAll(async () => {
  t = await createTestApp();
  [admin, agent, analyst] = await Promise.all([
    makeStaff(t.app, 'ADMIN'),
    makeStaff(t.app, 'SERVICE_AGENT'),
    makeStaff(t.app, 'ANALYST'),
  ]);
});
afterAll(() => t.close());

const person = () => makeCustomer(t.app, { name: '王小明', phone: '13812345678', email: 'li.wei@example.com' });
const audit = (action: string, id: string) =>
  t.app.db.rows<{ actor_name: string; before: object; after: object; reason: string }>(
    'select actor_name, before, after, reason from audit_entry where action = $1 and subject_id = $2 order by at, id',
    [action, id],
  );
const CONTACT = 'query ($id: ID!) { customer(id: $id) { phone email } }';
const UPDATE = `mutation ($input: CustomerUpdateInput!) { customerUpdate(input: $input) {
  customer { name phone email version birthday quietHours { from until } interests preferredChannel city }
  userErrors { field code } } }`;
const REVEAL = `mutation ($input: CustomerRevealInput!) { customerReveal(input: $input) {
  phone email userErrors { field code } } }`;

test('A4: staff of every role and other systems see contact data masked, the customer sees it clear', async () => {
  const { id, externalId } = await person();
  const masked = { phone: '138****5678', email: 'l***@example.com' };
  for (const caller of [admin, agent, analyst]) {
    expect((await execute(t.app, caller, CONTACT, { id })).data.customer).toEqual(masked);
  }
  const system = callerAs({
    kind: 'system',
    apiKeyId: 'k',
    name: 'shop',
    scopes: new Set(['CUSTOMERS_READ' as never]),
  });
  expect((await execute(t.app, system, CONTACT, { id })).data.customer).toEqual(masked);
  const customer = callerAs({ kind: 'customer', source: 'app', subject: externalId });
  const { errors } = await execute(t.app, customer, CONTACT, { id });
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('A4: revealing is for some roles, needs a reason and is in the audit log without the data itself', async () => {
  const { id } = await person();
  const input = { id, fields: ['PHONE'], reason: '回电确认地址' };
  const refused = await execute(t.app, analyst, REVEAL, { input });
  expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const blank = await execute(t.app, agent, REVEAL, { input: { ...input, reason: ' ' } });
  expect(blank.data.customerReveal).toEqual({
    phone: null,
    email: null,
    userErrors: [{ field: 'reason', code: 'REQUIRED' }],
  });
  expect(await audit('customerReveal', id)).toEqual([]);
  const { data } = await execute(t.app, agent, REVEAL, { input });
  expect(data.customerReveal).toEqual({ phone: '13812345678', email: null, userErrors: [] });
  const entries = await audit('customerReveal', id);
  expect(entries).toMatchObject([{ after: { fields: ['PHONE'] }, reason: '回电确认地址' }]);
  expect(JSON.stringify(entries)).not.toContain('13812345678');
});

test('A2: a profile is changed field by field, normalised, with its version counted up', async () => {
  const { id } = await person();
  const input = {
    id,
    version: 1,
    phone: '+86 139-0000-1111',
    birthday: '1990-02-28',
    quietHours: { from: '22:00', until: '08:00' },
    interests: ['茶', ' 茶 ', '跑步'],
    preferredChannel: 'WECHAT',
  };
  const { data, errors } = await execute(t.app, agent, UPDATE, { input });
  expect(errors).toBeUndefined();
  expect(data.customerUpdate.customer).toEqual({
    name: '王小明',
    phone: '139****1111',
    email: 'l***@example.com',
    version: 2,
    birthday: '1990-02-28',
    quietHours: { from: '22:00', until: '08:00' },
    interests: ['茶', '跑步'],
    preferredChannel: 'WECHAT',
    city: null,
  });
  const cleared = await execute(t.app, agent, UPDATE, { input: { id, version: 2, quietHours: null, name: '' } });
  expect(cleared.data.customerUpdate.customer).toMatchObject({ quietHours: null, name: '', birthday: '1990-02-28' });
});

test('A4: the audit log of a change holds no clear name, number, address or birthday', async () => {
  const { id } = await person();
  const input = {
    id,
    version: 1,
    name: '李大伟',
    phone: '13900002222',
    email: 'new@example.org',
    birthday: '1985-05-06',
  };
  await execute(t.app, agent, UPDATE, { input });
  const [entry] = await audit('customerUpdate', id);
  expect(entry).toMatchObject({
    before: { name: '王**', phone: '138****5678', email: 'l***@example.com', birthday: null },
    after: { name: '李**', phone: '139****2222', email: 'n***@example.org', birthday: '1985-**-**' },
  });
});

test('a save on an older version is refused and says which one is current', async () => {
  const { id } = await person();
  await execute(t.app, agent, UPDATE, { input: { id, version: 1, city: '杭州' } });
  const { errors } = await execute(t.app, agent, UPDATE, { input: { id, version: 1, city: '上海' } });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'VERSION_CONFLICT', currentVersion: 2 });
});

test('two saves at once on one version: one is kept, the other refused', async () => {
  const { id } = await person();
  const answers = await Promise.all(
    ['杭州', '上海'].map((city) => execute(t.app, agent, UPDATE, { input: { id, version: 1, city } })),
  );
  expect(answers.filter(({ errors }) => errors?.[0]?.extensions.code === 'VERSION_CONFLICT')).toHaveLength(1);
  expect(await audit('customerUpdate', id)).toHaveLength(1);
});

test('what cannot be stored or true is refused at its field, all of it at once', async () => {
  const { id } = await person();
  const input = {
    id,
    version: 1,
    name: 'a\0b',
    phone: 'call me',
    email: 'nobody@',
    birthday: '2999-01-01',
    city: '\ud800',
    quietHours: { from: '22:00', until: '22:00' },
    interests: ['ok', ''],
  };
  const { data } = await execute(t.app, agent, UPDATE, { input });
  expect(data.customerUpdate).toEqual({
    customer: null,
    userErrors: [
      { field: 'name', code: 'INVALID' },
      { field: 'birthday', code: 'OUT_OF_RANGE' },
      { field: 'phone', code: 'INVALID' },
      { field: 'email', code: 'INVALID' },
      { field: 'city', code: 'INVALID' },
      { field: 'quietHours.until', code: 'INVALID' },
      { field: 'interests.1', code: 'REQUIRED' },
    ],
  });
});

test('a missing customer and a malformed id get the same answer', async () => {
  for (const id of ['018f0000-0000-7000-8000-000000000000', "x' or 1=1"]) {
    expect((await execute(t.app, agent, CONTACT, { id })).data.customer).toBeNull();
    const { errors } = await execute(t.app, agent, UPDATE, { input: { id, version: 1 } });
    expect(errors?.[0]).toMatchObject({ message: 'There is no such customer.', extensions: { code: 'NOT_FOUND' } });
  }
});

test('analysts change no customer', async () => {
  const { id }: MadeCustomer = await person();
  const { errors } = await execute(t.app, analyst, UPDATE, { input: { id, version: 1, city: '杭州' } });
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('A2: tags are added and removed, each change in the log; notes carry their author', async () => {
  const { id } = await person();
  const TAG = `mutation ($input: CustomerTagInput!) { customerTag(input: $input) { customer { tags } userErrors { field code } } }`;
  const tagged = async (input: object) =>
    (await execute(t.app, agent, TAG, { input: { id, ...input } })).data.customerTag.customer.tags;
  expect(await tagged({ add: ['团购', '老客', '团购'] })).toEqual(['团购', '老客']);
  expect(await tagged({ add: ['茶友'], remove: ['团购'] })).toEqual(['老客', '茶友']);
  expect(await tagged({ add: ['茶友'] })).toEqual(['老客', '茶友']);
  expect(await audit('customerTag', id)).toHaveLength(2);
  expect((await execute(t.app, agent, '{ customerTags }')).data.customerTags).toEqual(
    expect.arrayContaining(['老客', '茶友']),
  );
  const NOTE = `mutation ($input: CustomerNoteAddInput!) { customerNoteAdd(input: $input) {
    customer { notes { body author { name } } } userErrors { field code } } }`;
  const { data } = await execute(t.app, agent, NOTE, { input: { id, body: '偏好下午联系\n不要打电话' } });
  expect(data.customerNoteAdd.customer.notes).toEqual([
    { body: '偏好下午联系\n不要打电话', author: { name: expect.stringMatching(/^SERVICE_AGENT/) } },
  ]);
});

test('A1: active profiles with the same phone or e-mail are merge candidates', async () => {
  const phone = '13700007777';
  const a = await makeCustomer(t.app, { phone, email: 'Same@Example.com' });
  const b = await makeCustomer(t.app, { phone });
  const c = await makeCustomer(t.app, { email: 'same@example.COM', phone: '13700008888' });
  await makeCustomer(t.app, { phone, status: 'MERGED' });
  const query = 'query ($id: ID!) { customer(id: $id) { mergeCandidates { customer { id } matchedOn } } }';
  const { data } = await execute(t.app, agent, query, { id: a.id });
  expect(data.customer.mergeCandidates).toEqual([
    { customer: { id: b.id }, matchedOn: ['PHONE'] },
    { customer: { id: c.id }, matchedOn: ['EMAIL'] },
  ]);
});
