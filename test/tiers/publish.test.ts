import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { StaffRole } from '../../schema/staff/enums.js';
import { DowngradePolicy, QualificationWindow, TierMoveCause } from '../../schema/tiers/enums.js';
import type { Caller } from '../../server/access/principal.js';
import type { ProgramContent } from '../../server/tiers/content.js';
import { sweepBatch } from '../../server/tiers/sweep.js';
import { createTestApp, TEST_NOW, type TestApp } from '../support/app.js';
import { makeStaff } from '../support/factories.js';
import { buy, buyer, held, look, moves, population, savedDraft, threshold } from './support.js';

let t: TestApp;
let admin: Caller;
beforeAll(async () => {
  t = await createTestApp();
  admin = await makeStaff(t.app, StaffRole.ADMIN);
});
afterAll(() => t.close());
beforeEach(() => t.clock.set(TEST_NOW));

const draftWith = (edit: (content: ProgramContent) => void) => savedDraft(t.app, admin, edit);

async function publishWith(edit: (content: ProgramContent) => void) {
  const draft = await draftWith(edit);
  const { programVersion } = await t.app.program.publish(admin, draft);
  await t.app.jobs.run('tiers.publish');
  return programVersion;
}

/** The original ladder again. */
const restore = () =>
  publishWith((content) => {
    content.settings = {
      ...content.settings,
      window: QualificationWindow.CALENDAR_YEAR,
      downgrade: DowngradePolicy.ONE_LEVEL,
      graceDays: 30,
    };
    threshold('gold', 5_000)(content);
    threshold('diamond', 20_000)(content);
  });

test('V6: publishing moves customers as its impact said, in one audited step, saying why', async () => {
  const [six, nine] = [await buyer(t.app, 6_000), await buyer(t.app, 9_000)];
  const draft = await draftWith(threshold('gold', 8_000));
  const { impact } = await t.app.program.impact(admin, draft);
  expect(impact).toMatchObject({ up: 0, down: 1, total: impact.stay + 1 });
  expect(impact.pairs[0]).toMatchObject({ from: { code: 'gold' }, to: { code: 'silver' }, count: 1, sampleIds: [six] });
  const { programVersion } = await t.app.program.publish(admin, draft);
  expect(programVersion).toMatchObject({ status: 'PUBLISHING', progressTotal: impact.total });
  await t.app.jobs.drain();
  expect(await held(t.app, six)).toMatchObject({ tier: 'silver' });
  expect(await held(t.app, nine)).toMatchObject({ tier: 'gold' });
  expect((await moves(t.app, six)).at(-1)).toBe(
    `gold>silver PUBLISH DOWN: programme ${programVersion.number}: spend ¥6,000 is below ¥8,000 of 金卡/Gold`,
  );
  const done = await t.app.program.version(admin, programVersion.id);
  expect(done).toMatchObject({ status: 'PUBLISHED', progressDone: impact.total });
  const audited = await t.app.db.rows('select action from audit_entry where subject_id = $1 order by id', [draft.id]);
  expect(audited.map(({ action }: { action?: string }) => action)).toEqual([
    'programDraftCreate',
    'programDraftUpdate',
    'programPublish',
  ]);
  await restore();
});

test('V6: a version can be rolled back, as a version of its own', async () => {
  const before = (await t.app.program.inForce(admin))!;
  const id = await buyer(t.app, 6_000);
  await publishWith(threshold('gold', 8_000));
  expect((await held(t.app, id)).tier).toBe('silver');
  const { programVersion } = await t.app.program.rollback(admin, { toVersionId: before.id, reason: 'complaints' });
  await t.app.jobs.drain();
  expect(programVersion).toMatchObject({ rollbackOfId: before.id, note: 'complaints', number: before.number! + 2 });
  expect(programVersion.content).toEqual(before.content);
  expect((await held(t.app, id)).tier).toBe('gold');
  expect((await moves(t.app, id)).at(-1)).toMatch(
    /^silver>gold ROLLBACK UP: programme \d+ \(rollback\): spend ¥6,000 reached/,
  );
});

test('V6: members of a retired tier move to what they earn', async () => {
  const before = (await t.app.program.inForce(admin))!;
  const id = await buyer(t.app, 6_000);
  await publishWith((content) => {
    content.tiers = content.tiers.filter(({ code }) => code !== 'gold');
    content.benefits = content.benefits.map((b) => ({
      ...b,
      tierCodes: b.tierCodes.filter((code) => code !== 'gold'),
    }));
  });
  expect((await held(t.app, id)).tier).toBe('silver');
  expect((await moves(t.app, id)).at(-1)).toMatch(/retired 金卡\/Gold: spend ¥6,000/);
  await t.app.program.rollback(admin, { toVersionId: before.id, reason: 'x' });
  await t.app.jobs.drain();
  expect((await held(t.app, id)).tier).toBe('gold');
});

test('V6: of two who publish at once one does; while it runs there is no other', async () => {
  const draft = await draftWith(threshold('gold', 5_500));
  const results = await Promise.allSettled([1, 2, 3].map(() => t.app.program.publish(admin, draft)));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(t.app.program.createDraft(admin, {})).rejects.toMatchObject({
    userErrors: [{ field: null, code: 'CONFLICT' }],
  });
  const first = (await t.app.program.versions(admin, { first: 100 })).nodes.find(
    ({ status }) => status === 'SUPERSEDED',
  )!;
  await expect(t.app.program.rollback(admin, { toVersionId: first.id, reason: 'x' })).rejects.toMatchObject({
    userErrors: [{ code: 'CONFLICT' }],
  });
  await t.app.jobs.drain();
  await restore();
});

test('V6: publishing that was cut short goes on where it was, and moves nobody twice', async () => {
  const ids = await population(
    t.app,
    Array.from({ length: 30 }, () => [{ yuan: 6_000, at: t.clock.now() }]),
  );
  await look(t.app, ids, TierMoveCause.ORDER);
  await t.app.program.publish(admin, await draftWith(threshold('gold', 8_000)));
  expect(await sweepBatch(t.app, 7)).toBe(true);
  expect(await sweepBatch(t.app, 7)).toBe(true);
  const half = await t.app.program.inForce(admin);
  expect(half).toMatchObject({ status: 'PUBLISHING', progressDone: 14 });
  await Promise.all([t.app.jobs.run('tiers.publish'), t.app.jobs.run('tiers.publish')]);
  expect((await t.app.program.inForce(admin))?.status).toBe('PUBLISHED');
  for (const id of ids) {
    expect((await moves(t.app, id)).map((move) => move.split(' ')[0])).toEqual(['->gold', 'gold>silver']);
  }
  await restore();
});

test('V6: orders that arrive while a version is published leave everybody with what it gives', async () => {
  const ids = await population(
    t.app,
    Array.from({ length: 40 }, (_, n) => [{ yuan: 400 * n + 1, at: t.clock.now() }]),
  );
  await look(t.app, ids, TierMoveCause.ORDER);
  const { programVersion } = await t.app.program.publish(admin, await draftWith(threshold('gold', 9_000)));
  const arriving = async () => {
    for (const id of ids) {
      await buy(t.app, id, 500);
    }
  };
  const sweeping = async () => {
    while (await sweepBatch(t.app, 3)) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  await Promise.all([arriving(), sweeping()]);
  expect((await t.app.program.version(admin, programVersion.id))?.status).toBe('PUBLISHED');
  for (const [n, id] of ids.entries()) {
    const yuan = 400 * n + 501;
    expect((await held(t.app, id)).tier).toBe(yuan >= 9_000 ? 'gold' : yuan >= 1_000 ? 'silver' : null);
  }
  await restore();
});

test('V6: another server’s memory of the old rules does no harm to customers already swept', async () => {
  const id = await buyer(t.app, 4_000);
  const old = await t.app.program.published();
  await publishWith(threshold('gold', 8_000));
  const remembered = t.app.program.published.bind(t.app.program);
  t.app.program.published = async () => old;
  try {
    await buy(t.app, id, 2_000);
  } finally {
    t.app.program.published = remembered;
  }
  expect((await held(t.app, id)).tier).toBe('silver');
  await restore();
});

test('V6: publishing the same again moves nobody, whatever they are held by', async () => {
  const { tiers } = await t.app.program.published();
  const graced = await buyer(t.app, 6_000);
  const kept = await buyer(t.app, 21_000);
  const granted = await buyer(t.app);
  await t.app.tiers.grant(admin, { customerId: granted, tierId: tiers[2]!.id, reason: 'x' });
  t.clock.set('2028-02-01T04:00:00Z');
  await t.app.jobs.run('tiers.daily');
  await t.app.jobs.run('tiers.daily');
  t.clock.set('2028-02-10T04:00:00Z');
  const { programVersion } = await t.app.program.createDraft(admin, {});
  const { impact } = await t.app.program.impact(admin, programVersion);
  expect(impact).toMatchObject({ up: 0, down: 0 });
  const before = await Promise.all([graced, kept, granted].map((id) => held(t.app, id)));
  await t.app.program.publish(admin, programVersion);
  await t.app.jobs.drain();
  expect(await Promise.all([graced, kept, granted].map((id) => held(t.app, id)))).toEqual(before);
});
