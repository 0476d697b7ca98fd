import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestApp, type TestApp } from '../support/app.js';
import { everybody, inSegment, memberIds, person, tagged, Worker } from './saved-support.js';

let t: TestApp;
let marketer: Worker;
let admin: Worker;
beforeAll(async () => {
  t = await createTestApp();
  marketer = new Worker(t, 'MARKETING');
  admin = new Worker(t, 'ADMIN');
});
afterAll(() => t.close());

const update = (worker: Worker, input: object) => worker.do('segmentUpdate', 'SegmentUpdateInput', input);
const archive = (worker: Worker, segment: { id: string; version: number }) =>
  worker.do('segmentArchive', 'SegmentArchiveInput', { id: segment.id, version: segment.version });
const restore = (worker: Worker, segment: { id: string; version: number }) =>
  worker.do('segmentRestore', 'SegmentRestoreInput', { id: segment.id, version: segment.version });

test('S7: a segment is saved with its rules, named, described, owned, and read back as it was built', async () => {
  const rules = {
    join: 'ANY',
    rules: [
      tagged('tea'),
      { join: 'NONE', rules: [{ condition: { field: 'SPEND_TOTAL', operator: 'GTE', amounts: ['12.50'] } }] },
    ],
  };
  const playbook = { goal: '多喝茶', actions: ['发券', '回访'] };
  const { id } = await marketer.segment('  茶客  ', rules, { description: '爱喝茶', playbook });
  const { segment } = await marketer.data(
    `query ($id: ID!) { segment(id: $id) { name description kind builtIn owner { id } playbook { goal actions }
       versions { number note rules { join rules { join condition { field operator texts amounts }
         rules { condition { field operator amounts } } } } } } }`,
    { id },
  );
  expect(segment).toMatchObject({ name: '茶客', description: '爱喝茶', kind: 'DYNAMIC', builtIn: null, playbook });
  expect(segment.owner.id).toBe((await marketer.session()).id);
  expect(segment.versions).toMatchObject([
    { number: 1, rules: { join: 'ANY', rules: [tagged('tea'), rules.rules[1]] } },
  ]);
});

test('other rules make a version, other words do not; both are in the audit log', async () => {
  const created = await marketer.segment('版本', tagged('a'));
  const { segment: renamed } = await update(marketer, {
    id: created.id,
    version: 1,
    name: '版本二',
    rules: tagged('a'),
  });
  expect(renamed).toMatchObject({ name: '版本二', version: 2, currentVersion: { number: 1 } });
  const input = { id: created.id, version: 2, rules: tagged('b'), note: '换标签' };
  const { segment: changed } = await update(marketer, input);
  expect(changed).toMatchObject({ version: 3, currentVersion: { number: 2 } });
  const { segment } = await marketer.data(
    'query ($id: ID!) { segment(id: $id) { versions { number note rules { condition { texts } } } } }',
    { id: created.id },
  );
  expect(segment.versions).toEqual([
    { number: 2, note: '换标签', rules: { condition: { texts: ['b'] } } },
    { number: 1, note: '', rules: { condition: { texts: ['a'] } } },
  ]);
  const log = await t.app.db.rows<{ action: string }>(
    'select action from audit_entry where subject_id = $1 order by at, id',
    [created.id],
  );
  expect(log.map(({ action }) => action)).toEqual(['segmentCreate', 'segmentUpdate', 'segmentUpdate']);
});

test('who saves on top of somebody else is told so and changes nothing', async () => {
  const { id } = await marketer.segment('并发', tagged('a'));
  await update(marketer, { id, version: 1, name: '并发一' });
  const { errors } = await admin.ask(
    'mutation ($input: SegmentUpdateInput!) { segmentUpdate(input: $input) { segment { id } } }',
    { input: { id, version: 1, name: '并发二' } },
  );
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'VERSION_CONFLICT', currentVersion: 2 });
  expect((await marketer.data('query ($id: ID!) { segment(id: $id) { name } }', { id })).segment.name).toBe('并发一');
});

test('a key makes one segment, however often it is sent, also at once; another request may not use it', async () => {
  const input = { name: '一次', rules: tagged('once'), idempotencyKey: 'k1' };
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => marketer.do('segmentCreate', 'SegmentCreateInput', input)),
  );
  expect(new Set(answers.map(({ segment }) => segment.id)).size).toBe(1);
  const other = await marketer.do('segmentCreate', 'SegmentCreateInput', { ...input, name: '两次' });
  expect(other.userErrors).toMatchObject([{ field: 'idempotencyKey', code: 'IDEMPOTENCY_KEY_REUSED' }]);
});

test('one name, one segment in use, whatever the case and however many ask at once', async () => {
  const answers = await Promise.all(
    ['Name', 'name', 'NAME'].map((name) =>
      marketer.do('segmentCreate', 'SegmentCreateInput', { name, rules: everybody }),
    ),
  );
  expect(answers.filter(({ segment }) => segment)).toHaveLength(1);
  const codes = answers.flatMap(({ userErrors }) => userErrors);
  expect(codes).toMatchObject([
    { field: 'name', code: 'TAKEN' },
    { field: 'name', code: 'TAKEN' },
  ]);
});

test.each([
  [{ name: ' ', rules: everybody }, 'name', 'REQUIRED'],
  [{ name: 'x'.repeat(81), rules: everybody }, 'name', 'TOO_LONG'],
  [{ name: 'n\0', rules: everybody }, 'name', 'INVALID'],
  [{ name: 'no rules' }, 'rules', 'REQUIRED'],
  [{ name: 'list', kind: 'LIST', rules: everybody }, 'rules', 'INVALID'],
  [{ name: 'p', rules: everybody, playbook: { goal: 'x'.repeat(501), actions: [] } }, 'playbook.goal', 'TOO_LONG'],
  [{ name: 'p', rules: everybody, playbook: { goal: '', actions: ['a', ''] } }, 'playbook.actions.1', 'REQUIRED'],
  [
    { name: 'p', rules: everybody, playbook: { goal: '', actions: Array.from({ length: 21 }, () => 'a') } },
    'playbook.actions',
    'OUT_OF_RANGE',
  ],
  [{ name: 'r', rules: { condition: { field: 'TAGS', operator: 'LT' } } }, 'rules.condition.operator', 'INVALID'],
])('what makes no sense is refused at its field: %j', async (input, field, code) => {
  const { segment, userErrors } = await marketer.do('segmentCreate', 'SegmentCreateInput', input);
  expect(segment).toBeNull();
  expect(userErrors).toMatchObject([{ field, code }]);
});

test('S7: what others use cannot be archived, and they are named; afterwards it can, and comes back with them', async () => {
  const inner = await marketer.segment('内层', tagged('in'));
  const outer = await marketer.segment('外层', { join: 'NONE', rules: [inSegment(inner.id)] });
  const { segment } = await marketer.data('query ($id: ID!) { segment(id: $id) { usedBy { kind id name } } }', {
    id: inner.id,
  });
  expect(segment.usedBy).toEqual([{ kind: 'SEGMENT', id: outer.id, name: '外层' }]);
  const refused = await archive(marketer, inner);
  expect(refused.userErrors).toMatchObject([{ code: 'IN_USE', message: expect.stringContaining('外层') }]);

  const { segment: renamed } = await update(marketer, { id: outer.id, version: outer.version, name: '外层改名' });
  expect((await archive(marketer, inner)).userErrors[0].message).toContain('外层改名');

  const { segment: gone } = await archive(marketer, renamed);
  expect(gone.archivedAt).not.toBeNull();
  const { segment: innerGone } = await archive(marketer, inner);
  expect(innerGone.archivedAt).not.toBeNull();
  expect((await restore(marketer, gone)).userErrors).toMatchObject([
    { code: 'CONFLICT', message: expect.stringContaining('内层') },
  ]);
  expect((await restore(marketer, innerGone)).segment.archivedAt).toBeNull();
  expect((await restore(marketer, gone)).segment.archivedAt).toBeNull();
});

test('an archived segment is out of the list and of rules, and its name is free; restoring it then asks for another', async () => {
  const old = await marketer.segment('旧名', tagged('old'));
  const { segment: archived } = await archive(marketer, old);
  const names = async (filter: object) =>
    (
      await marketer.data('query ($f: SegmentFilter) { segments(first: 100, filter: $f) { nodes { name } } }', {
        f: filter,
      })
    ).segments.nodes.map(({ name }: { name: string }) => name);
  expect(await names({ q: '旧名' })).toEqual([]);
  expect(await names({ q: '旧名', archived: true })).toEqual(['旧名']);
  const use = await marketer.do('segmentCreate', 'SegmentCreateInput', { name: '用旧', rules: inSegment(old.id) });
  expect(use.userErrors[0]).toMatchObject({ code: 'NOT_FOUND' });
  await marketer.segment('旧名', tagged('new'));
  expect((await restore(marketer, archived)).userErrors).toMatchObject([{ code: 'TAKEN' }]);
});

test('no circle, not through three segments, and not from two sides at once', async () => {
  const a = await marketer.segment('环 a', tagged('a'));
  const b = await marketer.segment('环 b', inSegment(a.id));
  const c = await marketer.segment('环 c', inSegment(b.id));
  for (const target of [a, b, c]) {
    const { segment, userErrors } = await update(marketer, { id: a.id, version: 1, rules: inSegment(target.id) });
    expect(segment).toBeNull();
    expect(userErrors).toHaveLength(1);
    expect(userErrors[0].field).toMatch(/^rules/);
  }
  const [x, y] = [await marketer.segment('环 x', tagged('x')), await marketer.segment('环 y', tagged('y'))];
  const both = await Promise.all([
    update(marketer, { id: x.id, version: 1, rules: inSegment(y.id) }),
    update(marketer, { id: y.id, version: 1, rules: inSegment(x.id) }),
  ]);
  expect(both.filter(({ segment }) => segment)).toHaveLength(1);
});

test('segments go five deep into each other, counted from every end', async () => {
  let last = await marketer.segment('深 0', tagged('deep'));
  const first = last;
  for (let depth = 1; depth <= 5; depth++) {
    last = await marketer.segment(`深 ${depth}`, inSegment(last.id));
  }
  const deeper = await marketer.do('segmentCreate', 'SegmentCreateInput', { name: '深 6', rules: inSegment(last.id) });
  expect(deeper.segment).toBeNull();
  const below = await marketer.segment('更深', tagged('deeper'));
  const { segment, userErrors } = await update(marketer, { id: first.id, version: 1, rules: inSegment(below.id) });
  expect(segment).toBeNull();
  expect(userErrors).toHaveLength(1);
  const member = await person(t, ['deep']);
  expect(await memberIds(marketer, last.id)).toEqual([member]);
});

test('S4, S5, S8: every company begins with all the named segments and their playbooks, once', async () => {
  const { segments } = await marketer.data(
    '{ segments(first: 100, filter: { builtIn: true }) { nodes { builtIn name playbook { goal actions } memberCount { exact } } } }',
  );
  const codes = segments.nodes.map(({ builtIn }: { builtIn: string }) => builtIn).sort();
  expect(codes).toEqual([
    'active',
    'churned',
    'dormant',
    'growth',
    'high_value',
    'mid_value',
    'new',
    'prospect',
    'silent',
  ]);
  for (const { playbook } of segments.nodes) {
    expect(playbook.goal).not.toBe('');
    expect(playbook.actions.length).toBeGreaterThanOrEqual(2);
  }
});

test('templates can be saved as they are', async () => {
  const { segmentTemplates } = await marketer.data('{ segmentTemplates { code name { zh en } } }');
  expect(segmentTemplates.length).toBeGreaterThanOrEqual(8);
  for (const { code, rules } of t.app.savedSegments.templates({
    principal: { kind: 'job', name: 'test' },
    origin: { ip: '', userAgent: undefined, requestId: '' },
  })) {
    const clean = await t.app.segments.check(
      { principal: { kind: 'job', name: 'test' }, origin: { ip: '', userAgent: undefined, requestId: '' } },
      rules,
      'rules',
    );
    expect([code, clean]).toEqual([code, rules]);
  }
});
