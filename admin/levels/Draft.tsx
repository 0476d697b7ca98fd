import DesignServices from '@mui/icons-material/DesignServicesOutlined';
import { useTranslate } from 'ra-core';
import { useAsk } from '../api/ask.js';
import { LevelDraftDocument } from '../api/generated/operations.js';
import { EmptyState } from '../ui/EmptyState.js';
import { PageTitle } from '../ui/PageTitle.js';
import { Section } from '../ui/Section.js';
import { useFormat } from '../ui/useFormat.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { DiscardDraftButton } from './DiscardDraftButton.js';
import { DraftForm } from './DraftForm.js';
import { StartDraftButton } from './StartDraftButton.js';

/** The draft of the next thresholds: edit, preview, publish. */
export default function Draft() {
  const translate = useTranslate();
  const { minute } = useFormat();
  const { data, error } = useAsk('levelDraft', LevelDraftDocument);
  if (error) return <Failed error={error} />;
  if (!data) return <Waiting lines={8} />;
  const draft = data.levelDraft;
  if (!draft) {
    return (
      <>
        <PageTitle title="levels.draft" />
        <Section>
          <EmptyState icon={<DesignServices />} title="program.noDraft" hint="levels.noDraftHint">
            <StartDraftButton />
          </EmptyState>
        </Section>
      </>
    );
  }
  return (
    <>
      <PageTitle title="levels.draft" lead={translate('levels.draftLead', { at: minute(draft.updatedAt) })}>
        <DiscardDraftButton draftId={draft.id} />
      </PageTitle>
      <DraftForm draft={draft} />
    </>
  );
}
