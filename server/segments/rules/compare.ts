import { SegmentOperator as Op } from '../../../schema/segments/enums.js';
import type { SegmentCondition } from '../../../schema/segments/rules.js';
import { escapeLike } from '../../graphql/validate.js';
import { type Range, wholeNumbers } from './ranges.js';
import type { Statement } from './statement.js';

/** A comparison of a text. */
export function compareText(q: Statement, e: string, { operator, texts }: SegmentCondition): string {
  const [text = ''] = texts ?? [];
  switch (operator) {
    case Op.IS_SET:
      return `${e} <> ''`;
    case Op.CONTAINS:
      return `${e} ilike ${q.put(`%${escapeLike(text)}%`, 'text')}`;
    case Op.STARTS_WITH:
      return `${e} ilike ${q.put(`${escapeLike(text)}%`, 'text')}`;
    default:
      return q.isOne(e, texts ?? [], 'text');
  }
}

/** That a whole number lies in a range or is one of some. */
export function isWhole(q: Statement, e: string, wanted: Range<number> | { oneOf: number[] }): string {
  if ('oneOf' in wanted) {
    return `${e} = any(${q.put(wanted.oneOf, 'bigint[]')})`;
  }
  const { from, to } = wanted;
  if (from !== null && from === to) {
    return `${e} = ${q.put(from, 'bigint')}`;
  }
  const bounds = [
    ...(from === null ? [] : [`${e} >= ${q.put(from, 'bigint')}`]),
    ...(to === null ? [] : [`${e} <= ${q.put(to, 'bigint')}`]),
  ];
  return bounds.join(' and ') || `${e} is not null`;
}

/** A comparison of a whole number: a count, a band, minor units of money. */
export function compareWhole(q: Statement, e: string, condition: SegmentCondition): string {
  const { operator, numbers, amounts } = condition;
  return operator === Op.IS_SET ? `${e} is not null` : isWhole(q, e, wholeNumbers(operator, numbers ?? amounts ?? []));
}

const SIGNS: Partial<Record<Op, string>> = { LT: '<', LTE: '<=', GT: '>', GTE: '>=' };

/** A comparison of a number that may have fractions. */
export function compareFraction(q: Statement, e: string, { operator, numbers }: SegmentCondition): string {
  const slots = (numbers ?? []).map((value) => q.put(value, 'float8'));
  if (operator === Op.IS_SET) {
    return `${e} is not null`;
  }
  if (operator === Op.BETWEEN) {
    return `${e} between ${slots[0]} and ${slots[1]}`;
  }
  return SIGNS[operator] ? `${e} ${SIGNS[operator]} ${slots[0]}` : `${e} in (${slots.join(', ')})`;
}
