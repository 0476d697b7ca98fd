import { useMemo } from 'react';
import { useAsk } from '../api/ask.js';
import { SegmentFieldsDocument } from '../api/generated/operations.js';
import type { FieldInfo } from './types.js';

const NONE: FieldInfo[] = [];

/** The field catalogue, asked once, and one of its rows by name. */
export function useFields() {
  const { data, error } = useAsk('segmentFields', SegmentFieldsDocument);
  const fields = data?.segmentFields ?? NONE;
  const byName = useMemo(() => new Map(fields.map((info) => [info.field, info])), [fields]);
  return { fields, byName, ready: data !== undefined, error };
}

export type FieldsByName = ReturnType<typeof useFields>['byName'];
