import ReceiptLong from '@mui/icons-material/ReceiptLongOutlined';
import { Box } from '@mui/material';
import { BooleanInput, Datagrid, FunctionField, SelectInput, SimpleList, TextInput } from 'react-admin';
import { csvExporter } from '../api/csv.js';
import type { OrderListQuery } from '../api/generated/operations.js';
import { enumChoices } from '../ui/choices.js';
import { SinceInput, UntilInput } from '../ui/dayInputs.js';
import { ResourceList } from '../ui/ResourceList.js';
import { useFormat } from '../ui/useFormat.js';
import { CustomerLink, StatusChip } from '../ui/values.js';

type Row = OrderListQuery['list']['nodes'][number];

const label = (name: string) => `resources.orders.fields.${name}`;
const STATUS = enumChoices('OrderStatus', ['PLACED', 'PARTLY_REFUNDED', 'REFUNDED', 'CANCELLED']);

const filters = [
  <TextInput key="number" source="number" label={label('number')} alwaysOn resettable />,
  <SelectInput key="status" source="status" label={label('status')} choices={STATUS} alwaysOn />,
  <TextInput key="source" source="source" label={label('source')} />,
  <SinceInput key="placedSince" source="placedSince" label="app.since" />,
  <UntilInput key="placedUntil" source="placedUntil" label="app.until" />,
  <BooleanInput key="anonymous" source="anonymous" label="resources.orders.filters.anonymous" />,
];

const exporter = csvExporter<Row>((translate) => [
  [translate(label('source')), (row) => row.source],
  [translate(label('number')), (row) => row.number],
  [translate(label('customer')), (row) => row.customer?.name],
  [translate(label('placedAt')), (row) => row.placedAt],
  [translate(label('status')), (row) => translate(`enums.OrderStatus.${row.status}`)],
  [translate(label('currency')), (row) => row.currency],
  [translate(label('amount')), (row) => row.amount],
  [translate(label('refunded')), (row) => row.refunded],
  [translate(label('baseNet')), (row) => row.baseNet],
]);

function OrderTable() {
  const { money, minute, number } = useFormat();
  return (
    <Datagrid rowClick="show" bulkActionButtons={false}>
      <FunctionField<Row> label={label('number')} render={(row) => row.number} />
      <FunctionField<Row> label={label('source')} render={(row) => row.source} />
      <FunctionField<Row> label={label('customer')} render={(row) => <CustomerLink customer={row.customer} />} />
      <FunctionField<Row>
        label={label('placedAt')}
        sortBy="placedAt"
        sortByOrder="DESC"
        render={(row) => minute(row.placedAt)}
      />
      <FunctionField<Row>
        label={label('status')}
        render={(row) => <StatusChip type="OrderStatus" value={row.status} />}
      />
      <FunctionField<Row> label={label('amount')} textAlign="right" render={(row) => money(row.amount, row.currency)} />
      <FunctionField<Row> label={label('baseNet')} textAlign="right" render={(row) => money(row.baseNet)} />
      <FunctionField<Row> label={label('points')} textAlign="right" render={(row) => number(row.points)} />
    </Datagrid>
  );
}

function OrderCards() {
  const { money, minute } = useFormat();
  return (
    <SimpleList<Row>
      rowClick="show"
      primaryText={(row) => (
        <Box component="span" sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
          <span>{row.customer?.name ?? row.number}</span>
          <span>{money(row.amount, row.currency)}</span>
        </Box>
      )}
      secondaryText={(row) => (
        <Box component="span" sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
          <span>{minute(row.placedAt)}</span>
          <StatusChip type="OrderStatus" value={row.status} />
        </Box>
      )}
    />
  );
}

/** Every order that was taken in, with or without a customer. */
export default function OrderList() {
  return (
    <ResourceList
      resource="orders"
      icon={<ReceiptLong />}
      filters={filters}
      exporter={exporter}
      sort={{ field: 'placedAt', order: 'DESC' }}
      table={<OrderTable />}
      cards={<OrderCards />}
    />
  );
}
