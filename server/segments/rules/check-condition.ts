import { UserErrorCode as Code } from '../../../schema/common/user-error.js';
import { SegmentOperator as Op, SegmentValueType as Type } from '../../../schema/segments/enums.js';
import { SegmentField } from '../../../schema/segments/field.js';
import type { SegmentCondition } from '../../../schema/segments/rules.js';
import { isId } from '../../database/id.js';
import type { InputCheck } from '../../graphql/validate.js';
import { CATALOGUE } from '../catalogue/catalogue.js';
import type { FieldRow } from '../catalogue/field-row.js';
import { checkProducts, checkRelative, checkWindow } from './check-scope.js';
import { textFault } from './check-text.js';

const MAX_VALUES = 1000;
const MAX_CHARACTERS = 50_000;

/** The lists in which values are given. */
const LISTS = ['texts', 'numbers', 'amounts', 'days', 'ids'] as const;
type List = (typeof LISTS)[number];

const LIST_OF: Record<Type, List | null> = {
  TEXT: 'texts',
  CODE: 'texts',
  TAG: 'texts',
  NUMBER: 'numbers',
  MONEY: 'amounts',
  DAY: 'days',
  FLAG: null,
  TIER: 'ids',
  BENEFIT: 'ids',
  SEGMENT: 'ids',
};

const RELATIVE: Op[] = [Op.IN_LAST, Op.NOT_IN_LAST, Op.BEFORE_LAST, Op.IN_NEXT];
const WITHOUT_VALUE: Op[] = [...RELATIVE, Op.IS_SET, Op.IS_NOT_SET, Op.IS_TRUE, Op.IS_FALSE];
const SEVERAL: Op[] = [Op.IN, Op.NOT_IN, Op.HAS_ANY, Op.HAS_ALL, Op.HAS_NONE];

/** How many values an operator takes, at least and at most. */
function howMany(operator: Op): [number, number] {
  if (WITHOUT_VALUE.includes(operator)) {
    return [0, 0];
  }
  return operator === Op.BETWEEN ? [2, 2] : SEVERAL.includes(operator) ? [1, MAX_VALUES] : [1, 1];
}

/** Checks one condition and gives it with nothing but what its field and operator take. */
export function checkCondition(condition: SegmentCondition, path: string, check: InputCheck): SegmentCondition {
  const { field, operator } = condition;
  const row = CATALOGUE[field];
  if (!row.operators.includes(operator)) {
    check.add(`${path}.operator`, Code.INVALID, `${field} is compared by ${row.operators.join(', ')}.`);
    return condition;
  }
  const clean: SegmentCondition = { field, operator };
  const own = LIST_OF[row.type];
  for (const list of LISTS) {
    const values = condition[list];
    const [least, most] = list === own ? howMany(operator) : takesBeside(row, field, list);
    const count = values?.length ?? 0;
    if (count < least) {
      check.add(`${path}.${list}`, Code.REQUIRED, least === 2 ? 'Two values.' : 'At least one value.');
    } else if (count > most) {
      check.add(`${path}.${list}`, most < MAX_VALUES ? Code.INVALID : Code.TOO_LONG, tooMany(most));
    } else if (count > 0) {
      Object.assign(clean, { [list]: values });
      checkValues(row, list, values!, `${path}.${list}`, check);
    }
  }
  checkOrder(clean, own, path, check);
  return { ...clean, ...checkScopes(condition, row, path, check) };
}

const tooMany = (most: number) => (most === 0 ? 'Not taken here.' : `At most ${most} values.`);

/** How many values a list beside the field's own takes: kinds, benefits, a seed. */
function takesBeside(row: FieldRow, field: SegmentField, list: List): [number, number] {
  if ((row.kindScoped && list === 'texts') || (row.benefitScoped && list === 'ids')) {
    return [0, MAX_VALUES];
  }
  return field === SegmentField.SAMPLE && list === 'texts' ? [0, 1] : [0, 0];
}

function checkScopes(
  { operator, relative, window, products }: SegmentCondition,
  row: FieldRow,
  path: string,
  check: InputCheck,
): Partial<SegmentCondition> {
  const needsRelative = RELATIVE.includes(operator);
  return {
    ...checkRelative(relative, needsRelative ? 'needed' : row.horizon ? 'taken' : 'refused', `${path}.relative`, check),
    ...checkWindow(window, row.windowed === true, `${path}.window`, check),
    ...checkProducts(products, row.productScoped === true, `${path}.products`, check),
  };
}

function checkValues(row: FieldRow, list: List, values: (string | number)[], path: string, check: InputCheck): void {
  const characters = values.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 0), 0);
  if (characters > MAX_CHARACTERS) {
    check.add(path, Code.TOO_LONG, `At most ${MAX_CHARACTERS} characters together.`);
    return;
  }
  values.forEach((value, i) => {
    const fault = faultOf(row, list, value);
    if (fault) {
      check.add(`${path}.${i}`, ...fault);
    }
  });
}

function faultOf(row: FieldRow, list: List, value: string | number): [Code, string] | null {
  if (list === 'ids') {
    return isId(String(value)) ? null : [Code.NOT_FOUND, 'There is nothing with this id.'];
  }
  if (typeof value === 'number') {
    return Number.isFinite(value) ? null : [Code.OUT_OF_RANGE, 'Not a number that can be compared.'];
  }
  if (list !== 'texts') {
    return null;
  }
  if (row.options && !Object.hasOwn(row.options, value)) {
    return [Code.INVALID, `One of ${Object.keys(row.options).slice(0, 10).join(', ')}.`];
  }
  return textFault(value);
}

/** Notes a range whose end lies before its beginning, and a share beyond 100 %. */
function checkOrder(clean: SegmentCondition, own: List | null, path: string, check: InputCheck): void {
  const values = own && clean[own];
  if (clean.operator === Op.BETWEEN && values?.length === 2 && values[0]! > values[1]!) {
    check.add(`${path}.${own}`, Code.OUT_OF_RANGE, 'The first value must not be greater than the second.');
  }
  const [share] = clean.numbers ?? [];
  if (clean.field === SegmentField.SAMPLE && share !== undefined && !(share >= 0 && share <= 100)) {
    check.add(`${path}.numbers.0`, Code.OUT_OF_RANGE, 'Between 0 and 100.');
  }
}
