import { useRedirect } from 'react-admin';
import { ProgramDraftDiscardDocument } from '../api/generated/operations.js';
import { useIntent } from '../api/useIntent.js';
import { ActionButton } from '../ui/ActionButton.js';
import { ActionDialog } from '../ui/ActionDialog.js';

function DiscardDialog({ draftId, close }: { draftId: string; close: () => void }) {
  const redirect = useRedirect();
  const { send } = useIntent(ProgramDraftDiscardDocument, {
    success: 'program.discarded',
    onDone: () => redirect('/program'),
  });
  return (
    <ActionDialog
      open
      onClose={close}
      title="program.discard"
      intro="program.discardIntro"
      tone="error"
      onSubmit={() => send({ id: draftId })}
    />
  );
}

/** Throws the draft away; the programme in force stays as it is. */
export function DiscardDraftButton({ draftId }: { draftId: string }) {
  return (
    <ActionButton label="program.discard" permission="PROGRAM_EDIT" color="error">
      {(close) => <DiscardDialog draftId={draftId} close={close} />}
    </ActionButton>
  );
}
