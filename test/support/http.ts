/** A GraphQL answer as it came over the wire. */
export interface GraphQLAnswer<T> {
  status: number;
  data: T;
  errors: { message: string; path?: (string | number)[]; extensions: { code: string; field?: string } }[] | undefined;
  headers: Headers;
}

// biome-ignore lint/suspicious/noExplicitAny: a test names the shape it expects, or reads freely
export type Anything = any;

/** Sends one GraphQL operation over HTTP. */
export type TestClient = <T = Anything>(
  query: string,
  variables?: object,
  headers?: Record<string, string>,
) => Promise<GraphQLAnswer<T>>;

export function graphqlClient(url: string, token?: string): TestClient {
  return async (query, variables = {}, headers = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as { data: Anything; errors: GraphQLAnswer<Anything>['errors'] };
    return { status: response.status, data: body.data, errors: body.errors, headers: response.headers };
  };
}
