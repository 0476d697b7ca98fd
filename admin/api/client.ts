import {
  ApolloClient,
  ApolloLink,
  type DocumentNode,
  from,
  fromPromise,
  HttpLink,
  InMemoryCache,
} from '@apollo/client/core';
import { setContext } from '@apollo/client/link/context/index.js';
import { onError } from '@apollo/client/link/error/index.js';
import { RefreshSessionDocument } from './generated/operations.js';
import { accessToken, dropSession, keepSession, refreshOnce } from './session.js';

/** Operations that must work without a session, and must not try to renew one. */
const OPEN_OPERATIONS = new Set(['RefreshSession', 'SignIn', 'SignOut', 'SignInChoices']);

const http = new HttpLink({ uri: '/graphql', credentials: 'same-origin' });

/** Asks for a new access token with the refresh cookie; false when there is no session to renew. */
export function refreshSession(): Promise<boolean> {
  return refreshOnce(async () => {
    const { data } = await client.mutate({ mutation: RefreshSessionDocument, fetchPolicy: 'no-cache' });
    const answer = data?.payload;
    if (!answer?.accessToken) {
      dropSession();
      return false;
    }
    keepSession(answer.accessToken);
    return true;
  });
}

const bearer = setContext(({ operationName }, context: { headers?: Record<string, string> }) => {
  if (OPEN_OPERATIONS.has(operationName ?? '')) return context;
  const token = accessToken();
  return token ? { ...context, headers: { ...context.headers, authorization: `Bearer ${token}` } } : context;
});

const renewAndRetry = onError(({ graphQLErrors, networkError, operation, forward }) => {
  const status = (networkError as { statusCode?: number } | null | undefined)?.statusCode;
  const refused = status === 401 || graphQLErrors?.some((error) => error.extensions?.code === 'UNAUTHENTICATED');
  if (!refused || operation.getContext().retried || OPEN_OPERATIONS.has(operation.operationName)) return;
  return fromPromise(refreshSession().catch(() => false)).flatMap((renewed) => {
    operation.setContext({
      retried: true,
      headers: renewed ? { authorization: `Bearer ${accessToken()}` } : {},
    });
    return forward(operation);
  });
});

/** Sends documents as they are written: the server knows them word by word, and forms must not hand back `__typename`. */
class PlainCache extends InMemoryCache {
  override transformDocument(document: DocumentNode): DocumentNode {
    return document;
  }
}

/** One client for the panel. It keeps nothing of its own: react-query is the only cache. */
export const client: ApolloClient<unknown> = new ApolloClient({
  link: from([renewAndRetry, bearer, http as unknown as ApolloLink]),
  cache: new PlainCache(),
  defaultOptions: { query: { fetchPolicy: 'no-cache' }, mutate: { fetchPolicy: 'no-cache' } },
});
