import {
  SegmentOperator as Op,
  type SegmentFieldGroup,
  type SegmentValueType,
} from '../../../schema/segments/enums.js';
import type { SegmentField } from '../../../schema/segments/field.js';
import type { Asking, Column } from '../rules/asking.js';

/** Chinese, English. */
export type Both = readonly [zh: string, en: string];

/** One row of the field catalogue: what a field is, and how it is asked. */
export interface FieldRow {
  label: Both;
  group: SegmentFieldGroup;
  type: SegmentValueType;
  operators: readonly Op[];
  ask: Asking;
  /** What it means when a customer has no value; left out: everybody has one. */
  none?: Both;
  unit?: Both;
  /** All values there are. */
  options?: Readonly<Record<string, Both>>;
  /** Clear contact data, for those only who may reveal it (A4). */
  contact?: true;
  windowed?: true;
  productScoped?: true;
  kindScoped?: true;
  benefitScoped?: true;
  /** Takes `relative` as how far ahead to look. */
  horizon?: true;
  /** Selects, as `value`, the values in use. */
  suggest?: string;
}

/** The rows of one group of fields. */
export type FieldRows = Partial<Record<SegmentField, Omit<FieldRow, 'group'>>>;

/** A column of the figures, as of the day asked for. */
export const figure =
  (name: string): Column =>
  (q) =>
    q.figure(name);

/** A column of the figures as they are now. */
export const present =
  (name: string): Column =>
  (q) =>
    q.present(name);

/** A column of the profile. */
export const profile =
  (name: string): Column =>
  (q) =>
    q.profile(name);

const SET = [Op.IS_SET, Op.IS_NOT_SET] as const;
const COMPARED = [Op.EQ, Op.NE, Op.LT, Op.LTE, Op.GT, Op.GTE, Op.BETWEEN] as const;
const PAST = [Op.IN_LAST, Op.NOT_IN_LAST, Op.BEFORE_LAST, Op.ON, Op.BEFORE, Op.AFTER, Op.BETWEEN] as const;

/** The operators of each kind of field. */
export const OPERATORS = {
  text: [Op.EQ, Op.NE, Op.IN, Op.NOT_IN, Op.CONTAINS, Op.STARTS_WITH, ...SET],
  code: [Op.IN, Op.NOT_IN, Op.EQ, Op.NE, ...SET],
  everyCode: [Op.IN, Op.NOT_IN, Op.EQ, Op.NE],
  number: COMPARED,
  someNumber: [...COMPARED, ...SET],
  band: [...COMPARED, Op.IN, Op.NOT_IN, ...SET],
  day: PAST,
  someDay: [...PAST, ...SET],
  comingDay: [Op.IN_NEXT, Op.ON, Op.BEFORE, Op.AFTER, Op.BETWEEN, ...SET],
  birthday: [Op.IN_NEXT, Op.IN_LAST, Op.ON, Op.BEFORE, Op.AFTER, Op.BETWEEN, ...SET],
  tags: [Op.HAS_ANY, Op.HAS_ALL, Op.HAS_NONE, ...SET],
  flag: [Op.IS_TRUE, Op.IS_FALSE],
  tier: [Op.IN, Op.NOT_IN, Op.GTE, Op.LTE, ...SET],
  segment: [Op.IN, Op.NOT_IN],
  sample: [Op.LTE, Op.GT],
} satisfies Record<string, readonly Op[]>;

export const NEVER_BOUGHT: Both = ['从未购买', 'Never bought'];
export const NOT_KNOWN: Both = ['未登记', 'Not known'];
