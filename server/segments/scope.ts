import { SegmentOperator } from '../../schema/segments/enums.js';
import { SegmentField } from '../../schema/segments/field.js';
import type { SegmentRule } from '../../schema/segments/rules.js';
import { SegmentKind } from '../../schema/segments/segment-enums.js';
import type { App } from '../app.js';
import { badInput } from '../graphql/errors.js';
import { currentVersionLoader, type SegmentRow } from './saved-rows.js';

/** The condition of being in a segment: how a list reads as rules. */
export function listRule(segmentId: string): SegmentRule {
  return { condition: { field: SegmentField.SEGMENT, operator: SegmentOperator.IN, ids: [segmentId] } };
}

/** The rules by which a segment's members are found now, or as of a day; BAD_USER_INPUT for a day and a list, which has no past. */
export async function rulesInForce(app: App, segment: SegmentRow, asOf: string | null): Promise<SegmentRule> {
  if (segment.kind === SegmentKind.LIST) {
    if (asOf) {
      throw badInput('asOf', 'A list has no past.');
    }
    return listRule(segment.id);
  }
  const { rules } = await currentVersionLoader(app).load(segment.id);
  return rules!;
}
