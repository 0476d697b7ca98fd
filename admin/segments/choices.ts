import { useAsk } from '../api/ask.js';
import { SegmentChoicesDocument, type SegmentValueType } from '../api/generated/operations.js';
import { type Choice, useBenefitChoices, useTierChoices } from '../ui/choices.js';

/** The segments in use, by name. A company has dozens; the API's cap of a hundred is asked for once. */
export function useSegmentChoices(): Choice[] {
  const { data } = useAsk('segmentChoices', SegmentChoicesDocument, { first: 100 });
  return data?.segments.nodes ?? [];
}

/** What can be chosen for a field whose values are things of their own. */
export function useChoices(type: SegmentValueType): Choice[] {
  const tiers = useTierChoices();
  const benefits = useBenefitChoices();
  const segments = useSegmentChoices();
  return type === 'TIER' ? tiers : type === 'BENEFIT' ? benefits : type === 'SEGMENT' ? segments : [];
}
