import { QuotaPeriod } from '../../schema/benefits/enums.js';
import type { App } from '../app.js';
import type { BenefitConfig } from './published.js';

const DAY = 86_400_000;
const YEAR_DAYS = 365;
/** Fewer days of redemptions than this say too little to be multiplied up to a year. */
const MIN_DAYS = 30;
/** The part of a quota that members are taken to use while nobody has used it yet. */
const ASSUMED_USE = 0.3;
/** Redemptions a year that stand for "without limit" in that case. */
const ASSUMED_UNLIMITED = 12;

const PERIODS_A_YEAR: Record<QuotaPeriod, number> = {
  DAY: 365,
  WEEK: 52,
  MONTH: 12,
  QUARTER: 4,
  YEAR: 1,
  LIFETIME: 1,
};

/** What a benefit's cost depends on. */
export type CostedBenefit = Pick<
  BenefitConfig,
  'id' | 'quota' | 'quotaPeriod' | 'stock' | 'unitCost' | 'redeemable' | 'validFrom' | 'validUntil' | 'tierIds'
>;

/** Redemptions of tier benefits in the last 12 months, and what of the stock is gone. */
export interface Usage {
  /** By benefit and tier held at that moment, as `benefit tier`. */
  redeemed: ReadonlyMap<string, number>;
  /** Days from the first of them until now, 365 at most. */
  days: number;
  stockUsed: ReadonlyMap<string, number>;
}

/** Counts what was redeemed of tier benefits in the last 12 months; personal grants cost whoever gives them. */
export async function readUsage(app: App, now: Date): Promise<Usage> {
  const since = new Date(now.getTime() - YEAR_DAYS * DAY);
  const [rows, stock] = await Promise.all([
    app.db.rows<{ key: string; quantity: number; first: Date }>(
      `select benefit_id || ' ' || tier_id as key, sum(quantity) as quantity, min(created_at) as first from redemption
        where status = 'COMMITTED' and grant_id is null and tier_id is not null and created_at > $1
        group by benefit_id, tier_id`,
      [since],
    ),
    app.db.rows<{ id: string; used: number }>('select benefit_id as id, used from benefit_stock'),
  ]);
  const first = Math.min(now.getTime(), ...rows.map(({ first: at }) => at.getTime()));
  return {
    redeemed: new Map(rows.map(({ key, quantity }) => [key, quantity])),
    days: (now.getTime() - first) / DAY,
    stockUsed: new Map(stock.map(({ id, used }) => [id, used])),
  };
}

/**
 * What tier benefits are expected to cost in the next 12 months, in minor units: unit cost × redemptions. A member of a
 * tier is taken to redeem a benefit as often as members of that tier did in the last 12 months (a shorter time, of 30
 * days at least, is multiplied up), but no more than the quota; where there is nothing to go by, 30 % of it.
 * Validity and what is left of the stock bound the whole. What applies by itself costs nothing by redemption.
 */
export function expectedYearlyCost(
  benefits: readonly CostedBenefit[],
  members: ReadonlyMap<string, number>,
  usage: Usage & { members: ReadonlyMap<string, number> },
  now: Date,
): number {
  const cost = benefits.map((benefit) => {
    if (!benefit.redeemable || benefit.unitCost === 0) {
      return 0;
    }
    const wanted = benefit.tierIds.reduce(
      (sum, tierId) => sum + (members.get(tierId) ?? 0) * yearlyRate(benefit, tierId, usage),
      0,
    );
    const left =
      benefit.stock === null ? Infinity : Math.max(0, benefit.stock - (usage.stockUsed.get(benefit.id) ?? 0));
    return benefit.unitCost * Math.min(wanted * validPart(benefit, now), left);
  });
  return Math.round(cost.reduce((sum, one) => sum + one, 0));
}

/** Redemptions a year by one member of a tier. */
function yearlyRate(
  { id, quota, quotaPeriod }: CostedBenefit,
  tierId: string,
  { redeemed, days, members }: Usage & { members: ReadonlyMap<string, number> },
): number {
  const allowed = quota === null ? null : quota * PERIODS_A_YEAR[quotaPeriod];
  const used = redeemed.get(`${id} ${tierId}`);
  const observed = members.get(tierId) ?? 0;
  if (used === undefined || days < MIN_DAYS || observed === 0) {
    return (allowed ?? ASSUMED_UNLIMITED) * ASSUMED_USE;
  }
  return Math.min((used / observed) * (YEAR_DAYS / days), allowed ?? Infinity);
}

/** The part of the next 12 months in which the benefit is valid. */
function validPart({ validFrom, validUntil }: CostedBenefit, now: Date): number {
  const [start, end] = [now.getTime(), now.getTime() + YEAR_DAYS * DAY];
  const from = Math.max(start, validFrom?.getTime() ?? start);
  const until = Math.min(end, validUntil?.getTime() ?? end);
  return Math.max(0, until - from) / (end - start);
}
