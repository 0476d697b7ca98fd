import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { EventKind } from '../../schema/events/enums.js';
import { StaffRole } from '../../schema/staff/enums.js';
import { between } from '../../server/levels/cutoffs.js';
import { refreshDue } from '../../server/levels/due.js';
import { order, push, pushReversals, refund } from '../orders/support.js';
import { asJob, createTestApp, TEST_NOW, type TestApp } from '../support/app.js';
import { makeStaff } from '../support/factories.js';
import { brokenHistories, keptLevels } from './support.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
beforeEach(() => t.clock.set(TEST_NOW));
afterEach(() => setZone('Asia/Shanghai'));
afterAll(() => t.close());

async function setZone(zone: string): Promise<void> {
  await t.app.db.rows('update company_setting set time_zone = $1', [zone]);
  t.app.configuration.forget('company_setting');
}

const levelsOf = async (externalId: string) => (await keptLevels(t)).get(externalId);

/** The history of one customer in words, oldest first. */
async function historyOf(externalId: string): Promise<string[]> {
  const { customerId } = (await levelsOf(externalId))!;
  const { nodes } = await t.app.levels.changesOf(asJob, customerId, { first: 100 });
  return nodes
    .toReversed()
    .map(({ kind, from, to, cause, on, daysSinceOrder }) => `${on} ${kind} ${from}>${to} ${cause} ${daysSinceOrder}`);
}

test('S1, S4: levels change on their company day, also where clocks are changed, and say which day it was', async () => {
  await setZone('America/New_York');
  // 23:30 of February 13th in New York; clocks go forward on March 8th.
  await push(t, order('D1', { customerExternalId: 'dst', placedAt: '2026-02-14T04:30:00Z' }));
  const days: [string, string, number][] = [
    ['2026-03-16T03:59:00Z', 'NEW', 1],
    ['2026-03-16T04:00:00Z', 'ACTIVE', 2],
    ['2026-05-15T03:59:00Z', 'ACTIVE', 2],
    ['2026-05-15T04:00:00Z', 'DORMANT', 3],
    ['2026-08-13T03:59:00Z', 'DORMANT', 3],
    ['2026-08-13T04:00:00Z', 'CHURNED', 4],
  ];
  for (const [instant, stage, recency] of days) {
    t.clock.set(instant);
    await refreshDue(t.app);
    expect([instant, await levelsOf('dst')]).toMatchObject([instant, { stage, recency }]);
  }
  expect((await historyOf('dst')).filter((line) => line.includes(' STAGE '))).toEqual([
    '2026-03-14 STAGE PROSPECT>NEW ORDER 29',
    '2026-03-16 STAGE NEW>ACTIVE TIME 31',
    '2026-05-15 STAGE ACTIVE>DORMANT TIME 91',
    '2026-08-13 STAGE DORMANT>CHURNED TIME 181',
  ]);
});

test('S2: a frequency falls on the day on which the purchases no longer suffice', async () => {
  await push(
    t,
    order('F1', { customerExternalId: 'f', placedAt: '2026-03-01T04:00:00Z' }),
    order('F2', { customerExternalId: 'f', placedAt: '2026-03-02T04:00:00Z' }),
    order('F3', { customerExternalId: 'f', placedAt: '2026-03-03T04:00:00Z' }),
  );
  const bands: [string, number][] = [
    ['2026-04-15T15:00:00Z', 1],
    // The 46th day after March 1st: three purchases are less than two in 30 days.
    ['2026-04-15T17:00:00Z', 2],
    ['2026-11-29T15:00:00Z', 2],
    ['2026-11-29T17:00:00Z', 3],
    ['2029-02-28T17:00:00Z', 4],
  ];
  for (const [instant, frequency] of bands) {
    t.clock.set(instant);
    await refreshDue(t.app);
    expect([instant, (await levelsOf('f'))?.frequency]).toEqual([instant, frequency]);
  }
});

test('S4: who logs in every week stays active without buying, until a week is left out', async () => {
  await push(t, order('L1', { customerExternalId: 'l', placedAt: '2025-10-01T04:00:00Z' }));
  expect(await levelsOf('l')).toMatchObject({ stage: 'DORMANT' });
  const login = (day: string) => ({
    id: `l-${day}`,
    kind: EventKind.LOGIN,
    customerExternalId: 'l',
    at: `${day}T04:00:00Z`,
  });
  await t.app.events.ingest(asJob, { source: 'shop', events: ['2026-02-20', '2026-02-27', '2026-03-06'].map(login) });
  expect(await levelsOf('l')).toMatchObject({ stage: 'DORMANT', lastEventOn: '2026-03-06', frequentUntil: null });
  await t.app.events.ingest(asJob, { source: 'shop', events: [login('2026-03-13')] });
  expect(await levelsOf('l')).toMatchObject({ stage: 'ACTIVE', frequentUntil: '2026-03-19' });
  const stages: [string, string][] = [
    ['2026-03-19T15:59:00Z', 'ACTIVE'],
    ['2026-03-19T16:01:00Z', 'DORMANT'],
    ['2026-09-09T15:59:00Z', 'DORMANT'],
    ['2026-09-09T16:01:00Z', 'CHURNED'],
  ];
  for (const [instant, stage] of stages) {
    t.clock.set(instant);
    await refreshDue(t.app);
    expect([instant, (await levelsOf('l'))?.stage]).toEqual([instant, stage]);
  }
  const stagesOf = (await historyOf('l')).filter((line) => line.includes(' STAGE '));
  expect(stagesOf.map((line) => line.split(' ')[3])).toEqual(['ORDER', 'EVENT', 'TIME', 'TIME']);
});

test('S6: an order in the same second as a refresh: the order counts, whoever comes first', async () => {
  await push(
    t,
    ...Array.from({ length: 30 }, (_, n) =>
      order(`S${n}`, { customerExternalId: `s${n}`, placedAt: '2026-02-12T04:00:00Z' }),
    ),
  );
  t.clock.set('2026-03-15T16:00:01Z');
  const orders = Array.from({ length: 30 }, (_, n) =>
    order(`T${n}`, { customerExternalId: `s${n}`, placedAt: '2026-03-15T16:00:01Z' }),
  );
  await Promise.all([refreshDue(t.app), ...orders.map((one) => push(t, one)), refreshDue(t.app)]);
  const kept = await keptLevels(t);
  for (let n = 0; n < 30; n++) {
    expect(kept.get(`s${n}`)).toMatchObject({ stage: 'ACTIVE', recency: 1, frequency: 2, spend: 20000 });
  }
  expect(await brokenHistories(t)).toEqual([]);
});

test('S3: only those between an old and a new cut-off are written, and a refund gives the band back', async () => {
  await t.app.jobs.run('levels.refresh');
  const amounts = Array.from({ length: 20 }, (_, n) => 1_000 + n * 100);
  await push(t, ...amounts.map((amount, n) => order(`M${n}`, { customerExternalId: `m${n}`, amount: `${amount}.00` })));
  const marketer = await makeStaff(t.app, StaffRole.MARKETING);
  const before = (await t.app.levels.rulesInForce()).cutoffs!;
  const versions = async () =>
    new Map(
      (
        await t.app.db.rows<{ id: string; spend: number; version: string }>(
          'select customer_id as id, spend, xmin::text as version from customer_stats where order_count > 0',
        )
      ).map((row) => [row.id, row]),
    );
  const old = await versions();
  const { touched } = await t.app.levels.refreshNow(marketer, { cutoffs: true });
  const after = (await t.app.levels.rulesInForce()).cutoffs!;
  const ranges = between(before, after);
  const written = [...(await versions()).values()].filter(({ id, version }) => old.get(id)?.version !== version);
  expect(written.length).toBe(touched);
  expect(touched).toBeGreaterThan(0);
  expect(touched).toBeLessThan(old.size);
  expect(written.every(({ spend }) => ranges.some(([from, to]) => spend >= from && spend < to))).toBe(true);
  expect(await t.app.levels.refreshNow(marketer, { cutoffs: true })).toEqual({ touched: 0 });
  expect(await levelsOf('m19')).toMatchObject({ monetary: 1, valueSegment: 'MID_VALUE' });
  await pushReversals(t, refund('M19-R', 'M19', { amount: '2800.00' }));
  expect(await levelsOf('m19')).toMatchObject({ monetary: 4 });
  expect((await historyOf('m19')).at(-1)).toMatch(/MONETARY 1>4 REFUND/);
  const audits = await t.app.db.rows(`select after from audit_entry where action = 'levelsRefresh' order by at, id`);
  expect(audits).toEqual([{ after: { cutoffs: true, touched } }, { after: { cutoffs: true, touched: 0 } }]);
});

test('A1: levels follow a merge and its undoing, also what was interacted', async () => {
  await push(
    t,
    order('G1', { customerExternalId: 'g1', placedAt: '2025-06-01T04:00:00Z' }),
    order('G2', { customerExternalId: 'g2', placedAt: '2026-03-10T04:00:00Z' }),
  );
  await t.app.events.ingest(asJob, {
    source: 'shop',
    events: [{ id: 'g', kind: EventKind.VIEW, customerExternalId: 'g1', at: '2026-03-11T04:00:00Z' }],
  });
  const before = await keptLevels(t);
  expect(before.get('g1')).toMatchObject({ stage: 'DORMANT', lastEventOn: '2026-03-11' });
  expect(before.get('g2')).toMatchObject({ stage: 'NEW', lastEventOn: null });
  const ids = { survivorId: before.get('g2')!.customerId, mergedId: before.get('g1')!.customerId };
  const { merge } = await t.app.customers.merge(asJob, { ...ids, reason: '同一人' });
  const row = async (id: string) =>
    (
      await t.app.db.rows(
        'select stage, order_count as orders, last_event_on as seen from customer_stats where customer_id = $1',
        [id],
      )
    )[0];
  expect(await row(ids.survivorId)).toEqual({ stage: 'ACTIVE', orders: 2, seen: '2026-03-11' });
  expect(await row(ids.mergedId)).toMatchObject({ stage: 'PROSPECT', orders: 0, seen: null });
  await t.app.customers.revertMerge(asJob, { mergeId: merge.id, reason: '看错了' });
  const { spend: _, ...wanted } = before.get('g1')!;
  expect((await keptLevels(t)).get('g1')).toMatchObject(wanted);
  expect((await keptLevels(t)).get('g2')).toEqual(before.get('g2'));
  expect(await brokenHistories(t)).toEqual([]);
});
