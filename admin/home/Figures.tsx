import { Box, Card, Link, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';
import { useFormat } from '../ui/useFormat.js';
import type { OverviewProps } from './types.js';

interface FigureProps {
  label: string;
  value: string;
  note?: string;
  to: string;
}

function Figure({ label, value, note, to }: FigureProps) {
  const translate = useTranslate();
  return (
    <Card sx={{ p: 2, position: 'relative', '&:hover': { borderColor: 'primary.main' } }}>
      <Typography variant="body2" color="text.secondary">
        <Link
          component={RouterLink}
          to={to}
          color="inherit"
          underline="none"
          sx={{ '&::after': { content: '""', position: 'absolute', inset: 0 } }}
        >
          {translate(label)}
        </Link>
      </Typography>
      <Typography sx={{ fontSize: '1.75rem', fontWeight: 650, lineHeight: 1.25, letterSpacing: '-0.02em' }}>
        {value}
      </Typography>
      <Typography variant="caption" color="text.secondary">
        {note ?? '\u00a0'}
      </Typography>
    </Card>
  );
}

/** The five numbers one looks at first; each leads to the records behind it. */
export function Figures({ overview }: OverviewProps) {
  const translate = useTranslate();
  const { number } = useFormat();
  const members = overview.membersByTier.reduce((sum, one) => sum + one.count, 0);
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr 1fr', md: 'repeat(5, minmax(0, 1fr))' } }}>
      <Figure
        label="home.members"
        value={number(members)}
        note={translate('home.ofCustomers', { customers: number(overview.customers) })}
        to="/customers"
      />
      <Figure
        label="home.movesUp"
        value={number(overview.movesUp)}
        note={translate('home.thisMonth')}
        to="/tierMoves"
      />
      <Figure
        label="home.movesDown"
        value={number(overview.movesDown)}
        note={translate('home.thisMonth')}
        to="/tierMoves"
      />
      <Figure
        label="home.redemptions"
        value={number(overview.redemptionsThisMonth)}
        note={translate('home.thisMonth')}
        to="/redemptions"
      />
      <Figure
        label="home.expiring"
        value={number(overview.pointsExpiring30Days)}
        note={translate('home.ofPoints', { points: number(overview.pointsOutstanding) })}
        to="/customers"
      />
    </Box>
  );
}
