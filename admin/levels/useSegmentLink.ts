import { useCan } from '../access/useCan.js';
import type { SegmentRuleInput } from '../api/generated/operations.js';

interface SegmentLink {
  to: string;
  state: { record: { name: string; rules: SegmentRuleInput }; asOf?: string };
}

/** Opens the segment builder with rules filled in, as of the day that was looked at; null for who may not build one. */
export function useSegmentLink(asOf: string | null) {
  const allowed = useCan('SEGMENT_EDIT');
  return (name: string, rules: SegmentRuleInput): SegmentLink | null =>
    allowed ? { to: '/segments/create', state: { record: { name, rules }, ...(asOf && { asOf }) } } : null;
}
