import LocalActivity from '@mui/icons-material/LocalActivityOutlined';
import { minValue, required } from 'ra-core';
import { NumberInput } from 'react-admin';
import { BenefitRedeemForDocument } from '../../api/generated/operations.js';
import { useIntent } from '../../api/useIntent.js';
import { ActionButton } from '../../ui/ActionButton.js';
import { ActionDialog } from '../../ui/ActionDialog.js';
import { useOnceKey } from '../../ui/useOnceKey.js';
import type { CustomerRecord } from '../types.js';

type Perk = CustomerRecord['perks'][number];

interface RedeemProps {
  customerId: string;
  perk: Perk;
}

function RedeemDialog({ customerId, perk, close }: RedeemProps & { close: () => void }) {
  const { send } = useIntent(BenefitRedeemForDocument, { success: 'customers.redeemed' });
  const idempotencyKey = useOnceKey();
  return (
    <ActionDialog
      open
      onClose={close}
      title="customers.redeem"
      intro="customers.redeemIntro"
      defaults={{ quantity: 1 }}
      onSubmit={({ quantity }) =>
        send({
          customerId,
          benefitId: perk.benefit.id,
          grantId: perk.grant?.id ?? null,
          quantity: Number(quantity),
          idempotencyKey,
        })
      }
    >
      <NumberInput
        source="quantity"
        label="app.quantity"
        min={1}
        step={1}
        validate={[required(), minValue(1)]}
        fullWidth
      />
    </ActionDialog>
  );
}

/** Redeems a perk for a customer who asks at the counter or on the phone (V4). */
export function RedeemButton(props: RedeemProps) {
  if (!props.perk.benefit.redeemable || props.perk.remaining === 0) return null;
  return (
    <ActionButton label="customers.redeem" icon={<LocalActivity />} permission="PERK_REDEEM">
      {(close) => <RedeemDialog {...props} close={close} />}
    </ActionButton>
  );
}
