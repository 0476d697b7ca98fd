import Restore from '@mui/icons-material/RestoreOutlined';
import { required } from 'ra-core';
import { TextInput, useRedirect } from 'react-admin';
import { ProgramRollbackDocument } from '../api/generated/operations.js';
import { useIntent } from '../api/useIntent.js';
import { ActionButton } from '../ui/ActionButton.js';
import { ActionDialog } from '../ui/ActionDialog.js';

function RollbackDialog({ versionId, close }: { versionId: string; close: () => void }) {
  const redirect = useRedirect();
  const { send } = useIntent(ProgramRollbackDocument, {
    success: 'program.rollingBack',
    onDone: (payload) => payload.programVersion && redirect(`/program/versions/${payload.programVersion.id}`),
  });
  return (
    <ActionDialog
      open
      onClose={close}
      title="program.rollback"
      intro="program.rollbackIntro"
      submit="program.rollback"
      tone="error"
      onSubmit={({ reason }) => send({ toVersionId: versionId, reason: String(reason) })}
    >
      <TextInput source="reason" label="app.reason" validate={required()} fullWidth />
    </ActionDialog>
  );
}

/** Puts an earlier version in force again, as a new version of its own (V6). */
export function RollbackButton({ version }: { version: { id: string; status: string } }) {
  if (version.status !== 'SUPERSEDED') return null;
  return (
    <ActionButton label="program.rollback" icon={<Restore />} permission="PROGRAM_PUBLISH" color="error">
      {(close) => <RollbackDialog versionId={version.id} close={close} />}
    </ActionButton>
  );
}
