import { Box, Card, Link, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';
import { useFormat } from '../ui/useFormat.js';
import { colourOf } from './colours.js';
import type { Overview } from './types.js';
import { useWhoLink } from './useWhoLink.js';

/** How many customers are of each stage (S4); each card leads to them. */
export function StageCards({ stages, asOf }: { stages: Overview['stages']; asOf: string | null }) {
  const translate = useTranslate();
  const { number, percent, moneyWhole } = useFormat();
  const linkTo = useWhoLink(asOf);
  const total = stages.reduce((sum, { customers }) => sum + customers, 0);
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr 1fr', md: 'repeat(5, minmax(0, 1fr))' } }}>
      {stages.map(({ stage, customers, spend }) => {
        const name = translate(`enums.LifecycleStage.${stage}`);
        const link = linkTo('STAGE', stage, name);
        return (
          <Card key={stage} sx={{ p: 2, position: 'relative', borderTop: `3px solid ${colourOf(stage)}` }}>
            <Typography variant="body2" color="text.secondary">
              {link ? (
                <Link
                  component={RouterLink}
                  {...link}
                  color="inherit"
                  underline="none"
                  sx={{ '&::after': { content: '""', position: 'absolute', inset: 0 } }}
                >
                  {name}
                </Link>
              ) : (
                name
              )}
            </Typography>
            <Typography sx={{ fontSize: '1.5rem', fontWeight: 650, lineHeight: 1.25 }}>{number(customers)}</Typography>
            <Typography variant="caption" color="text.secondary">
              {percent(customers, total)} · {moneyWhole(spend)}
            </Typography>
          </Card>
        );
      })}
    </Box>
  );
}
