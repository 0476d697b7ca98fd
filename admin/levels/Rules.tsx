import Edit from '@mui/icons-material/EditOutlined';
import History from '@mui/icons-material/HistoryOutlined';
import Tune from '@mui/icons-material/TuneOutlined';
import { Button } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import { useCan } from '../access/useCan.js';
import { useAsk } from '../api/ask.js';
import { LevelDraftDocument } from '../api/generated/operations.js';
import { EmptyState } from '../ui/EmptyState.js';
import { PageTitle } from '../ui/PageTitle.js';
import { Section } from '../ui/Section.js';
import { useFormat } from '../ui/useFormat.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { RefreshButton } from './RefreshButton.js';
import { RulesView } from './RulesView.js';
import { StartDraftButton } from './StartDraftButton.js';
import { useLevels } from './useLevels.js';

/** The thresholds in force, and the way to a draft and to their history (S1–S5). */
export default function Rules() {
  const translate = useTranslate();
  const { day } = useFormat();
  const canEdit = useCan('LEVEL_EDIT');
  const { levels, asked, error } = useLevels();
  const draft = useAsk('levelDraft', LevelDraftDocument, undefined, { enabled: canEdit });
  if (error) return <Failed error={error} />;
  if (!asked) return <Waiting lines={8} />;
  const lead = levels
    ? translate('program.inForce', {
        number: levels.number ?? '–',
        day: day(levels.publishedAt),
        name: levels.publishedBy?.name ?? translate('enums.ActorKind.JOB'),
      })
    : translate('program.none');
  const edit = draft.data?.levelDraft ? (
    <Button component={Link} to="/levels/rules/draft" variant="contained" startIcon={<Edit />}>
      {translate('program.openDraft')}
    </Button>
  ) : (
    <StartDraftButton />
  );
  return (
    <>
      <PageTitle title="levels.rules" lead={lead}>
        <RefreshButton />
        <Button component={Link} to="/levels/rules/versions" startIcon={<History />}>
          {translate('program.history')}
        </Button>
        {canEdit && draft.isPending ? null : edit}
      </PageTitle>
      {levels ? (
        <RulesView rules={levels.rules} cutoffs={levels.cutoffs} cutoffsAt={levels.cutoffsAt} />
      ) : (
        <Section>
          <EmptyState icon={<Tune />} title="program.none" hint="levels.noneHint" />
        </Section>
      )}
    </>
  );
}
