import Devices from '@mui/icons-material/DevicesOutlined';
import { Chip } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { StaffOneQuery } from '../api/generated/operations.js';
import { EmptyState } from '../ui/EmptyState.js';
import { MiniTable } from '../ui/MiniTable.js';
import { useFormat } from '../ui/useFormat.js';

type Session = NonNullable<StaffOneQuery['one']>['sessions'][number];

/** Where somebody is signed in. */
export function SessionTable({ sessions }: { sessions: readonly Session[] }) {
  const translate = useTranslate();
  const { minute } = useFormat();
  if (sessions.length === 0) {
    return <EmptyState dense icon={<Devices />} title="staff.noSessions" hint="staff.noSessionsHint" />;
  }
  return (
    <MiniTable
      label="staff.sessions"
      rows={sessions}
      rowKey={(row) => row.id}
      columns={[
        {
          title: 'staff.device',
          cell: (row) => (
            <>
              {row.userAgent ?? '–'}{' '}
              {row.current ? <Chip size="small" color="success" label={translate('staff.thisOne')} /> : null}
            </>
          ),
        },
        { title: 'staff.address', cell: (row) => row.ip ?? '–' },
        { title: 'staff.signedInAt', cell: (row) => minute(row.createdAt) },
        { title: 'staff.until', cell: (row) => minute(row.expiresAt) },
      ]}
    />
  );
}
