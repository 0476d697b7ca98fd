import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestApp, type TestApp } from '../support/app.js';
import { apiKey } from '../support/tokens.js';
import { everybody, inSegment, person, phoned, SEGMENT, tagged, Worker } from './saved-support.js';

let t: TestApp;
let marketer: Worker;
let admin: Worker;
beforeAll(async () => {
  t = await createTestApp();
  marketer = new Worker(t, 'MARKETING');
  admin = new Worker(t, 'ADMIN');
});
afterAll(() => t.close());

test('A4: rules over contact data are for those only who may see it, directly, inside others and frozen', async () => {
  await person(t, [], { phone: '13812345678' });
  const create = 'mutation ($input: SegmentCreateInput!) { segmentCreate(input: $input) { segment { id } } }';
  expect(await marketer.refusal(create, { input: { name: '电话', rules: phoned('138') } })).toBe('FORBIDDEN');
  const direct = await admin.segment('电话', phoned('138'));
  expect(await marketer.refusal(create, { input: { name: '套', rules: inSegment(direct.id) } })).toBe('FORBIDDEN');
  const nested = await admin.segment('套', { join: 'ANY', rules: [inSegment(direct.id)] });
  const frozen = (await admin.do('segmentFreeze', 'SegmentFreezeInput', { id: nested.id, name: '冻' })).segment;
  await t.app.jobs.drain();
  for (const { id, confidential } of [direct, nested, frozen]) {
    expect(confidential).toBe(true);
    for (const field of [
      'memberCount { count }',
      'members { nodes { id } }',
      'movements(since: "2026-01-01T00:00:00Z") { nodes { at } }',
      'movementTotals(since: "2026-01-01T00:00:00Z") { members }',
      'profile { members }',
    ]) {
      expect([field, await marketer.refusal(`query ($id: ID!) { segment(id: $id) { ${field} } }`, { id })]).toEqual([
        field,
        'FORBIDDEN',
      ]);
    }
    const { segment } = await marketer.data('query ($id: ID!) { segment(id: $id) { name lastPoint { members } } }', {
      id,
    });
    expect(segment.lastPoint).toBeNull();
    expect(
      (await admin.data('query ($id: ID!) { segment(id: $id) { memberCount { count } } }', { id })).segment,
    ).toEqual({
      memberCount: { count: 1 },
    });
    const overlap = 'query ($ids: [ID!]!) { segmentOverlap(input: { ids: $ids }) { all } }';
    const other = await marketer.segment(`旁 ${id}`, everybody);
    expect(await marketer.refusal(overlap, { ids: [id, other.id] })).toBe('FORBIDDEN');
    const freeze = 'mutation ($input: SegmentFreezeInput!) { segmentFreeze(input: $input) { segment { id } } }';
    expect(await marketer.refusal(freeze, { input: { id, name: 'f' } })).toBe('FORBIDDEN');
    const refresh = 'mutation ($input: SegmentRefreshInput!) { segmentRefresh(input: $input) { segment { id } } }';
    expect(await marketer.refusal(refresh, { input: { id } })).toBe('FORBIDDEN');
    const rerule = 'mutation ($input: SegmentUpdateInput!) { segmentUpdate(input: $input) { segment { id } } }';
    const input = { id, version: 1, rules: tagged('mine') };
    expect(await marketer.refusal(rerule, { input })).toBe(id === frozen.id ? undefined : 'FORBIDDEN');
  }
  const [log] = await t.app.db.rows<{ after: object }>(`select after from audit_entry where subject_id = $1`, [
    direct.id,
  ]);
  expect(JSON.stringify(log!.after)).not.toContain('138');
});

test("A4: sorting by size and a customer's segments tell nothing about confidential ones", async () => {
  const secret = await admin.segment('机密大', { join: 'NONE', rules: [phoned('99999')] });
  // So that all others have been counted, too.
  await t.app.jobs.run('segments.watch');
  await t.app.jobs.drain();
  const order = async (worker: Worker) =>
    (await worker.data('{ segments(first: 100, orderBy: MEMBERS_DESC) { nodes { id } } }')).segments.nodes.map(
      ({ id }: { id: string }) => id,
    );
  const [forAdmin, forMarketer] = [await order(admin), await order(marketer)];
  expect(forAdmin.indexOf(secret.id)).toBeLessThan(5);
  expect(forMarketer.indexOf(secret.id)).toBeGreaterThan(forMarketer.length / 2);
  const somebody = await person(t, []);
  await admin.do('segmentRefresh', 'SegmentRefreshInput', { id: secret.id });
  const segmentsOf = async (worker: Worker) =>
    (
      await worker.data('query ($id: ID!) { customer(id: $id) { segments { id } } }', { id: somebody })
    ).customer.segments.map(({ id }: { id: string }) => id);
  expect(await segmentsOf(admin)).toContain(secret.id);
  expect(await segmentsOf(marketer)).not.toContain(secret.id);
});

test('a system reads members with both scopes, and neither changes nor exports', async () => {
  const segment = await marketer.segment('系统', tagged('sys'));
  const member = await person(t, ['sys']);
  const query = `{ segment(id: "${segment.id}") { name members { nodes { id } } } }`;
  const both = t.client(await apiKey(t, ['SEGMENTS_READ', 'CUSTOMERS_READ'] as never));
  expect((await both(query)).data.segment.members.nodes).toEqual([{ id: member }]);
  const one = t.client(await apiKey(t, ['SEGMENTS_READ'] as never));
  expect((await one(query)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const change = `mutation { segmentArchive(input: { id: "${segment.id}", version: 1 }) { ${SEGMENT} } }`;
  expect((await both(change)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const agent = new Worker(t, 'SERVICE_AGENT');
  expect(await agent.refusal(change)).toBe('FORBIDDEN');
  expect(await agent.refusal(query)).toBeUndefined();
});
