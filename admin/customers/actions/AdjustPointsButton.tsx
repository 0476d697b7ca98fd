import Stars from '@mui/icons-material/StarsOutlined';
import { required, useTranslate } from 'ra-core';
import { NumberInput, TextInput } from 'react-admin';
import { PointsAdjustDocument } from '../../api/generated/operations.js';
import { useIntent } from '../../api/useIntent.js';
import { ActionButton } from '../../ui/ActionButton.js';
import { ActionDialog } from '../../ui/ActionDialog.js';
import { useFormat } from '../../ui/useFormat.js';
import { useOnceKey } from '../../ui/useOnceKey.js';

interface AdjustPointsProps {
  customerId: string;
  balance: number;
}

function AdjustPointsDialog({ customerId, balance, close }: AdjustPointsProps & { close: () => void }) {
  const translate = useTranslate();
  const { number } = useFormat();
  const { send } = useIntent(PointsAdjustDocument, { success: 'customers.pointsAdjusted' });
  const idempotencyKey = useOnceKey();
  return (
    <ActionDialog
      open
      onClose={close}
      title="customers.adjustPoints"
      onSubmit={({ points, reason }) =>
        send({ customerId, points: Number(points), reason: String(reason), idempotencyKey })
      }
    >
      <NumberInput
        source="points"
        label="customers.pointsChange"
        helperText={translate('customers.pointsChangeHint', { balance: number(balance) })}
        validate={required()}
        step={1}
        fullWidth
      />
      <TextInput source="reason" label="app.reason" validate={required()} fullWidth />
    </ActionDialog>
  );
}

/** Corrects the points balance by an entry in the ledger (V2). */
export function AdjustPointsButton(props: AdjustPointsProps) {
  return (
    <ActionButton label="customers.adjustPoints" icon={<Stars />} permission="POINTS_ADJUST">
      {(close) => <AdjustPointsDialog {...props} close={close} />}
    </ActionButton>
  );
}
