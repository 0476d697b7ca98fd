import { SegmentOperator as Op, SegmentJoin, TimeUnit } from '../../schema/segments/enums.js';
import type { SegmentField } from '../../schema/segments/field.js';
import type { RelativeDays, SegmentCondition, SegmentRule } from '../../schema/segments/rules.js';

/** Short words by which built-in segments and templates read aloud. */

export const all = (...rules: SegmentRule[]): SegmentRule => ({ join: SegmentJoin.ALL, rules });

export const is = (
  field: SegmentField,
  operator: Op,
  values: Omit<SegmentCondition, 'field' | 'operator'> = {},
): SegmentRule => ({ condition: { field, operator, ...values } });

export const days = (amount: number): RelativeDays => ({ amount, unit: TimeUnit.DAY });
export const months = (amount: number): RelativeDays => ({ amount, unit: TimeUnit.MONTH });
