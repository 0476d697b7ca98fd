import { required } from 'ra-core';
import { TextInput } from 'react-admin';
import { CustomerMergeRevertDocument } from '../../api/generated/operations.js';
import { useIntent } from '../../api/useIntent.js';
import { ActionButton } from '../../ui/ActionButton.js';
import { ActionDialog } from '../../ui/ActionDialog.js';

function RevertDialog({ mergeId, close }: { mergeId: string; close: () => void }) {
  const { send } = useIntent(CustomerMergeRevertDocument, { success: 'customers.mergeUndone' });
  return (
    <ActionDialog
      open
      onClose={close}
      title="customers.undoMerge"
      intro="customers.undoMergeIntro"
      onSubmit={({ reason }) => send({ mergeId, reason: String(reason) })}
    >
      <TextInput source="reason" label="app.reason" validate={required()} fullWidth />
    </ActionDialog>
  );
}

/** Takes two merged profiles apart again (A1). */
export function RevertMergeButton({ mergeId }: { mergeId: string }) {
  return (
    <ActionButton label="customers.undoMerge" permission="CUSTOMER_MERGE">
      {(close) => <RevertDialog mergeId={mergeId} close={close} />}
    </ActionButton>
  );
}
