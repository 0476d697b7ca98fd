import DataLoader from 'dataloader';
import type { App } from '../app.js';
import { companyDay } from '../calendar/days.js';
import { periodStarts } from './periods.js';
import { type PerkView, perksOf } from './perks.js';
import { GRANT_COLUMNS, type GrantRow } from './rows.js';

/** Grants by id; null for those that do not exist. */
export const grantLoader = (app: App) =>
  new DataLoader<string, GrantRow | null>(async (ids) => {
    const rows = await app.db.hot.rows<GrantRow>(
      'grants by id',
      `select ${GRANT_COLUMNS} from benefit_grant g where g.id = any($1::uuid[])`,
      [ids],
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  });

interface UsageRow {
  customerId: string;
  benefitId: string;
  periodStart: string;
  used: number;
}

/** The perks that customers have now, by customer id. */
export const perksLoader = (app: App) =>
  new DataLoader<string, PerkView[]>(async (ids) => {
    const now = app.clock.now();
    const today = companyDay(now, (await app.company.settings()).timeZone);
    const [program, tiers, grants, usage, stockUsed] = await Promise.all([
      app.program.published(),
      app.db.hot.rows<{ customerId: string; tierId: string | null }>(
        'tier ids',
        `select customer_id as "customerId", tier_id as "tierId" from customer_stats where customer_id = any($1::uuid[])`,
        [ids],
      ),
      app.db.hot.rows<GrantRow>('running grants', RUNNING_GRANTS, [ids, now]),
      app.db.hot.rows<UsageRow>('quota used', QUOTA_USED, [ids, periodStarts(today)]),
      stockInUse(app),
    ]);
    const tierOf = new Map(tiers.map(({ customerId, tierId }) => [customerId, tierId]));
    return ids.map((id) =>
      perksOf(
        program,
        {
          tierId: tierOf.get(id) ?? null,
          grants: grants.filter(({ customerId }) => customerId === id),
          usage: usage.filter(({ customerId }) => customerId === id),
          stockUsed,
        },
        now,
        today,
      ),
    );
  });

const RUNNING_GRANTS = `select ${GRANT_COLUMNS} from benefit_grant g
  where g.customer_id = any($1::uuid[]) and g.revoked_at is null and g.used < g.quantity
    and g.starts_at <= $2 and (g.ends_at is null or g.ends_at > $2)
  order by g.ends_at nulls last, g.id`;

const QUOTA_USED = `select customer_id as "customerId", benefit_id as "benefitId", period_start as "periodStart", used
  from benefit_usage where customer_id = any($1::uuid[]) and period_start = any($2::date[])`;

/** How much of each limited benefit is gone; a handful of rows. */
export async function stockInUse(app: App): Promise<Map<string, number>> {
  const rows = await app.db.hot.rows<{ benefitId: string; used: number }>(
    'all stock used',
    'select benefit_id as "benefitId", used from benefit_stock',
    [],
  );
  return new Map(rows.map(({ benefitId, used }) => [benefitId, used]));
}
