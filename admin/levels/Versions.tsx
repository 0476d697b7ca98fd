import History from '@mui/icons-material/HistoryOutlined';
import { Link } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';
import { LevelVersionsDocument } from '../api/generated/operations.js';
import { EmptyState } from '../ui/EmptyState.js';
import { MoreTable } from '../ui/MoreTable.js';
import { PageTitle } from '../ui/PageTitle.js';
import { Section } from '../ui/Section.js';
import { useFormat } from '../ui/useFormat.js';
import { StatusChip } from '../ui/values.js';
import { StartDraftButton } from './StartDraftButton.js';

/** Every version of the thresholds, who published it when, and a draft from an older one. */
export default function Versions() {
  const translate = useTranslate();
  const { minute } = useFormat();
  return (
    <>
      <PageTitle title="levels.versions" lead={translate('levels.versionsLead')} />
      <Section flush>
        <MoreTable
          name="levelVersions"
          query={LevelVersionsDocument}
          variables={{}}
          read={(answer) => answer.levelVersions}
          rowKey={(row) => row.id}
          label="levels.versions"
          empty={<EmptyState icon={<History />} title="program.noVersions" hint="program.noVersionsHint" />}
          columns={[
            {
              title: 'program.version',
              cell: (row) => (
                <Link
                  component={RouterLink}
                  to={row.status === 'DRAFT' ? '/levels/rules/draft' : `/levels/rules/versions/${row.id}`}
                >
                  {row.number === null
                    ? translate(`enums.LevelVersionStatus.${row.status}`)
                    : translate('program.versionNumber', { number: row.number })}
                </Link>
              ),
            },
            { title: 'app.status', cell: (row) => <StatusChip type="LevelVersionStatus" value={row.status} /> },
            { title: 'program.note', cell: (row) => row.note ?? '' },
            { title: 'program.publishedAt', cell: (row) => minute(row.publishedAt) },
            { title: 'program.publishedBy', cell: (row) => row.publishedBy?.name ?? '–' },
            {
              title: 'app.doIt',
              cell: (row) =>
                row.status === 'SUPERSEDED' ? (
                  <StartDraftButton from={row.id} label="program.draftFromThis" quiet />
                ) : null,
            },
          ]}
        />
      </Section>
    </>
  );
}
