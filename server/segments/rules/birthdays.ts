import { SegmentOperator as Op } from '../../../schema/segments/enums.js';
import type { SegmentCondition } from '../../../schema/segments/rules.js';
import { addDays, addMonths, type LocalDate } from '../../calendar/days.js';
import { ago, days, type Range, wholeNumbers } from './ranges.js';
import type { Statement } from './statement.js';
import { and } from './test.js';

/**
 * Who was born on 29 February has the birthday on the 28th in common years, for anniversaries and ages alike.
 */
const isCommon = (day: LocalDate) => new Date(Date.UTC(Number(day.slice(0, 4)), 1, 29)).getUTCDate() !== 29;

/** The day, or the 29th of February where the 28th of a common year stands for it too. */
const asLast = (day: LocalDate) => (day.endsWith('-02-28') && isCommon(day) ? '02-29' : day.slice(5));

/** A comparison of a birthday: relative ones ask for the anniversary, the others for the day of birth. */
export function compareBirthday(q: Statement, e: string, condition: SegmentCondition): string {
  const { operator, relative } = condition;
  const { today } = q.facts;
  switch (operator) {
    case Op.IS_SET:
      return `${e} is not null`;
    case Op.IN_NEXT:
      return anniversary(q, e, today, ago(today, relative!, -1));
    case Op.IN_LAST:
      return anniversary(q, e, ago(today, relative!), today);
    default:
      return and(q.days(e, days(condition, today)));
  }
}

/** That a birthday is celebrated on one of these days; the months and days are compared as the index has them. */
function anniversary(q: Statement, e: string, from: LocalDate, to: LocalDate): string {
  const set = `${e} is not null`;
  if (addMonths(from, 12) <= addDays(to, 1)) {
    return set;
  }
  const born = `(extract(month from ${e}), extract(day from ${e}))`;
  const slot = (monthDay: string) => {
    const [month, day] = monthDay.split('-').map((part) => q.put(Number(part), 'numeric'));
    return `(${month}, ${day})`;
  };
  const [first, last] = [from.slice(5), asLast(to)];
  const within = `${born} >= ${slot(first)} ${first <= last ? 'and' : 'or'} ${born} <= ${slot(last)}`;
  return `${set} and (${within})`;
}

const OLDEST = 400;

/** A comparison of the age in completed years. */
export function compareAge(q: Statement, e: string, condition: SegmentCondition): string {
  if (condition.operator === Op.IS_SET) {
    return `${e} is not null`;
  }
  const range = wholeNumbers(condition.operator, condition.numbers ?? []) as Range<number>;
  if ((range.from ?? 0) > OLDEST || (range.to ?? 0) < 0 || (range.from ?? 0) > (range.to ?? OLDEST)) {
    return 'false';
  }
  const { today } = q.facts;
  // At least so old: born on a day or before it. At most so old: not yet a year older.
  const to = range.from === null || range.from <= 0 ? null : bornBy(today, range.from);
  const from = range.to === null || range.to >= OLDEST ? null : addDays(bornBy(today, range.to + 1), 1);
  return q.days(e, { from, to }).join(' and ') || `${e} is not null`;
}

/** The last day on which somebody was born who is so many years old. */
function bornBy(today: LocalDate, years: number): LocalDate {
  const day = addMonths(today, -12 * years);
  return today.endsWith('-02-28') && isCommon(today) && !isCommon(day) ? addDays(day, 1) : day;
}

/** The age in SQL: completed years, by the same rule. */
export function ageSql(q: Statement, e: string): string {
  const today = q.put(q.facts.today, 'date');
  return `(select y - ((${e} + make_interval(years => y))::date > ${today})::int
    from (select (extract(year from ${today}) - extract(year from ${e}))::int as y) a)`;
}
