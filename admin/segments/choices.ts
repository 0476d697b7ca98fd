import { useQuery } from '@tanstack/react-query';
import { ask } from '../api/ask.js';
import {
  SegmentChoicesDocument,
  type SegmentChoicesQuery,
  type SegmentValueType,
} from '../api/generated/operations.js';
import { type Choice, useBenefitChoices, useTierChoices } from '../ui/choices.js';

/** The API gives so many at once. */
const PAGE = 100;

async function allSegments(): Promise<Choice[]> {
  const found: Choice[] = [];
  let after: string | null = null;
  for (;;) {
    const { segments }: SegmentChoicesQuery = await ask(SegmentChoicesDocument, { first: PAGE, after });
    found.push(...segments.nodes);
    after = segments.pageInfo.hasNextPage ? segments.pageInfo.endCursor : null;
    if (after === null) return found;
  }
}

const NONE: Choice[] = [];

/** The segments in use, by name. */
export function useSegmentChoices(): Choice[] {
  const { data } = useQuery({ queryKey: ['segmentChoices'], queryFn: allSegments, retry: false });
  return data ?? NONE;
}

/** What can be chosen for a field whose values are things of their own. */
export function useChoices(type: SegmentValueType): Choice[] {
  const tiers = useTierChoices();
  const benefits = useBenefitChoices();
  const segments = useSegmentChoices();
  return type === 'TIER' ? tiers : type === 'BENEFIT' ? benefits : type === 'SEGMENT' ? segments : [];
}

/** The names of tiers, benefits and segments by id. */
export function useThingNames(): Map<string, string> {
  const things = [...useTierChoices(), ...useBenefitChoices(), ...useSegmentChoices()];
  return new Map(things.map(({ id, name }) => [id, name]));
}
