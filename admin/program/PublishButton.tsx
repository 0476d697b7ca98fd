import { Alert } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useRedirect } from 'react-admin';
import { ProgramPublishDocument } from '../api/generated/operations.js';
import { useIntent } from '../api/useIntent.js';
import { ActionDialog } from '../ui/ActionDialog.js';
import { PublishAction } from '../ui/PublishAction.js';
import { useFormat } from '../ui/useFormat.js';
import type { Draft } from './types.js';

function PublishDialog({ draft, close }: { draft: Draft; close: () => void }) {
  const translate = useTranslate();
  const { number } = useFormat();
  const redirect = useRedirect();
  const { send } = useIntent(ProgramPublishDocument, { onDone: () => redirect(`/program/versions/${draft.id}`) });
  const { impact } = draft;
  return (
    <ActionDialog
      open
      onClose={close}
      title="program.publish"
      intro="program.publishIntro"
      submit="program.publish"
      onSubmit={() => send({ id: draft.id, version: draft.version })}
    >
      {impact ? (
        <Alert severity={impact.down > 0 ? 'warning' : 'info'}>
          {translate('program.publishSummary', {
            up: number(impact.up),
            down: number(impact.down),
            stay: number(impact.stay),
          })}
        </Alert>
      ) : null}
    </ActionDialog>
  );
}

/** Puts the draft in force: exactly the plan whose impact was shown, in the background, as one audited step (V6). */
export function PublishButton({ draft, disabled }: { draft: Draft; disabled: boolean }) {
  return (
    <PublishAction permission="PROGRAM_PUBLISH" disabled={disabled}>
      {(close) => <PublishDialog draft={draft} close={close} />}
    </PublishAction>
  );
}
