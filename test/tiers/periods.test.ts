import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { DowngradePolicy, QualificationWindow } from '../../schema/tiers/enums.js';
import { createTestApp, TEST_NOW, type TestApp } from '../support/app.js';
import { buy, buyer, held, moves, refund, setRules } from './support.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.set(TEST_NOW);
  await rules({});
});

const rules = (settings: Parameters<typeof setRules>[1]) =>
  setRules(t.app, {
    window: QualificationWindow.CALENDAR_YEAR,
    windowMonths: 12,
    downgrade: DowngradePolicy.ONE_LEVEL,
    graceDays: 30,
    ...settings,
  });

/** The clock at a day's noon in Shanghai, with that night's work done. */
async function onDay(day: string): Promise<void> {
  t.clock.set(`${day}T04:00:00Z`);
  await t.app.jobs.run('tiers.daily');
}

const shanghaiMidnight = (day: string) => new Date(`${day}T00:00:00+08:00`).toISOString();

test('V1: a tier earned again in the year just ended is kept, with a new end', async () => {
  const id = await buyer(t.app, 6_000);
  t.clock.set('2027-12-30T04:00:00Z');
  await buy(t.app, id, 5_000);
  await onDay('2028-01-01');
  expect(await held(t.app, id)).toMatchObject({ tier: 'gold', expires: shanghaiMidnight('2029-01-01'), grace: null });
  expect(await moves(t.app, id)).toHaveLength(1);
});

test('V1: not earned again, it is held by grace, and then falls one level for the rest of the year', async () => {
  const id = await buyer(t.app, 21_000);
  await onDay('2027-12-31');
  expect(await held(t.app, id)).toMatchObject({ tier: 'diamond', grace: null });
  await onDay('2028-01-01');
  expect(await held(t.app, id)).toMatchObject({ tier: 'diamond', grace: shanghaiMidnight('2028-01-31') });
  await onDay('2028-01-30');
  expect((await held(t.app, id)).tier).toBe('diamond');
  await onDay('2028-01-31');
  expect(await held(t.app, id)).toMatchObject({
    tier: 'gold',
    kept: true,
    expires: shanghaiMidnight('2029-01-01'),
    grace: null,
  });
  await onDay('2029-02-01');
  await onDay('2029-03-03');
  expect((await held(t.app, id)).tier).toBe('silver');
  expect((await moves(t.app, id)).slice(1)).toEqual([
    'diamond>gold PERIOD_END DOWN: the period ended: spend ¥0 is below ¥20,000 of 钻石卡/Diamond',
    'gold>silver PERIOD_END DOWN: the period ended: spend ¥0 is below ¥5,000 of 金卡/Gold',
  ]);
  const told = await t.app.db.rows<{ kind: string }>(
    'select kind from notification where customer_id = $1 order by id',
    [id],
  );
  expect(told.map(({ kind }) => kind)).toEqual(['TIER_UP', 'TIER_DOWN', 'TIER_DOWN']);
});

test('V1: one level down stops at what the last year earned', async () => {
  const id = await buyer(t.app, 21_000);
  t.clock.set('2027-06-01T04:00:00Z');
  await buy(t.app, id, 5_500);
  await onDay('2028-02-01');
  await onDay('2028-03-05');
  expect(await held(t.app, id)).toMatchObject({ tier: 'gold', kept: false, expires: shanghaiMidnight('2029-01-01') });
});

test('V1: under TO_EARNED it falls to what is earned, over several levels', async () => {
  await rules({ downgrade: DowngradePolicy.TO_EARNED });
  const id = await buyer(t.app, 21_000);
  await onDay('2028-01-01');
  await onDay('2028-02-01');
  expect(await held(t.app, id)).toMatchObject({ tier: null, since: null, cause: null });
  expect((await moves(t.app, id)).at(-1)).toBe(
    'diamond>- PERIOD_END DOWN: the period ended: spend ¥0 is below ¥20,000 of 钻石卡/Diamond',
  );
});

test('V1: under NEVER it is kept for ever', async () => {
  await rules({ downgrade: DowngradePolicy.NEVER });
  const id = await buyer(t.app, 6_000);
  await onDay('2028-01-01');
  await onDay('2031-01-01');
  expect(await held(t.app, id)).toMatchObject({ tier: 'gold', kept: true, expires: null, grace: null });
});

test('V1: without days of grace it falls on the day', async () => {
  await rules({ graceDays: 0 });
  const id = await buyer(t.app, 6_000);
  await onDay('2028-01-01');
  expect((await held(t.app, id)).tier).toBe('silver');
});

test('V1: whoever earns the tier in the days of grace keeps it', async () => {
  const id = await buyer(t.app, 6_000);
  await onDay('2028-01-05');
  expect((await held(t.app, id)).grace).not.toBeNull();
  await buy(t.app, id, 5_000);
  expect(await held(t.app, id)).toMatchObject({ tier: 'gold', grace: null, expires: shanghaiMidnight('2030-01-01') });
  await onDay('2028-03-01');
  expect(await moves(t.app, id)).toHaveLength(1);
});

test('V1: a refund between the end of the period and that night takes no grace away', async () => {
  const id = await buyer(t.app, 5_500);
  const order = await buy(t.app, id, 500);
  t.clock.set('2027-12-31T16:02:00Z');
  await refund(t.app, id, order);
  expect((await held(t.app, id)).tier).toBe('gold');
  await t.app.jobs.run('tiers.daily');
  expect((await held(t.app, id)).grace).toBe(shanghaiMidnight('2028-01-31'));
});

test('V1: rolling months end on the day, leap years included', async () => {
  await rules({ window: QualificationWindow.ROLLING_MONTHS, graceDays: 0, downgrade: DowngradePolicy.TO_EARNED });
  t.clock.set('2027-02-28T04:00:00Z');
  const id = await buyer(t.app, 1_000);
  await onDay('2028-02-27');
  expect((await held(t.app, id)).tier).toBe('silver');
  await onDay('2028-02-28');
  expect((await held(t.app, id)).tier).toBeNull();
});

test('V1: two servers doing the night’s work at once do it once', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 6; n++) {
    ids.push(await buyer(t.app, 6_000));
  }
  await rules({ graceDays: 0 });
  t.clock.set('2028-01-01T04:00:00Z');
  await Promise.all([1, 2, 3].map(() => t.app.jobs.run('tiers.daily')));
  for (const id of ids) {
    expect(await moves(t.app, id)).toHaveLength(2);
  }
});
