import { Alert } from '@mui/material';
import { useTranslate } from 'ra-core';
import { TextInput, useRedirect } from 'react-admin';
import { LevelPublishDocument } from '../api/generated/operations.js';
import { useIntent } from '../api/useIntent.js';
import { ActionDialog } from '../ui/ActionDialog.js';
import { PublishAction } from '../ui/PublishAction.js';
import { useFormat } from '../ui/useFormat.js';
import type { Draft } from './types.js';

function PublishDialog({ draft, close }: { draft: Draft; close: () => void }) {
  const translate = useTranslate();
  const { number } = useFormat();
  const redirect = useRedirect();
  const { send } = useIntent(LevelPublishDocument, { onDone: () => redirect(`/levels/rules/versions/${draft.id}`) });
  const { preview } = draft;
  return (
    <ActionDialog
      open
      onClose={close}
      title="program.publish"
      intro="levels.publishIntro"
      submit="program.publish"
      defaults={{ note: draft.note }}
      onSubmit={({ note }) => send({ id: draft.id, version: draft.version, ...(note ? { note: String(note) } : {}) })}
    >
      {preview ? (
        <Alert severity={preview.changed > 0 ? 'warning' : 'info'} sx={{ mb: 1 }}>
          {translate('levels.publishSummary', { changed: number(preview.changed), stay: number(preview.stay) })}
        </Alert>
      ) : null}
      <TextInput source="note" label="program.note" helperText="program.noteHint" />
    </ActionDialog>
  );
}

/** Puts the draft in force: exactly what the preview showed, in the background, as one audited step. */
export function PublishButton({ draft, disabled }: { draft: Draft; disabled: boolean }) {
  return (
    <PublishAction permission="LEVEL_PUBLISH" disabled={disabled}>
      {(close) => <PublishDialog draft={draft} close={close} />}
    </PublishAction>
  );
}
