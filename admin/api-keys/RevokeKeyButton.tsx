import { ApiKeyRevokeDocument } from '../api/generated/operations.js';
import { useIntent } from '../api/useIntent.js';
import { ActionButton } from '../ui/ActionButton.js';
import { ActionDialog } from '../ui/ActionDialog.js';

function RevokeDialog({ id, close }: { id: string; close: () => void }) {
  const { send } = useIntent(ApiKeyRevokeDocument, { success: 'apiKeys.revoked' });
  return (
    <ActionDialog
      open
      onClose={close}
      title="apiKeys.revoke"
      intro="apiKeys.revokeIntro"
      tone="error"
      onSubmit={() => send({ id })}
    />
  );
}

/** Ends a key at once, for good. */
export function RevokeKeyButton({ id }: { id: string }) {
  return (
    <ActionButton label="apiKeys.revoke" permission="API_KEY_MANAGE" color="error">
      {(close) => <RevokeDialog id={id} close={close} />}
    </ActionButton>
  );
}
