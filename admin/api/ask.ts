import type { TypedDocumentNode } from '@apollo/client/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useAuthProvider } from 'ra-core';
import { client } from './client.js';
import { accepted, readableError, type UserErrorLike } from './errors.js';

/** Runs a named query; failures carry a translation key. The signal ends the request, and with it the server's work. */
export async function ask<T, V extends Record<string, unknown>>(
  query: TypedDocumentNode<T, V>,
  variables?: V,
  signal?: AbortSignal,
): Promise<T> {
  try {
    // Never shared with an equal request that is being cancelled.
    const context = signal ? { fetchOptions: { signal }, queryDeduplication: false } : {};
    const { data } = await client.query({ query, variables, context, fetchPolicy: 'no-cache' } as never);
    return data as T;
  } catch (error) {
    throw readableError(error);
  }
}

/** Runs a named mutation whose answer stands under `payload`; throws a RefusedError when it has user errors. */
export async function tell<P extends { userErrors: readonly UserErrorLike[] }, V extends Record<string, unknown>>(
  mutation: TypedDocumentNode<{ payload: P }, V>,
  variables?: V,
): Promise<P> {
  try {
    const { data } = await client.mutate({ mutation, variables, fetchPolicy: 'no-cache' } as never);
    return accepted((data as { payload: P }).payload);
  } catch (error) {
    throw readableError(error);
  }
}

interface AskOptions<T> {
  enabled?: boolean;
  /** Asks again after so many milliseconds, depending on the last answer; false stops. */
  again?: (answer: T | undefined) => number | false;
  /** A costly question: it is cancelled when nobody wants its answer any more; the last answer stays until the next. */
  costly?: boolean;
}

/**
 * A named query as a hook, in the cache that react-admin's refresh button empties. The first variable list makes the
 * key, so the same question is asked once per screen.
 */
export function useAsk<T, V extends Record<string, unknown>>(
  name: string,
  query: TypedDocumentNode<T, V>,
  variables?: V,
  { enabled, again, costly }: AskOptions<T> = {},
) {
  const authProvider = useAuthProvider();
  return useQuery({
    queryKey: [name, variables ?? {}],
    queryFn: async (asked) => {
      const signal = costly ? asked.signal : undefined;
      try {
        return await ask(query, variables, signal);
      } catch (error) {
        if (!signal?.aborted) await authProvider?.checkError(error);
        throw error;
      }
    },
    retry: false,
    enabled,
    placeholderData: costly ? keepPreviousData : undefined,
    refetchInterval: again ? (query) => again(query.state.data) : false,
  });
}
