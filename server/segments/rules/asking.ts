import { SegmentOperator as Op } from '../../../schema/segments/enums.js';
import type { SegmentCondition } from '../../../schema/segments/rules.js';
import { addDays } from '../../calendar/days.js';
import { ageSql, compareAge, compareBirthday } from './birthdays.js';
import { compareFraction, compareText, compareWhole } from './compare.js';
import { days, type Range, wholeNumbers } from './ranges.js';
import type { Statement } from './statement.js';
import { and, type Test } from './test.js';

/** How a field of the catalogue becomes SQL. */
export interface Asking {
  /** What a condition asks; operators that say the opposite of another one never come here. */
  test(q: Statement, condition: SegmentCondition): Test;
  /** The customer's own value as SQL, to be shown. */
  value(q: Statement, condition: SegmentCondition): string;
}

/** A column, told by the statement that is going to need its table. */
export type Column = (q: Statement) => string;

const column =
  (
    compare: (q: Statement, e: string, condition: SegmentCondition) => string,
    shown = (_q: Statement, e: string) => e,
  ) =>
  (of: Column): Asking => ({
    test: (q, condition) => ({ is: compare(q, of(q), condition) }),
    value: (q) => shown(q, of(q)),
  });

/** A text or code; an empty one counts as none. */
export const text = column(compareText);
/** A whole number, or money in minor units. */
export const whole = column(compareWhole);
/** A number with fractions. */
export const fraction = column(compareFraction);
/** A condition that holds or not. */
export const flag = column((_q, e) => e);

/** A text that is kept in one form: what is sought is brought into it first. */
export const normalText = (of: Column, normalize: (value: string) => string): Asking => {
  const { test, value } = text(of);
  return {
    value,
    test: (q, { texts, ...condition }) => test(q, { ...condition, texts: texts?.map(normalize) ?? null }),
  };
};

/** An instant, compared by its day in the company's time zone. */
export const instant = column(
  (q, e, condition) =>
    condition.operator === Op.IS_SET ? `${e} is not null` : and(q.instants(e, days(condition, q.facts.today))),
  (q, e) => q.dayOf(e),
);

/** A day. */
export const day = column((q, e, condition) =>
  condition.operator === Op.IS_SET ? `${e} is not null` : and(q.days(e, days(condition, q.facts.today))),
);

export const birthday = column(compareBirthday);
export const age = column(compareAge, ageSql);

const FARTHEST = 1_000_000;

/** Whole company days between an instant and today, asked as instants, so that an index can answer. */
export const daysSince = column(
  (q, e, { operator, numbers }) => {
    if (operator === Op.IS_SET) {
      return `${e} is not null`;
    }
    const range = wholeNumbers(operator, numbers ?? []) as Range<number>;
    const back = (count: number | null) =>
      count === null || count > FARTHEST ? null : addDays(q.facts.today, -Math.max(count, -1));
    if ((range.to ?? 0) < 0 || (range.from ?? 0) > FARTHEST || (range.from ?? 0) > (range.to ?? FARTHEST)) {
      return 'false';
    }
    return q.instants(e, { from: back(range.to), to: back(range.from) }).join(' and ') || `${e} is not null`;
  },
  (q, e) => `${q.put(q.facts.today, 'date')} - ${q.dayOf(e)}`,
);

/** Texts of which a customer has several in one column. */
export const list = column(
  (q, e, { operator, texts }) =>
    operator === Op.IS_SET ? `${e} <> '{}'` : `${e} ${operator === Op.HAS_ALL ? '@>' : '&&'} ${q.put(texts, 'text[]')}`,
  (_q, e) => `array_to_string(${e}, ', ')`,
);
