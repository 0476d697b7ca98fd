import PeopleAlt from '@mui/icons-material/PeopleAltOutlined';
import { csvExporter } from '../api/csv.js';
import { ResourceList } from '../ui/ResourceList.js';
import { CustomerCards } from './CustomerCards.js';
import { CustomerTable } from './CustomerTable.js';
import { customerFilters } from './filters.js';
import type { CustomerRow } from './types.js';

const exporter = csvExporter<CustomerRow>((translate) => [
  ['ID', (row) => row.id],
  [translate('resources.customers.fields.name'), (row) => row.name],
  [translate('resources.customers.fields.phone'), (row) => row.phone],
  [translate('resources.customers.fields.email'), (row) => row.email],
  [translate('resources.customers.fields.city'), (row) => row.city],
  [translate('resources.customers.fields.tier'), (row) => row.tier?.code],
  [translate('resources.customers.fields.stage'), (row) => translate(`enums.LifecycleStage.${row.stats.stage}`)],
  [translate('resources.customers.fields.orderCount'), (row) => row.stats.orderCount],
  [translate('resources.customers.fields.spend'), (row) => row.stats.spend],
  [translate('resources.customers.fields.lastOrderAt'), (row) => row.stats.lastOrderAt],
  [translate('resources.customers.fields.tags'), (row) => row.tags],
]);

/** Customers: filter, sort, page through a million (A1, A2). */
export default function CustomerList() {
  return (
    <ResourceList
      resource="customers"
      icon={<PeopleAlt />}
      filters={customerFilters}
      exporter={exporter}
      sort={{ field: 'stats.spend', order: 'DESC' }}
      table={<CustomerTable />}
      cards={<CustomerCards />}
    />
  );
}
