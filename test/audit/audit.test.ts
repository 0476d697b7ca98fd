import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { StaffRole } from '../../schema/staff/enums.js';
import { asJob, callerAs, createTestApp, type TestApp } from '../support/app.js';
import { makeSignedIn, type SignedIn, signIn } from '../support/tokens.js';

const LIST = `query ($filter: AuditFilter, $first: Int, $after: String) {
  auditEntries(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id at actorKind actorId actorName action subjectType subjectId before after reason ip userAgent requestId } } }`;

let t: TestApp;
let admin: SignedIn;
beforeAll(async () => {
  t = await createTestApp();
  admin = await makeSignedIn(t, StaffRole.ADMIN, '林岚');
  const caller = callerAs({
    kind: 'staff',
    id: admin.id,
    name: '林岚',
    role: StaffRole.ADMIN,
    sessionId: admin.sessionId,
  });
  for (let n = 0; n < 5; n++) {
    t.clock.advanceDays(1 / 24);
    await t.app.db.transaction(async (tx) => {
      const subject = { subjectType: 'Thing', subjectId: `thing ${n}` };
      await t.app.audit.record(tx, caller, {
        action: 'thingChange',
        ...subject,
        before: { n },
        after: { n: n + 1 },
        reason: '因为',
      });
      await t.app.audit.record(tx, asJob, { action: 'thingSweep', subjectType: 'Thing' });
    });
  }
  t.clock.set('2026-03-14T04:00:00Z');
});
afterAll(() => t.close());

const list = async (variables: object) => (await t.client(admin.token)(LIST, variables)).data.auditEntries;

test('A4: an entry tells who did what, before and after, why, when and from where', async () => {
  const { nodes } = await list({ filter: { subjectId: 'thing 4' } });
  expect(nodes).toEqual([
    {
      id: expect.any(String),
      at: '2026-03-14T09:00:00.000Z',
      actorKind: 'STAFF',
      actorId: admin.id,
      actorName: '林岚',
      action: 'thingChange',
      subjectType: 'Thing',
      subjectId: 'thing 4',
      before: { n: 4 },
      after: { n: 5 },
      reason: '因为',
      ip: '127.0.0.1',
      userAgent: 'jest',
      requestId: 'test',
    },
  ]);
  const { data } = await t.client(admin.token)('query ($id: ID!) { auditEntry(id: $id) { action } }', {
    id: nodes[0].id,
  });
  expect(data.auditEntry).toEqual({ action: 'thingChange' });
});

test('entries are filtered by actor, action, subject and time', async () => {
  const count = async (filter: object) => (await list({ filter })).totalCount;
  expect(await count({ actorId: admin.id, action: 'thingChange' })).toBe(5);
  expect(await count({ action: 'thingSweep' })).toBe(5);
  expect(await count({ subjectType: 'Thing' })).toBe(10);
  expect(await count({ subjectType: 'Thing', since: '2026-03-14T06:00:00Z', until: '2026-03-14T08:00:00Z' })).toBe(4);
  expect(await count({ action: 'thing%' })).toBe(0);
});

test('pages follow each other without gap or repetition, newest first', async () => {
  const all = (await list({ first: 100, filter: { subjectType: 'Thing' } })).nodes;
  const paged: { at: string }[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const page = await list({ first: 3, after, filter: { subjectType: 'Thing' } });
    paged.push(...page.nodes);
    after = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage;
  }
  expect(paged).toEqual(all);
  expect(paged.map(({ at }) => at)).toEqual(
    paged
      .map(({ at }) => at)
      .sort()
      .reverse(),
  );
});

test('only who may read the audit log does', async () => {
  for (const role of [StaffRole.SERVICE_MANAGER, StaffRole.ANALYST]) {
    const { errors } = await t.client(await signIn(t, role))(LIST);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  }
});

test.each([
  [{ filter: { action: 'a\0' } }, 'filter.action'],
  [{ filter: { subjectId: '\ud800' } }, 'filter.subjectId'],
  [{ filter: { actorId: 'x'.repeat(201) } }, 'filter.actorId'],
  [{ first: 101 }, 'first'],
  [{ after: 'nonsense' }, 'after'],
])('an argument that cannot be searched for is refused at its field: %j', async (variables, field) => {
  const { errors } = await t.client(admin.token)(LIST, variables);
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
});

test('A4: neither the application nor the owner of the tables changes or deletes an entry', async () => {
  for (const sql of ['update audit_entry set reason = null', 'delete from audit_entry', 'truncate audit_entry']) {
    await expect(t.app.db.rows(sql)).rejects.toThrow(/permission denied/);
  }
  const owner = new pg.Client({ connectionString: t.database.ownerUrl });
  await owner.connect();
  for (const sql of ['update audit_entry set reason = null', 'delete from audit_entry', 'truncate audit_entry']) {
    await expect(owner.query(sql)).rejects.toThrow(/append-only/);
  }
  await owner.end();
});
