import Edit from '@mui/icons-material/EditOutlined';
import { useRedirect } from 'react-admin';
import { ProgramDraftCreateDocument } from '../api/generated/operations.js';
import { IntentButton } from '../ui/IntentButton.js';

interface StartDraftButtonProps {
  fromVersionId?: string;
  label?: string;
}

/** Begins a draft from the programme in force, or from an older version. */
export function StartDraftButton({ fromVersionId, label = 'program.startDraft' }: StartDraftButtonProps) {
  const redirect = useRedirect();
  return (
    <IntentButton
      label={label}
      icon={<Edit />}
      permission="PROGRAM_EDIT"
      mutation={ProgramDraftCreateDocument}
      input={fromVersionId ? { fromVersionId } : {}}
      onDone={() => redirect('/program/draft')}
    />
  );
}
