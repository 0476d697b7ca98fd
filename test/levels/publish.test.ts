import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { LevelKind } from '../../schema/levels/enums.js';
import type { LevelRules } from '../../schema/levels/rules.js';
import type { LevelPreview } from '../../schema/levels/version.js';
import { StaffRole } from '../../schema/staff/enums.js';
import type { Caller } from '../../server/access/principal.js';
import { App } from '../../server/app.js';
import type { Transaction } from '../../server/database/transaction.js';
import { refreshCutoffs } from '../../server/levels/cutoffs.js';
import { sweepBatch } from '../../server/levels/sweep.js';
import { order, push } from '../orders/support.js';
import { createTestApp, TEST_NOW, type TestApp } from '../support/app.js';
import { makeStaff } from '../support/factories.js';
import { brokenHistories, keptLevels, publishRules, rulesWith } from './support.js';

const PEOPLE = 40;

let t: TestApp;
let marketer: Caller;
beforeAll(async () => {
  t = await createTestApp();
  marketer = await makeStaff(t.app, StaffRole.MARKETING);
  const day = (daysAgo: number) => new Date(Date.parse(TEST_NOW) - daysAgo * 86_400_000).toISOString();
  const orders = Array.from({ length: PEOPLE }, (_, n) => [
    order(`a${n}`, { customerExternalId: `c${n}`, placedAt: day(n * 9), amount: `${(n * 37) % 101}.50` }),
    ...(n % 3 === 0
      ? [order(`b${n}`, { customerExternalId: `c${n}`, placedAt: day(n * 9 + 20), amount: '20.00' })]
      : []),
  ]);
  await push(t, ...orders.flat());
  await refreshCutoffs(t.app);
});
beforeEach(() => t.clock.set(TEST_NOW));
afterAll(() => t.close());

const STRICTER = rulesWith({
  recencyDays: [10, 40, 120],
  newDays: 10,
  activeDays: 40,
  dormantDays: 120,
  monetaryShares: [5, 30, 60],
  midValue: { recency: 3, frequency: 3, monetary: 3 },
});

/** A saved draft of these rules. */
async function draftOf(rules: LevelRules) {
  const { levelVersion } = await t.app.levels.createDraft(marketer, {});
  return (await t.app.levels.updateDraft(marketer, { id: levelVersion.id, version: 1, rules })).levelVersion;
}

const COLUMNS = {
  STAGE: 'stage',
  VALUE_SEGMENT: 'valueSegment',
  RECENCY: 'recency',
  FREQUENCY: 'frequency',
  MONETARY: 'monetary',
} as const;

/** The matrices that two states of everybody make. */
function matricesOf(before: Awaited<ReturnType<typeof keptLevels>>, after: typeof before) {
  return Object.fromEntries(
    Object.values(LevelKind).map((kind) => {
      const text = (row: object | undefined) => String((row as Record<string, unknown>)[COLUMNS[kind]]);
      const moves = [...before].map(([id, row]) => `${text(row)}>${text(after.get(id))}`);
      return [kind, [...Map.groupBy(moves, (move) => move)].map(([move, all]) => `${move} ${all.length}`).sort()];
    }),
  );
}

const shown = ({ matrices }: LevelPreview) =>
  Object.fromEntries(
    matrices.map(({ kind, cells }) => [kind, cells.map((one) => `${one.from}>${one.to} ${one.customers}`).sort()]),
  );

test('thresholds: publishing does exactly what its preview said, and the history says why', async () => {
  const before = await keptLevels(t);
  const draft = await draftOf(STRICTER);
  const { preview } = await t.app.levels.preview(marketer, { id: draft.id });
  expect(preview).toMatchObject({ total: PEOPLE, stay: expect.any(Number) });
  expect(preview.changed).toBeGreaterThan(10);
  expect(preview.changed + preview.stay).toBe(PEOPLE);
  const { levelVersion } = await t.app.levels.publish(marketer, { id: draft.id, version: draft.version, note: '更严' });
  expect(levelVersion).toMatchObject({ status: 'PUBLISHING', number: 2, progressTotal: PEOPLE, note: '更严' });
  expect((await t.app.levels.inForce(marketer))?.id).toBe(draft.id);
  await t.app.jobs.drain();
  const after = await keptLevels(t);
  expect(matricesOf(before, after)).toEqual(shown(preview));
  expect(await t.app.levels.version(marketer, draft.id)).toMatchObject({ status: 'PUBLISHED', progressDone: PEOPLE });
  expect((await t.app.levels.rulesInForce()).cutoffs).toEqual(preview.cutoffs);
  expect(await brokenHistories(t)).toEqual([]);
  const [change] = await t.app.db.rows(
    `select cause, days_since_order as days, order_count as orders from level_change where cause = 'PUBLISH' and customer_id = $1`,
    [after.get('c5')!.customerId],
  );
  expect(change).toEqual({ cause: 'PUBLISH', days: 45, orders: 1 });
  const [audit] = await t.app.db.rows(`select after from audit_entry where action = 'levelPublish'`);
  expect(audit).toMatchObject({ after: { number: 2, preview: { total: PEOPLE, changed: preview.changed } } });
  await publishRules(t, marketer, rulesWith());
  expect(matricesOf(before, await keptLevels(t))).toEqual(matricesOf(before, before));
});

/** The app as a worker has it that is killed when its batch is done but not committed. */
const dying = (): App =>
  Object.assign(Object.create(t.app), {
    db: {
      transaction: (work: (tx: Transaction) => Promise<unknown>) =>
        t.app.db.transaction(async (tx) => {
          await work(tx);
          throw new Error('killed');
        }),
    },
  });

test('thresholds: a sweep that is killed goes on where it stood; orders meanwhile count by the new rules', async () => {
  const draft = await draftOf(STRICTER);
  await t.app.levels.publish(marketer, { id: draft.id, version: draft.version });
  expect(await sweepBatch(t.app, 7)).toBe(true);
  await expect(sweepBatch(dying(), 7)).rejects.toThrow('killed');
  expect(await t.app.levels.version(marketer, draft.id)).toMatchObject({ status: 'PUBLISHING', progressDone: 7 });
  await push(t, order('late', { customerExternalId: 'c39', placedAt: TEST_NOW, amount: '1.00' }));
  expect((await keptLevels(t)).get('c39')).toMatchObject({ stage: 'ACTIVE', recency: 1 });
  await t.app.jobs.run('levels.publish');
  expect(await t.app.levels.version(marketer, draft.id)).toMatchObject({ status: 'PUBLISHED', progressDone: PEOPLE });
  const swept = await keptLevels(t);
  await t.app.db.transaction((tx) =>
    t.app.orders.refreshFigures(tx, [...swept.values()].map(({ customerId }) => customerId).sort()),
  );
  expect(await keptLevels(t)).toEqual(swept);
  expect(await brokenHistories(t)).toEqual([]);
});

test('thresholds: two workers sweep at once, and orders arrive; everybody ends where the rules say', async () => {
  const second = await App.open({ config: { ...t.app.config, workers: false }, clock: t.clock });
  const draft = await draftOf(rulesWith());
  await t.app.levels.publish(marketer, { id: draft.id, version: draft.version });
  const sweep = async (app: App) => {
    while (await sweepBatch(app, 3)) {
      // one transaction after the other
    }
  };
  const buying = Array.from({ length: 12 }, (_, n) =>
    push(t, order(`race${n}`, { customerExternalId: `c${n * 3}`, placedAt: TEST_NOW, amount: `${n}5.00` })),
  );
  await Promise.all([sweep(t.app), sweep(second), refreshCutoffs(t.app), refreshCutoffs(second), ...buying]);
  await sweep(t.app);
  await refreshCutoffs(t.app);
  await second.close();
  const kept = await keptLevels(t);
  await t.app.db.transaction((tx) =>
    t.app.orders.refreshFigures(tx, [...kept.values()].map(({ customerId }) => customerId).sort()),
  );
  expect(await keptLevels(t)).toEqual(kept);
  expect(await brokenHistories(t)).toEqual([]);
});

test('thresholds: one draft at a time, no edit of an old one, nothing begun while one is published', async () => {
  const draft = await draftOf(STRICTER);
  await expect(t.app.levels.createDraft(marketer, {})).rejects.toThrow('There is a draft already');
  await expect(t.app.levels.updateDraft(marketer, { id: draft.id, version: 1, note: 'x' })).rejects.toMatchObject({
    extensions: { code: 'VERSION_CONFLICT' },
  });
  await expect(t.app.levels.publish(marketer, { id: draft.id, version: 1 })).rejects.toMatchObject({
    extensions: { code: 'VERSION_CONFLICT' },
  });
  await t.app.levels.discardDraft(marketer, { id: draft.id });
  expect(await t.app.levels.draft(marketer)).toBeNull();
  expect(await t.app.levels.version(marketer, draft.id)).toMatchObject({ status: 'DISCARDED' });
  const { levelVersion: again } = await t.app.levels.createDraft(marketer, { from: draft.id });
  expect(again.content).toEqual(STRICTER);
  await t.app.levels.publish(marketer, { id: again.id, version: again.version });
  await expect(t.app.levels.createDraft(marketer, {})).rejects.toThrow('A version is being published');
  await t.app.jobs.run('levels.publish');
});

test.each<[string, Partial<LevelRules>, string[]]>([
  ['unordered bounds', { recencyDays: [30, 20, 180] }, ['rules.recencyDays.1']],
  ['two bounds', { recencyDays: [30, 90] }, ['rules.recencyDays']],
  ['a negative bound', { recencyDays: [-1, 90, 180] }, ['rules.recencyDays.0']],
  ['shares not rising', { monetaryShares: [20, 20, 80] }, ['rules.monetaryShares.1']],
  ['shares out of range', { monetaryShares: [0, 50, 100] }, ['rules.monetaryShares.0', 'rules.monetaryShares.2']],
  ['a share that is no number', { monetaryShares: [Number.NaN, 50, 80] }, ['rules.monetaryShares.0']],
  [
    'frequencies not falling',
    {
      frequency: [
        { times: 1, days: 30 },
        { times: 2, days: 30 },
        { times: 1, days: 365 },
      ],
    },
    ['rules.frequency.1.times'],
  ],
  [
    'no times and too many days',
    {
      frequency: [
        { times: 0, days: 30 },
        { times: 1, days: 91 },
        { times: 1, days: 4000 },
      ],
    },
    ['rules.frequency.0.times', 'rules.frequency.1.times', 'rules.frequency.2.days'],
  ],
  ['dormant before active', { activeDays: 200 }, ['rules.dormantDays']],
  ['no days of being new', { newDays: 0 }, ['rules.newDays']],
  ['more logins than days', { often: { logins: 8, days: 7 } }, ['rules.often.logins']],
  [
    'a fifth band',
    { highValue: { recency: 5, frequency: 1, monetary: 1 } },
    ['rules.highValue.recency', 'rules.midValue.recency'],
  ],
  [
    'mid value narrower than high',
    { midValue: { recency: 2, frequency: 2, monetary: 0 } },
    ['rules.midValue.monetary', 'rules.midValue.monetary'],
  ],
])('thresholds: %s are refused at their fields', async (_, changes, fields) => {
  const { levelVersion } = await t.app.levels.createDraft(marketer, {});
  const saving = t.app.levels.updateDraft(marketer, { id: levelVersion.id, version: 1, rules: rulesWith(changes) });
  await expect(saving).rejects.toMatchObject({ userErrors: fields.map((field) => ({ field })) });
  await t.app.levels.discardDraft(marketer, { id: levelVersion.id });
});
