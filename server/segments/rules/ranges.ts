import { SegmentOperator as Op, TimeUnit } from '../../../schema/segments/enums.js';
import type { RelativeDays, SegmentCondition, TimeWindow } from '../../../schema/segments/rules.js';
import { addDays, addMonths, type LocalDate } from '../../calendar/days.js';

/** From one value to another, both included; null: open. */
export interface Range<T> {
  from: T | null;
  to: T | null;
}

/** Beyond any figure there is, and exact as a number. */
const MOST = 9_000_000_000_000_000;
const within = (value: number) => Math.min(MOST, Math.max(-MOST, value));

/** The whole numbers that a comparison lets through; of those given, fractions equal none. */
export function wholeNumbers(operator: Op, values: number[]): Range<number> | { oneOf: number[] } {
  const [a = 0, b = 0] = values.map(within);
  switch (operator) {
    case Op.LT:
      return { from: null, to: Math.ceil(a) - 1 };
    case Op.LTE:
      return { from: null, to: Math.floor(a) };
    case Op.GT:
      return { from: Math.floor(a) + 1, to: null };
    case Op.GTE:
      return { from: Math.ceil(a), to: null };
    case Op.BETWEEN:
      return { from: Math.ceil(a), to: Math.floor(b) };
    case Op.EQ:
      return { from: Math.ceil(a), to: Math.floor(a) };
    default:
      return { oneOf: values.filter(Number.isInteger).map(within) };
  }
}

/** The day that lies so long before (or, with -1, after) another one. */
export function ago(today: LocalDate, { amount, unit }: RelativeDays, sign = 1): LocalDate {
  const n = -sign * amount;
  switch (unit) {
    case TimeUnit.DAY:
      return addDays(today, n);
    case TimeUnit.WEEK:
      return addDays(today, 7 * n);
    case TimeUnit.MONTH:
      return addMonths(today, n);
    case TimeUnit.YEAR:
      return addMonths(today, 12 * n);
  }
}

/** The days that a comparison of a day lets through. */
export function days(condition: SegmentCondition, today: LocalDate): Range<LocalDate> {
  const { operator, relative } = condition;
  const [a = today, b = today] = condition.days ?? [];
  switch (operator) {
    case Op.IN_LAST:
      return { from: ago(today, relative!), to: today };
    case Op.BEFORE_LAST:
      return { from: null, to: addDays(ago(today, relative!), -1) };
    case Op.IN_NEXT:
      return { from: today, to: ago(today, relative!, -1) };
    case Op.BEFORE:
      return { from: null, to: dayBefore(a) };
    case Op.AFTER:
      return { from: dayAfter(a), to: null };
    case Op.BETWEEN:
      return { from: a, to: b };
    default:
      return { from: a, to: a };
  }
}

/** The days of a window, none of them after `last` if that is given. */
export function daysOf(
  window: TimeWindow | null | undefined,
  today: LocalDate,
  last: LocalDate | null,
): Range<LocalDate> {
  const range = window?.last
    ? { from: ago(today, window.last), to: today }
    : { from: window?.since ?? null, to: window?.until ?? null };
  return last === null ? range : { from: range.from, to: range.to === null || range.to > last ? last : range.to };
}

const FIRST_DAY = '0001-01-01';
const LAST_DAY = '9999-12-31';

/** The day before, as far as days go. */
export const dayBefore = (day: LocalDate): LocalDate => (day <= FIRST_DAY ? '-infinity' : addDays(day, -1));
/** The day after, as far as days go. */
export const dayAfter = (day: LocalDate): LocalDate =>
  day < FIRST_DAY ? '-infinity' : day >= LAST_DAY ? 'infinity' : addDays(day, 1);
