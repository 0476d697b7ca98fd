import { useAsk } from '../../api/ask.js';
import {
  type SegmentField,
  SegmentFieldValuesDocument,
  type SegmentSuggestion,
} from '../../api/generated/operations.js';
import { useDebounced } from '../useDebounced.js';

/** Values in use that contain what is being typed; none for a field that has no suggestions. */
export function useSuggestions(field: SegmentField, of: SegmentSuggestion, typed: string, enabled: boolean): string[] {
  const q = useDebounced(typed.trim(), 200);
  const { data } = useAsk(
    'segmentFieldValues',
    SegmentFieldValuesDocument,
    { field, of, q: q || null, first: 20 },
    { enabled, costly: true },
  );
  return enabled ? (data?.segmentFieldValues ?? []) : [];
}
