import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { StaffRole } from '../../schema/staff/enums.js';
import { callerAs, createTestApp, type TestApp } from '../support/app.js';
import { makeSignedIn, type SignedIn } from '../support/tokens.js';
import { actionsAbout, makePerson, PASSWORD, signIn, VIEWER } from './support.js';

const UPDATE = `mutation ($input: StaffUpdateInput!) {
  staffUpdate(input: $input) { staff { id name role status version } userErrors { field code } } }`;
const CREATE = `mutation ($input: StaffCreateInput!) {
  staffCreate(input: $input) { staff { id email name role locale version } userErrors { field code } } }`;

let t: TestApp;
let admin: SignedIn;
beforeAll(async () => {
  t = await createTestApp();
  admin = await makeSignedIn(t, StaffRole.ADMIN);
});
afterAll(() => t.close());

const ask = (query: string, input?: object, token = admin.token) => t.client(token)(query, { input });
const update = (input: object, token?: string) => ask(UPDATE, input, token);
const newcomer = { email: 'Wu@Example.com', name: ' 吴敏 😀 ', role: 'MARKETING', password: 'a long enough one' };

test('a new member of staff can sign in at once; the same e-mail in other letters is taken', async () => {
  const { data } = await ask(CREATE, newcomer);
  const { staff } = data.staffCreate;
  expect(staff).toMatchObject({
    email: 'Wu@Example.com',
    name: '吴敏 😀',
    role: 'MARKETING',
    locale: 'zh',
    version: 1,
  });
  expect((await signIn(t, 'wu@example.com', 'a long enough one')).data.staffSignIn.userErrors).toEqual([]);
  expect(await actionsAbout(t, staff.id)).toEqual(['staffCreate', 'staffSignIn']);
  const again = await ask(CREATE, { ...newcomer, email: 'wU@example.com' });
  expect(again.data.staffCreate).toEqual({ staff: null, userErrors: [{ field: 'email', code: 'TAKEN' }] });
});

test.each([
  [{ email: 'not an address' }, { field: 'email', code: 'INVALID' }],
  [{ email: 'a@b' }, { field: 'email', code: 'INVALID' }],
  [{ email: '"><img src=x onerror=alert(1)>@example.com' }, { field: 'email', code: 'INVALID' }],
  [{ name: '   ' }, { field: 'name', code: 'REQUIRED' }],
  [{ name: 'x'.repeat(101) }, { field: 'name', code: 'TOO_LONG' }],
  [{ name: 'a\0b' }, { field: 'name', code: 'INVALID' }],
  [{ password: 'short' }, { field: 'password', code: 'TOO_SHORT' }],
  [{ password: 'x'.repeat(201) }, { field: 'password', code: 'TOO_LONG' }],
  [{ password: 'aaaaaaaaaaaaaa' }, { field: 'password', code: 'INVALID' }],
  [{ password: 'my wu@example.com!' }, { field: 'password', code: 'INVALID' }],
])('each fault of a new person is shown at its field: %j', async (fault, error) => {
  const { data } = await ask(CREATE, { ...newcomer, email: 'wu@example.com', ...fault });
  expect(data.staffCreate).toEqual({ staff: null, userErrors: [error] });
});

test('a save on an older version is refused, and what is left out stays', async () => {
  const { id } = await makeSignedIn(t, StaffRole.ANALYST);
  const saved = await update({ id, version: 1, name: '新名' });
  expect(saved.data.staffUpdate.staff).toMatchObject({ name: '新名', role: 'ANALYST', status: 'ACTIVE', version: 2 });
  const late = await update({ id, version: 1, role: 'ADMIN' });
  expect(late.errors).toMatchObject([{ extensions: { code: 'VERSION_CONFLICT', currentVersion: 2 } }]);
  const [entry] = await t.app.db.rows(
    'select before, after, actor_id from audit_entry where subject_id = $1 order by at desc, id desc limit 1',
    [id],
  );
  expect(entry).toMatchObject({ before: { name: 'ANALYST' }, after: { name: '新名' }, actor_id: admin.id });
});

test('disabling somebody ends their sessions at once', async () => {
  const { id, token } = await makeSignedIn(t, StaffRole.SERVICE_AGENT);
  await update({ id, version: 1, status: 'DISABLED' });
  expect((await t.client(token)(VIEWER)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  await update({ id, version: 2, status: 'ACTIVE' });
  expect((await t.client(token)(VIEWER)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('a demoted person may no longer do what the token was opened with', async () => {
  const other = await makeSignedIn(t, StaffRole.ADMIN);
  await update({ id: other.id, version: 1, role: 'SERVICE_AGENT' });
  const answer = await update({ id: admin.id, version: 1, name: 'x' }, other.token);
  expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test.each([{ role: 'MARKETING' }, { status: 'DISABLED' }])(
  'nobody changes their own role or status: %j',
  async (change) => {
    const { data } = await update({ id: admin.id, version: 1, ...change });
    expect(data.staffUpdate.userErrors).toEqual([{ field: Object.keys(change)[0], code: 'CONFLICT' }]);
  },
);

test('the last active admin stays one, also when two admins demote each other at once', async () => {
  await t.app.db.rows(`update staff set status = 'DISABLED' where role = 'ADMIN' and id <> $1`, [admin.id]);
  const second = await makeSignedIn(t, StaffRole.ADMIN);
  const demote = (who: SignedIn, by: SignedIn) => {
    const caller = callerAs({ kind: 'staff', name: '', role: StaffRole.ADMIN, id: by.id, sessionId: by.sessionId });
    return t.app.staff.update(caller, { id: who.id, version: 1, role: StaffRole.ANALYST });
  };
  const answers = await Promise.allSettled([demote(second, admin), demote(admin, second)]);
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = answers.find((answer) => answer.status === 'rejected');
  expect(refused?.reason).toMatchObject({ userErrors: [{ field: 'role', code: 'IN_USE' }] });
  const [left] = await t.app.db.rows<{ id: string }>(`select id from staff where role = 'ADMIN' and status = 'ACTIVE'`);
  admin = left!.id === admin.id ? admin : second;
});

test('changing the own password needs the old one and ends the other sessions', async () => {
  const person = await makePerson(t, StaffRole.ANALYST);
  const elsewhere = (await signIn(t, person.email)).data.staffSignIn.accessToken;
  const CHANGE =
    'mutation ($input: StaffChangePasswordInput!) { staffChangePassword(input: $input) { userErrors { field code } } }';
  const change = (currentPassword: string, newPassword: string) =>
    ask(CHANGE, { currentPassword, newPassword }, person.token);
  expect((await change('wrong', 'another good one')).data.staffChangePassword.userErrors).toEqual([
    { field: 'currentPassword', code: 'WRONG_CREDENTIALS' },
  ]);
  expect((await change(PASSWORD, 'short')).data.staffChangePassword.userErrors).toEqual([
    { field: 'newPassword', code: 'TOO_SHORT' },
  ]);
  expect((await change(PASSWORD, 'another good one')).data.staffChangePassword.userErrors).toEqual([]);
  expect((await t.client(elsewhere)(VIEWER)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect((await t.client(person.token)(VIEWER)).data.viewer).not.toBeNull();
  expect((await signIn(t, person.email)).data.staffSignIn.userErrors).toMatchObject([{ code: 'WRONG_CREDENTIALS' }]);
});

test('an admin gives a new password, which ends all sessions; nobody else may', async () => {
  const person = await makePerson(t, StaffRole.ANALYST);
  const RESET =
    'mutation ($input: StaffResetPasswordInput!) { staffResetPassword(input: $input) { userErrors { field code } } }';
  const input = { id: person.id, newPassword: 'given by an admin' };
  expect((await ask(RESET, input, person.token)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await ask(RESET, input)).data.staffResetPassword.userErrors).toEqual([]);
  expect((await t.client(person.token)(VIEWER)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect((await signIn(t, person.email, 'given by an admin')).data.staffSignIn.userErrors).toEqual([]);
  for (const id of ['00000000-0000-7000-8000-000000000000', 'nonsense', '']) {
    expect((await ask(RESET, { ...input, id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  }
});

test('people are searched without wildcards, filtered, sorted and paged', async () => {
  const LIST = `query ($first: Int, $after: String, $filter: StaffFilter, $orderBy: StaffOrderBy) {
    staffMembers(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      nodes { name email } totalCount pageInfo { hasNextPage endCursor } } }`;
  const list = async (variables: object) => (await t.client(admin.token)(LIST, variables)).data.staffMembers;
  for (const name of ['100% 张', '100 李', 'a_b']) {
    await makeSignedIn(t, StaffRole.MARKETING, name);
  }
  expect((await list({ filter: { q: '100%' } })).nodes).toMatchObject([{ name: '100% 张' }]);
  expect((await list({ filter: { q: 'A_B' } })).nodes).toMatchObject([{ name: 'a_b' }]);
  expect((await list({ filter: { q: '100', role: 'ADMIN' } })).totalCount).toBe(0);
  expect((await list({ filter: { status: 'DISABLED' } })).totalCount).toBeGreaterThan(0);
  for (const orderBy of ['NAME_ASC', 'EMAIL_DESC', 'CREATED_AT_ASC']) {
    const { nodes: all, totalCount } = await list({ first: 100, orderBy });
    expect(all).toHaveLength(totalCount);
    const paged: unknown[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: { nodes: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string } } = await list({
        first: 3,
        after,
        orderBy,
      });
      paged.push(...page.nodes);
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    expect(paged).toEqual(all);
  }
});

test('sessions are shown to their owner and to who reads about staff, to nobody else', async () => {
  const LIST = '{ staffMembers { nodes { sessions { id current } } } }';
  const manager = await makeSignedIn(t, StaffRole.SERVICE_MANAGER);
  const own = (await t.client(manager.token)(LIST)).data.staffMembers.nodes.flatMap(
    (node: { sessions: object[] }) => node.sessions,
  );
  expect(own.filter(({ current }: { current: boolean }) => current)).toHaveLength(1);
  const agent = await makeSignedIn(t, StaffRole.SERVICE_AGENT);
  await expect(
    t.app.staff.sessionsOf(
      { principal: { kind: 'staff', role: StaffRole.SERVICE_AGENT, id: agent.id } } as never,
      manager.id,
    ),
  ).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
});
