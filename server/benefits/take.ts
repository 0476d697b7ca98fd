import { UserErrorCode } from '../../schema/common/user-error.js';
import type { LocalDate } from '../calendar/days.js';
import type { Transaction } from '../database/transaction.js';
import { fail } from '../graphql/errors.js';
import type { BenefitConfig } from '../tiers/published.js';
import type { Source } from './choose.js';
import type { RedemptionRow } from './rows.js';

/** What one redemption draws. */
export interface Drawing {
  customerId: string;
  benefit: BenefitConfig;
  source: Source;
  /** The quota period, when the tier's quota is drawn from. */
  periodStart: LocalDate | null;
  quantity: number;
}

/** Counts a redemption against its grant or quota; the customer is locked, so what was chosen still holds. */
export async function takeFromSource(tx: Transaction, drawing: Drawing): Promise<void> {
  const { customerId, benefit, source, periodStart, quantity } = drawing;
  if (source) {
    await tx.run('update benefit_grant set used = used + $2 where id = $1', [source.id, quantity]);
  } else if (periodStart !== null) {
    await tx.run(
      `insert into benefit_usage (customer_id, benefit_id, period_start, used) values ($1, $2, $3, $4)
       on conflict (customer_id, benefit_id, period_start) do update set used = benefit_usage.used + excluded.used`,
      [customerId, benefit.id, periodStart, quantity],
    );
  }
}

/** Takes stock, the one thing that members contend for; OUT_OF_STOCK when not so many are left. Last of all, to hold it briefly. */
export async function takeStock(tx: Transaction, { id, stock }: BenefitConfig, quantity: number): Promise<void> {
  if (stock === null) {
    return;
  }
  const taken = await tx.run(
    `insert into benefit_stock (benefit_id, used) select $1, $2::int where $2::int <= $3::int
     on conflict (benefit_id) do update set used = benefit_stock.used + excluded.used
      where benefit_stock.used + excluded.used <= $3::int`,
    [id, quantity, stock],
  );
  if (taken === 0) {
    fail('benefitId', UserErrorCode.OUT_OF_STOCK, 'Not so many are left in stock.');
  }
}

/** Gives back quota, grant use and stock of redemptions that were just ended; each sum in one statement, whatever their number. */
export async function giveBack(tx: Transaction, ended: RedemptionRow[]): Promise<void> {
  const ids = [ended.map(({ id }) => id)];
  await tx.run(
    `update benefit_usage u set used = u.used - r.quantity
       from (select customer_id, benefit_id, period_start, sum(quantity)::int as quantity from redemption
              where id = any($1::uuid[]) and grant_id is null and period_start is not null group by 1, 2, 3) r
      where u.customer_id = r.customer_id and u.benefit_id = r.benefit_id and u.period_start = r.period_start`,
    ids,
  );
  await tx.run(
    `update benefit_grant g set used = g.used - r.quantity
       from (select grant_id, sum(quantity)::int as quantity from redemption
              where id = any($1::uuid[]) and grant_id is not null group by 1) r
      where g.id = r.grant_id`,
    ids,
  );
  // In the order of their ids, since several stocks are held at once.
  await tx.run(
    `update benefit_stock s set used = s.used - r.quantity
       from (select s.benefit_id, t.quantity from benefit_stock s join (
               select benefit_id, sum(quantity)::int as quantity from redemption
                where id = any($1::uuid[]) and from_stock group by 1) t using (benefit_id)
              order by s.benefit_id for update of s) r
      where s.benefit_id = r.benefit_id`,
    ids,
  );
}
