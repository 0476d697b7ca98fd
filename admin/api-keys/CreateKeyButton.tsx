import Add from '@mui/icons-material/Add';
import { required } from 'ra-core';
import { useState } from 'react';
import { CheckboxGroupInput, TextInput } from 'react-admin';
import { ApiKeyCreateDocument, type ApiScope } from '../api/generated/operations.js';
import { useIntent } from '../api/useIntent.js';
import { ActionButton } from '../ui/ActionButton.js';
import { ActionDialog } from '../ui/ActionDialog.js';
import { enumChoices } from '../ui/choices.js';
import { UntilInput } from '../ui/dayInputs.js';
import { SecretDialog } from './SecretDialog.js';

const SCOPES = enumChoices('ApiScope', [
  'CUSTOMERS_READ',
  'CUSTOMERS_WRITE',
  'ORDERS_WRITE',
  'PERKS_READ',
  'PERKS_WRITE',
]);

function CreateKeyDialog({ close }: { close: () => void }) {
  const [secret, setSecret] = useState<string | null>(null);
  const { send } = useIntent(ApiKeyCreateDocument, { onDone: (payload) => setSecret(payload.secret ?? null) });
  if (secret) return <SecretDialog secret={secret} onClose={close} />;
  return (
    <ActionDialog
      open
      keepOpen
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

/** Makes a key for another system; its secret is shown once. */
export function CreateKeyButton() {
  return (
    <ActionButton label="apiKeys.create" icon={<Add />} permission="API_KEY_MANAGE">
      {(close) => <CreateKeyDialog close={close} />}
    </ActionButton>
  );
}
