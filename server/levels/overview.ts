import { LifecycleStage } from '../../schema/customers/enums.js';
import { ValueSegment } from '../../schema/levels/enums.js';
import type { LifecycleOverview, RfmCell, RfmMatrix } from '../../schema/levels/overview.js';
import type { App } from '../app.js';
import { addDays, companyDay, type LocalDate, startOfDay } from '../calendar/days.js';
import { asOfStatsSql } from './as-of.js';

/** The figures to look at: as they are kept, or as they were at the end of a day. */
async function figures(app: App, asOf: LocalDate | null | undefined) {
  const { timeZone } = await app.company.settings();
  const today = companyDay(app.clock.now(), timeZone);
  // Days to come are not known; today is what is kept.
  return !asOf || asOf >= today
    ? { asOf: today, from: 'customer_stats', params: [], kept: true }
    : {
        asOf,
        from: asOfStatsSql('$1::timestamptz'),
        params: [startOfDay(addDays(asOf, 1), timeZone)],
        kept: false,
      };
}

/** Everybody who bought, by their bands (S1–S3). */
export async function rfmMatrix(app: App, asOf?: LocalDate | null): Promise<RfmMatrix> {
  const { asOf: day, from, params } = await figures(app, asOf);
  const cells = await app.db.rows<RfmCell>(
    `select recency, frequency, monetary, count(*)::int as customers, sum(spend)::bigint as spend,
            round(sum(spend) / sum(order_count))::bigint as "averageOrderValue"
       from ${from} s where monetary is not null group by 1, 2, 3 order by 1, 2, 3`,
    params,
  );
  return { asOf: day, cells, total: cells.reduce((sum, { customers }) => sum + customers, 0) };
}

interface Counted {
  stage: LifecycleStage;
  valueSegment: ValueSegment;
  customers: number;
  spend: number;
}

/** How many active customers are of each stage and value segment (S4, S5). */
export async function lifecycleOverview(app: App, asOf?: LocalDate | null): Promise<LifecycleOverview> {
  const { asOf: day, from, params, kept } = await figures(app, asOf);
  const counted = await app.db.rows<Counted>(
    `select stage, value_segment as "valueSegment", count(*)::int as customers, sum(spend)::bigint as spend
       from ${from} s group by 1, 2`,
    params,
  );
  if (kept) {
    // Profiles that were merged or deleted keep empty figures: those of people who never bought.
    const [inactive] = await app.db.rows<{ count: number }>(
      `select count(*)::int as count from customer c join customer_stats s on s.customer_id = c.id where c.status <> 'ACTIVE'`,
    );
    const { PROSPECT: stage } = LifecycleStage;
    counted.push({ stage, valueSegment: ValueSegment.OTHER, customers: -inactive!.count, spend: 0 });
  }
  const sum = (rows: Counted[]) => ({
    customers: rows.reduce((total, { customers }) => total + customers, 0),
    spend: rows.reduce((total, { spend }) => total + spend, 0),
  });
  return {
    asOf: day,
    stages: Object.values(LifecycleStage).map((stage) => ({
      stage,
      ...sum(counted.filter((row) => row.stage === stage)),
    })),
    valueSegments: Object.values(ValueSegment).map((valueSegment) => ({
      valueSegment,
      ...sum(counted.filter((row) => row.valueSegment === valueSegment)),
    })),
  };
}
