import type { LocalizedText } from '../../../schema/common/localized-text.js';
import type { SegmentField } from '../../../schema/segments/field.js';
import type { SegmentFieldInfo } from '../../../schema/segments/field-info.js';
import { may } from '../../access/authorize.js';
import type { Principal } from '../../access/principal.js';
import { CATALOGUE } from '../catalogue/catalogue.js';
import type { Both, FieldRow } from '../catalogue/field-row.js';
import { GROUPS } from '../catalogue/labels.js';

const localized = ([zh, en]: Both): LocalizedText => ({ zh, en });
const ALWAYS: Both = ['人人都有值', 'Everybody has one'];

/** The catalogue as builders need it, and which of it the caller may use. */
export function fieldInfos(principal: Principal): SegmentFieldInfo[] {
  const reveal = may(principal, 'CUSTOMER_REVEAL');
  return Object.entries(CATALOGUE).map(([field, row]) => infoOf(field as SegmentField, row, reveal));
}

function infoOf(field: SegmentField, row: FieldRow, reveal: boolean): SegmentFieldInfo {
  return {
    field,
    label: localized(row.label),
    group: row.group,
    groupLabel: localized(GROUPS[row.group]),
    type: row.type,
    operators: [...row.operators],
    options: Object.entries(row.options ?? {}).map(([value, label]) => ({ value, label: localized(label) })),
    windowed: row.windowed === true,
    productScoped: row.productScoped === true,
    kindScoped: row.kindScoped === true,
    benefitScoped: row.benefitScoped === true,
    horizon: row.horizon === true,
    suggests: row.suggest !== undefined,
    unit: row.unit ? localized(row.unit) : null,
    nullMeaning: localized(row.none ?? ALWAYS),
    allowed: reveal || row.contact !== true,
  };
}
