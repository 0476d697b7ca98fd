import { Box, Chip } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { SegmentRecord } from './types.js';

/** What kind of segment it is, at a glance. */
export function SegmentChips({
  segment,
}: {
  segment: Pick<SegmentRecord, 'kind' | 'builtIn' | 'confidential' | 'archivedAt'>;
}) {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5 }}>
      <Chip size="small" variant="outlined" label={translate(`enums.SegmentKind.${segment.kind}`)} />
      {segment.builtIn ? (
        <Chip size="small" variant="outlined" color="primary" label={translate('segments.builtIn')} />
      ) : null}
      {segment.confidential ? (
        <Chip size="small" variant="outlined" color="warning" label={translate('segments.confidential')} />
      ) : null}
      {segment.archivedAt ? <Chip size="small" color="default" label={translate('segments.archived')} /> : null}
    </Box>
  );
}
