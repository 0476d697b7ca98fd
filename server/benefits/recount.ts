import type { QuotaPeriod } from '../../schema/benefits/enums.js';
import type { App } from '../app.js';
import { companyDay, type LocalDate } from '../calendar/days.js';
import type { Transaction } from '../database/transaction.js';
import type { ProgramBenefitContent } from '../tiers/content.js';
import { periodBegin, periodStart } from './periods.js';

/** Held shared by everything that is redeemed, and alone while the periods of quotas change. */
export const QUOTA_LOCK = 72_816;

/** A benefit whose quota is counted over another period from now on. */
interface Changed {
  id: string;
  start: LocalDate;
  begin: Date | null;
}

/**
 * What becomes of used quotas when a programme counts them over another period, or begins to count (V3, V6): whatever was
 * redeemed in the present period of the new kind counts, as if it had been the period all along. Redemptions under way are
 * waited for, and new ones wait for the transaction. Call it while the benefits are still the old ones.
 */
export async function recountQuotas(
  app: App,
  tx: Transaction,
  benefits: Pick<ProgramBenefitContent, 'code' | 'quota' | 'quotaPeriod'>[],
): Promise<void> {
  const changed = await changedQuotas(app, tx, benefits);
  if (changed.length === 0) {
    return;
  }
  await tx.rows('select pg_advisory_xact_lock($1)', [QUOTA_LOCK]);
  const ids = changed.map(({ id }) => id);
  await tx.run(
    `update redemption r set period_start = x.start
       from unnest($1::uuid[], $2::date[], $3::timestamptz[]) as x (benefit_id, start, begin)
      where r.benefit_id = x.benefit_id and r.grant_id is null and (x.begin is null or r.created_at >= x.begin)
        and r.period_start is distinct from x.start`,
    [ids, changed.map(({ start }) => start), changed.map(({ begin }) => begin)],
  );
  await tx.run('delete from benefit_usage where benefit_id = any($1::uuid[])', [ids]);
  await tx.run(
    `insert into benefit_usage (customer_id, benefit_id, period_start, used)
     select customer_id, benefit_id, period_start, sum(quantity) from redemption
      where benefit_id = any($1::uuid[]) and grant_id is null and period_start is not null
        and status in ('RESERVED', 'COMMITTED')
      group by customer_id, benefit_id, period_start`,
    [ids],
  );
}

async function changedQuotas(
  app: App,
  tx: Transaction,
  benefits: Pick<ProgramBenefitContent, 'code' | 'quota' | 'quotaPeriod'>[],
): Promise<Changed[]> {
  const { timeZone } = await app.company.settings();
  const today = companyDay(app.clock.now(), timeZone);
  const old = await tx.rows<{ id: string; code: string; quota: number | null; period: QuotaPeriod }>(
    'select id, code, quota, quota_period as period from benefit',
  );
  return old.flatMap(({ id, code, quota, period }) => {
    const now = benefits.find((benefit) => benefit.code === code);
    if (!now || now.quota === null || (quota !== null && period === now.quotaPeriod)) {
      return [];
    }
    const start = periodStart(now.quotaPeriod, today);
    return [{ id, start, begin: periodBegin(now.quotaPeriod, today, timeZone) }];
  });
}
