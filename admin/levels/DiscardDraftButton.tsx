import { useRedirect } from 'react-admin';
import { LevelDraftDiscardDocument } from '../api/generated/operations.js';
import { ConfirmButton } from '../ui/ConfirmButton.js';

/** Throws the draft away; the thresholds in force stay as they are. */
export function DiscardDraftButton({ draftId }: { draftId: string }) {
  const redirect = useRedirect();
  return (
    <ConfirmButton
      label="program.discard"
      intro="levels.discardIntro"
      success="program.discarded"
      permission="LEVEL_EDIT"
      mutation={LevelDraftDiscardDocument}
      input={{ id: draftId }}
      onDone={() => redirect('/levels/rules')}
    />
  );
}
