import HelpOutline from '@mui/icons-material/HelpOutlineOutlined';
import People from '@mui/icons-material/PeopleAltOutlined';
import { Box, Button, useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import { ListBase, useListContext, useTranslate } from 'ra-core';
import { useState } from 'react';
import { Datagrid, FilterForm, FunctionField, SearchInput, SelectArrayInput, SimpleList } from 'react-admin';
import { BoundedPagination } from '../../ui/BoundedPagination.js';
import { STAGES, useTierChoices } from '../../ui/choices.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { useFormat } from '../../ui/useFormat.js';
import { CustomerLink, StatusChip, TierName } from '../../ui/values.js';
import { Failed } from '../../ui/Waiting.js';
import { RemoveFromListButton } from '../actions/RemoveFromListButton.js';
import { UploadListButton } from '../actions/UploadListButton.js';
import type { Member, SegmentRecord } from '../types.js';
import { DayBox } from '../values/DayValue.js';
import { WhyDrawer } from '../WhyDrawer.js';

const field = (name: string) => `resources.customers.fields.${name}`;

function Search(props: { source: string; alwaysOn?: boolean }) {
  const translate = useTranslate();
  return <SearchInput {...props} placeholder={translate('segments.memberSearch')} sx={{ minWidth: 220 }} />;
}
function TierFilter(props: { source: string; label: string; alwaysOn?: boolean }) {
  return <SelectArrayInput {...props} choices={useTierChoices()} sx={{ minWidth: 150 }} />;
}

const filters = [
  <Search key="q" source="q" alwaysOn />,
  <TierFilter key="tierIds" source="tierIds" label="resources.customers.filters.tierIds" alwaysOn />,
  <SelectArrayInput
    key="stages"
    source="stages"
    label="resources.customers.filters.stages"
    choices={STAGES}
    alwaysOn
    sx={{ minWidth: 150 }}
  />,
];

/** Who is in the segment, now or on a day: filter, sort, page through all of them, and why each is in it (S7). */
export function MembersTab({ segment }: { segment: SegmentRecord }) {
  const translate = useTranslate();
  const [asOf, setAsOf] = useState('');
  const [why, setWhy] = useState<Member | null>(null);
  const dynamic = segment.kind === 'DYNAMIC';
  return (
    <ListBase
      resource="segmentMembers"
      filter={{ id: segment.id, ...(asOf && { asOf }) }}
      sort={{ field: 'stats.spend', order: 'DESC' }}
      perPage={25}
      disableSyncWithLocation
      storeKey={false}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: 1, px: 2, pt: 1 }}>
        <Box sx={{ flex: '1 1 320px', minWidth: 0 }}>
          <FilterForm filters={filters} />
        </Box>
        {dynamic ? (
          <Box sx={{ pb: 1 }}>
            <DayBox label={translate('segments.asOf')} value={asOf} onChange={setAsOf} />
          </Box>
        ) : (
          <UploadListButton segment={segment} />
        )}
      </Box>
      <Members segment={segment} onWhy={setWhy} />
      <BoundedPagination />
      {why ? (
        <WhyDrawer customer={why} asked={{ segmentId: segment.id, asOf: asOf || null }} onClose={() => setWhy(null)} />
      ) : null}
    </ListBase>
  );
}

function Members({ segment, onWhy }: { segment: SegmentRecord; onWhy: (member: Member) => void }) {
  const translate = useTranslate();
  const { money, day, number } = useFormat();
  const phone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const { data, error, isPending, filterValues } = useListContext<Member>();
  if (error)
    return (
      <Box sx={{ p: 2 }}>
        <Failed error={error} />
      </Box>
    );
  if (!isPending && data?.length === 0) {
    const filtered = Object.keys(filterValues).length > 0;
    const list = segment.kind === 'LIST' && !filtered;
    return (
      <EmptyState
        icon={<People />}
        title={filtered ? 'segments.noMatch' : 'segments.noMembers'}
        hint={filtered ? 'segments.noMatchHint' : list ? 'segments.noListHint' : 'segments.noMembersHint'}
      />
    );
  }
  if (phone) {
    return (
      <SimpleList<Member>
        rowClick={(_id, _resource, record) => {
          onWhy(record as Member);
          return false;
        }}
        primaryText={(row) => (
          <Box component="span" sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
            <span>{row.name || row.phone || translate('app.nameless')}</span>
            <TierName tier={row.tier} />
          </Box>
        )}
        secondaryText={(row) => (
          <Box component="span" sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
            <span>{money(row.stats.spend)}</span>
            <span>{day(row.stats.lastOrderAt)}</span>
          </Box>
        )}
      />
    );
  }
  return (
    <Datagrid rowClick={false} bulkActionButtons={false}>
      <FunctionField<Member>
        label={field('name')}
        cellClassName="wrapping"
        render={(row) => <CustomerLink customer={row} />}
      />
      <FunctionField<Member> label={field('city')} render={(row) => row.city ?? '–'} />
      <FunctionField<Member> label={field('tier')} render={(row) => <TierName tier={row.tier} />} />
      <FunctionField<Member>
        label={field('stage')}
        render={(row) => <StatusChip type="LifecycleStage" value={row.stats.stage} />}
      />
      <FunctionField<Member>
        label={field('spend')}
        sortBy="stats.spend"
        sortByOrder="DESC"
        textAlign="right"
        render={(row) => money(row.stats.spend)}
      />
      <FunctionField<Member>
        label={field('orderCount')}
        textAlign="right"
        render={(row) => number(row.stats.orderCount)}
      />
      <FunctionField<Member>
        label={field('lastOrderAt')}
        sortBy="stats.lastOrderAt"
        sortByOrder="DESC"
        render={(row) => day(row.stats.lastOrderAt)}
      />
      <FunctionField<Member>
        label="app.doIt"
        render={(row) =>
          segment.kind === 'LIST' ? (
            <RemoveFromListButton segment={segment} customer={row} />
          ) : (
            <Button size="small" startIcon={<HelpOutline />} onClick={() => onWhy(row)}>
              {translate('segments.why.button')}
            </Button>
          )
        }
      />
    </Datagrid>
  );
}
