import { SegmentFieldGroup as Group } from '../../../schema/segments/enums.js';
import type { SegmentField } from '../../../schema/segments/field.js';
import { BEHAVIOUR } from './behaviour.js';
import type { FieldRow, FieldRows } from './field-row.js';
import { LEVELS } from './levels.js';
import { PERKS, TIERS } from './membership.js';
import { ORDERS } from './orders.js';
import { PROFILE } from './profile.js';
import { SEGMENTS } from './segments.js';

const grouped = <R extends FieldRows>(group: Group, rows: R) =>
  Object.fromEntries(Object.entries(rows).map(([field, row]) => [field, { ...row, group }])) as Record<
    keyof R,
    FieldRow
  >;

/**
 * The field catalogue (S7): all that a segment can ask about a customer, in the order in which builders show it. Whoever
 * adds a row here, and its name to the enum SegmentField, has added a field to the API, the compiler and the panel.
 */
export const CATALOGUE: Record<SegmentField, FieldRow> = {
  ...grouped(Group.RFM, LEVELS),
  ...grouped(Group.ORDERS, ORDERS),
  ...grouped(Group.BEHAVIOUR, BEHAVIOUR),
  ...grouped(Group.PROFILE, PROFILE),
  ...grouped(Group.TIER, TIERS),
  ...grouped(Group.PERKS, PERKS),
  ...grouped(Group.SEGMENTS, SEGMENTS),
};
