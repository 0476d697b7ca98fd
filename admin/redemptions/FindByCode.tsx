import QrCode from '@mui/icons-material/QrCode2Outlined';
import { required } from 'ra-core';
import { TextInput, useRedirect } from 'react-admin';
import { ask } from '../api/ask.js';
import { RedemptionByCodeDocument } from '../api/generated/operations.js';
import { ActionButton } from '../ui/ActionButton.js';
import { ActionDialog } from '../ui/ActionDialog.js';

function FindDialog({ close }: { close: () => void }) {
  const redirect = useRedirect();
  const find = async ({ code }: Record<string, unknown>) => {
    try {
      const { redemptionByCode } = await ask(RedemptionByCodeDocument, { code: String(code).trim() });
      if (!redemptionByCode) return { code: 'errors.NOT_FOUND' };
      redirect(`/customers/${redemptionByCode.customer.id}/show`);
      return undefined;
    } catch (error) {
      return { code: (error as Error).message };
    }
  };
  return (
    <ActionDialog
      open
      onClose={close}
      title="redemptions.find"
      intro="redemptions.findIntro"
      submit="ra.action.search"
      onSubmit={find}
    >
      <TextInput source="code" label="resources.redemptions.fields.code" validate={required()} autoFocus fullWidth />
    </ActionDialog>
  );
}

/** Finds a redemption by the code the customer shows, and opens their profile. */
export function FindByCode() {
  return (
    <ActionButton label="redemptions.find" icon={<QrCode />} permission="PERK_READ">
      {(close) => <FindDialog close={close} />}
    </ActionButton>
  );
}
