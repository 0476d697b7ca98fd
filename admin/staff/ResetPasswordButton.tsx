import LockReset from '@mui/icons-material/LockResetOutlined';
import { minLength, required } from 'ra-core';
import { PasswordInput } from 'react-admin';
import { StaffResetPasswordDocument } from '../api/generated/operations.js';
import { useIntent } from '../api/useIntent.js';
import { ActionButton } from '../ui/ActionButton.js';
import { ActionDialog } from '../ui/ActionDialog.js';

function ResetDialog({ staffId, close }: { staffId: string; close: () => void }) {
  const { send } = useIntent(StaffResetPasswordDocument, { success: 'staff.passwordReset' });
  return (
    <ActionDialog
      open
      onClose={close}
      title="staff.resetPassword"
      intro="staff.resetPasswordIntro"
      onSubmit={({ newPassword }) => send({ id: staffId, newPassword: String(newPassword) })}
    >
      <PasswordInput
        source="newPassword"
        label="staff.newPassword"
        helperText="staff.passwordHint"
        autoComplete="new-password"
        validate={[required(), minLength(12)]}
        fullWidth
      />
    </ActionDialog>
  );
}

/** Sets a new password for a colleague, which ends their sessions. */
export function ResetPasswordButton({ staffId }: { staffId: string }) {
  return (
    <ActionButton label="staff.resetPassword" icon={<LockReset />} permission="STAFF_MANAGE">
      {(close) => <ResetDialog staffId={staffId} close={close} />}
    </ActionButton>
  );
}
