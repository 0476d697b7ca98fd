import Diamond from '@mui/icons-material/DiamondOutlined';
import { required } from 'ra-core';
import { SelectInput, TextInput } from 'react-admin';
import { TierGrantGiveDocument } from '../../api/generated/operations.js';
import { useIntent } from '../../api/useIntent.js';
import { ActionButton } from '../../ui/ActionButton.js';
import { ActionDialog } from '../../ui/ActionDialog.js';
import { useTierChoices } from '../../ui/choices.js';
import { UntilInput } from '../../ui/dayInputs.js';
import { useOnceKey } from '../../ui/useOnceKey.js';

function GrantTierDialog({ customerId, close }: { customerId: string; close: () => void }) {
  const { send } = useIntent(TierGrantGiveDocument, { success: 'customers.tierGrantDone' });
  const idempotencyKey = useOnceKey();
  const tiers = useTierChoices();
  return (
    <ActionDialog
      open
      onClose={close}
      title="customers.grantTier"
      intro="customers.grantTierIntro"
      onSubmit={({ tierId, reason, endsAt }) =>
        send({
          customerId,
          tierId: String(tierId),
          reason: String(reason),
          endsAt: (endsAt as string) ?? null,
          idempotencyKey,
        })
      }
    >
      <SelectInput source="tierId" label="app.tier" choices={tiers} validate={required()} fullWidth />
      <TextInput source="reason" label="app.reason" validate={required()} fullWidth />
      <UntilInput source="endsAt" label="app.endsAt" helperText="customers.endsAtHint" fullWidth />
    </ActionDialog>
  );
}

/** Gives a tier by hand, with a reason and an end date or for life (V1). */
export function GrantTierButton({ customerId }: { customerId: string }) {
  return (
    <ActionButton label="customers.grantTier" icon={<Diamond />} permission="TIER_GRANT">
      {(close) => <GrantTierDialog customerId={customerId} close={close} />}
    </ActionButton>
  );
}
