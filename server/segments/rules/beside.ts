import { SegmentOperator as Op } from '../../../schema/segments/enums.js';
import type { SegmentCondition } from '../../../schema/segments/rules.js';
import type { Asking } from './asking.js';
import { isWhole } from './compare.js';
import { days, wholeNumbers } from './ranges.js';
import type { Statement } from './statement.js';
import { and, EVERYBODY, NOBODY, type Rows, type Test } from './test.js';

/** Rows counted or added up for each customer; who has none has 0. */
export interface Tally {
  rows(q: Statement, condition: SegmentCondition): Rows;
  sum(q: Statement, condition: SegmentCondition): string;
  /** Whether each row adds at least one, so that "at least one" needs no counting. */
  ones: boolean;
}

/** A number that rows beside the customer make. */
export function tally({ rows, sum, ones }: Tally): Asking {
  const having = (q: Statement, condition: SegmentCondition, wanted: Parameters<typeof isWhole>[2]): Test => ({
    among: { rows: rows(q, condition), having: isWhole(q, sum(q, condition), wanted) },
  });
  const someone = (q: Statement, condition: SegmentCondition): Test => ({
    among: { rows: rows(q, condition), having: null },
  });
  const atLeast = (q: Statement, condition: SegmentCondition, from: number): Test =>
    from === 1 && ones ? someone(q, condition) : having(q, condition, { from, to: null });
  return {
    value: (q, condition) => {
      const { from, where } = rows(q, condition);
      return `(select coalesce(${sum(q, condition)}, 0) from ${from} where ${and(where)})`;
    },
    test: (q, condition) => {
      const wanted = wholeNumbers(condition.operator, condition.numbers ?? condition.amounts ?? []);
      if ('oneOf' in wanted) {
        const isOne = having(q, condition, wanted);
        return wanted.oneOf.includes(0) ? { any: [isOne, { not: someone(q, condition) }] } : isOne;
      }
      const { from, to } = wanted;
      if (from !== null && to !== null && from > to) {
        return NOBODY;
      }
      // Who has no rows has 0: where that is let through, those are sought who have too much.
      if (from === null || from <= 0) {
        return to === null ? EVERYBODY : to < 0 ? NOBODY : { not: atLeast(q, condition, to + 1) };
      }
      return to === null ? atLeast(q, condition, from) : having(q, condition, { from, to });
    },
  };
}

/** The first or last day of rows beside the customer; who has none has no such day. */
export function utmost(
  rowsOf: (q: Statement, condition: SegmentCondition) => Rows,
  aggregate: string,
  kind: 'instants' | 'days',
): Asking {
  return {
    value: (q, condition) => {
      const { from, where } = rowsOf(q, condition);
      return `(select ${kind === 'instants' ? q.dayOf(aggregate) : aggregate} from ${from} where ${and(where)})`;
    },
    test: (q, condition) => {
      const rows = rowsOf(q, condition);
      const having = condition.operator === Op.IS_SET ? null : and(q[kind](aggregate, days(condition, q.facts.today)));
      return { among: { rows, having } };
    },
  };
}

/** Values of which a customer has several, each in a row beside: sources, consents, perks. */
export function listed(spec: {
  /** The rows of those who have any of these values; of any value at all, when none are given. */
  rows(q: Statement, condition: SegmentCondition, values: string[] | null): Rows;
  /** A row's value, to be shown. */
  shown: string;
}): Asking {
  const among = (q: Statement, condition: SegmentCondition, values: string[] | null): Test => ({
    among: { rows: spec.rows(q, condition, values), having: null },
  });
  return {
    value: (q, condition) => {
      const { from, where } = spec.rows(q, condition, null);
      return `(select string_agg(distinct ${spec.shown}, ', ' order by ${spec.shown}) from ${from} where ${and(where)})`;
    },
    test: (q, condition) => {
      const values = condition.texts ?? condition.ids ?? [];
      switch (condition.operator) {
        case Op.IS_SET:
          return among(q, condition, null);
        case Op.HAS_ALL:
          return { all: [...new Set(values)].map((value) => among(q, condition, [value])) };
        default:
          return among(q, condition, values);
      }
    },
  };
}
