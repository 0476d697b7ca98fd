import MergeType from '@mui/icons-material/MergeTypeOutlined';
import { Box } from '@mui/material';
import { required, useTranslate } from 'ra-core';
import { TextInput } from 'react-admin';
import { CustomerMergeDocument } from '../../api/generated/operations.js';
import { useIntent } from '../../api/useIntent.js';
import { ActionButton } from '../../ui/ActionButton.js';
import { ActionDialog } from '../../ui/ActionDialog.js';

interface Person {
  id: string;
  name: string | null;
}

interface MergeProps {
  survivor: Person;
  other: Person;
}

function MergeDialog({ survivor, other, close }: MergeProps & { close: () => void }) {
  const translate = useTranslate();
  const { send } = useIntent(CustomerMergeDocument, { success: 'customers.merged' });
  return (
    <ActionDialog
      open
      onClose={close}
      title="customers.merge"
      submit="customers.merge"
      onSubmit={({ reason }) => send({ survivorId: survivor.id, mergedId: other.id, reason: String(reason) })}
    >
      <Box sx={{ mb: 1 }}>
        {translate('customers.mergeIntro', { survivor: survivor.name ?? survivor.id, other: other.name ?? other.id })}
      </Box>
      <TextInput source="reason" label="app.reason" validate={required()} fullWidth />
    </ActionDialog>
  );
}

/** Makes two profiles of one person into one; it can be undone (A1). */
export function MergeButton(props: MergeProps) {
  return (
    <ActionButton label="customers.merge" icon={<MergeType />} permission="CUSTOMER_MERGE">
      {(close) => <MergeDialog {...props} close={close} />}
    </ActionButton>
  );
}
