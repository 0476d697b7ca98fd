import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { StaffRole } from '../../schema/staff/enums.js';
import { identify } from '../../server/access/identify.js';
import { createTestApp, TEST_NOW, type TestApp } from '../support/app.js';
import { apiKey, customerToken, makeSignedIn, signIn } from '../support/tokens.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());
beforeEach(() => t.clock.set(TEST_NOW));

const who = (token: string) => identify(t.app, `Bearer ${token}`);
const refused = { extensions: { code: 'UNAUTHENTICATED' } };

test('nobody is anonymous; three credentials are told apart by themselves', async () => {
  expect(await identify(t.app, undefined)).toEqual({ kind: 'anonymous' });
  expect(await who(await customerToken(t, 'u1'))).toEqual({ kind: 'customer', source: 'app', subject: 'u1' });
  expect(await who(await apiKey(t))).toMatchObject({ kind: 'system', name: 'shop' });
  const person = await makeSignedIn(t, StaffRole.ANALYST);
  expect(await who(person.token)).toEqual({
    kind: 'staff',
    id: person.id,
    name: 'ANALYST',
    role: 'ANALYST',
    sessionId: person.sessionId,
  });
});

test.each([
  ['not Bearer', 'Basic dXNlcjpwYXNz'],
  ['no token', 'Bearer '],
  ['two tokens', 'Bearer a b'],
  ['no JWT', 'Bearer abc'],
  ['garbage in three parts', 'Bearer a.b.c'],
  ['an empty API key', 'Bearer lk_'],
  ['a NUL in an API key', 'Bearer lk_\0'],
])('a header that holds no credential is refused: %s', async (_what, header) => {
  await expect(identify(t.app, header)).rejects.toMatchObject(refused);
});

test('a session works for ten minutes, then its token is over', async () => {
  const token = await signIn(t, StaffRole.ADMIN);
  t.clock.advanceDays(9.9 / 1440);
  expect(await who(token)).toMatchObject({ kind: 'staff' });
  t.clock.advanceDays(0.2 / 1440);
  await expect(who(token)).rejects.toMatchObject(refused);
});

test('the role is the one the database has now, and a disabled person is nobody at once', async () => {
  const { id, token } = await makeSignedIn(t, StaffRole.ADMIN);
  await t.app.db.rows(`update staff set role = 'SERVICE_AGENT' where id = $1`, [id]);
  expect(await who(token)).toMatchObject({ role: 'SERVICE_AGENT' });
  await t.app.db.rows(`update staff set status = 'DISABLED' where id = $1`, [id]);
  await expect(who(token)).rejects.toMatchObject(refused);
});

test('a refresh token is no access token', async () => {
  const { id, sessionId } = await makeSignedIn(t, StaffRole.ADMIN);
  const refresh = await t.app.staffTokens.refresh({ staffId: id, sessionId }, new Date('2027-01-01'));
  await expect(who(refresh)).rejects.toMatchObject(refused);
});

test('an API key works until it expires or is revoked, and its use is noted once a minute', async () => {
  const key = await apiKey(t);
  const prefix = key.split('_')[1];
  const lastUsed = async () =>
    (await t.app.db.rows<{ at: Date }>('select last_used_at as at from api_key where prefix = $1', [prefix]))[0]?.at;
  await who(key);
  expect(await lastUsed()).toEqual(new Date(TEST_NOW));
  t.clock.advanceDays(59 / 86_400);
  await who(key);
  expect(await lastUsed()).toEqual(new Date(TEST_NOW));
  t.clock.advanceDays(1 / 86_400);
  await who(key);
  expect(await lastUsed()).toEqual(t.clock.now());

  await t.app.db.rows('update api_key set expires_at = $2 where prefix = $1', [prefix, t.clock.now()]);
  await expect(who(key)).rejects.toMatchObject(refused);
  await t.app.db.rows('update api_key set expires_at = null, revoked_at = $2 where prefix = $1', [
    prefix,
    t.clock.now(),
  ]);
  await expect(who(key)).rejects.toMatchObject(refused);
});

test('an API key with another secret is refused', async () => {
  const [key, other] = [await apiKey(t), await apiKey(t)];
  const forged = `${key.slice(0, 'lk_'.length + 12)}_${other.slice('lk_'.length + 13)}`;
  await expect(who(forged)).rejects.toMatchObject(refused);
});
