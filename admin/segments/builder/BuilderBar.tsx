import { Box, Button, Card } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useFormState } from 'react-hook-form';
import { Link } from 'react-router-dom';
import { useFormat } from '../../ui/useFormat.js';
import type { useLiveCount } from './useLiveCount.js';

interface BuilderBarProps {
  /** Null for a list, which has no rules to count. */
  live: ReturnType<typeof useLiveCount> | null;
  /** Where to go without saving. */
  back: string;
}

/** Stays at the bottom: the count, which a phone does not show beside the rules, and the way out. */
export function BuilderBar({ live, back }: BuilderBarProps) {
  const translate = useTranslate();
  const { number, percent } = useFormat();
  const { isSubmitting } = useFormState();
  const count = live?.count;
  const said = count
    ? [
        translate(count.exact ? 'segments.exactly' : 'segments.about', { count: number(count.count) }),
        percent(count.count, count.total),
      ].join(' · ')
    : '';
  return (
    <Card
      sx={{
        position: 'sticky',
        bottom: 12,
        mt: 2,
        p: 1.25,
        display: 'flex',
        gap: 1,
        alignItems: 'center',
        zIndex: 2,
        boxShadow: '0 4px 20px rgb(0 0 0 / 12%)',
      }}
    >
      <Box sx={{ flex: 1, px: 1, fontWeight: 600, opacity: live?.stale ? 0.55 : 1 }}>{said}</Box>
      <Button component={Link} to={back} color="inherit">
        {translate('ra.action.cancel')}
      </Button>
      <Button type="submit" variant="contained" loading={isSubmitting}>
        {translate('segments.save')}
      </Button>
    </Card>
  );
}
