import { SegmentField } from '../../../schema/segments/field.js';
import type { SegmentCondition, SegmentRule } from '../../../schema/segments/rules.js';
import { CATALOGUE } from '../catalogue/catalogue.js';

/** Segments inside segments, at most. */
export const MAX_NESTING = 5;

/** One condition of a tree, and its dotted path in the input. */
export interface Located {
  condition: SegmentCondition;
  path: string;
}

/** Every condition of a tree, with its path below `field`. */
export function conditionsIn(rule: SegmentRule, field = 'rules'): Located[] {
  if (rule.condition) {
    return [{ condition: rule.condition, path: `${field}.condition` }];
  }
  return (rule.rules ?? []).flatMap((one, i) => conditionsIn(one, `${field}.rules.${i}`));
}

/** The fields that a tree asks about, without those of segments it names. */
export function fieldsOf(rule: SegmentRule): Set<SegmentField> {
  return new Set(conditionsIn(rule).map(({ condition }) => condition.field));
}

/** The ids of the segments that a tree names. */
export function usedSegments(rule: SegmentRule): string[] {
  const named = conditionsIn(rule).filter(({ condition }) => condition.field === SegmentField.SEGMENT);
  return [...new Set(named.flatMap(({ condition }) => condition.ids ?? []))];
}

/** Whether a tree asks about contact data (A4); not what segments that it names ask. */
export function asksContact(rule: SegmentRule): boolean {
  return [...fieldsOf(rule)].some((field) => CATALOGUE[field].contact);
}
