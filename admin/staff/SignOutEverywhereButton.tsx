import Logout from '@mui/icons-material/LogoutOutlined';
import { SignOutEverywhereDocument } from '../api/generated/operations.js';
import { useIntent } from '../api/useIntent.js';
import { ActionButton } from '../ui/ActionButton.js';
import { ActionDialog } from '../ui/ActionDialog.js';

interface SignOutProps {
  /** Whose sessions; one's own when missing. */
  staffId?: string;
  onDone?: () => void;
}

function SignOutDialog({ staffId, onDone, close }: SignOutProps & { close: () => void }) {
  const { send } = useIntent(SignOutEverywhereDocument, { success: 'staff.signedOut', onDone });
  return (
    <ActionDialog
      open
      onClose={close}
      title="staff.signOutEverywhere"
      intro={staffId ? 'staff.signOutIntro' : 'account.signOutIntro'}
      tone="error"
      onSubmit={() => send(staffId ? { staffId } : {})}
    />
  );
}

/** Ends every session of one person, on whatever device. */
export function SignOutEverywhereButton(props: SignOutProps) {
  return (
    <ActionButton
      label="staff.signOutEverywhere"
      icon={<Logout />}
      color="error"
      permission={props.staffId ? 'STAFF_MANAGE' : undefined}
    >
      {(close) => <SignOutDialog {...props} close={close} />}
    </ActionButton>
  );
}
