import { Box, Chip, Typography } from '@mui/material';
import { Datagrid, FunctionField } from 'react-admin';
import { useFormat } from '../ui/useFormat.js';
import { StatusChip, TierName } from '../ui/values.js';
import type { CustomerRow } from './types.js';

const field = (name: string) => `resources.customers.fields.${name}`;

function Who({ row }: { row: CustomerRow }) {
  return (
    <Box sx={{ minWidth: 120 }}>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {row.name || '–'}
      </Typography>
      <Typography variant="caption" color="text.secondary">
        {row.phone ?? row.email ?? row.city ?? ''}
      </Typography>
    </Box>
  );
}

/** The table of customers on a wide screen. */
export function CustomerTable() {
  const { money, day, number } = useFormat();
  return (
    <Datagrid rowClick="show" bulkActionButtons={false}>
      <FunctionField<CustomerRow> label={field('name')} cellClassName="wrapping" render={(row) => <Who row={row} />} />
      <FunctionField<CustomerRow> label={field('tier')} render={(row) => <TierName tier={row.tier} />} />
      <FunctionField<CustomerRow>
        label={field('stage')}
        render={(row) => <StatusChip type="LifecycleStage" value={row.stats.stage} />}
      />
      <FunctionField<CustomerRow>
        label={field('spend')}
        sortBy="stats.spend"
        sortByOrder="DESC"
        textAlign="right"
        render={(row) => money(row.stats.spend)}
      />
      <FunctionField<CustomerRow>
        label={field('orderCount')}
        textAlign="right"
        render={(row) => number(row.stats.orderCount)}
      />
      <FunctionField<CustomerRow>
        label={field('lastOrderAt')}
        sortBy="stats.lastOrderAt"
        sortByOrder="DESC"
        render={(row) => day(row.stats.lastOrderAt)}
      />
      <FunctionField<CustomerRow>
        label={field('registeredAt')}
        sortBy="registeredAt"
        sortByOrder="DESC"
        render={(row) => day(row.registeredAt)}
      />
      <FunctionField<CustomerRow>
        label={field('tags')}
        cellClassName="wrapping"
        render={(row) => (
          <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap', maxWidth: 220 }}>
            {row.tags.map((tag) => (
              <Chip key={tag} size="small" label={tag} />
            ))}
          </Box>
        )}
      />
    </Datagrid>
  );
}
