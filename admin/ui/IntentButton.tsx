import type { TypedDocumentNode } from '@apollo/client/core';
import { Button, type ButtonProps } from '@mui/material';
import { useNotify, useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { useCan } from '../access/useCan.js';
import { firstError, type UserErrorLike } from '../api/errors.js';
import type { Permission } from '../api/generated/operations.js';
import { useIntent } from '../api/useIntent.js';

interface IntentButtonProps<P, I> {
  /** Translation key. */
  label: string;
  icon: ReactNode;
  permission: Permission;
  mutation: TypedDocumentNode<{ payload: P }, { input: I }>;
  input: I;
  onDone?: (payload: P) => void;
  variant?: ButtonProps['variant'];
  size?: ButtonProps['size'];
}

/** A button that carries out one intent at once, for those who may. */
export function IntentButton<P extends { userErrors: readonly UserErrorLike[] }, I>(props: IntentButtonProps<P, I>) {
  const { label, icon, permission, mutation, input, onDone, variant = 'contained', size } = props;
  const translate = useTranslate();
  const notify = useNotify();
  const allowed = useCan(permission);
  const { send, pending } = useIntent(mutation, { onDone });
  const press = async () => {
    const refused = firstError(await send(input));
    if (refused) notify(refused.message, { type: 'error' });
  };
  if (!allowed) return null;
  return (
    <Button variant={variant} size={size} startIcon={icon} loading={pending} loadingPosition="start" onClick={press}>
      {translate(label)}
    </Button>
  );
}
