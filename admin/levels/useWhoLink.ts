import { useSegmentLink } from './useSegmentLink.js';

/**
 * Who stands behind a number of the overview: today the list of customers, which everybody may open; on an earlier day
 * the segment builder as of that day, or nothing for who may not build segments.
 */
export function useWhoLink(asOf: string | null) {
  const segmentLink = useSegmentLink(asOf);
  return (field: 'STAGE' | 'VALUE_SEGMENT', code: string, name: string) => {
    if (asOf) return segmentLink(name, { condition: { field, operator: 'IN', texts: [code] } });
    const filter = field === 'STAGE' ? { stages: [code] } : { valueSegments: [code] };
    return { to: `/customers?${new URLSearchParams({ filter: JSON.stringify(filter) })}` };
  };
}
