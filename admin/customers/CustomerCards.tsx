import { Box, Typography } from '@mui/material';
import { SimpleList } from 'react-admin';
import { useFormat } from '../ui/useFormat.js';
import { TierName } from '../ui/values.js';
import type { CustomerRow } from './types.js';

/** The customers on a phone. */
export function CustomerCards() {
  const { money, day } = useFormat();
  return (
    <SimpleList<CustomerRow>
      rowClick="show"
      primaryText={(row) => (
        <Box component="span" sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
          <span>{row.name || row.phone || '–'}</span>
          <TierName tier={row.tier} />
        </Box>
      )}
      secondaryText={(row) => (
        <Typography
          component="span"
          variant="body2"
          color="text.secondary"
          sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}
        >
          <span>{money(row.stats.spend)}</span>
          <span>{day(row.stats.lastOrderAt)}</span>
        </Typography>
      )}
    />
  );
}
