import Edit from '@mui/icons-material/EditOutlined';
import History from '@mui/icons-material/HistoryOutlined';
import { Box, Button } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import { useCan } from '../access/useCan.js';
import { useAsk } from '../api/ask.js';
import { ProgramDraftDocument, ProgramPublishedDocument } from '../api/generated/operations.js';
import { PageTitle } from '../ui/PageTitle.js';
import { useFormat } from '../ui/useFormat.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { StartDraftButton } from './StartDraftButton.js';
import { VersionView } from './VersionView.js';

/** The programme as it is in force, and the way to a draft and to its history (V6). */
export default function Program() {
  const translate = useTranslate();
  const { day } = useFormat();
  const canEdit = useCan('PROGRAM_EDIT');
  const { data, error } = useAsk('program', ProgramPublishedDocument);
  const draft = useAsk('programDraft', ProgramDraftDocument, undefined, { enabled: canEdit });
  if (error) return <Failed error={error} />;
  if (!data) return <Waiting lines={8} />;
  const { program, tiers, benefits } = data;
  const lead = program
    ? translate('program.inForce', {
        number: program.number,
        day: day(program.publishedAt),
        name: program.publishedBy?.name ?? '–',
      })
    : translate('program.none');
  return (
    <>
      <PageTitle title="program.title" lead={lead}>
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button component={Link} to="/program/versions" startIcon={<History />}>
            {translate('program.history')}
          </Button>
          {draft.data?.programDraft ? (
            <Button component={Link} to="/program/draft" variant="contained" startIcon={<Edit />}>
              {translate('program.openDraft')}
            </Button>
          ) : (
            <StartDraftButton />
          )}
        </Box>
      </PageTitle>
      {program ? <VersionView version={program} tiers={tiers} benefits={benefits} /> : null}
    </>
  );
}
