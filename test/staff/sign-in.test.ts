import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { GUESSES } from '../../server/access/guessing.js';
import { createTestApp, TEST_NOW, type TestApp } from '../support/app.js';
import { actionsAbout, cookieOf, makePerson, minutes, PASSWORD, SIGN_IN, signIn, tokenIn, VIEWER } from './support.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.set(TEST_NOW);
  await t.app.db.rows('delete from sign_in_failure');
});

test('a right password opens a session; its refresh token is out of reach of scripts and other sites', async () => {
  const { id, email } = await makePerson(t);
  const answer = await signIn(t, email.toUpperCase());
  expect(answer.data.staffSignIn).toMatchObject({ staff: { id, email }, userErrors: [] });
  expect(answer.data.staffSignIn.expiresAt).toBe('2026-03-14T04:10:00.000Z');
  expect(cookieOf(answer)).toMatch(/^liuke_refresh=[^;]+; Path=\/graphql; Expires=[^;]+; HttpOnly; SameSite=Strict$/);
  expect(JSON.stringify(answer.data)).not.toContain(tokenIn(answer));
  const stored = await t.app.db.rows<{ hash: Buffer }>(
    'select token_hash as hash from staff_session where staff_id = $1',
    [id],
  );
  expect(stored.every(({ hash }) => hash.length === 32 && !hash.equals(Buffer.from(tokenIn(answer))))).toBe(true);

  const { data } = await t.client(answer.data.staffSignIn.accessToken)(VIEWER);
  expect(data.viewer.permissions).toContain('STAFF_MANAGE');
  expect(data.viewer.staff.sessions).toContainEqual({ current: true, ip: '127.0.0.1', userAgent: expect.any(String) });
  expect(await actionsAbout(t, id)).toEqual(['staffSignIn', 'staffSignIn']);
});

test('a wrong password, an unknown and a disabled account get the same answer', async () => {
  const { email, id } = await makePerson(t);
  const wrong = {
    accessToken: null,
    expiresAt: null,
    staff: null,
    userErrors: [{ field: null, code: 'WRONG_CREDENTIALS' }],
  };
  expect((await signIn(t, email, 'correct horse batterx')).data.staffSignIn).toEqual(wrong);
  expect((await signIn(t, 'nobody@example.com')).data.staffSignIn).toEqual(wrong);
  await t.app.db.rows(`update staff set status = 'DISABLED' where id = $1`, [id]);
  expect((await signIn(t, email)).data.staffSignIn).toEqual(wrong);
});

test('an account is locked out after ten wrong passwords, whether it exists or not, even for the right one', async () => {
  const { email } = await makePerson(t);
  for (const account of [email, 'nobody@example.com']) {
    for (let n = 0; n < GUESSES.account; n++) {
      expect((await signIn(t, account, 'wrong')).data.staffSignIn.userErrors).toMatchObject([
        { code: 'WRONG_CREDENTIALS' },
      ]);
    }
    expect((await signIn(t, account)).data.staffSignIn.userErrors).toMatchObject([{ code: 'LOCKED_OUT' }]);
  }
  minutes(t, GUESSES.windowMinutes - 0.1);
  expect((await signIn(t, email)).data.staffSignIn.userErrors).toMatchObject([{ code: 'LOCKED_OUT' }]);
  minutes(t, 0.2);
  expect((await signIn(t, email)).data.staffSignIn.userErrors).toEqual([]);
  const [entry] = await t.app.db.rows(
    `select after from audit_entry where action = 'staffLockOut' order by at limit 1`,
  );
  expect(entry).toMatchObject({ after: { account: email } });
});

test('a right password gives the account its attempts back', async () => {
  const { email } = await makePerson(t);
  for (let round = 0; round < 2; round++) {
    for (let n = 0; n < GUESSES.account - 1; n++) {
      await signIn(t, email, 'wrong');
    }
    expect((await signIn(t, email)).data.staffSignIn.userErrors).toEqual([]);
  }
});

test('guesses sent all at once do not slip through the lockout', async () => {
  const { email } = await makePerson(t);
  const answers = await Promise.all(Array.from({ length: 25 }, (_, n) => signIn(t, email, `wrong ${n}`)));
  const codes = answers.map(({ data }) => data.staffSignIn.userErrors[0].code);
  expect(codes.filter((code) => code === 'WRONG_CREDENTIALS')).toHaveLength(GUESSES.account);
  expect(codes.filter((code) => code === 'LOCKED_OUT')).toHaveLength(25 - GUESSES.account);
});

test('one address cannot try one password on many accounts; a /64 of IPv6 is one address', async () => {
  const attempt = (n: number, ip: string) => t.app.guessing.attempt({ account: `a${n}@example.com`, ip });
  for (let n = 0; n < GUESSES.address; n++) {
    expect(await attempt(n, `2001:db8:1:2::${n.toString(16)}`)).toMatchObject({ lockedUntil: null });
  }
  expect((await attempt(99, '2001:db8:1:2:ffff::1')).lockedUntil).not.toBeNull();
  expect((await attempt(100, '2001:db8:1:3::1')).lockedUntil).toBeNull();
  expect((await attempt(101, '2001:db8::1')).lockedUntil).toBeNull();
  expect((await attempt(102, '::ffff:10.0.0.1')).lockedUntil).toBeNull();
  const keys = await t.app.db.rows<{ key: string }>(
    `select key from sign_in_failure where key like 'address:%' order by key`,
  );
  expect(keys.map(({ key }) => key)).toEqual([
    'address:10.0.0.1',
    'address:2001:db8:0:0::/64',
    'address:2001:db8:1:2::/64',
    'address:2001:db8:1:3::/64',
  ]);
});

test.each([
  ['email', { email: '', password: PASSWORD }, 'REQUIRED'],
  ['email', { email: 'a\0@example.com', password: PASSWORD }, 'INVALID'],
  ['email', { email: `${'a'.repeat(300)}@example.com`, password: PASSWORD }, 'TOO_LONG'],
  ['password', { email: 'a@example.com', password: '' }, 'OUT_OF_RANGE'],
  ['password', { email: 'a@example.com', password: 'x'.repeat(5000) }, 'OUT_OF_RANGE'],
])('a sign-in that cannot be right is refused at its field: %s', async (field, input, code) => {
  const { data } = await t.client()(SIGN_IN, { input });
  expect(data.staffSignIn.userErrors).toEqual([{ field, code }]);
});
