import { required } from 'ra-core';
import { TextInput } from 'react-admin';
import { TierGrantRevokeDocument } from '../../api/generated/operations.js';
import { useIntent } from '../../api/useIntent.js';
import { ActionButton } from '../../ui/ActionButton.js';
import { ActionDialog } from '../../ui/ActionDialog.js';

function RevokeDialog({ grantId, close }: { grantId: string; close: () => void }) {
  const { send } = useIntent(TierGrantRevokeDocument, { success: 'customers.tierGrantRevoked' });
  return (
    <ActionDialog
      open
      onClose={close}
      title="customers.revokeTierGrant"
      intro="customers.revokeTierGrantIntro"
      tone="error"
      onSubmit={({ reason }) => send({ id: grantId, reason: String(reason) })}
    >
      <TextInput source="reason" label="app.reason" validate={required()} fullWidth />
    </ActionDialog>
  );
}

/** Takes back a tier that was given by hand (V1). */
export function RevokeTierGrantButton({ grantId }: { grantId: string }) {
  return (
    <ActionButton label="customers.revokeTierGrant" permission="TIER_GRANT" color="error">
      {(close) => <RevokeDialog grantId={grantId} close={close} />}
    </ActionButton>
  );
}
