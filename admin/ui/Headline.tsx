import { Box, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';

interface HeadlineProps {
  /** Translation key, or words as they are. */
  label: string;
  value: string;
  /** A colour of the theme. */
  tone?: string;
  /** What stands below the number. */
  note?: string;
}

/** One number that is meant to be seen first. */
export function Headline({ label, value, tone, note }: HeadlineProps) {
  const translate = useTranslate();
  return (
    <Box>
      <Typography variant="caption" color="text.secondary">
        {translate(label, { _: label })}
      </Typography>
      <Typography sx={{ fontSize: '1.5rem', fontWeight: 650, lineHeight: 1.3, color: tone }}>{value}</Typography>
      {note ? (
        <Typography variant="caption" color="text.secondary">
          {note}
        </Typography>
      ) : null}
    </Box>
  );
}
