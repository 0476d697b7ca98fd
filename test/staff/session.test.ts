import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { StaffRole } from '../../schema/staff/enums.js';
import { createTestApp, TEST_NOW, type TestApp } from '../support/app.js';
import { makeSignedIn } from '../support/tokens.js';
import { actionsAbout, cookieOf, makePerson, minutes, refresh, signIn, tokenIn, VIEWER } from './support.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.set(TEST_NOW);
  await t.app.db.rows('delete from sign_in_failure');
});

test('the refresh token rotates; the access token that it brings works', async () => {
  const { email } = await makePerson(t);
  const first = tokenIn(await signIn(t, email));
  minutes(t, 30);
  const answer = await refresh(t, first);
  expect(tokenIn(answer)).not.toBe(first);
  minutes(t, 1);
  const next = await refresh(t, tokenIn(answer));
  const { data } = await t.client(next.data.sessionRefresh.accessToken)(VIEWER);
  expect(data.viewer).not.toBeNull();
});

test('two tabs that renew at once both go on, with one rotation', async () => {
  const { email, id } = await makePerson(t);
  const token = tokenIn(await signIn(t, email));
  const answers = await Promise.all([refresh(t, token), refresh(t, token), refresh(t, token)]);
  expect(answers.map(({ data }) => data.sessionRefresh.userErrors)).toEqual([[], [], []]);
  const rotated = answers.map(tokenIn).filter(Boolean);
  expect(rotated).toHaveLength(1);
  expect((await refresh(t, rotated[0]!)).data.sessionRefresh.userErrors).toEqual([]);
  expect(await actionsAbout(t, id)).not.toContain('staffSessionTheft');
});

test.each([1, 3])(
  'theft: a refresh token used %d rotations later ends the session for both parties',
  async (rotations) => {
    const { email, id } = await makePerson(t);
    const stolen = tokenIn(await signIn(t, email));
    let token = stolen;
    for (let n = 0; n < rotations; n++) {
      minutes(t, 1);
      token = tokenIn(await refresh(t, token));
    }
    const { accessToken } = (await refresh(t, token)).data.sessionRefresh;
    minutes(t, 1);
    const thief = await refresh(t, stolen);
    expect(thief.data.sessionRefresh).toEqual({ accessToken: null, userErrors: [{ code: 'EXPIRED' }] });
    expect((await refresh(t, token)).data.sessionRefresh.userErrors).toEqual([{ code: 'EXPIRED' }]);
    expect((await t.client(accessToken)(VIEWER)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(await actionsAbout(t, id)).toContain('staffSessionTheft');
  },
);

test('a session ends after fourteen days however busy it was', async () => {
  const { email } = await makePerson(t);
  let token = tokenIn(await signIn(t, email));
  for (let day = 1; day < 14; day++) {
    t.clock.advanceDays(1);
    token = tokenIn(await refresh(t, token));
  }
  t.clock.advanceDays(1);
  expect((await refresh(t, token)).data.sessionRefresh.userErrors).toEqual([{ code: 'EXPIRED' }]);
});

test.each(['', 'abc', 'a.b.c'])('a refresh cookie that is not ours is refused: "%s"', async (token) => {
  expect((await refresh(t, token)).data.sessionRefresh.userErrors).toEqual([{ code: 'EXPIRED' }]);
});

test('an access token is no refresh token', async () => {
  const { token } = await makePerson(t);
  expect((await refresh(t, token)).data.sessionRefresh.userErrors).toEqual([{ code: 'EXPIRED' }]);
});

test('signing out ends the session by cookie alone and takes the cookie away', async () => {
  const { email } = await makePerson(t);
  const signedIn = await signIn(t, email);
  const out = await t.client()(
    'mutation { staffSignOut { userErrors { code } } }',
    {},
    { cookie: `liuke_refresh=${tokenIn(signedIn)}` },
  );
  expect(cookieOf(out)).toMatch(/^liuke_refresh=; Path=\/graphql; Expires=Thu, 01 Jan 1970/);
  expect((await refresh(t, tokenIn(signedIn))).data.sessionRefresh.userErrors).toEqual([{ code: 'EXPIRED' }]);
  expect((await t.client(signedIn.data.staffSignIn.accessToken)(VIEWER)).errors?.[0]?.extensions.code).toBe(
    'UNAUTHENTICATED',
  );
});

test('signing out everywhere ends all own sessions; those of others only for who manages staff', async () => {
  const { email, id, token } = await makePerson(t, StaffRole.SERVICE_AGENT);
  const elsewhere = (await signIn(t, email)).data.staffSignIn.accessToken;
  const OUT =
    'mutation ($input: StaffSignOutEverywhereInput) { staffSignOutEverywhere(input: $input) { userErrors { code } } }';
  const admin = await makeSignedIn(t, StaffRole.ADMIN);
  const refused = await t.client(token)(OUT, { input: { staffId: admin.id } });
  expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await t.client(token)(OUT)).errors).toBeUndefined();
  expect((await t.client(elsewhere)(VIEWER)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');

  const again = (await signIn(t, email)).data.staffSignIn.accessToken;
  expect((await t.client(admin.token)(OUT, { input: { staffId: id } })).errors).toBeUndefined();
  expect((await t.client(again)(VIEWER)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(await actionsAbout(t, id)).toContain('staffSignOutEverywhere');
});

test('sessions that ended long ago and counters that are over are forgotten, no others', async () => {
  const [old, ended, open] = [await makePerson(t), await makePerson(t), await makePerson(t)];
  await t.app.db.rows(`update staff_session set revoked_at = $2 where id = $1`, [old.sessionId, '2025-12-01']);
  await t.app.db.rows(`update staff_session set revoked_at = $2 where id = $1`, [ended.sessionId, '2026-03-01']);
  await t.app.guessing.attempt({ account: 'old@example.com', ip: '10.0.0.1' });
  minutes(t, 16);
  await t.app.guessing.attempt({ account: 'new@example.com', ip: '10.0.0.2' });
  await t.app.jobs.run('staff.forget');
  const ids = [old, ended, open].map(({ sessionId }) => sessionId);
  const left = await t.app.db.rows('select id from staff_session where id = any($1::uuid[]) order by id', [ids]);
  expect(left).toEqual([{ id: ended.sessionId }, { id: open.sessionId }]);
  const counters = await t.app.db.rows('select key from sign_in_failure order by key');
  expect(counters).toEqual([{ key: 'account:new@example.com' }, { key: 'address:10.0.0.2' }]);
});
