import { useRedirect } from 'react-admin';
import { ProgramDraftDiscardDocument } from '../api/generated/operations.js';
import { ConfirmButton } from '../ui/ConfirmButton.js';

/** Throws the draft away; the programme in force stays as it is. */
export function DiscardDraftButton({ draftId }: { draftId: string }) {
  const redirect = useRedirect();
  return (
    <ConfirmButton
      label="program.discard"
      intro="program.discardIntro"
      success="program.discarded"
      permission="PROGRAM_EDIT"
      mutation={ProgramDraftDiscardDocument}
      input={{ id: draftId }}
      onDone={() => redirect('/program')}
    />
  );
}
