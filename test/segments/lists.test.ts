import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../server/database/id.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { makeCustomer } from '../support/factories.js';
import { inSegment, memberIds, person, retag, tagged, Worker } from './saved-support.js';

let t: TestApp;
let marketer: Worker;
let admin: Worker;
beforeAll(async () => {
  t = await createTestApp();
  marketer = new Worker(t, 'MARKETING');
  admin = new Worker(t, 'ADMIN');
});
afterAll(() => t.close());

const LIST = 'segment { id version } added removed unknown';
const add = (input: object) => marketer.do('segmentListAdd', 'SegmentListAddInput', input, LIST);
const remove = (input: object) => marketer.do('segmentListRemove', 'SegmentListRemoveInput', input, LIST);
const freeze = (input: object) => marketer.do('segmentFreeze', 'SegmentFreezeInput', input);

test('S7: a frozen segment keeps its members whatever its rules come to say', async () => {
  const [a, b] = [await person(t, ['f']), await person(t, ['f'])];
  const source = await marketer.segment('可冻', tagged('f'), { playbook: { goal: 'g', actions: ['x'] } });
  const { segment: list } = await freeze({ id: source.id, name: '已冻' });
  await retag(t, a, []);
  await person(t, ['f']);
  expect(await memberIds(marketer, list.id)).toEqual([a, b].sort());
  const { segment } = await marketer.data(
    'query ($id: ID!) { segment(id: $id) { kind playbook { goal } memberCount { count exact } lastPoint { members entered } currentVersion { note rules { condition { field ids } } } } }',
    { id: list.id },
  );
  expect(segment).toMatchObject({
    kind: 'LIST',
    playbook: { goal: 'g' },
    memberCount: { count: 2, exact: true },
    lastPoint: { members: 2, entered: 0 },
    currentVersion: { note: '可冻 v1, 2026-03-14', rules: { condition: { field: 'SEGMENT', ids: [list.id] } } },
  });
});

test('freezing is done once per key, has a name of its own, and lists have no past', async () => {
  const source = await marketer.segment('一冻', tagged('f2'));
  const input = { id: source.id, name: '一次冻', idempotencyKey: 'f' };
  const lists = await Promise.all([freeze(input), freeze(input), freeze(input)]);
  expect(new Set(lists.map(({ segment }) => segment.id)).size).toBe(1);
  expect((await freeze({ id: source.id, name: '一冻' })).userErrors).toMatchObject([{ field: 'name', code: 'TAKEN' }]);
  const past = await freeze({ id: lists[0].segment.id, name: '过去', asOf: '2026-01-01' });
  expect(past.userErrors).toMatchObject([{ field: 'asOf', code: 'INVALID' }]);
  const members = 'query ($id: ID!) { segment(id: $id) { members(asOf: "2026-01-01") { nodes { id } } } }';
  expect(await marketer.refusal(members, { id: lists[0].segment.id })).toBe('BAD_USER_INPUT');
});

test('a list is made of external and own ids; unknown, merged and repeated ones are told or passed over', async () => {
  const known = await makeCustomer(t.app, { source: 'tmall', externalId: 'T1' });
  const other = await makeCustomer(t.app, { source: 'tmall', externalId: 'T2' });
  const gone = await makeCustomer(t.app, { source: 'tmall', externalId: 'T3', status: 'ERASED' });
  const { id } = await marketer.list('上传');
  const nobody = newId();
  const first = await add({
    id,
    source: 'tmall',
    externalIds: [' T1 ', 'T1', 'T3', 'T9', 'n\0'],
    customerIds: [known.id, other.id, nobody, 'not an id'],
  });
  expect(first).toMatchObject({ added: 2, userErrors: [] });
  expect(first.unknown.sort()).toEqual(['T3', 'T9', nobody, 'n\0', 'not an id'].sort());
  expect((await add({ id, customerIds: [known.id, gone.id] })).added).toBe(0);
  expect(await memberIds(marketer, id)).toEqual([known.id, other.id].sort());
  expect(await remove({ id, customerIds: [known.id, nobody, 'x'] })).toMatchObject({ removed: 1 });
  expect((await add({ id, source: 'tmall', externalIds: ['T1'] })).added).toBe(1);
  const { segment } = await marketer.data(
    'query ($id: ID!) { segment(id: $id) { lastPoint { members entered left } movements(since: "2026-01-01T00:00:00Z") { totalCount } } }',
    { id },
  );
  expect(segment).toEqual({ lastPoint: { members: 2, entered: 3, left: 1 }, movements: { totalCount: 4 } });
});

test.each([
  [{}, 'externalIds', 'REQUIRED'],
  [{ externalIds: ['x'] }, 'source', 'REQUIRED'],
  [{ source: 's', externalIds: Array.from({ length: 10_001 }, (_, i) => `x${i}`) }, 'externalIds', 'OUT_OF_RANGE'],
])('what cannot be put on a list is refused at its field: %#', async (input, field, code) => {
  const { id } = await marketer.list(`空 ${field} ${code}`);
  expect((await add({ id, ...input })).userErrors).toMatchObject([{ field, code }]);
});

test('who is in a segment by rule is put into it by nobody', async () => {
  const segment = await marketer.segment('规则为准', tagged('q'));
  const customerIds = [await person(t, [])];
  expect((await add({ id: segment.id, customerIds })).userErrors).toMatchObject([{ field: 'id', code: 'INVALID' }]);
  expect((await remove({ id: segment.id, customerIds })).userErrors).toMatchObject([{ field: 'id', code: 'INVALID' }]);
});

test('many additions at once count right', async () => {
  const { id } = await marketer.list('齐加');
  const people = await Promise.all(Array.from({ length: 40 }, () => person(t, [])));
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, i) => add({ id, customerIds: people.slice(i * 4, i * 4 + 12) })),
  );
  expect(answers.reduce((sum, { added }) => sum + added, 0)).toBe(40);
  const { segment } = await marketer.data('query ($id: ID!) { segment(id: $id) { lastPoint { members entered } } }', {
    id,
  });
  expect(segment.lastPoint).toEqual({ members: 40, entered: 40 });
});

test('A1: the survivor of a merge is on the lists of the merged one, and off them again when it is undone', async () => {
  const [survivor, merged, both] = [await person(t, []), await person(t, ['tw']), await person(t, [])];
  const { id } = await marketer.list('合并');
  await add({ id, customerIds: [merged, both] });
  const rule = await marketer.segment('合并标签', tagged('tw'));
  const merge = await admin.data(
    'mutation ($input: CustomerMergeInput!) { customerMerge(input: $input) { merge { id } userErrors { message } } }',
    { input: { survivorId: survivor, mergedId: merged, reason: 'same person' } },
  );
  expect(await memberIds(marketer, id)).toEqual([survivor, both].sort());
  expect(await memberIds(marketer, rule.id)).toEqual([survivor]);
  await marketer.do('segmentRefresh', 'SegmentRefreshInput', { id });
  const last = async () =>
    (await marketer.data('query ($id: ID!) { segment(id: $id) { lastPoint { members } } }', { id })).segment.lastPoint
      .members;
  expect(await last()).toBe(2);
  await admin.data(
    'mutation ($input: CustomerMergeRevertInput!) { customerMergeRevert(input: $input) { userErrors { message } } }',
    { input: { mergeId: merge.customerMerge.merge.id, reason: 'not the same' } },
  );
  expect(await memberIds(marketer, id)).toEqual([merged, both].sort());
});

test('A4: whose data are deleted is in no segment, and nothing tells that they were', async () => {
  const somebody = await person(t, ['gone']);
  const { id } = await marketer.list('删除');
  const rule = await marketer.segment('删除规则', tagged('gone'));
  const outer = await marketer.segment('删除外', inSegment(id));
  await add({ id, customerIds: [somebody] });
  await t.app.jobs.drain();
  await admin.data(
    'mutation ($input: CustomerEraseInput!) { customerErase(input: $input) { userErrors { message } } }',
    { input: { id: somebody, reason: 'asked for it' } },
  );
  for (const segment of [id, rule.id, outer.id]) {
    expect(await memberIds(marketer, segment)).toEqual([]);
  }
  const [rows] = await t.app.db.rows<{ n: number }>(
    'select count(*) as n from segment_membership where customer_id = $1',
    [somebody],
  );
  expect(rows!.n).toBe(0);
});
