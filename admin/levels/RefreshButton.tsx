import Refresh from '@mui/icons-material/RefreshOutlined';
import { useNotify, useTranslate } from 'ra-core';
import { BooleanInput } from 'react-admin';
import { LevelsRefreshDocument } from '../api/generated/operations.js';
import { useIntent } from '../api/useIntent.js';
import { ActionButton } from '../ui/ActionButton.js';
import { ActionDialog } from '../ui/ActionDialog.js';
import { useFormat } from '../ui/useFormat.js';

function RefreshDialog({ close }: { close: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const { number } = useFormat();
  const { send } = useIntent(LevelsRefreshDocument, {
    onDone: ({ touched }) =>
      notify(translate('levels.refreshed', { smart_count: touched, customers: number(touched) }), { type: 'success' }),
  });
  return (
    <ActionDialog
      open
      onClose={close}
      title="levels.refresh"
      intro="levels.refreshIntro"
      submit="levels.refresh"
      defaults={{ cutoffs: false }}
      onSubmit={({ cutoffs }) => send({ cutoffs: cutoffs === true })}
    >
      <BooleanInput source="cutoffs" label="levels.refreshCutoffs" helperText="levels.refreshCutoffsHint" />
    </ActionDialog>
  );
}

/** Brings every level up to today at once instead of at the next scheduled refresh (S6). */
export function RefreshButton() {
  return (
    <ActionButton label="levels.refresh" icon={<Refresh />} permission="LEVEL_PUBLISH">
      {(close) => <RefreshDialog close={close} />}
    </ActionButton>
  );
}
