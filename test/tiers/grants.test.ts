import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { StaffRole } from '../../schema/staff/enums.js';
import type { Caller } from '../../server/access/principal.js';
import { newId } from '../../server/database/id.js';
import { UserInputFailure } from '../../server/graphql/errors.js';
import { createTestApp, TEST_NOW, type TestApp } from '../support/app.js';
import { makeCustomer, makeStaff } from '../support/factories.js';
import { buy, buyer, held, moves, refund } from './support.js';

let t: TestApp;
let manager: Caller;
const tier: Record<string, string> = {};
beforeAll(async () => {
  t = await createTestApp();
  manager = await makeStaff(t.app, StaffRole.SERVICE_MANAGER);
  for (const { code, id } of (await t.app.program.published()).tiers) {
    tier[code] = id;
  }
});
afterAll(() => t.close());
beforeEach(() => t.clock.set(TEST_NOW));

const give = (customerId: string, code: string, more: object = {}) =>
  t.app.tiers.grant(manager, { customerId, tierId: tier[code]!, reason: 'lost parcel', ...more });

async function refused(work: Promise<unknown>): Promise<string[]> {
  const failure = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(UserInputFailure);
  return (failure as UserInputFailure).userErrors.map(({ field, code }) => `${field} ${code}`);
}

test('V1: a tier granted with an end is held until then, with its reason in the history and the audit log', async () => {
  const { id } = await makeCustomer(t.app);
  const { tierGrant } = await give(id, 'gold', { endsAt: new Date('2026-06-01T00:00:00Z') });
  expect(await held(t.app, id)).toMatchObject({
    tier: 'gold',
    cause: 'GRANT',
    earned: null,
    expires: '2026-06-01T00:00:00.000Z',
  });
  t.clock.set('2026-05-31T23:59:00Z');
  await t.app.jobs.run('tiers.grants');
  expect((await held(t.app, id)).tier).toBe('gold');
  t.clock.set('2026-06-01T00:00:00Z');
  await t.app.jobs.run('tiers.grants');
  expect((await held(t.app, id)).tier).toBeNull();
  expect(await moves(t.app, id)).toEqual([
    '->gold GRANT UP: granted 金卡/Gold: lost parcel',
    'gold>- GRANT_END DOWN: a granted tier ended: spend ¥0 is below ¥5,000 of 金卡/Gold',
  ]);
  const audited = await t.app.db.rows('select action, actor_kind, reason from audit_entry where subject_id = $1', [
    tierGrant.id,
  ]);
  expect(audited).toEqual([{ action: 'tierGrant', actor_kind: 'STAFF', reason: 'lost parcel' }]);
});

test('V1: a grant for life stays; below it the earned tier keeps its own book', async () => {
  const id = await buyer(t.app, 6_000);
  const { tierGrant } = await give(id, 'diamond');
  expect(await held(t.app, id)).toMatchObject({ tier: 'diamond', cause: 'GRANT', earned: 'gold', expires: null });
  t.clock.set('2027-07-01T04:00:00Z');
  await buy(t.app, id, 5_000);
  expect(await held(t.app, id)).toMatchObject({ tier: 'diamond', earned: 'gold' });
  await t.app.tiers.revokeGrant(manager, { id: tierGrant.id, reason: 'by mistake' });
  expect(await held(t.app, id)).toMatchObject({ tier: 'gold', cause: 'SPEND', expires: '2028-12-31T16:00:00.000Z' });
  expect((await moves(t.app, id)).at(-1)).toMatch(/^diamond>gold GRANT_END DOWN: .*by mistake$/);
});

test('V1: the period of the earned tier ends below a grant without a move', async () => {
  const id = await buyer(t.app, 1_500);
  await give(id, 'gold');
  for (const day of ['2028-01-01', '2028-02-01']) {
    t.clock.set(`${day}T04:00:00Z`);
    await t.app.jobs.run('tiers.daily');
  }
  expect(await held(t.app, id)).toMatchObject({ tier: 'gold', cause: 'GRANT', earned: null });
  expect(await moves(t.app, id)).toHaveLength(2);
});

test('V1: earning more than was granted lifts; a refund falls back to the grant', async () => {
  const { id } = await makeCustomer(t.app);
  await give(id, 'gold');
  const order = await buy(t.app, id, 25_000);
  expect(await held(t.app, id)).toMatchObject({ tier: 'diamond', cause: 'SPEND' });
  await refund(t.app, id, order);
  expect(await held(t.app, id)).toMatchObject({ tier: 'gold', cause: 'GRANT', earned: null });
});

test('V1: of two grants the higher counts, and the other when it ends', async () => {
  const { id } = await makeCustomer(t.app);
  await give(id, 'silver');
  await give(id, 'diamond', { endsAt: new Date('2026-04-01T00:00:00Z') });
  expect((await held(t.app, id)).tier).toBe('diamond');
  t.clock.set('2026-04-01T00:00:01Z');
  await t.app.jobs.run('tiers.grants');
  expect(await held(t.app, id)).toMatchObject({ tier: 'silver', cause: 'GRANT', expires: null });
});

test('V1: the same key gives the same grant, raced or retried; with another input it is refused', async () => {
  const { id } = await makeCustomer(t.app);
  const key = { idempotencyKey: 'case-17' };
  const given = await Promise.all(Array.from({ length: 6 }, () => give(id, 'gold', key)));
  expect(new Set(given.map(({ tierGrant }) => tierGrant.id)).size).toBe(1);
  expect(await refused(give(id, 'silver', key))).toEqual(['idempotencyKey IDEMPOTENCY_KEY_REUSED']);
  const other = await makeCustomer(t.app);
  expect((await give(other.id, 'silver', key)).tierGrant.customerId).toBe(other.id);
});

test('V1: what is wrong with a grant is said at its field', async () => {
  const { id } = await makeCustomer(t.app);
  const gone = await makeCustomer(t.app, { status: 'ERASED' });
  expect(await refused(give(id, 'gold', { reason: '  ', endsAt: new Date('2026-01-01T00:00:00Z') }))).toEqual([
    'reason REQUIRED',
    'endsAt OUT_OF_RANGE',
  ]);
  expect(await refused(give(id, 'platinum'))).toEqual(['tierId NOT_FOUND']);
  for (const nobody of [newId(), 'not-an-id', gone.id]) {
    expect(await refused(give(nobody, 'gold'))).toEqual(['customerId NOT_FOUND']);
  }
  expect(await refused(give(id, 'gold', { reason: 'a\u0000b' }))).toEqual(['reason INVALID']);
});

test('V1: a grant is revoked once', async () => {
  const { id } = await makeCustomer(t.app);
  const { tierGrant } = await give(id, 'gold');
  const results = await Promise.allSettled(
    [1, 2, 3].map(() => t.app.tiers.revokeGrant(manager, { id: tierGrant.id, reason: 'x' })),
  );
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await refused(t.app.tiers.revokeGrant(manager, { id: tierGrant.id, reason: 'x' }))).toEqual([
    'id ALREADY_DONE',
  ]);
  expect(await refused(t.app.tiers.revokeGrant(manager, { id: newId(), reason: 'x' }))).toEqual(['id NOT_FOUND']);
});

test('only managers and admins grant tiers', async () => {
  const { id } = await makeCustomer(t.app);
  const agent = await makeStaff(t.app, StaffRole.SERVICE_AGENT);
  const input = { customerId: id, tierId: tier.gold!, reason: 'x' };
  await expect(t.app.tiers.grant(agent, input)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
});
