import type { SegmentConditionInput, SegmentOperator } from '../../api/generated/operations.js';
import type { FieldInfo } from '../types.js';
import type { Draft } from './tree.js';

/** What there is to fill in after the operator, each with the part of the API's condition that it fills. */
export const PART = {
  text: 'texts',
  texts: 'texts',
  option: 'texts',
  options: 'texts',
  number: 'numbers',
  numbers: 'numbers',
  range: 'numbers',
  numberOption: 'numbers',
  numberOptions: 'numbers',
  amount: 'amounts',
  amounts: 'amounts',
  day: 'days',
  days: 'days',
  relative: 'relative',
  id: 'ids',
  ids: 'ids',
} as const satisfies Record<string, keyof Draft>;

export type Slot = keyof typeof PART;

const NOTHING = new Set<SegmentOperator>(['IS_SET', 'IS_NOT_SET', 'IS_TRUE', 'IS_FALSE']);
const RELATIVE = new Set<SegmentOperator>(['IN_LAST', 'NOT_IN_LAST', 'BEFORE_LAST', 'IN_NEXT']);
/** Operators that take a list; on a number or a code as well as on tags. */
export const SEVERAL = new Set<SegmentOperator>(['IN', 'NOT_IN', 'HAS_ANY', 'HAS_ALL', 'HAS_NONE']);

/** What a condition on this field with this operator asks for; null: nothing. */
export function slotOf(info: FieldInfo, operator: SegmentOperator): Slot | null {
  if (NOTHING.has(operator)) return null;
  if (RELATIVE.has(operator)) return 'relative';
  const several = SEVERAL.has(operator);
  const between = operator === 'BETWEEN';
  // The options of a field of events are the kinds that count, not values.
  const known = info.options.length > 0 && !info.kindScoped;
  switch (info.type) {
    case 'TIER':
    case 'BENEFIT':
    case 'SEGMENT':
      return several ? 'ids' : 'id';
    case 'NUMBER':
      if (between) return 'range';
      if (known) return several ? 'numberOptions' : 'numberOption';
      return several ? 'numbers' : 'number';
    case 'MONEY':
      return between ? 'amounts' : 'amount';
    case 'DAY':
      return between ? 'days' : 'day';
    default:
      if (known) return several ? 'options' : 'option';
      return several ? 'texts' : 'text';
  }
}

const SINGLE = new Set<Slot>(['text', 'option', 'number', 'numberOption', 'amount', 'day', 'id']);
const NEEDED: Partial<Record<Slot, number>> = { range: 2, amounts: 2, days: 2 };

/** Whether a condition says everything it must: only then is it counted. The API judges the values themselves. */
export function isComplete(draft: Draft, info: FieldInfo | undefined): boolean {
  const { operator } = draft;
  if (!info || !operator || !info.operators.includes(operator)) return false;
  const slot = slotOf(info, operator);
  if (slot === null) return true;
  if (slot === 'relative') return Boolean(draft.relative && draft.relative.amount !== null);
  const filled = (draft[PART[slot]] ?? []).filter((one) => one !== '' && one !== null);
  return filled.length >= (NEEDED[slot] ?? 1);
}

/** The condition as the API takes it, without scopes that say nothing; null while it is not complete. */
export function finished(draft: Draft, info: FieldInfo | undefined): SegmentConditionInput | null {
  if (!info || !isComplete(draft, info)) return null;
  const { window, products, ...rest } = draft as SegmentConditionInput;
  const condition: SegmentConditionInput = { ...rest };
  if (window?.last ? window.last.amount !== null : window?.since || window?.until) condition.window = window;
  if (products?.skus?.length || products?.categories?.length) condition.products = products;
  for (const part of ['texts', 'ids'] as const) if (condition[part]?.length === 0) delete condition[part];
  return condition;
}

/** The condition with another operator: values and scopes that still fit stay, the rest goes. */
export function withOperator(draft: Draft, info: FieldInfo, operator: SegmentOperator): Draft {
  const slot = slotOf(info, operator);
  const before = draft.operator ? slotOf(info, draft.operator) : null;
  const kept: Draft = { field: draft.field, operator, ...scopesOf(draft, info) };
  if (slot === null) return kept;
  if (slot === 'relative') return { ...kept, relative: draft.relative ?? { amount: 30, unit: 'DAY' } };
  const part = PART[slot];
  const list = before && PART[before] === part ? draft[part] : undefined;
  if (!list) return kept;
  return { ...kept, [part]: SINGLE.has(slot) ? list.slice(0, 1) : list };
}

/** The parts of a condition that narrow what counts, and are no values of the comparison. */
export function scopesOf(draft: Draft, info: FieldInfo): Draft {
  const kept: Draft = {};
  if (info.windowed && draft.window) kept.window = draft.window;
  if (info.productScoped && draft.products) kept.products = draft.products;
  if (takesTexts(info) && draft.texts) kept.texts = draft.texts;
  if (info.benefitScoped && draft.ids) kept.ids = draft.ids;
  if (info.horizon && draft.relative) kept.relative = draft.relative;
  return kept;
}

/** Whether `texts` narrows what counts: kinds of events, or the seed of a sample. */
export const takesTexts = (info: FieldInfo): boolean => info.kindScoped || info.field === 'SAMPLE';

/** The condition on another field: an operator to begin with, and the window where the new field also takes one. */
export function withField(draft: Draft, info: FieldInfo): Draft {
  const kept = draft.operator && info.operators.includes(draft.operator) ? draft.operator : usualOperator(info);
  const next: Draft = { field: info.field };
  if (info.windowed) next.window = draft.window ?? { last: { amount: 90, unit: 'DAY' } };
  if (info.productScoped && draft.products) next.products = draft.products;
  if (info.field === 'SAMPLE') next.texts = [crypto.randomUUID().slice(0, 8)];
  return kept ? withOperator(next, info, kept) : next;
}

/** What one mostly asks: a count or an amount at least so high; otherwise what the catalogue names first. */
function usualOperator({ type, options, kindScoped, operators }: FieldInfo): SegmentOperator | undefined {
  const counts = type === 'MONEY' || (type === 'NUMBER' && (kindScoped || options.length === 0));
  return counts && operators.includes('GTE') ? 'GTE' : operators[0];
}
