import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays, type LocalDate, startOfDay } from '../../server/calendar/days.js';
import { asOfStatsSql } from '../../server/levels/as-of.js';
import { startSlice } from '../imports/support.js';
import { asJob, createTestApp, type TestApp } from '../support/app.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
  await startSlice(t);
  await t.app.jobs.drain();
});
afterAll(() => t.close());

const ZONE = 'Asia/Shanghai';

/** S1–S5 of everybody who had ordered by the end of a day, by plain SQL that shares nothing with the server: ranks for quantiles, dates for days. */
const PLAIN = `
with sales as (
  select o.*, coalesce((select sum(applied) from order_reversal v
                         where v.order_id = o.id and (v.occurred_at at time zone '${ZONE}')::date <= $1::date), 0) as back
    from orders o where customer_id is not null and (placed_at at time zone '${ZONE}')::date <= $1::date
), people as (
  select customer_id, count(*) filter (where back = 0 or back < amount)::int as orders,
         sum(base_amount - coalesce(round(base_amount * back / nullif(amount, 0)), 0))::bigint as spend,
         $1::date - max((placed_at at time zone '${ZONE}')::date) filter (where back = 0 or back < amount) as quiet,
         $1::date - min((placed_at at time zone '${ZONE}')::date) filter (where back = 0 or back < amount) as known
    from sales group by customer_id
), ranked as (
  select *, rank() over (partition by orders > 0 order by spend desc) as place, count(*) over (partition by orders > 0) as buyers
    from people
), banded as (
  select *,
         case when orders = 0 then null when quiet < 31 then 1 when quiet < 91 then 2 when quiet < 181 then 3 else 4 end as r,
         case when orders = 0 then null when orders::numeric / greatest(known, 30) >= 2.0 / 30 - 1e-12 then 1
              when orders::numeric / greatest(known, 30) >= 1.0 / 91 - 1e-12 then 2
              when orders::numeric / greatest(known, 30) >= 1.0 / 365 - 1e-12 then 3 else 4 end as f,
         case when orders = 0 then null when place <= ceil(buyers * 0.2) then 1 when place <= ceil(buyers * 0.5) then 2
              when place <= ceil(buyers * 0.8) then 3 else 4 end as m,
         case when orders = 0 then 'PROSPECT' when known < 31 then 'NEW' when quiet < 91 then 'ACTIVE'
              when quiet < 181 then 'DORMANT' else 'CHURNED' end as stage
    from ranked
)
select customer_id, orders as order_count, spend, stage, r as recency, f as frequency, m as monetary,
       case when r <= 1 and f <= 1 and m <= 1 then 'HIGH_VALUE' when r <= 2 and f <= 2 and m <= 2 then 'MID_VALUE'
            when stage in ('NEW', 'DORMANT', 'CHURNED') then stage else 'OTHER' end as value_segment
  from banded order by customer_id`;

/** The same from the house's own look into the past. */
const asOf = (day: LocalDate) =>
  t.app.db.rows<{
    stage: string;
    recency: number;
    frequency: number;
    monetary: number;
    order_count: number;
    spend: number;
  }>(
    `select customer_id, order_count, spend, stage, recency, frequency, monetary, value_segment
       from ${asOfStatsSql('$1::timestamptz')} s
      where exists (select from orders o where o.customer_id = s.customer_id and o.placed_at < $1) order by customer_id`,
    [startOfDay(addDays(day, 1), ZONE)],
  );

const lastDay = async () =>
  (
    await t.app.db.rows<{ day: LocalDate }>(
      `select max(placed_at at time zone '${ZONE}')::date as day from orders where customer_id is not null`,
    )
  )[0]!.day;

test.each([0, 30, 91, 200, 340])(
  'real orders: RFM and stages as of %s days before the last day are those of plain SQL',
  async (daysBefore) => {
    const day = addDays(await lastDay(), -daysBefore);
    const wanted = await t.app.db.rows(PLAIN, [day]);
    expect(await asOf(day)).toEqual(wanted);
    expect(wanted.length).toBeGreaterThan(daysBefore > 300 ? 5 : 30);
  },
);

test('real orders: matrix and overview as of the last day come to the same people and money', async () => {
  const day = await lastDay();
  const people = await asOf(day);
  const { cells, total, asOf: shown } = await t.app.levels.rfmMatrix(asJob, day);
  const buyers = people.filter(({ order_count }) => order_count > 0);
  expect([shown, total]).toEqual([day, buyers.length]);
  const sum = (rows: { spend: number }[]) => rows.reduce((all, { spend }) => all + spend, 0);
  expect(sum(cells)).toBe(sum(buyers));
  for (const { recency, frequency, monetary, customers, spend, averageOrderValue } of cells) {
    const inside = buyers.filter(
      (one) => [one.recency, one.frequency, one.monetary].join() === [recency, frequency, monetary].join(),
    );
    const orders = inside.reduce((all, { order_count }) => all + order_count, 0);
    expect([customers, spend, averageOrderValue]).toEqual([
      inside.length,
      sum(inside),
      Math.round(sum(inside) / orders),
    ]);
  }
  const { stages } = await t.app.levels.lifecycleOverview(asJob, day);
  for (const { stage, customers } of stages.filter((one) => one.stage !== 'PROSPECT')) {
    expect([stage, customers]).toEqual([stage, people.filter((one) => one.stage === stage).length]);
  }
});

test('S3: an imported file has its cut-offs as soon as it is done', async () => {
  expect((await t.app.levels.rulesInForce()).cutoffs).toHaveLength(3);
});

test('real orders: looked at today, the past is what is kept', async () => {
  await t.app.levels.refreshNow(asJob, { cutoffs: true });
  const kept = await t.app.db.rows(
    `select customer_id, order_count, spend, stage, recency, frequency, monetary, value_segment
       from customer_stats s where exists (select from orders o where o.customer_id = s.customer_id) order by customer_id`,
  );
  expect(await asOf('2026-03-14')).toEqual(kept);
});
