import { useTranslate } from 'ra-core';
import { useCallback } from 'react';
import type { SegmentOperator } from '../api/generated/operations.js';
import type { FieldInfo } from './types.js';

/** Kinds of fields for which some operators have words of their own: a number is "at least", a birthday "comes within". */
function dialectOf({ type, field }: Pick<FieldInfo, 'type' | 'field'>): string {
  if (field === 'BIRTHDAY') return 'birthday';
  if (field === 'SAMPLE') return 'sample';
  if (type === 'NUMBER' || type === 'MONEY') return 'number';
  if (type === 'DAY') return 'day';
  return 'plain';
}

/** An operator in the words that fit the field. */
export function useOperatorWord() {
  const translate = useTranslate();
  return useCallback(
    (operator: SegmentOperator, info: Pick<FieldInfo, 'type' | 'field'>) =>
      translate(`segments.operators.${dialectOf(info)}.${operator}`, {
        _: translate(`enums.SegmentOperator.${operator}`),
      }),
    [translate],
  );
}
