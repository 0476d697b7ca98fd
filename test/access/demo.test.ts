import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { Locale } from '../../schema/common/enums.js';
import { StaffRole, StaffStatus } from '../../schema/staff/enums.js';
import { newDemoKey } from '../../server/access/demo-issuer.js';
import { identify } from '../../server/access/identify.js';
import { newId } from '../../server/database/id.js';
import { DEMO_STAFF } from '../../server/staff/demo.js';
import { makeFirstStaff } from '../../server/staff/first.js';
import { signIn } from '../staff/support.js';
import { callerAs, createTestApp, type TestApp } from '../support/app.js';

let demo: TestApp;
let real: TestApp;
beforeAll(async () => {
  demo = await createTestApp();
  await demo.app.db.rows(`update company_setting set demo = true, secrets = secrets || $1::jsonb`, [
    JSON.stringify({ demoIssuer: await newDemoKey() }),
  ]);
  await demo.app.db.transaction((tx) => makeFirstStaff(tx, demo.clock.now(), { demo: true }));
  demo.app.configuration.forget('company_setting');
  real = await createTestApp();
});
afterAll(async () => {
  await demo.close();
  await real.close();
});

const tokenFor = (t: TestApp, body: unknown) =>
  fetch(`${t.url}/demo/customer-token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test('the demo issues customer tokens that hold, and publishes the key without its private half', async () => {
  const { token } = (await (await tokenFor(demo, { subject: 'u1' })).json()) as { token: string };
  expect(await identify(demo.app, `Bearer ${token}`)).toEqual({ kind: 'customer', source: 'app', subject: 'u1' });
  const published = (await (await fetch(`${demo.url}/demo/jwks.json`)).json()) as JSONWebKeySet;
  expect(Object.keys(published.keys[0]!).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  const { payload } = await jwtVerify(token, createLocalJWKSet(published), { currentDate: demo.clock.now() });
  expect(payload).toMatchObject({ sub: 'u1', iss: 'liuke-demo', aud: 'liuke-app' });
  demo.clock.advanceDays(61 / 1440);
  await expect(identify(demo.app, `Bearer ${token}`)).rejects.toMatchObject({
    extensions: { code: 'UNAUTHENTICATED' },
  });
});

test.each([{}, { subject: '' }, { subject: 'a\0' }, { subject: 'x'.repeat(201) }, { subject: {} }, []])(
  'a wish for a token that makes no sense is refused: %j',
  async (body) => {
    expect((await tokenFor(demo, body)).status).toBe(400);
  },
);

test('every demo sign-in works', async () => {
  const { data } = await demo.client()('{ demoSignIns { email password role name } }');
  expect(data.demoSignIns).toEqual(DEMO_STAFF);
  expect(new Set(DEMO_STAFF.map(({ role }) => role)).size).toBe(5);
  for (const { email, password } of data.demoSignIns) {
    expect((await signIn(demo, email, password)).data.staffSignIn.userErrors).toEqual([]);
  }
});

test('every demo sign-in goes on working: its password, role and status stay, its name and language may change', async () => {
  const rows = await demo.app.db.rows<{ id: string; version: number; email: string; role: StaffRole }>(
    'select id, version, email, role from staff order by created_at, id',
  );
  const admin = rows.find(({ email }) => email === DEMO_STAFF[0]!.email)!;
  const asAdmin = callerAs({ kind: 'staff', id: admin.id, name: '林岚', role: StaffRole.ADMIN, sessionId: newId() });
  const refused = (field: string) => ({ userErrors: [expect.objectContaining({ field, code: 'DEMO_ACCOUNT' })] });
  const newPassword = 'another long password';
  await expect(
    demo.app.signIn.changePassword(asAdmin, { currentPassword: DEMO_STAFF[0]!.password, newPassword }),
  ).rejects.toMatchObject(refused('newPassword'));
  for (const { email } of DEMO_STAFF.slice(1)) {
    const { id, version } = rows.find((row) => row.email === email)!;
    await expect(demo.app.signIn.resetPassword(asAdmin, { id, newPassword })).rejects.toMatchObject(
      refused('newPassword'),
    );
    await expect(demo.app.staff.update(asAdmin, { id, version, status: StaffStatus.DISABLED })).rejects.toMatchObject(
      refused('status'),
    );
    await expect(demo.app.staff.update(asAdmin, { id, version, role: StaffRole.ADMIN })).rejects.toMatchObject(
      refused('role'),
    );
    expect((await demo.app.staff.update(asAdmin, { id, version, name: '新名字' })).staff.name).toBe('新名字');
  }
  const { staff: other } = await demo.app.staff.create(asAdmin, {
    email: 'other@demo.liuke.example',
    name: 'other',
    role: StaffRole.ANALYST,
    locale: Locale.en,
    password: newPassword,
  });
  await demo.app.signIn.resetPassword(asAdmin, { id: other.id, newPassword: `${newPassword}!` });
});

test('a company that is no demo has neither demo sign-ins nor demo tokens, and refuses those of another demo', async () => {
  expect((await real.client()('{ demoSignIns { email } }')).data.demoSignIns).toEqual([]);
  expect((await tokenFor(real, { subject: 'u1' })).status).toBe(404);
  expect((await fetch(`${real.url}/demo/jwks.json`)).status).toBe(404);
  const { token } = (await demo.app.demoIssuer.issue('u1'))!;
  await expect(identify(real.app, `Bearer ${token}`)).rejects.toMatchObject({
    extensions: { code: 'UNAUTHENTICATED' },
  });
});

test.each([{ production: true }, { demo: false }])(
  'a server in production, or told so, does not serve a demo: %j',
  async (config) => {
    const t = await createTestApp(config);
    await t.app.db.rows(`update company_setting set demo = true, secrets = secrets || $1::jsonb`, [
      JSON.stringify({ demoIssuer: await newDemoKey() }),
    ]);
    t.app.configuration.forget('company_setting');
    expect((await tokenFor(t, { subject: 'u1' })).status).toBe(404);
    expect(await t.app.demoIssuer.issue('u1')).toBeUndefined();
    if ('demo' in config) {
      expect((await t.client()('{ demoSignIns { email } }')).data.demoSignIns).toEqual([]);
    }
    await t.close();
  },
);

test('outside a demo the first admin gets a generated password, another one each time', async () => {
  const passwords = new Set<string>();
  for (let n = 0; n < 2; n++) {
    await real.app.db.rows('delete from staff_session');
    await real.app.db.rows('delete from staff');
    const first = await real.app.db.transaction((tx) => makeFirstStaff(tx, real.clock.now(), { demo: false }));
    const { data } = await signIn(real, first.email, first.password);
    expect(data.staffSignIn).toMatchObject({ staff: { email: 'admin@liuke.local' }, userErrors: [] });
    expect(first.password.length).toBeGreaterThanOrEqual(20);
    passwords.add(first.password);
  }
  expect(passwords.size).toBe(2);
});
