import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createTestApp, TEST_NOW, type TestApp } from '../support/app.js';
import { figures, order, push } from './support.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
beforeEach(() => t.clock.set(TEST_NOW));
afterAll(() => t.close());

/** Moves the clock to an instant and lets the night's work run. */
const nightOf = async (instant: string) => {
  t.clock.set(instant);
  await t.app.jobs.run('levels.refresh');
};

/** How often each customer's figures were written so far. */
const writes = async () =>
  new Map(
    (
      await t.app.db.rows<{ id: string; version: string }>(
        `select i.external_id as id, s.xmin::text as version from customer_stats s join customer_identity i using (customer_id)`,
      )
    ).map(({ id, version }) => [id, version]),
  );

test('S4: a customer is new for 30 company days, active to the 90th, dormant to the 180th, then churned', async () => {
  // 23:30 of March 1st in Shanghai.
  await push(t, order('S4', { customerExternalId: 's4', placedAt: '2026-03-01T15:30:00Z' }));
  expect(await figures(t, 's4')).toMatchObject({ stage: 'NEW' });
  const stages: [string, string][] = [
    ['2026-03-31T15:59:00Z', 'NEW'],
    ['2026-03-31T16:01:00Z', 'ACTIVE'],
    ['2026-05-30T15:59:00Z', 'ACTIVE'],
    ['2026-05-30T16:01:00Z', 'DORMANT'],
    ['2026-08-28T15:59:00Z', 'DORMANT'],
    ['2026-08-28T16:01:00Z', 'CHURNED'],
  ];
  for (const [instant, stage] of stages) {
    await nightOf(instant);
    expect([instant, (await figures(t, 's4'))?.stage]).toEqual([instant, stage]);
  }
});

test('S6: only customers who crossed a line are written, however many there are', async () => {
  const batch = Array.from({ length: 700 }, (_, i) =>
    order(`many-${i}`, {
      customerExternalId: `many-${i}`,
      placedAt: i < 600 ? '2026-02-14T04:00:00Z' : '2026-02-20T04:00:00Z',
    }),
  );
  await push(t, ...batch);
  const before = await writes();
  await nightOf('2026-03-17T04:00:00Z');
  const after = await writes();
  const written = [...after].filter(([id, version]) => id.startsWith('many-') && before.get(id) !== version);
  expect(written).toHaveLength(600);
  expect(await figures(t, 'many-0')).toMatchObject({ stage: 'ACTIVE' });
  expect(await figures(t, 'many-650')).toMatchObject({ stage: 'NEW' });
});

test("V1: the calendar year of qualification begins anew at the company's New Year", async () => {
  t.clock.set('2026-12-31T04:00:00Z');
  await push(t, order('Y1', { customerExternalId: 'y', placedAt: '2026-12-30T04:00:00Z', amount: '300.00' }));
  expect(await figures(t, 'y')).toMatchObject({ periodStart: '2026-01-01', periodSpend: 30000, periodOrders: 1 });
  await nightOf('2026-12-31T15:59:00Z');
  expect(await figures(t, 'y')).toMatchObject({ periodSpend: 30000 });
  await nightOf('2026-12-31T16:01:00Z');
  expect(await figures(t, 'y')).toMatchObject({
    periodStart: '2027-01-01',
    periodSpend: 0,
    periodOrders: 0,
    spend: 30000,
  });
});

test('V1: orders fall out of a rolling window on their day, and points with them', async () => {
  await t.app.db.rows(
    `update program_version set content = jsonb_set(jsonb_set(content, '{settings,window}', '"ROLLING_MONTHS"'),
                                                    '{settings,windowMonths}', '3')
      where status = 'PUBLISHED'`,
  );
  t.app.configuration.forget('program');
  await push(
    t,
    order('W1', { customerExternalId: 'w', placedAt: '2026-01-10T04:00:00Z', amount: '100.00' }),
    order('W2', { customerExternalId: 'w', placedAt: '2026-03-10T04:00:00Z', amount: '50.00' }),
  );
  await nightOf('2026-04-10T04:00:00Z');
  const period = async () => {
    const [row] = await t.app.db.rows(
      `select period_spend as spend, period_orders as orders, period_points as points
         from customer_stats s join customer_identity i using (customer_id) where i.external_id = 'w'`,
    );
    return row;
  };
  expect(await period()).toEqual({ spend: 5000, orders: 1, points: 50 });
  await nightOf('2026-06-09T04:00:00Z');
  expect(await period()).toEqual({ spend: 5000, orders: 1, points: 50 });
  await nightOf('2026-06-10T04:00:00Z');
  expect(await period()).toEqual({ spend: 0, orders: 0, points: 0 });
});
