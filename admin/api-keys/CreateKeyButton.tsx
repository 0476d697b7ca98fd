import Add from '@mui/icons-material/Add';
import { required } from 'ra-core';
import { CheckboxGroupInput, TextInput } from 'react-admin';
import { ApiKeyCreateDocument, type ApiScope } from '../api/generated/operations.js';
import { useIntent } from '../api/useIntent.js';
import { ActionButton } from '../ui/ActionButton.js';
import { ActionDialog } from '../ui/ActionDialog.js';
import { enumChoices } from '../ui/choices.js';
import { UntilInput } from '../ui/dayInputs.js';

const SCOPES = enumChoices('ApiScope', [
  'CUSTOMERS_READ',
  'CUSTOMERS_WRITE',
  'ORDERS_WRITE',
  'EVENTS_WRITE',
  'SEGMENTS_READ',
  'PERKS_READ',
  'PERKS_WRITE',
]);

interface CreateKeyProps {
  /** Gets the secret of the new key, for somebody to show who stays while the list is read anew. */
  onMade: (secret: string) => void;
}

function CreateKeyDialog({ onMade, close }: CreateKeyProps & { close: () => void }) {
  const { send } = useIntent(ApiKeyCreateDocument, { onDone: ({ secret }) => secret && onMade(secret) });
  return (
    <ActionDialog
      open
      onClose={close}
      title="apiKeys.create"
      submit="ra.action.create"
      onSubmit={({ name, scopes, expiresAt }) =>
        send({ name: String(name), scopes: (scopes ?? []) as ApiScope[], expiresAt: (expiresAt as string) ?? null })
      }
    >
      <TextInput
        source="name"
        label="resources.apiKeys.fields.name"
        helperText="apiKeys.nameHint"
        validate={required()}
        fullWidth
      />
      <CheckboxGroupInput
        source="scopes"
        label="resources.apiKeys.fields.scopes"
        choices={SCOPES}
        validate={required()}
        row={false}
      />
      <UntilInput source="expiresAt" label="resources.apiKeys.fields.expiresAt" fullWidth />
    </ActionDialog>
  );
}

/** Makes a key for another system. */
export function CreateKeyButton({ onMade }: CreateKeyProps) {
  return (
    <ActionButton label="apiKeys.create" icon={<Add />} permission="API_KEY_MANAGE">
      {(close) => <CreateKeyDialog onMade={onMade} close={close} />}
    </ActionButton>
  );
}
