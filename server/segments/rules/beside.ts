import { SegmentOperator as Op } from '../../../schema/segments/enums.js';
import type { SegmentCondition } from '../../../schema/segments/rules.js';
import type { Asking } from './asking.js';
import { and, isWhole } from './compare.js';
import { days, wholeNumbers } from './ranges.js';
import type { Statement } from './statement.js';
import { EVERYBODY, NOBODY, type Test } from './test.js';

/** Rows beside the customers: from which tables, whose, and which of them. */
export interface Rows {
  from: string;
  /** Whose row it is: the customer's id in SQL, never null. */
  id: string;
  where: string[];
}

const selectOf = ({ from, id, where }: Rows) => `select ${id} as id from ${from} where ${and(where)}`;

/** Rows counted or added up for each customer; who has none has 0. */
export interface Tally {
  rows(q: Statement, condition: SegmentCondition): Rows;
  sum(q: Statement, condition: SegmentCondition): string;
  /** Whether each row counts one, so that "at least one" needs no counting. */
  ones(condition: SegmentCondition): boolean;
}

/** A number that rows beside the customer make. */
export function tally({ rows, sum, ones }: Tally): Asking {
  const among = (q: Statement, condition: SegmentCondition, having: (e: string) => string): Test => {
    const select = selectOf(rows(q, condition));
    return { among: `${select} group by 1 having ${having(sum(q, condition))}`, unique: true };
  };
  const someone = (q: Statement, condition: SegmentCondition): Test => ({
    among: selectOf(rows(q, condition)),
    unique: false,
  });
  const above = (q: Statement, condition: SegmentCondition, least: number): Test =>
    least === 1 && ones(condition)
      ? someone(q, condition)
      : among(q, condition, (e) => isWhole(q, e, { from: least, to: null }));
  return {
    value: (q, condition) => {
      const { from, where } = rows(q, condition);
      return `(select coalesce(${sum(q, condition)}, 0) from ${from} where ${and(where)})`;
    },
    test: (q, condition) => {
      const wanted = wholeNumbers(condition.operator, condition.numbers ?? condition.amounts ?? []);
      if ('oneOf' in wanted) {
        const isOne = among(q, condition, (e) => isWhole(q, e, wanted));
        return wanted.oneOf.includes(0) ? { any: [isOne, { not: someone(q, condition) }] } : isOne;
      }
      const { from, to } = wanted;
      if (from !== null && to !== null && from > to) {
        return NOBODY;
      }
      // Who has no rows has 0: where that is let through, those are sought who have too much.
      if (from === null || from <= 0) {
        return to === null ? EVERYBODY : to < 0 ? NOBODY : { not: above(q, condition, to + 1) };
      }
      return to === null ? above(q, condition, from) : among(q, condition, (e) => isWhole(q, e, { from, to }));
    },
  };
}

/** The first or last day of rows beside the customer; who has none has no such day. */
export function utmost(
  rows: (q: Statement, condition: SegmentCondition) => Rows,
  aggregate: string,
  kind: 'instants' | 'days',
): Asking {
  return {
    value: (q, condition) => {
      const { from, where } = rows(q, condition);
      return `(select ${kind === 'instants' ? q.dayOf(aggregate) : aggregate} from ${from} where ${and(where)})`;
    },
    test: (q, condition) => {
      const select = selectOf(rows(q, condition));
      if (condition.operator === Op.IS_SET) {
        return { among: select, unique: false };
      }
      const having = and(q[kind](aggregate, days(condition, q.facts.today)));
      return { among: `${select} group by 1 having ${having}`, unique: true };
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
    among: selectOf(spec.rows(q, condition, values)),
    unique: false,
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
