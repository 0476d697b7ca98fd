import VisibilityOff from '@mui/icons-material/VisibilityOffOutlined';
import Visibility from '@mui/icons-material/VisibilityOutlined';
import { Button } from '@mui/material';
import { required, useTranslate } from 'ra-core';
import { TextInput } from 'react-admin';
import { tell } from '../../api/ask.js';
import { fieldErrors, RefusedError } from '../../api/errors.js';
import { type ContactField, CustomerRevealDocument } from '../../api/generated/operations.js';
import { ActionButton } from '../../ui/ActionButton.js';
import { ActionDialog } from '../../ui/ActionDialog.js';
import type { CustomerRecord } from '../types.js';

interface Revealed {
  phone: string | null;
  email: string | null;
}

interface RevealButtonProps {
  customer: CustomerRecord;
  revealed: boolean;
  onReveal: (contacts: Revealed) => void;
  onHide: () => void;
}

/** Shows phone and e-mail in full after asking why; the API keeps who looked and for what reason (A4). */
export function RevealButton({ customer, revealed, onReveal, onHide }: RevealButtonProps) {
  const translate = useTranslate();
  if (revealed) {
    return (
      <Button size="small" startIcon={<VisibilityOff />} onClick={onHide}>
        {translate('customers.hide')}
      </Button>
    );
  }
  const fields: ContactField[] = [
    ...(customer.phone ? ['PHONE' as const] : []),
    ...(customer.email ? ['EMAIL' as const] : []),
  ];
  const reveal = async ({ reason }: Record<string, unknown>) => {
    try {
      onReveal(await tell(CustomerRevealDocument, { input: { id: customer.id, fields, reason: String(reason) } }));
      return undefined;
    } catch (error) {
      if (error instanceof RefusedError) return fieldErrors(error.userErrors);
      return { root: { serverError: (error as Error).message } };
    }
  };
  return (
    <ActionButton label="customers.reveal" icon={<Visibility />} permission="CUSTOMER_REVEAL">
      {(close) => (
        <ActionDialog
          open
          onClose={close}
          title="customers.reveal"
          intro="customers.revealIntro"
          submit="customers.reveal"
          onSubmit={reveal}
        >
          <TextInput source="reason" label="app.reason" validate={required()} autoFocus fullWidth />
        </ActionDialog>
      )}
    </ActionButton>
  );
}
