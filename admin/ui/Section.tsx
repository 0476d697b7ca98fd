import { Box, Card, type SxProps, type Theme, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { type ReactNode, useId } from 'react';

interface SectionProps {
  /** Translation key of the heading. */
  title?: string;
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** Without padding, for tables that run to the edges. */
  flush?: boolean;
  sx?: SxProps<Theme>;
}

/** A card with a heading and what can be done about its content. */
export function Section({ title, note, actions, children, flush, sx }: SectionProps) {
  const translate = useTranslate();
  const id = useId();
  return (
    <Card component="section" aria-labelledby={title ? id : undefined} sx={{ minWidth: 0, overflow: 'hidden', ...sx }}>
      {title || actions ? (
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            gap: 1,
            px: 2.5,
            pt: 2,
            pb: flush ? 1.5 : 0.5,
          }}
        >
          {title ? (
            <Typography id={id} variant="h6" component="h2" sx={{ flex: 1, minWidth: 'fit-content' }}>
              {translate(title)}
            </Typography>
          ) : null}
          {note ? (
            <Typography variant="body2" color="text.secondary" component="div">
              {note}
            </Typography>
          ) : null}
          {actions}
        </Box>
      ) : null}
      <Box sx={{ px: flush ? 0 : 2.5, pt: flush ? 0 : 1, pb: flush ? 0 : 2.5 }}>{children}</Box>
    </Card>
  );
}

/** A list of names and values, two to a row where there is room. */
export function Facts({ children, columns = 2 }: { children: ReactNode; columns?: number }) {
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gap: 1.5,
        m: 0,
        gridTemplateColumns: { xs: '1fr 1fr', md: `repeat(${columns}, minmax(0, 1fr))` },
      }}
    >
      {children}
    </Box>
  );
}

/** One name (a translation key) and its value. */
export function Fact({ label, children, wide }: { label: string; children: ReactNode; wide?: boolean }) {
  const translate = useTranslate();
  return (
    <Box sx={{ minWidth: 0, ...(wide && { gridColumn: '1 / -1' }) }}>
      <Typography component="dt" variant="caption" color="text.secondary">
        {translate(label)}
      </Typography>
      <Typography component="dd" variant="body2" sx={{ m: 0, overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </Box>
  );
}
