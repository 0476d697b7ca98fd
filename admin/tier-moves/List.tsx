import SwapVert from '@mui/icons-material/SwapVertOutlined';
import { Box } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Datagrid, FunctionField, SelectInput, SimpleList } from 'react-admin';
import { csvExporter } from '../api/csv.js';
import type { TierMoveListQuery } from '../api/generated/operations.js';
import { enumChoices, useTierChoices } from '../ui/choices.js';
import { SinceInput, UntilInput } from '../ui/dayInputs.js';
import { ResourceList } from '../ui/ResourceList.js';
import { useFormat } from '../ui/useFormat.js';
import { CustomerLink, StatusChip, TierName } from '../ui/values.js';

type Row = TierMoveListQuery['list']['nodes'][number];

const DIRECTIONS = enumChoices('TierDirection', ['UP', 'DOWN']);
const CAUSES = enumChoices('TierMoveCause', [
  'ORDER',
  'POINTS',
  'REFUND',
  'PERIOD_END',
  'GRANT',
  'GRANT_END',
  'PUBLISH',
  'ROLLBACK',
  'MERGE',
]);

function TierFilter(props: { source: string; label: string; alwaysOn?: boolean }) {
  return <SelectInput {...props} choices={useTierChoices()} />;
}

const filters = [
  <SelectInput key="direction" source="direction" label="app.direction" choices={DIRECTIONS} alwaysOn />,
  <TierFilter key="tierId" source="tierId" label="app.tier" alwaysOn />,
  <SelectInput key="cause" source="cause" label="app.cause" choices={CAUSES} />,
  <SinceInput key="since" source="since" label="app.since" />,
  <UntilInput key="until" source="until" label="app.until" />,
];

const exporter = csvExporter<Row>((translate) => [
  [translate('app.at'), (row) => row.at],
  [translate('app.customer'), (row) => row.customer.name],
  [translate('app.from'), (row) => row.from?.code],
  [translate('app.to'), (row) => row.to?.code],
  [translate('app.cause'), (row) => translate(`enums.TierMoveCause.${row.cause}`)],
  [translate('app.reason'), (row) => row.reason],
]);

function MoveTable() {
  const translate = useTranslate();
  const { minute } = useFormat();
  return (
    <Datagrid rowClick={false} bulkActionButtons={false}>
      <FunctionField<Row> label="app.at" render={(row) => minute(row.at)} />
      <FunctionField<Row> label="app.customer" render={(row) => <CustomerLink customer={row.customer} />} />
      <FunctionField<Row>
        label="app.direction"
        render={(row) => <StatusChip type="TierDirection" value={row.direction} />}
      />
      <FunctionField<Row> label="app.from" render={(row) => <TierName tier={row.from} />} />
      <FunctionField<Row> label="app.to" render={(row) => <TierName tier={row.to} />} />
      <FunctionField<Row> label="app.cause" render={(row) => translate(`enums.TierMoveCause.${row.cause}`)} />
      <FunctionField<Row>
        label="app.reason"
        cellClassName="wrapping"
        render={(row) => row.reason ?? row.order?.number ?? ''}
      />
      <FunctionField<Row> label="app.actor" render={(row) => row.actor} />
    </Datagrid>
  );
}

function MoveCards() {
  const translate = useTranslate();
  const { minute } = useFormat();
  return (
    <SimpleList<Row>
      rowClick={false}
      primaryText={(row) => (
        <Box component="span" sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
          <CustomerLink customer={row.customer} />
          <span>
            <TierName tier={row.from} /> → <TierName tier={row.to} />
          </span>
        </Box>
      )}
      secondaryText={(row) => (
        <Box component="span" sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
          <span>{translate(`enums.TierMoveCause.${row.cause}`)}</span>
          <span>{minute(row.at)}</span>
        </Box>
      )}
    />
  );
}

/** Every move between tiers and why it happened (V1, V6). */
export default function TierMoveList() {
  return (
    <ResourceList
      resource="tierMoves"
      icon={<SwapVert />}
      filters={filters}
      exporter={exporter}
      table={<MoveTable />}
      cards={<MoveCards />}
    />
  );
}
