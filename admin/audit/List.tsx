import FactCheck from '@mui/icons-material/FactCheckOutlined';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { AutocompleteInput, Datagrid, FunctionField, ReferenceInput, SimpleList, TextInput } from 'react-admin';
import { csvExporter } from '../api/csv.js';
import type { AuditListQuery } from '../api/generated/operations.js';
import { SinceInput, UntilInput } from '../ui/dayInputs.js';
import { ResourceList } from '../ui/ResourceList.js';
import { useFormat } from '../ui/useFormat.js';

type Row = AuditListQuery['list']['nodes'][number];

const label = (name: string) => `resources.auditEntries.fields.${name}`;

function ActorFilter(props: { source: string; label: string }) {
  return (
    <ReferenceInput source={props.source} reference="staff" sort={{ field: 'name', order: 'ASC' }}>
      <AutocompleteInput
        label={props.label}
        optionText="name"
        filterToQuery={(q: string) => ({ q })}
        sx={{ minWidth: 200 }}
      />
    </ReferenceInput>
  );
}

const filters = [
  <TextInput key="action" source="action" label={label('action')} alwaysOn resettable />,
  <TextInput key="subjectType" source="subjectType" label={label('subjectType')} alwaysOn resettable />,
  <ActorFilter key="actorId" source="actorId" label={label('actor')} />,
  <TextInput key="subjectId" source="subjectId" label={label('subjectId')} />,
  <SinceInput key="since" source="since" label="app.since" />,
  <UntilInput key="until" source="until" label="app.until" />,
];

const exporter = csvExporter<Row>((translate) => [
  [translate('app.at'), (row) => row.at],
  [translate(label('actor')), (row) => row.actorName ?? row.actorId],
  [translate(label('action')), (row) => row.action],
  [translate(label('subjectType')), (row) => row.subjectType],
  [translate(label('subjectId')), (row) => row.subjectId],
  [translate('app.reason'), (row) => row.reason],
  [translate(label('ip')), (row) => row.ip],
]);

function Actor({ row }: { row: Row }) {
  const translate = useTranslate();
  return (
    <Box component="span">
      {row.actorName ?? row.actorId ?? ''}{' '}
      <Typography component="span" variant="caption" color="text.secondary">
        {translate(`enums.ActorKind.${row.actorKind}`, { _: row.actorKind })}
      </Typography>
    </Box>
  );
}

function AuditTable() {
  const { minute } = useFormat();
  return (
    <Datagrid rowClick="show" bulkActionButtons={false}>
      <FunctionField<Row> label="app.at" render={(row) => minute(row.at)} />
      <FunctionField<Row> label={label('actor')} render={(row) => <Actor row={row} />} />
      <FunctionField<Row> label={label('action')} render={(row) => <Box component="code">{row.action}</Box>} />
      <FunctionField<Row>
        label={label('subject')}
        render={(row) => [row.subjectType, row.subjectId?.slice(-8)].filter(Boolean).join(' …')}
      />
      <FunctionField<Row> label="app.reason" cellClassName="wrapping" render={(row) => row.reason} />
      <FunctionField<Row> label={label('ip')} render={(row) => row.ip} />
    </Datagrid>
  );
}

function AuditCards() {
  const { minute } = useFormat();
  return (
    <SimpleList<Row>
      rowClick="show"
      primaryText={(row) => <Box component="code">{row.action}</Box>}
      secondaryText={(row) => (
        <Box component="span" sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
          <span>{row.actorName ?? row.actorId}</span>
          <span>{minute(row.at)}</span>
        </Box>
      )}
    />
  );
}

/** Who did what, when, from where, and why; it can only be read (A4). */
export default function AuditList() {
  return (
    <ResourceList
      resource="auditEntries"
      icon={<FactCheck />}
      filters={filters}
      exporter={exporter}
      table={<AuditTable />}
      cards={<AuditCards />}
    />
  );
}
