import Segment from '@mui/icons-material/DonutSmallOutlined';
import { Box, Chip, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import {
  CreateButton,
  Datagrid,
  FunctionField,
  NullableBooleanInput,
  SearchInput,
  SelectInput,
  SimpleList,
} from 'react-admin';
import { useCan } from '../access/useCan.js';
import { csvExporter } from '../api/csv.js';
import type { SegmentListQuery } from '../api/generated/operations.js';
import { enumChoices } from '../ui/choices.js';
import { ResourceList } from '../ui/ResourceList.js';
import { useFormat } from '../ui/useFormat.js';
import { NewListButton } from './actions/NewListButton.js';
import { SegmentChips } from './SegmentChips.js';

type Row = SegmentListQuery['list']['nodes'][number];

const label = (name: string) => `resources.segments.fields.${name}`;

const exporter = csvExporter<Row>((translate) => [
  ['ID', (row) => row.id],
  [translate(label('name')), (row) => row.name],
  [translate(label('description')), (row) => row.description],
  [translate('app.kind'), (row) => translate(`enums.SegmentKind.${row.kind}`)],
  [translate(label('members')), (row) => row.lastPoint?.members],
  [translate(label('owner')), (row) => row.owner?.name],
  [translate(label('updatedAt')), (row) => row.updatedAt],
]);

function Search(props: { source: string; alwaysOn?: boolean }) {
  const translate = useTranslate();
  return <SearchInput {...props} placeholder={translate('resources.segments.filters.qHint')} sx={{ minWidth: 220 }} />;
}

const filters = [
  <Search key="q" source="q" alwaysOn />,
  <SelectInput
    key="kind"
    source="kind"
    label="app.kind"
    choices={enumChoices('SegmentKind', ['DYNAMIC', 'LIST'])}
    alwaysOn
  />,
  <NullableBooleanInput key="builtIn" source="builtIn" label="resources.segments.filters.builtIn" />,
  <NullableBooleanInput key="archived" source="archived" label="resources.segments.filters.archived" />,
];

function SegmentTable() {
  const { number, minute } = useFormat();
  return (
    <Datagrid rowClick="show" bulkActionButtons={false}>
      <FunctionField<Row>
        label={label('name')}
        sortBy="name"
        cellClassName="wrapping"
        render={(row) => (
          <Box sx={{ minWidth: 180 }}>
            <Typography variant="body2" sx={{ fontWeight: 600 }}>
              {row.name}
            </Typography>
            <Typography variant="caption" color="text.secondary">
              {row.description}
            </Typography>
          </Box>
        )}
      />
      <FunctionField<Row> label="app.kind" render={(row) => <SegmentChips segment={row} />} />
      <FunctionField<Row>
        label={label('members')}
        sortBy="lastPoint.members"
        sortByOrder="DESC"
        textAlign="right"
        render={(row) => number(row.lastPoint?.members)}
      />
      <FunctionField<Row>
        label={label('movedToday')}
        textAlign="right"
        render={(row) => (row.lastPoint ? `+${number(row.lastPoint.entered)} / −${number(row.lastPoint.left)}` : '–')}
      />
      <FunctionField<Row> label={label('owner')} render={(row) => row.owner?.name ?? '–'} />
      <FunctionField<Row>
        label={label('updatedAt')}
        sortBy="updatedAt"
        sortByOrder="DESC"
        render={(row) => minute(row.updatedAt)}
      />
    </Datagrid>
  );
}

function SegmentCards() {
  const translate = useTranslate();
  const { number } = useFormat();
  return (
    <SimpleList<Row>
      rowClick="show"
      primaryText={(row) => (
        <Box component="span" sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, alignItems: 'center' }}>
          <span>{row.name}</span>
          {row.archivedAt ? <Chip size="small" label={translate('segments.archived')} /> : null}
          <Box component="span" sx={{ fontWeight: 600 }}>
            {number(row.lastPoint?.members)}
          </Box>
        </Box>
      )}
      secondaryText={(row) => row.description || translate(`enums.SegmentKind.${row.kind}`)}
    />
  );
}

/** Every segment, what is in it, and the ways to a new one (S7). */
export default function SegmentList() {
  const canEdit = useCan('SEGMENT_EDIT');
  return (
    <ResourceList
      resource="segments"
      icon={<Segment />}
      filters={filters}
      exporter={exporter}
      sort={{ field: 'name', order: 'ASC' }}
      table={<SegmentTable />}
      cards={<SegmentCards />}
      actions={
        canEdit ? (
          <>
            <NewListButton />
            <CreateButton label="segments.create" />
          </>
        ) : null
      }
      emptyActions={canEdit ? <CreateButton label="segments.create" /> : null}
    />
  );
}
