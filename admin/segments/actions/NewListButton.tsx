import PlaylistAdd from '@mui/icons-material/PlaylistAdd';
import { required } from 'ra-core';
import { TextInput, useRedirect } from 'react-admin';
import { SegmentCreateDocument } from '../../api/generated/operations.js';
import { useIntent } from '../../api/useIntent.js';
import { ActionButton } from '../../ui/ActionButton.js';
import { ActionDialog } from '../../ui/ActionDialog.js';
import { useOnceKey } from '../../ui/useOnceKey.js';

function NewListDialog({ close }: { close: () => void }) {
  const redirect = useRedirect();
  const idempotencyKey = useOnceKey();
  const { send } = useIntent(SegmentCreateDocument, {
    onDone: ({ segment }) => segment && redirect(`/segments/${segment.id}/show?tab=members`),
  });
  return (
    <ActionDialog
      open
      onClose={close}
      title="segments.newList"
      intro="segments.newListIntro"
      submit="segments.newListSubmit"
      onSubmit={({ name, description }) =>
        send({
          kind: 'LIST',
          name: String(name),
          description: (description as string | null | undefined) ?? null,
          idempotencyKey,
        })
      }
    >
      <TextInput source="name" label="segments.name" validate={required()} fullWidth helperText={false} />
      <TextInput source="description" label="segments.description" fullWidth helperText={false} />
    </ActionDialog>
  );
}

/** Begins a list of named customers; who is on it is uploaded on its page. */
export function NewListButton() {
  return (
    <ActionButton label="segments.newList" icon={<PlaylistAdd />} permission="SEGMENT_EDIT">
      {(close) => <NewListDialog close={close} />}
    </ActionButton>
  );
}
