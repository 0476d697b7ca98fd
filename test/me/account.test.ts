import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { given, type Member, makeMember } from '../benefits/support.js';
import { asJob, createTestApp, type TestApp } from '../support/app.js';
import { makeOrderRow } from '../support/factories.js';
import type { TestClient } from '../support/http.js';
import { clientOf } from './support.js';

let t: TestApp;
let member: Member;
let client: TestClient;
beforeAll(async () => {
  t = await createTestApp();
});
beforeEach(async () => {
  member = await makeMember(t, 'silver');
  client = await clientOf(t, member.externalId);
});
afterAll(() => t.close());

const mutate = async (name: string, input: object, fields: string) =>
  client(
    `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${fields} userErrors { field code } } }`,
    { input },
  );

test('A4: a customer corrects their own profile, seeing contact data clear', async () => {
  const { data } = await mutate(
    'meUpdate',
    { version: 1, name: '王芳', phone: '+86 138 0013 8000', birthday: '1990-05-01' },
    'me { name profile { phone birthday version } }',
  );
  expect(data.meUpdate).toEqual({
    me: { name: '王芳', profile: { phone: '13800138000', birthday: '1990-05-01', version: 2 } },
    userErrors: [],
  });
  const { errors } = await mutate('meUpdate', { version: 1, name: 'x' }, 'me { id }');
  expect(errors?.[0]?.extensions.code).toBe('VERSION_CONFLICT');
  const { data: refused } = await mutate('meUpdate', { version: 2, phone: 'abc' }, 'me { id }');
  expect(refused.meUpdate).toMatchObject({ me: null, userErrors: [{ field: 'phone' }] });
});

test('A4: consents are answered, and the newest counts', async () => {
  const answer = (granted: boolean) =>
    mutate(
      'meConsentSet',
      { purpose: 'marketing', documentVersion: 'v1', granted },
      'me { consents { purpose granted } }',
    );
  expect((await answer(true)).data.meConsentSet.me.consents).toEqual([{ purpose: 'marketing', granted: true }]);
  t.clock.advanceDays(1);
  expect((await answer(false)).data.meConsentSet.me.consents).toEqual([{ purpose: 'marketing', granted: false }]);
});

test('V5: messages are read by their owner only', async () => {
  await t.app.benefits.grant(asJob, await given(t, member.id, 'apology_coupon'));
  const other = await makeMember(t, 'silver');
  await t.app.benefits.grant(asJob, await given(t, other.id, 'apology_coupon'));
  const read = async (one: TestClient) =>
    (await one('{ me { notifications(first: 5) { totalCount nodes { id kind data readAt } } } }')).data.me
      .notifications;
  const foreign = (await read(await clientOf(t, other.externalId))).nodes[0].id;
  const before = await read(client);
  expect(before).toMatchObject({ totalCount: 1, nodes: [{ kind: 'PERK_GRANTED', readAt: null }] });
  const ids = [foreign, 'nonsense', before.nodes[0].id];
  expect((await mutate('meNotificationsRead', { ids }, 'me { id }')).data.meNotificationsRead.userErrors).toEqual([]);
  expect((await read(client)).nodes[0].readAt).toBe(t.clock.now().toISOString());
  expect((await read(await clientOf(t, other.externalId))).nodes[0].readAt).toBeNull();
});

test('the lists of orders, points and redemptions are their own', async () => {
  const orderId = await makeOrderRow(t.app, { customerId: member.id, amount: 5_000 });
  await t.app.db.transaction((tx) => t.app.points.syncOrders(tx, [orderId]));
  const { data, errors } = await client(`{ me {
    orders { totalCount nodes { number amount points } }
    pointsEntries { totalCount nodes { seq kind points balanceAfter order { id } actor } }
    redemptions { totalCount nodes { id } } } }`);
  expect(errors).toBeUndefined();
  expect(data.me).toMatchObject({
    orders: { totalCount: 1, nodes: [{ amount: '50.00', points: 50 }] },
    pointsEntries: {
      totalCount: 1,
      nodes: [{ seq: 1, kind: 'EARN', points: 50, order: { id: orderId }, actor: null }],
    },
    redemptions: { totalCount: 0, nodes: [] },
  });
});

test('A4: a customer takes their data away, and deletes it; afterwards the token means nobody', async () => {
  expect((await client('{ me { dataExport } }')).data.me.dataExport).toEqual(expect.any(Object));
  expect((await mutate('meErase', { confirm: 'erase' }, 'erased')).data.meErase.userErrors).toEqual([
    { field: 'confirm', code: 'INVALID' },
  ]);
  expect((await mutate('meErase', { confirm: 'ERASE' }, 'erased')).data.meErase).toEqual({
    erased: true,
    userErrors: [],
  });
  expect((await client('{ me { id } }')).data.me).toBeNull();
  expect(
    (await mutate('meConsentSet', { purpose: 'p', documentVersion: '1', granted: true }, 'me { id }')).errors,
  ).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});

test('others have no account of their own', async () => {
  client = t.client();
  const { errors } = await mutate('meUpdate', { version: 1 }, 'me { id }');
  expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});
