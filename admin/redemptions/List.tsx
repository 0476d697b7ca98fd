import LocalActivity from '@mui/icons-material/LocalActivityOutlined';
import { Datagrid, FunctionField, SelectInput } from 'react-admin';
import { csvExporter } from '../api/csv.js';
import type { RedemptionListQuery } from '../api/generated/operations.js';
import { BenefitFilter } from '../ui/BenefitFilter.js';
import { CustomerFilter } from '../ui/CustomerFilter.js';
import { enumChoices } from '../ui/choices.js';
import { SinceInput, UntilInput } from '../ui/dayInputs.js';
import { PerkCards } from '../ui/PerkCards.js';
import { ResourceList } from '../ui/ResourceList.js';
import { useFormat } from '../ui/useFormat.js';
import { CustomerLink, StatusChip, TierName } from '../ui/values.js';
import { FindByCode } from './FindByCode.js';
import { RedemptionButtons } from './RedemptionButtons.js';

type Row = RedemptionListQuery['list']['nodes'][number];

const label = (name: string) => `resources.redemptions.fields.${name}`;
const STATUS = enumChoices('RedemptionStatus', ['RESERVED', 'COMMITTED', 'RELEASED', 'REVERSED']);

const filters = [
  <BenefitFilter key="benefitId" source="benefitId" label="app.benefit" alwaysOn />,
  <SelectInput key="status" source="status" label="app.status" choices={STATUS} alwaysOn />,
  <SinceInput key="since" source="since" label="app.since" />,
  <UntilInput key="until" source="until" label="app.until" />,
  <CustomerFilter key="customerId" source="customerId" label="app.customer" />,
];

const exporter = csvExporter<Row>((translate, text) => [
  [translate(label('code')), (row) => row.code],
  [translate('app.customer'), (row) => row.customer.name],
  [translate('app.benefit'), (row) => text(row.benefit.name)],
  [translate('app.status'), (row) => translate(`enums.RedemptionStatus.${row.status}`)],
  [translate('app.quantity'), (row) => row.quantity],
  [translate(label('cost')), (row) => row.cost],
  [translate('app.at'), (row) => row.createdAt],
]);

function RedemptionTable() {
  const { text, number, minute, money } = useFormat();
  return (
    <Datagrid rowClick={false} bulkActionButtons={false}>
      <FunctionField<Row> label={label('code')} render={(row) => row.code} />
      <FunctionField<Row> label="app.customer" render={(row) => <CustomerLink customer={row.customer} />} />
      <FunctionField<Row> label="app.tier" render={(row) => <TierName tier={row.tier} />} />
      <FunctionField<Row> label="app.benefit" render={(row) => text(row.benefit.name)} />
      <FunctionField<Row> label="app.quantity" textAlign="right" render={(row) => number(row.quantity)} />
      <FunctionField<Row> label={label('cost')} textAlign="right" render={(row) => money(row.cost)} />
      <FunctionField<Row>
        label="app.status"
        render={(row) => <StatusChip type="RedemptionStatus" value={row.status} />}
      />
      <FunctionField<Row>
        label="app.at"
        sortBy="createdAt"
        sortByOrder="DESC"
        render={(row) => minute(row.createdAt)}
      />
      <FunctionField<Row> label="app.doIt" render={(row) => <RedemptionButtons redemption={row} />} />
    </Datagrid>
  );
}

function RedemptionCards() {
  const { minute } = useFormat();
  return <PerkCards<Row> statusType="RedemptionStatus" at={(row) => minute(row.createdAt)} />;
}

/** Everything redeemed, reserved, released or reversed (V4). */
export default function RedemptionList() {
  return (
    <ResourceList
      resource="redemptions"
      icon={<LocalActivity />}
      filters={filters}
      exporter={exporter}
      sort={{ field: 'createdAt', order: 'DESC' }}
      table={<RedemptionTable />}
      cards={<RedemptionCards />}
      actions={<FindByCode />}
    />
  );
}
