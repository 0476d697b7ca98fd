import { Box } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useParams } from 'react-router-dom';
import { useAsk } from '../api/ask.js';
import { LevelProgressDocument, LevelVersionOneDocument } from '../api/generated/operations.js';
import { PageTitle } from '../ui/PageTitle.js';
import { PublishProgress } from '../ui/PublishProgress.js';
import { Section } from '../ui/Section.js';
import { useFormat } from '../ui/useFormat.js';
import { StatusChip } from '../ui/values.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { PreviewView } from './PreviewView.js';
import { RulesView } from './RulesView.js';
import { StartDraftButton } from './StartDraftButton.js';

/** One version of the thresholds: its progress while it is being published, then what it changed and what it says. */
export default function VersionShow() {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const { minute } = useFormat();
  const { data, error } = useAsk('levelVersion', LevelVersionOneDocument, { id });
  if (error) return <Failed error={error} />;
  if (!data) return <Waiting lines={8} />;
  const version = data.levelVersion;
  if (!version) return <Failed error={new Error('errors.NOT_FOUND')} />;
  const lead = [version.publishedAt ? minute(version.publishedAt) : null, version.publishedBy?.name, version.note];
  const title = version.number === null ? 'levels.draft' : translate('levels.versionTitle', { number: version.number });
  return (
    <>
      <PageTitle title={title} lead={lead.filter(Boolean).join(' · ')}>
        <StatusChip type="LevelVersionStatus" value={version.status} />
        {version.status === 'SUPERSEDED' ? <StartDraftButton from={version.id} label="program.draftFromThis" /> : null}
      </PageTitle>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {version.status === 'PUBLISHING' ? (
          <PublishProgress
            id={version.id}
            name="levelProgress"
            query={LevelProgressDocument}
            read={(answer) => answer.levelVersion}
            done="levels.published"
            failed="program.publishFailed"
          />
        ) : null}
        {version.preview ? (
          <Section title="levels.previewWas">
            <PreviewView preview={version.preview} />
          </Section>
        ) : null}
        <RulesView rules={version.rules} />
      </Box>
    </>
  );
}
