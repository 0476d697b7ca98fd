import { Box, Chip } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import { useCan } from '../access/useCan.js';
import { useAsk } from '../api/ask.js';
import { CustomerSegmentsDocument } from '../api/generated/operations.js';
import { Section } from '../ui/Section.js';
import { Failed, Waiting } from '../ui/Waiting.js';

/** The segments a customer is in, for their profile; each leads to its page. */
export function CustomerSegments({ customerId }: { customerId: string }) {
  const translate = useTranslate();
  const allowed = useCan('SEGMENT_READ');
  const { data, error } = useAsk(
    'customerSegments',
    CustomerSegmentsDocument,
    { id: customerId },
    { enabled: allowed },
  );
  if (!allowed) return null;
  const segments = data?.customer?.segments;
  return (
    <Section title="segments.chips" note={translate('segments.chipsHint')}>
      {error ? <Failed error={error} /> : null}
      {!segments && !error ? <Waiting lines={1} /> : null}
      {segments?.length === 0 ? <Box sx={{ color: 'text.secondary' }}>{translate('segments.noChips')}</Box> : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
        {(segments ?? []).map(({ id, name, builtIn }) => (
          <Chip
            key={id}
            size="small"
            clickable
            component={Link}
            to={`/segments/${id}/show`}
            label={name}
            variant={builtIn ? 'outlined' : 'filled'}
          />
        ))}
      </Box>
    </Section>
  );
}
