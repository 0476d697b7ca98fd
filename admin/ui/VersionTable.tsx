import type { TypedDocumentNode } from '@apollo/client/core';
import History from '@mui/icons-material/HistoryOutlined';
import { Link } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { EmptyState } from './EmptyState.js';
import { MoreTable, type Page } from './MoreTable.js';
import { useFormat } from './useFormat.js';
import { StatusChip } from './values.js';

interface VersionRow {
  id: string;
  /** Null where a version gets its number when it is published. */
  number: number | null;
  status: string;
  note: string | null;
  publishedAt: string | null;
  publishedBy: { name: string } | null;
}

interface VersionTableProps<T, N> {
  name: string;
  query: TypedDocumentNode<T, { first?: number | null; after?: string | null }>;
  read: (answer: T) => Page<N>;
  /** Translation key of what the versions are of. */
  label: string;
  /** The API's name of their status. */
  statusType: string;
  /** Where the draft is edited and the versions are shown. */
  path: string;
  /** What can be done with a version. */
  actions: (row: N) => ReactNode;
}

/** Every version of a configuration, who published it when, and what can be done with it. */
export function VersionTable<T, N extends VersionRow>(props: VersionTableProps<T, N>) {
  const { name, query, read, label, statusType, path, actions } = props;
  const translate = useTranslate();
  const { minute } = useFormat();
  const title = ({ number, status }: N) =>
    number === null ? translate(`enums.${statusType}.${status}`) : translate('program.versionNumber', { number });
  return (
    <MoreTable
      name={name}
      query={query}
      variables={{}}
      read={read}
      rowKey={(row) => row.id}
      label={label}
      empty={<EmptyState icon={<History />} title="program.noVersions" hint="program.noVersionsHint" />}
      columns={[
        {
          title: 'program.version',
          cell: (row) => (
            <Link component={RouterLink} to={row.status === 'DRAFT' ? `${path}/draft` : `${path}/versions/${row.id}`}>
              {title(row)}
            </Link>
          ),
        },
        { title: 'app.status', cell: (row) => <StatusChip type={statusType} value={row.status} /> },
        { title: 'program.note', cell: (row) => row.note ?? '' },
        { title: 'program.publishedAt', cell: (row) => minute(row.publishedAt) },
        { title: 'program.publishedBy', cell: (row) => row.publishedBy?.name ?? '–' },
        { title: 'app.doIt', cell: actions },
      ]}
    />
  );
}
