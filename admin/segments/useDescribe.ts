import { useTranslate } from 'ra-core';
import type {
  RelativeDaysInput,
  SegmentConditionInput,
  SegmentOperator,
  TimeWindowInput,
} from '../api/generated/operations.js';
import { useFormat } from '../ui/useFormat.js';
import { slotOf, takesTexts } from './builder/slots.js';
import { useThingNames } from './choices.js';
import { useFields } from './useFields.js';
import { useOperatorWord } from './useOperatorWord.js';

/** More values than these are summed up as a number. */
const NAMED = 5;

/** "Is one of" a single value is just "is". */
function spoken({ operator, texts, ids, numbers }: SegmentConditionInput): SegmentOperator {
  if ((texts ?? ids ?? numbers)?.length !== 1) return operator;
  return operator === 'IN' ? 'EQ' : operator === 'NOT_IN' ? 'NE' : operator;
}

/** Says a condition in the reader's language: "Orders at least 3 (in the last 90 days)". */
export function useDescribe(): (condition: SegmentConditionInput) => string {
  const translate = useTranslate();
  const { text, number, money, localFullDay, locale } = useFormat();
  const { byName } = useFields();
  const word = useOperatorWord();
  const things = useThingNames();
  const comma = locale === 'zh' ? '、' : ', ';

  const list = (values: readonly string[]) => {
    const shown = values.slice(0, NAMED).join(comma);
    return values.length > NAMED ? translate('segments.andMore', { shown, count: values.length - NAMED }) : shown;
  };
  const span = ({ amount, unit }: RelativeDaysInput) => translate(`segments.spans.${unit}`, { smart_count: amount });
  const window = ({ last, since, until }: TimeWindowInput) => {
    if (last) return translate('segments.inLast', { span: span(last) });
    const days = { since: localFullDay(since), until: localFullDay(until) };
    return translate(since ? (until ? 'segments.sinceUntil' : 'segments.sinceDay') : 'segments.untilDay', days);
  };

  return (condition) => {
    const info = byName.get(condition.field);
    if (!info) return '';
    const names = new Map(info.options.map(({ value, label }) => [value, text(label)]));
    const named = (values?: readonly string[] | null) => list((values ?? []).map((one) => names.get(one) ?? one));
    const unit = info.unit ? text(info.unit) : '';
    const numbers = (values: string[]) => [values.join(' – '), unit].filter(Boolean).join(' ');
    const slot = slotOf(info, condition.operator);
    const value = (() => {
      if (slot === null) return '';
      if (slot === 'numberOption' || slot === 'numberOptions') return named((condition.numbers ?? []).map(String));
      if (slot === 'numbers') return list((condition.numbers ?? []).map((one) => number(one)));
      if (slot === 'number' || slot === 'range') return numbers((condition.numbers ?? []).map((one) => number(one)));
      if (slot === 'amount' || slot === 'amounts') return numbers((condition.amounts ?? []).map((one) => money(one)));
      if (slot === 'day' || slot === 'days') return numbers((condition.days ?? []).map((one) => localFullDay(one)));
      if (slot === 'relative') return condition.relative ? span(condition.relative) : '';
      if (slot === 'id' || slot === 'ids') return list((condition.ids ?? []).map((id) => things.get(id) ?? id));
      return named(condition.texts);
    })();
    const { products, relative, ids, texts } = condition;
    const scopes = [
      condition.window ? window(condition.window) : '',
      info.kindScoped && texts?.length ? translate('segments.onlyKinds', { list: named(texts) }) : '',
      info.benefitScoped && ids?.length ? list(ids.map((id) => things.get(id) ?? id)) : '',
      info.horizon && relative ? translate('segments.within', { span: span(relative) }) : '',
      products?.categories?.length ? translate('segments.onlyCategories', { list: list(products.categories) }) : '',
      products?.skus?.length ? translate('segments.onlySkus', { list: list(products.skus) }) : '',
      takesTexts(info) && !info.kindScoped && texts?.length ? translate('segments.seed', { seed: texts[0] }) : '',
    ].filter(Boolean);
    const said = [text(info.label), word(spoken(condition), info), value].filter(Boolean).join(' ');
    return scopes.length > 0 ? translate('segments.scoped', { said, scopes: scopes.join(comma) }) : said;
  };
}
