import { type ExecutionResult, graphql } from 'graphql';
import type { Caller } from '../../server/access/principal.js';
import type { App } from '../../server/app.js';
import { Loaders } from '../../server/graphql/loaders.js';
import { buildSchema } from '../../server/graphql/schema.js';
import type { Anything } from './http.js';

const schemas = new WeakMap<App, ReturnType<typeof buildSchema>>();

/** Runs an operation as a caller without HTTP and sign-in; for rules that do not depend on either. */
export async function execute(
  app: App,
  caller: Caller,
  source: string,
  variableValues: Record<string, unknown> = {},
): Promise<{ data: Anything; errors: ExecutionResult['errors'] }> {
  const schema = schemas.get(app) ?? buildSchema(app);
  schemas.set(app, schema);
  const contextValue = { ...caller, loaders: new Loaders(app, caller), http: undefined };
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
  // Through JSON, as it would come over the wire.
  return { data: data && JSON.parse(JSON.stringify(data)), errors };
}
