import { Box } from '@mui/material';
import type { RaRecord } from 'ra-core';
import { SimpleList } from 'react-admin';
import { useFormat } from './useFormat.js';
import { CustomerLink, StatusChip } from './values.js';

/** A grant or a redemption, as far as a card shows it. */
interface PerkRow extends RaRecord {
  customer: { id: string; name: string };
  benefit: { name: { zh: string; en: string } };
  status: string;
}

const LINE = { display: 'flex', justifyContent: 'space-between', gap: 1 };

/** Grants or redemptions on a phone: who, what, its status (an enum of `statusType`) and when, in words. */
export function PerkCards<Row extends PerkRow>({ statusType, at }: { statusType: string; at: (row: Row) => string }) {
  const { text } = useFormat();
  return (
    <SimpleList<Row>
      rowClick={false}
      primaryText={(row) => (
        <Box component="span" sx={LINE}>
          <CustomerLink customer={row.customer} />
          <StatusChip type={statusType} value={row.status} />
        </Box>
      )}
      secondaryText={(row) => (
        <Box component="span" sx={LINE}>
          <span>{text(row.benefit.name)}</span>
          <span>{at(row)}</span>
        </Box>
      )}
    />
  );
}
