import { required } from 'ra-core';
import { TextInput } from 'react-admin';
import {
  RedemptionCommitDocument,
  RedemptionReleaseDocument,
  RedemptionReverseDocument,
  type RedemptionStatus,
} from '../api/generated/operations.js';
import { useIntent } from '../api/useIntent.js';
import { ActionButton } from '../ui/ActionButton.js';
import { ActionDialog } from '../ui/ActionDialog.js';

interface DialogProps {
  id: string;
  close: () => void;
}

function ReverseDialog({ id, close }: DialogProps) {
  const { send } = useIntent(RedemptionReverseDocument, { success: 'redemptions.reversed' });
  return (
    <ActionDialog
      open
      onClose={close}
      title="redemptions.reverse"
      intro="redemptions.reverseIntro"
      tone="error"
      onSubmit={({ reason }) => send({ id, reason: String(reason) })}
    >
      <TextInput source="reason" label="app.reason" validate={required()} fullWidth />
    </ActionDialog>
  );
}

function ReleaseDialog({ id, close }: DialogProps) {
  const { send } = useIntent(RedemptionReleaseDocument, { success: 'redemptions.released' });
  return (
    <ActionDialog
      open
      onClose={close}
      title="redemptions.release"
      intro="redemptions.releaseIntro"
      onSubmit={({ reason }) => send({ id, reason: String(reason) })}
    >
      <TextInput source="reason" label="app.reason" validate={required()} fullWidth />
    </ActionDialog>
  );
}

function CommitDialog({ id, close }: DialogProps) {
  const { send } = useIntent(RedemptionCommitDocument, { success: 'redemptions.committed' });
  return (
    <ActionDialog
      open
      onClose={close}
      title="redemptions.commit"
      intro="redemptions.commitIntro"
      onSubmit={() => send({ id })}
    />
  );
}

/** What can follow a redemption: a reserved one is carried out or released, a carried-out one reversed (V4). */
export function RedemptionButtons({ redemption }: { redemption: { id: string; status: RedemptionStatus } }) {
  const { id, status } = redemption;
  if (status === 'COMMITTED') {
    return (
      <ActionButton label="redemptions.reverse" permission="PERK_REVERSE" color="error">
        {(close) => <ReverseDialog id={id} close={close} />}
      </ActionButton>
    );
  }
  if (status !== 'RESERVED') return null;
  return (
    <>
      <ActionButton label="redemptions.commit" permission="PERK_REDEEM">
        {(close) => <CommitDialog id={id} close={close} />}
      </ActionButton>
      <ActionButton label="redemptions.release" permission="PERK_REDEEM">
        {(close) => <ReleaseDialog id={id} close={close} />}
      </ActionButton>
    </>
  );
}
