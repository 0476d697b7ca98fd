import { Box, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Headline } from '../ui/Headline.js';
import { MiniTable } from '../ui/MiniTable.js';
import { useFormat } from '../ui/useFormat.js';
import { CustomerLink, TierName } from '../ui/values.js';
import { ImpactMatrix } from './ImpactMatrix.js';
import { costChange } from './impact.js';
import type { Impact } from './types.js';

/** How many customers move from where to where, who for example, and what it costs a year. */
export function ImpactView({ impact }: { impact: Impact }) {
  const translate = useTranslate();
  const { number, money, moneyWhole, minute } = useFormat();
  const change = costChange(impact);
  const moved = impact.pairs.filter((pair) => pair.from?.code !== pair.to?.code && pair.count > 0);
  return (
    <Box sx={{ display: 'grid', gap: 2.5 }}>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(3, 1fr)', lg: 'repeat(6, 1fr)' },
        }}
      >
        <Headline label="program.up" value={number(impact.up)} tone="success.main" />
        <Headline
          label="program.down"
          value={number(impact.down)}
          tone={impact.down > 0 ? 'warning.main' : undefined}
        />
        <Headline label="program.stay" value={number(impact.stay)} />
        <Headline label="program.costBefore" value={moneyWhole(impact.yearlyCostBefore)} />
        <Headline label="program.costAfter" value={moneyWhole(impact.yearlyCostAfter)} />
        <Headline label="program.costChange" value={`${change.sign}${moneyWhole(change.amount)}`} />
      </Box>
      <Typography variant="caption" color="text.secondary">
        {translate('program.computedAt', { at: minute(impact.computedAt), total: number(impact.total) })}
      </Typography>
      <ImpactMatrix impact={impact} />
      {moved.length > 0 ? (
        <Box>
          <Typography variant="subtitle1" component="h3" sx={{ mb: 1 }}>
            {translate('program.samples')}
          </Typography>
          <MiniTable
            label="program.samples"
            rows={moved.flatMap((pair) => pair.sample.map((customer) => ({ pair, customer })))}
            rowKey={(row) => row.customer.id}
            columns={[
              { title: 'app.customer', cell: (row) => <CustomerLink customer={row.customer} /> },
              { title: 'app.from', cell: (row) => <TierName tier={row.pair.from} /> },
              { title: 'app.to', cell: (row) => <TierName tier={row.pair.to} /> },
              {
                title: 'resources.customers.fields.spend',
                number: true,
                cell: (row) => money(row.customer.stats.spend),
              },
            ]}
          />
        </Box>
      ) : null}
    </Box>
  );
}
