import DeleteForever from '@mui/icons-material/DeleteForeverOutlined';
import { required } from 'ra-core';
import { TextInput } from 'react-admin';
import { CustomerEraseDocument } from '../../api/generated/operations.js';
import { useIntent } from '../../api/useIntent.js';
import { ActionButton } from '../../ui/ActionButton.js';
import { ActionDialog } from '../../ui/ActionDialog.js';

function EraseDialog({ customerId, close }: { customerId: string; close: () => void }) {
  const { send } = useIntent(CustomerEraseDocument, { success: 'customers.erased' });
  return (
    <ActionDialog
      open
      onClose={close}
      title="customers.erase"
      intro="customers.eraseIntro"
      submit="customers.erase"
      tone="error"
      onSubmit={({ reason }) => send({ id: customerId, reason: String(reason) })}
    >
      <TextInput source="reason" label="app.reason" validate={required()} fullWidth />
    </ActionDialog>
  );
}

/** Deletes a person's data at their wish; what bookkeeping must keep stays without a name (A4). */
export function EraseButton({ customerId }: { customerId: string }) {
  return (
    <ActionButton label="customers.erase" icon={<DeleteForever />} permission="CUSTOMER_ERASE" color="error">
      {(close) => <EraseDialog customerId={customerId} close={close} />}
    </ActionButton>
  );
}
