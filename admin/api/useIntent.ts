import type { TypedDocumentNode } from '@apollo/client/core';
import { useQueryClient } from '@tanstack/react-query';
import { useAuthProvider, useNotify } from 'ra-core';
import { useCallback, useState } from 'react';
import { tell } from './ask.js';
import { type FieldErrors, fieldErrors, RefusedError, type UserErrorLike } from './errors.js';

interface IntentOptions<P> {
  /** Translation key of the message after success; none when the screen itself shows it. */
  success?: string;
  /** Input path → form field, where they differ. */
  rename?: Record<string, string>;
  onDone?: (payload: P) => void;
}

/**
 * One mutation as a button or a form uses it: `send` answers the field errors of a refused input (for the form) or
 * undefined when it was carried out; thrown errors become a notification. Afterwards every query is asked anew.
 */
export function useIntent<P extends { userErrors: readonly UserErrorLike[] }, I>(
  mutation: TypedDocumentNode<{ payload: P }, { input: I }>,
  { success, rename, onDone }: IntentOptions<P> = {},
) {
  const notify = useNotify();
  const queryClient = useQueryClient();
  const authProvider = useAuthProvider();
  const [pending, setPending] = useState(false);
  const send = useCallback(
    async (input: I): Promise<FieldErrors | undefined> => {
      setPending(true);
      try {
        const payload = await tell(mutation, { input });
        if (success) notify(success, { type: 'success' });
        onDone?.(payload);
        await queryClient.invalidateQueries();
        return undefined;
      } catch (error) {
        if (error instanceof RefusedError) return fieldErrors(error.userErrors, rename);
        await authProvider?.checkError(error).catch(() => undefined);
        notify((error as Error).message, { type: 'error' });
        return {};
      } finally {
        setPending(false);
      }
    },
    [mutation, success, rename, onDone, notify, queryClient, authProvider],
  );
  return { send, pending };
}
