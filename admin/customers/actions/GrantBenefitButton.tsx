import CardGiftcard from '@mui/icons-material/CardGiftcardOutlined';
import { minValue, required } from 'ra-core';
import { NumberInput, SelectInput, TextInput } from 'react-admin';
import { BenefitGrantGiveDocument, type GrantOrigin } from '../../api/generated/operations.js';
import { useIntent } from '../../api/useIntent.js';
import { ActionButton } from '../../ui/ActionButton.js';
import { ActionDialog } from '../../ui/ActionDialog.js';
import { enumChoices, useBenefitChoices } from '../../ui/choices.js';
import { UntilInput } from '../../ui/dayInputs.js';
import { useOnceKey } from '../../ui/useOnceKey.js';
import { ORIGINS_BY_HAND } from './grantOrigins.js';

const ORIGINS = enumChoices('GrantOrigin', ORIGINS_BY_HAND);

function GrantBenefitDialog({ customerId, close }: { customerId: string; close: () => void }) {
  const { send } = useIntent(BenefitGrantGiveDocument, { success: 'customers.benefitGrantDone' });
  const idempotencyKey = useOnceKey();
  const benefits = useBenefitChoices();
  return (
    <ActionDialog
      open
      onClose={close}
      title="customers.grantBenefit"
      intro="customers.grantBenefitIntro"
      defaults={{ quantity: 1, origin: 'MANUAL' }}
      onSubmit={({ benefitId, quantity, origin, reason, endsAt }) =>
        send({
          customerId,
          benefitId: String(benefitId),
          quantity: Number(quantity),
          origin: origin as GrantOrigin,
          reason: String(reason),
          endsAt: (endsAt as string) ?? null,
          idempotencyKey,
        })
      }
    >
      <SelectInput source="benefitId" label="app.benefit" choices={benefits} validate={required()} fullWidth />
      <NumberInput
        source="quantity"
        label="app.quantity"
        validate={[required(), minValue(1)]}
        min={1}
        step={1}
        fullWidth
      />
      <SelectInput source="origin" label="app.origin" choices={ORIGINS} validate={required()} fullWidth />
      <TextInput source="reason" label="app.reason" validate={required()} fullWidth />
      <UntilInput source="endsAt" label="app.endsAt" fullWidth />
    </ActionDialog>
  );
}

/** Gives one customer a benefit of their own (V4). */
export function GrantBenefitButton({ customerId }: { customerId: string }) {
  return (
    <ActionButton label="customers.grantBenefit" icon={<CardGiftcard />} permission="PERK_GRANT">
      {(close) => <GrantBenefitDialog customerId={customerId} close={close} />}
    </ActionButton>
  );
}
