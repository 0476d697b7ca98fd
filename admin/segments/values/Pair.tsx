import { Box, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';

/** Two values that belong together, "from … to …", on one line where there is room. */
export function Pair({ from, to }: { from: ReactNode; to: ReactNode }) {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'flex', flexWrap: { xs: 'wrap', sm: 'nowrap' }, gap: 1, alignItems: 'flex-start' }}>
      {from}
      <Typography component="span" color="text.secondary" sx={{ lineHeight: '40px' }}>
        {translate('segments.and')}
      </Typography>
      {to}
    </Box>
  );
}
