import TouchApp from '@mui/icons-material/TouchAppOutlined';
import { Box, Chip } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useAsk } from '../../api/ask.js';
import { CustomerActivityDocument, CustomerEventsDocument, type EventKind } from '../../api/generated/operations.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { MoreTable } from '../../ui/MoreTable.js';
import { Fact, Facts } from '../../ui/Section.js';
import { useFormat } from '../../ui/useFormat.js';
import { Failed, Waiting } from '../../ui/Waiting.js';
import type { CustomerRecord } from '../types.js';

interface ActivityProps {
  customer: CustomerRecord;
  kind: EventKind | null;
  onKind: (kind: EventKind | null) => void;
}

/** What the customer's events come to; a kind that is clicked is all that the list shows. */
function Activity({ customer, kind, onKind }: ActivityProps) {
  const translate = useTranslate();
  const { number, minute } = useFormat();
  const { data, error } = useAsk('customerActivity', CustomerActivityDocument, { id: customer.id });
  if (error) return <Failed error={error} />;
  if (!data) return <Waiting />;
  const activity = data.customer?.activity;
  if (!activity || activity.byKind.length === 0) return null;
  return (
    <Box sx={{ p: 2.5, pb: 1.5 }}>
      <Facts columns={3}>
        <Fact label="customers.activity.last">{minute(activity.lastEventAt)}</Fact>
        <Fact label="customers.activity.lastLogin">{minute(activity.lastLoginAt)}</Fact>
        <Fact label="customers.activity.lately">{number(activity.eventsLast30Days)}</Fact>
      </Facts>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }} role="group" aria-label={translate('app.kind')}>
        {activity.byKind.map((one) => (
          <Chip
            key={one.kind}
            size="small"
            label={`${translate(`enums.EventKind.${one.kind}`)} ${number(one.total)}`}
            color={one.kind === kind ? 'primary' : 'default'}
            aria-pressed={one.kind === kind}
            onClick={() => onKind(one.kind === kind ? null : one.kind)}
          />
        ))}
      </Box>
    </Box>
  );
}

/** What the customer did, short of buying, the latest first (A2). */
export function EventsTab({ customer }: { customer: CustomerRecord }) {
  const translate = useTranslate();
  const { minute } = useFormat();
  const [kind, setKind] = useState<EventKind | null>(null);
  return (
    <>
      <Activity customer={customer} kind={kind} onKind={setKind} />
      <MoreTable
        name="customerEvents"
        query={CustomerEventsDocument}
        variables={{ id: customer.id, kind }}
        read={(answer) => answer.customer?.events}
        rowKey={(row) => `${row.id}${row.at}`}
        label="customers.tabs.events"
        empty={
          <EmptyState dense icon={<TouchApp />} title="customers.empty.events" hint="customers.empty.eventsHint" />
        }
        columns={[
          { title: 'app.at', cell: (row) => minute(row.at) },
          { title: 'app.kind', cell: (row) => translate(`enums.EventKind.${row.kind}`) },
          { title: 'imports.fields.sku', cell: (row) => row.sku ?? '' },
          { title: 'imports.fields.category', cell: (row) => row.category ?? '' },
          { title: 'customers.activity.detail', cell: (row) => row.detail ?? '' },
          { title: 'resources.orders.fields.source', cell: (row) => row.source },
        ]}
      />
    </>
  );
}
