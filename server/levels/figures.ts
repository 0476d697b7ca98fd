import type { Rfm } from '../../schema/levels/rfm.js';
import type { App } from '../app.js';
import { companyDay, daysBetween } from '../calendar/days.js';
import type { CustomerStatsRow } from '../customers/rows.js';

const DAYS_OF_A_MONTH = 30;

/** Bands and the figures behind them, as of today (S1–S3). */
export async function rfmOf(app: App, stats: CustomerStatsRow): Promise<Rfm> {
  const { recency, frequency, monetary, orderCount, firstOrderAt, lastOrderAt } = stats;
  const { timeZone } = await app.company.settings();
  const today = companyDay(app.clock.now(), timeZone);
  const since = (at: Date | null) => at && daysBetween(companyDay(at, timeZone), today);
  const months = Math.max(since(firstOrderAt) ?? 0, DAYS_OF_A_MONTH) / DAYS_OF_A_MONTH;
  const bands = [recency, frequency, monetary];
  return {
    recency,
    frequency,
    monetary,
    score: bands.every((band) => band !== null) ? bands.map((band) => 5 - band).join('') : null,
    daysSinceOrder: since(lastOrderAt),
    ordersPerMonth: firstOrderAt && orderCount / months,
  };
}

/** Company days from the first to the last order by the orders after the first; null before the second. */
export async function daysBetweenOrders(app: App, stats: CustomerStatsRow): Promise<number | null> {
  const { orderCount, firstOrderAt, lastOrderAt } = stats;
  if (!firstOrderAt || !lastOrderAt || orderCount < 2) {
    return null;
  }
  const { timeZone } = await app.company.settings();
  return daysBetween(companyDay(firstOrderAt, timeZone), companyDay(lastOrderAt, timeZone)) / (orderCount - 1);
}
