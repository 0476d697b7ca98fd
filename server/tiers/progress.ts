import { QualificationMeasure, QualificationWindow } from '../../schema/tiers/enums.js';
import { type LocalDate } from '../calendar/days.js';
import type { PublishedProgram, TierConfig } from './published.js';
import { thresholdOf } from './rules.js';
import { windowOf } from './window.js';

/** The columns of customer_stats that progress is told from; money in minor units. */
export interface ProgressFigures {
  tierId: string | null;
  orderCount: number;
  spend: number;
  periodStart: LocalDate | null;
  periodSpend: number;
  periodOrders: number;
  periodPoints: number;
}

/** What is missing for the next tier (V5), in the API's shape. */
export interface Progress {
  next: TierConfig;
  spendGap: number | null;
  pointsGap: number | null;
  ordersGap: number | null;
  spend: number;
  points: number;
  orders: number;
  periodStart: LocalDate | null;
  periodEnd: LocalDate | null;
}

/** The way to the next tier (V5); null for those who hold the highest. Pure: also the app's home screen uses it. */
export function progressOf(
  program: PublishedProgram,
  figures: ProgressFigures,
  now: Date,
  timeZone: string,
): Progress | null {
  const held = figures.tierId ? (program.tierById.get(figures.tierId)?.rank ?? 0) : 0;
  const next = program.tiers.find(({ rank }) => rank > held);
  if (!next) {
    return null;
  }
  const window = windowOf(program.settings, now, timeZone);
  // Nobody touches a customer's row at New Year: figures of last year's window mean nothing was bought in this one.
  const stale = program.settings.window === QualificationWindow.CALENDAR_YEAR && figures.periodStart !== window.start;
  const [spend, points, orders] = stale ? [0, 0, 0] : [figures.periodSpend, figures.periodPoints, figures.periodOrders];
  const bySpend = program.settings.measure === QualificationMeasure.SPEND;
  const gap = Math.max(0, thresholdOf(program, next) - (bySpend ? spend : points));
  return {
    next,
    spendGap: bySpend ? gap : null,
    pointsGap: bySpend ? null : gap,
    ordersGap: ordersFor(program, figures, bySpend ? gap : null, gap),
    spend,
    points,
    orders,
    periodStart: window.start,
    periodEnd: window.end,
  };
}

function ordersFor(
  program: PublishedProgram,
  { orderCount, spend }: ProgressFigures,
  spendGap: number | null,
  pointsGap: number,
): number | null {
  if (orderCount === 0 || spend === 0) {
    return null;
  }
  const average = spend / orderCount;
  const pointsPerOrder = Math.floor((average / 100) * program.settings.pointsPerUnit);
  const perOrder = spendGap === null ? pointsPerOrder : average;
  return perOrder > 0 ? Math.max(1, Math.ceil((spendGap ?? pointsGap) / perOrder)) : null;
}
