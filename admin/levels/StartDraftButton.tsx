import Edit from '@mui/icons-material/EditOutlined';
import { useRedirect } from 'react-admin';
import { LevelDraftCreateDocument } from '../api/generated/operations.js';
import { IntentButton } from '../ui/IntentButton.js';

interface StartDraftButtonProps {
  /** The version to begin with; left out: the one in force. */
  from?: string;
  label?: string;
  /** One of several in a table. */
  quiet?: boolean;
}

/** Begins a draft of the thresholds. */
export function StartDraftButton({ from, label = 'program.startDraft', quiet }: StartDraftButtonProps) {
  const redirect = useRedirect();
  return (
    <IntentButton
      label={label}
      icon={<Edit />}
      permission="LEVEL_EDIT"
      mutation={LevelDraftCreateDocument}
      variant={quiet ? 'text' : 'contained'}
      input={from ? { from } : {}}
      onDone={() => redirect('/levels/rules/draft')}
    />
  );
}
