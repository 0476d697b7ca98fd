import UploadFile from '@mui/icons-material/UploadFileOutlined';
import { Box } from '@mui/material';
import { useTranslate } from 'ra-core';
import { CreateButton, Datagrid, FunctionField, SimpleList } from 'react-admin';
import { csvExporter } from '../api/csv.js';
import type { ImportListQuery } from '../api/generated/operations.js';
import { ResourceList } from '../ui/ResourceList.js';
import { useFormat } from '../ui/useFormat.js';
import { StatusChip } from '../ui/values.js';

type Row = ImportListQuery['list']['nodes'][number];

const label = (name: string) => `resources.imports.fields.${name}`;

const exporter = csvExporter<Row>((translate) => [
  [translate(label('fileName')), (row) => row.fileName],
  [translate('app.kind'), (row) => translate(`enums.ImportKind.${row.kind}`)],
  [translate('app.status'), (row) => translate(`enums.ImportStatus.${row.status}`)],
  [translate(label('lines')), (row) => row.counts.lines],
  [translate(label('rejectedLines')), (row) => row.counts.rejectedLines],
  [translate(label('createdAt')), (row) => row.createdAt],
]);

function ImportTable() {
  const translate = useTranslate();
  const { minute, number } = useFormat();
  return (
    <Datagrid rowClick="show" bulkActionButtons={false}>
      <FunctionField<Row> label={label('fileName')} render={(row) => row.fileName} />
      <FunctionField<Row> label="app.kind" render={(row) => translate(`enums.ImportKind.${row.kind}`)} />
      <FunctionField<Row> label="app.status" render={(row) => <StatusChip type="ImportStatus" value={row.status} />} />
      <FunctionField<Row> label={label('lines')} textAlign="right" render={(row) => number(row.counts.lines)} />
      <FunctionField<Row>
        label={label('rejectedLines')}
        textAlign="right"
        render={(row) => number(row.counts.rejectedLines)}
      />
      <FunctionField<Row> label={label('createdBy')} render={(row) => row.createdBy?.name} />
      <FunctionField<Row> label={label('createdAt')} render={(row) => minute(row.createdAt)} />
    </Datagrid>
  );
}

function ImportCards() {
  const { minute, number } = useFormat();
  return (
    <SimpleList<Row>
      rowClick="show"
      primaryText={(row) => (
        <Box
          component="span"
          sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, overflowWrap: 'anywhere' }}
        >
          <span>{row.fileName}</span>
          <StatusChip type="ImportStatus" value={row.status} />
        </Box>
      )}
      secondaryText={(row) => `${minute(row.createdAt)} · ${number(row.counts.lines)}`}
    />
  );
}

/** The files that were loaded, with what became of them. */
export default function ImportList() {
  return (
    <ResourceList
      resource="imports"
      icon={<UploadFile />}
      exporter={exporter}
      table={<ImportTable />}
      cards={<ImportCards />}
      creates
      emptyActions={<CreateButton label="imports.start" />}
    />
  );
}
