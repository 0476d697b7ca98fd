import { Box, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  icon: ReactNode;
  /** Translation key of what is missing. */
  title: string;
  /** Translation key of what to do about it. */
  hint: string;
  children?: ReactNode;
  dense?: boolean;
}

/** What stands where a list has nothing to show: what is missing, and what to do. */
export function EmptyState({ icon, title, hint, children, dense }: EmptyStateProps) {
  const translate = useTranslate();
  return (
    <Box sx={{ textAlign: 'center', px: 2, py: dense ? 3 : 7, color: 'text.secondary', flex: 1 }}>
      <Box
        aria-hidden
        sx={{
          width: dense ? 44 : 64,
          height: dense ? 44 : 64,
          mx: 'auto',
          mb: 1.5,
          borderRadius: '50%',
          display: 'grid',
          placeItems: 'center',
          color: 'primary.main',
          bgcolor: (theme) => `${theme.palette.primary.main}1a`,
        }}
      >
        {icon}
      </Box>
      <Typography variant={dense ? 'subtitle1' : 'h6'} component="p" color="text.primary">
        {translate(title)}
      </Typography>
      <Typography variant="body2" sx={{ maxWidth: 460, mx: 'auto', mt: 0.5 }}>
        {translate(hint)}
      </Typography>
      {children ? <Box sx={{ mt: 2, display: 'flex', gap: 1, justifyContent: 'center' }}>{children}</Box> : null}
    </Box>
  );
}
