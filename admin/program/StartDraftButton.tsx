import Edit from '@mui/icons-material/EditOutlined';
import { Button } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useRedirect } from 'react-admin';
import { useCan } from '../access/useCan.js';
import { ProgramDraftCreateDocument } from '../api/generated/operations.js';
import { useIntent } from '../api/useIntent.js';

/** Begins a draft from the programme in force, or from an older version. */
export function StartDraftButton({
  fromVersionId,
  label = 'program.startDraft',
}: {
  fromVersionId?: string;
  label?: string;
}) {
  const translate = useTranslate();
  const redirect = useRedirect();
  const allowed = useCan('PROGRAM_EDIT');
  const { send, pending } = useIntent(ProgramDraftCreateDocument, { onDone: () => redirect('/program/draft') });
  if (!allowed) return null;
  return (
    <Button
      variant="contained"
      startIcon={<Edit />}
      loading={pending}
      loadingPosition="start"
      onClick={() => send(fromVersionId ? { fromVersionId } : {})}
    >
      {translate(label)}
    </Button>
  );
}
