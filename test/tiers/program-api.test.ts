import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { StaffRole } from '../../schema/staff/enums.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/http.js';
import { signIn } from '../support/tokens.js';
import { buyer } from './support.js';

let t: TestApp;
let admin: TestClient;
beforeAll(async () => {
  t = await createTestApp();
  admin = t.client(await signIn(t, StaffRole.ADMIN));
});
afterAll(() => t.close());

async function ask(query: string, variables: object = {}) {
  const { data, errors } = await admin(query, variables);
  expect(errors).toBeUndefined();
  return data;
}

test('V6: draft, impact, publishing and rollback through the API, with errors at their dotted field', async () => {
  const who = await buyer(t.app, 6_100);
  const { programDraftCreate } = await ask(
    'mutation { programDraftCreate { programVersion { id version basedOn { number } createdBy { role } } userErrors { code } } }',
  );
  const { id, version } = programDraftCreate.programVersion;
  expect(programDraftCreate.programVersion).toMatchObject({ basedOn: { number: 1 }, createdBy: { role: 'ADMIN' } });
  const { programDraft } = await ask(
    '{ programDraft { tiers { code name { zh en } color spendThreshold pointsThreshold } settings { measure window windowMonths downgrade graceDays pointsPerUnit pointsExpireMonths pointsReminderDays reservationMinutes } } }',
  );
  const update =
    'mutation ($input: ProgramDraftUpdateInput!) { programDraftUpdate(input: $input) { programVersion { version benefits { code validFrom } } userErrors { field code } } }';
  const tiers = structuredClone(programDraft.tiers);
  tiers[1].spendThreshold = '900.00';
  expect((await ask(update, { input: { id, version, tiers } })).programDraftUpdate).toEqual({
    programVersion: null,
    userErrors: [{ field: 'tiers.1.spendThreshold', code: 'OUT_OF_RANGE' }],
  });
  tiers[1].spendThreshold = '6500.00';
  const saved = (await ask(update, { input: { id, version, tiers, settings: programDraft.settings } }))
    .programDraftUpdate;
  expect(saved.userErrors).toEqual([]);
  const input = { id, version: saved.programVersion.version };
  const stale = await admin(
    'mutation ($input: ProgramImpactInput!) { programImpact(input: $input) { impact { total } } }',
    { input: { id, version } },
  );
  expect(stale.errors?.[0]?.extensions.code).toBe('VERSION_CONFLICT');
  const { programImpact } = await ask(
    'mutation ($input: ProgramImpactInput!) { programImpact(input: $input) { impact { total up down stay yearlyCostBefore yearlyCostAfter computedAt pairs { from { code } to { code } count sample { id name } } } userErrors { code } } }',
    { input },
  );
  const { impact } = programImpact;
  const down = impact.pairs.find(
    ({ from, to }: { from: { code: string } | null; to: { code: string } | null }) =>
      from?.code === 'gold' && to?.code === 'silver',
  );
  expect(down.sample.map((one: { id: string }) => one.id)).toContain(who);
  expect(impact.total).toBe(impact.up + impact.down + impact.stay);
  expect(Number(impact.yearlyCostAfter)).toBeLessThan(Number(impact.yearlyCostBefore));
  const publish = await ask(
    'mutation ($input: ProgramPublishInput!) { programPublish(input: $input) { programVersion { id status number } userErrors { code } } }',
    { input },
  );
  expect(publish.programPublish).toEqual({ programVersion: { id, status: 'PUBLISHING', number: 2 }, userErrors: [] });
  await t.app.jobs.drain();
  const { programVersion, programVersions } = await ask(
    'query ($id: ID!) { programVersion(id: $id) { status progressDone progressTotal publishedBy { role } impactAt impact { down } } programVersions(first: 5) { totalCount nodes { id number status } } }',
    { id },
  );
  expect(programVersion).toMatchObject({
    status: 'PUBLISHED',
    progressDone: impact.total,
    progressTotal: impact.total,
    publishedBy: { role: 'ADMIN' },
    impact: { down: impact.down },
  });
  const first = programVersions.nodes.find(({ number }: { number: number }) => number === 1);
  const back = await ask(
    'mutation ($input: ProgramRollbackInput!) { programRollback(input: $input) { programVersion { number rollbackOf { number } } userErrors { code } } }',
    {
      input: { toVersionId: first.id, reason: 'x' },
    },
  );
  expect(back.programRollback).toEqual({ programVersion: { number: 3, rollbackOf: { number: 1 } }, userErrors: [] });
  await t.app.jobs.drain();
  const { program } = await ask('{ program { number status } programDraft { id } }');
  expect(program).toEqual({ number: 3, status: 'PUBLISHED' });
});

test('V6: the overview counts members, moves, orders and redemptions by company day', async () => {
  const { programOverview: o } = await ask(
    `{ programOverview { customers newMembers noTier movesUp movesDown redemptionsThisMonth pointsOutstanding pointsExpiring30Days
         membersByTier { count tier { code } } redemptionsByDay { day count cost } movesByDay { day up down }
         ordersByDay { day orders spend } topBenefits { count benefit { code } } } }`,
  );
  const [truth] = await t.app.db.rows<{ customers: number; orders: number; ups: number }>(
    `select (select count(*) from customer) as customers, (select count(*) from orders) as orders,
            (select count(*) from tier_move where direction = 'UP') as ups`,
  );
  expect(o.customers).toBe(truth!.customers);
  expect(o.newMembers).toBe(truth!.customers);
  expect(o.movesUp).toBe(truth!.ups);
  expect(o.membersByTier.map(({ tier }: { tier: { code: string } }) => tier.code)).toEqual([
    'silver',
    'gold',
    'diamond',
  ]);
  expect(o.noTier + o.membersByTier.reduce((n: number, { count }: { count: number }) => n + count, 0)).toBe(
    o.customers,
  );
  expect(o.movesByDay).toHaveLength(30);
  expect(o.movesByDay.at(-1)).toEqual({ day: '2026-03-14', up: truth!.ups, down: o.movesDown });
  expect(o.ordersByDay.at(-1).orders).toBe(truth!.orders);
  expect(o.redemptionsByDay[0]).toEqual({ day: '2026-02-13', count: 0, cost: '0.00' });
});

test('an agent begins no draft, and nobody reads tiers without signing in', async () => {
  const agent = t.client(await signIn(t, StaffRole.SERVICE_AGENT));
  const { errors } = await agent('mutation { programDraftCreate { programVersion { id } } }');
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const { errors: nobody } = await t.client()('{ tiers { code } }');
  expect(nobody?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});
