import Groups from '@mui/icons-material/GroupsOutlined';
import { Box } from '@mui/material';
import { useTranslate } from 'ra-core';
import { CreateButton, Datagrid, FunctionField, SearchInput, SelectInput, SimpleList } from 'react-admin';
import { csvExporter } from '../api/csv.js';
import type { StaffListQuery } from '../api/generated/operations.js';
import { enumChoices, ROLES } from '../ui/choices.js';
import { ResourceList } from '../ui/ResourceList.js';
import { useFormat } from '../ui/useFormat.js';
import { StatusChip } from '../ui/values.js';

type Row = StaffListQuery['list']['nodes'][number];

const label = (name: string) => `resources.staff.fields.${name}`;
const STATUS = enumChoices('StaffStatus', ['ACTIVE', 'DISABLED']);

const filters = [
  <SearchInput key="q" source="q" alwaysOn />,
  <SelectInput key="role" source="role" label={label('role')} choices={ROLES} alwaysOn />,
  <SelectInput key="status" source="status" label={label('status')} choices={STATUS} />,
];

const exporter = csvExporter<Row>((translate) => [
  [translate(label('name')), (row) => row.name],
  [translate(label('email')), (row) => row.email],
  [translate(label('role')), (row) => translate(`enums.StaffRole.${row.role}`)],
  [translate(label('status')), (row) => translate(`enums.StaffStatus.${row.status}`)],
  [translate(label('lastSignInAt')), (row) => row.lastSignInAt],
]);

function StaffTable() {
  const translate = useTranslate();
  const { minute, day } = useFormat();
  return (
    <Datagrid rowClick="edit" bulkActionButtons={false}>
      <FunctionField<Row> label={label('name')} sortBy="name" render={(row) => row.name} />
      <FunctionField<Row> label={label('email')} sortBy="email" render={(row) => row.email} />
      <FunctionField<Row> label={label('role')} render={(row) => translate(`enums.StaffRole.${row.role}`)} />
      <FunctionField<Row>
        label={label('status')}
        render={(row) => <StatusChip type="StaffStatus" value={row.status} />}
      />
      <FunctionField<Row> label={label('lastSignInAt')} render={(row) => minute(row.lastSignInAt)} />
      <FunctionField<Row> label={label('createdAt')} sortBy="createdAt" render={(row) => day(row.createdAt)} />
    </Datagrid>
  );
}

function StaffCards() {
  const translate = useTranslate();
  return (
    <SimpleList<Row>
      rowClick="edit"
      primaryText={(row) => (
        <Box component="span" sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
          <span>{row.name}</span>
          <StatusChip type="StaffStatus" value={row.status} />
        </Box>
      )}
      secondaryText={(row) => (
        <Box
          component="span"
          sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, overflowWrap: 'anywhere' }}
        >
          <span>{row.email}</span>
          <span>{translate(`enums.StaffRole.${row.role}`)}</span>
        </Box>
      )}
    />
  );
}

/** Who of the company signs in here, and as what. */
export default function StaffList() {
  return (
    <ResourceList
      resource="staff"
      icon={<Groups />}
      filters={filters}
      exporter={exporter}
      sort={{ field: 'name', order: 'ASC' }}
      table={<StaffTable />}
      cards={<StaffCards />}
      creates
      emptyActions={<CreateButton />}
    />
  );
}
