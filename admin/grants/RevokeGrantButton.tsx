import { required } from 'ra-core';
import { TextInput } from 'react-admin';
import { BenefitGrantRevokeDocument, type GrantStatus } from '../api/generated/operations.js';
import { useIntent } from '../api/useIntent.js';
import { ActionButton } from '../ui/ActionButton.js';
import { ActionDialog } from '../ui/ActionDialog.js';

function RevokeDialog({ id, close }: { id: string; close: () => void }) {
  const { send } = useIntent(BenefitGrantRevokeDocument, { success: 'grants.revoked' });
  return (
    <ActionDialog
      open
      onClose={close}
      title="grants.revoke"
      intro="grants.revokeIntro"
      tone="error"
      onSubmit={({ reason }) => send({ id, reason: String(reason) })}
    >
      <TextInput source="reason" label="app.reason" validate={required()} fullWidth />
    </ActionDialog>
  );
}

/** Takes back what is left of a personal grant (V4). */
export function RevokeGrantButton({ grant }: { grant: { id: string; status: GrantStatus } }) {
  if (grant.status !== 'ACTIVE' && grant.status !== 'UPCOMING') return null;
  return (
    <ActionButton label="grants.revoke" permission="PERK_GRANT" color="error">
      {(close) => <RevokeDialog id={grant.id} close={close} />}
    </ActionButton>
  );
}
