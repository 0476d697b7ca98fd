import { Box, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { SegmentOverlapOfQuery } from '../../api/generated/operations.js';
import { useFormat } from '../../ui/useFormat.js';

type Overlap = SegmentOverlapOfQuery['segmentOverlap'];

/** Each pair as one bar: only the one, both, only the other. */
export function OverlapBars({ overlap }: { overlap: Overlap }) {
  const translate = useTranslate();
  const { number, percent } = useFormat();
  const sizes = new Map(overlap.sizes.map(({ segment, members }) => [segment.id, { name: segment.name, members }]));
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {overlap.pairs.map(({ a, b, both }) => {
        const one = sizes.get(a.id) ?? { name: '', members: 0 };
        const other = sizes.get(b.id) ?? { name: '', members: 0 };
        const parts = [
          { key: 'one', size: one.members - both, color: 'primary.main', opacity: 0.45 },
          { key: 'both', size: both, color: 'primary.main', opacity: 1 },
          { key: 'other', size: other.members - both, color: 'secondary.main', opacity: 0.45 },
        ];
        return (
          <Box key={`${a.id} ${b.id}`}>
            <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}>
              <Typography variant="body2">{one.name}</Typography>
              <Typography variant="body2" sx={{ textAlign: 'right' }}>
                {other.name}
              </Typography>
            </Box>
            <Box
              aria-hidden
              sx={{ display: 'flex', height: 18, borderRadius: 1, overflow: 'hidden', bgcolor: 'action.hover' }}
            >
              {parts.map(({ key, size, color, opacity }) => (
                <Box key={key} sx={{ flexGrow: size, flexBasis: 0, bgcolor: color, opacity }} />
              ))}
            </Box>
            <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>
              {translate('segments.overlap.both', {
                both: number(both),
                a: one.name,
                shareA: percent(both, one.members),
                b: other.name,
                shareB: percent(both, other.members),
              })}
            </Typography>
          </Box>
        );
      })}
      {overlap.sizes.length > 2 ? (
        <Typography variant="body2">{translate('segments.overlap.all', { count: number(overlap.all) })}</Typography>
      ) : null}
    </Box>
  );
}
