import CardGiftcard from '@mui/icons-material/CardGiftcardOutlined';
import { Button } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Datagrid, FunctionField, SelectInput } from 'react-admin';
import { Link } from 'react-router-dom';
import { csvExporter } from '../api/csv.js';
import type { GrantListQuery } from '../api/generated/operations.js';
import { BenefitFilter } from '../ui/BenefitFilter.js';
import { CustomerFilter } from '../ui/CustomerFilter.js';
import { enumChoices } from '../ui/choices.js';
import { PerkCards } from '../ui/PerkCards.js';
import { ResourceList } from '../ui/ResourceList.js';
import { useFormat } from '../ui/useFormat.js';
import { CustomerLink, StatusChip } from '../ui/values.js';
import { RevokeGrantButton } from './RevokeGrantButton.js';

type Row = GrantListQuery['list']['nodes'][number];

const STATUS = enumChoices('GrantStatus', ['ACTIVE', 'UPCOMING', 'USED_UP', 'EXPIRED', 'REVOKED']);
const ORIGINS = enumChoices('GrantOrigin', ['MANUAL', 'COMPENSATION', 'CAMPAIGN', 'BIRTHDAY', 'SYSTEM']);

const filters = [
  <BenefitFilter key="benefitId" source="benefitId" label="app.benefit" alwaysOn />,
  <SelectInput key="status" source="status" label="app.status" choices={STATUS} alwaysOn />,
  <SelectInput key="origin" source="origin" label="app.origin" choices={ORIGINS} />,
  <CustomerFilter key="customerId" source="customerId" label="app.customer" />,
];

const exporter = csvExporter<Row>((translate, text) => [
  [translate('app.customer'), (row) => row.customer.name],
  [translate('app.benefit'), (row) => text(row.benefit.name)],
  [translate('app.status'), (row) => translate(`enums.GrantStatus.${row.status}`)],
  [translate('app.origin'), (row) => translate(`enums.GrantOrigin.${row.origin}`)],
  [translate('app.quantity'), (row) => row.quantity],
  [translate('app.used'), (row) => row.used],
  [translate('app.grantedAt'), (row) => row.grantedAt],
  [translate('app.endsAt'), (row) => row.endsAt],
  [translate('app.reason'), (row) => row.reason],
]);

function GrantTable() {
  const translate = useTranslate();
  const { text, number, day } = useFormat();
  return (
    <Datagrid rowClick={false} bulkActionButtons={false}>
      <FunctionField<Row> label="app.customer" render={(row) => <CustomerLink customer={row.customer} />} />
      <FunctionField<Row> label="app.benefit" render={(row) => text(row.benefit.name)} />
      <FunctionField<Row> label="app.status" render={(row) => <StatusChip type="GrantStatus" value={row.status} />} />
      <FunctionField<Row> label="app.origin" render={(row) => translate(`enums.GrantOrigin.${row.origin}`)} />
      <FunctionField<Row>
        label="app.used"
        textAlign="right"
        render={(row) => `${number(row.used)} / ${number(row.quantity)}`}
      />
      <FunctionField<Row>
        label="app.grantedAt"
        sortBy="grantedAt"
        sortByOrder="DESC"
        render={(row) => day(row.grantedAt)}
      />
      <FunctionField<Row>
        label="app.endsAt"
        render={(row) => (row.endsAt ? day(row.endsAt) : translate('app.noEnd'))}
      />
      <FunctionField<Row> label="app.reason" cellClassName="wrapping" render={(row) => row.reason} />
      <FunctionField<Row> label="app.doIt" render={(row) => <RevokeGrantButton grant={row} />} />
    </Datagrid>
  );
}

function GrantCards() {
  const { day } = useFormat();
  return <PerkCards<Row> statusType="GrantStatus" at={(row) => day(row.grantedAt)} />;
}

/** Personal grants of benefits, whoever gave them and for whatever reason (V4). */
export default function GrantList() {
  const translate = useTranslate();
  return (
    <ResourceList
      resource="benefitGrants"
      icon={<CardGiftcard />}
      filters={filters}
      exporter={exporter}
      sort={{ field: 'grantedAt', order: 'DESC' }}
      table={<GrantTable />}
      cards={<GrantCards />}
      emptyActions={
        <Button component={Link} to="/customers" variant="outlined">
          {translate('app.toCustomers')}
        </Button>
      }
    />
  );
}
