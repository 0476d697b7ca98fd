import type { TypedDocumentNode } from '@apollo/client/core';
import type { ReactNode } from 'react';
import type { UserErrorLike } from '../api/errors.js';
import type { Permission } from '../api/generated/operations.js';
import { useIntent } from '../api/useIntent.js';
import { ActionButton } from './ActionButton.js';
import { ActionDialog } from './ActionDialog.js';

interface ConfirmProps<P, I> {
  /** Translation keys: the button and the dialog's heading, what will happen, what to say afterwards. */
  label: string;
  intro: string;
  success: string;
  mutation: TypedDocumentNode<{ payload: P }, { input: I }>;
  input: I;
  onDone?: () => void;
}

function ConfirmDialog<P extends { userErrors: readonly UserErrorLike[] }, I>({
  close,
  ...intent
}: ConfirmProps<P, I> & { close: () => void }) {
  const { label, intro, success, mutation, input, onDone } = intent;
  const { send } = useIntent(mutation, { success, onDone });
  return <ActionDialog open onClose={close} title={label} intro={intro} tone="error" onSubmit={() => send(input)} />;
}

/** A button for what takes something away: it says what will happen and asks first. */
export function ConfirmButton<P extends { userErrors: readonly UserErrorLike[] }, I>({
  permission,
  icon,
  ...intent
}: ConfirmProps<P, I> & { permission: Permission; icon?: ReactNode }) {
  return (
    <ActionButton label={intent.label} icon={icon} permission={permission} color="error">
      {(close) => <ConfirmDialog {...intent} close={close} />}
    </ActionButton>
  );
}
