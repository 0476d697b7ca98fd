import { Box, Typography } from '@mui/material';
import { type ReactNode, useEffect } from 'react';
import { useTranslate } from 'react-admin';

/** The heading of a screen that is no plain list, with what can be done there. */
export function PageTitle({ title, lead, children }: { title: string; lead?: ReactNode; children?: ReactNode }) {
  const translate = useTranslate();
  const text = translate(title, { _: title });
  useEffect(() => {
    document.title = `${text} · 留客 Liuke`;
  }, [text]);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 2, mt: 0.5 }}>
      <Box sx={{ flex: 1, minWidth: 220 }}>
        <Typography variant="h4" component="h1" sx={{ overflowWrap: 'anywhere' }}>
          {text}
        </Typography>
        {lead ? (
          <Typography variant="body2" color="text.secondary" component="div">
            {lead}
          </Typography>
        ) : null}
      </Box>
      {children}
    </Box>
  );
}
