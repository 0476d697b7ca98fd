import { Alert, Box } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useParams } from 'react-router-dom';
import { useAsk } from '../api/ask.js';
import { ProgramProgressDocument, ProgramVersionOneDocument } from '../api/generated/operations.js';
import { PageTitle } from '../ui/PageTitle.js';
import { PublishProgress } from '../ui/PublishProgress.js';
import { Section } from '../ui/Section.js';
import { useFormat } from '../ui/useFormat.js';
import { StatusChip } from '../ui/values.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { ImpactView } from './ImpactView.js';
import { RollbackButton } from './RollbackButton.js';
import { StartDraftButton } from './StartDraftButton.js';
import { VersionView } from './VersionView.js';

/** One version: its progress while it is being published, then what it changed and what it says. */
export default function VersionShow() {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const { minute } = useFormat();
  const { data, error } = useAsk('programVersion', ProgramVersionOneDocument, { id });
  if (error) return <Failed error={error} />;
  const version = data?.programVersion;
  if (!data) return <Waiting lines={8} />;
  if (!version) return <Failed error={new Error('errors.NOT_FOUND')} />;
  const lead = [
    version.publishedAt ? minute(version.publishedAt) : null,
    version.publishedBy?.name,
    version.rollbackOf ? translate('program.rollbackOf', { number: version.rollbackOf.number }) : null,
    version.note,
  ];
  return (
    <>
      <PageTitle
        title={translate('program.versionNumber', { number: version.number })}
        lead={lead.filter(Boolean).join(' · ')}
      >
        <StatusChip type="ProgramStatus" value={version.status} />
        <RollbackButton version={version} />
        {version.status === 'SUPERSEDED' ? (
          <StartDraftButton fromVersionId={version.id} label="program.draftFromThis" />
        ) : null}
      </PageTitle>
      <Box sx={{ display: 'grid', gap: 2 }}>
        {version.status === 'PUBLISHING' ? (
          <PublishProgress
            id={version.id}
            name="programProgress"
            query={ProgramProgressDocument}
            read={(answer) => answer.programVersion}
            done="program.published"
            failed="program.publishFailed"
          />
        ) : null}
        {version.error ? <Alert severity="error">{version.error}</Alert> : null}
        {version.impact ? (
          <Section title="program.impact">
            <ImpactView impact={version.impact} />
          </Section>
        ) : null}
        <VersionView version={version} />
      </Box>
    </>
  );
}
