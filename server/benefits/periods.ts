import { QuotaPeriod } from '../../schema/benefits/enums.js';
import {
  addDays,
  addMonths,
  type LocalDate,
  startOfDay,
  startOfMonth,
  startOfQuarter,
  startOfWeek,
  startOfYear,
} from '../calendar/days.js';

/** The day that stands for "since ever". */
const EVER: LocalDate = '0001-01-01';

/** How each quota period begins, and when the next one does (V3). */
const PERIODS: Record<QuotaPeriod, { start(day: LocalDate): LocalDate; next(start: LocalDate): LocalDate | null }> = {
  [QuotaPeriod.DAY]: { start: (day) => day, next: (start) => addDays(start, 1) },
  [QuotaPeriod.WEEK]: { start: startOfWeek, next: (start) => addDays(start, 7) },
  [QuotaPeriod.MONTH]: { start: startOfMonth, next: (start) => addMonths(start, 1) },
  [QuotaPeriod.QUARTER]: { start: startOfQuarter, next: (start) => addMonths(start, 3) },
  [QuotaPeriod.YEAR]: { start: startOfYear, next: (start) => addMonths(start, 12) },
  [QuotaPeriod.LIFETIME]: { start: () => EVER, next: () => null },
};

/** The first day of the quota period that a company day lies in. */
export function periodStart(period: QuotaPeriod, day: LocalDate): LocalDate {
  return PERIODS[period].start(day);
}

/** The instant from which the quota of that day counts; null: since ever. */
export function periodBegin(period: QuotaPeriod, day: LocalDate, timeZone: string): Date | null {
  const start = periodStart(period, day);
  return start === EVER ? null : startOfDay(start, timeZone);
}

/** The instant at which the quota of that day begins anew; null: never. */
export function periodEnd(period: QuotaPeriod, day: LocalDate, timeZone: string): Date | null {
  const next = PERIODS[period].next(periodStart(period, day));
  return next === null ? null : startOfDay(next, timeZone);
}

/** The starts of all quota periods that a day lies in. */
export function periodStarts(day: LocalDate): LocalDate[] {
  return [...new Set(Object.values(QuotaPeriod).map((period) => periodStart(period, day)))];
}
