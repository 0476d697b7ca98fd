import History from '@mui/icons-material/HistoryOutlined';
import { Link } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';
import { ProgramVersionsDocument } from '../api/generated/operations.js';
import { EmptyState } from '../ui/EmptyState.js';
import { MoreTable } from '../ui/MoreTable.js';
import { PageTitle } from '../ui/PageTitle.js';
import { Section } from '../ui/Section.js';
import { useFormat } from '../ui/useFormat.js';
import { StatusChip } from '../ui/values.js';
import { RollbackButton } from './RollbackButton.js';

/** Every version of the programme, who published it when, and the way back (V6). */
export default function Versions() {
  const translate = useTranslate();
  const { minute } = useFormat();
  return (
    <>
      <PageTitle title="program.history" lead={translate('program.historyLead')} />
      <Section flush>
        <MoreTable
          name="programVersions"
          query={ProgramVersionsDocument}
          variables={{}}
          read={(answer) => answer.programVersions}
          rowKey={(row) => row.id}
          label="program.history"
          empty={<EmptyState icon={<History />} title="program.noVersions" hint="program.noVersionsHint" />}
          columns={[
            {
              title: 'program.version',
              cell: (row) => (
                <Link
                  component={RouterLink}
                  to={row.status === 'DRAFT' ? '/program/draft' : `/program/versions/${row.id}`}
                >
                  {translate('program.versionNumber', { number: row.number })}
                </Link>
              ),
            },
            { title: 'app.status', cell: (row) => <StatusChip type="ProgramStatus" value={row.status} /> },
            { title: 'program.note', cell: (row) => row.note ?? '' },
            { title: 'program.publishedAt', cell: (row) => minute(row.publishedAt) },
            { title: 'program.publishedBy', cell: (row) => row.publishedBy?.name ?? '–' },
            { title: 'app.doIt', cell: (row) => <RollbackButton version={row} /> },
          ]}
        />
      </Section>
    </>
  );
}
