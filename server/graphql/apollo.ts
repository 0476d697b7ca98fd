import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { refuseBadCredentials } from '../access/refuse.js';
import type { App } from '../app.js';
import type { Context } from './context.js';

/** Codes whose message the caller may read; every other error is logged and answered as INTERNAL. */
const PUBLIC_CODES = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'VERSION_CONFLICT',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
  'TOO_SLOW',
  'CANCELLED',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
]);

/** Ample for a document whose values are in its variables. */
const MAX_TOKENS = 3000;

/** The GraphQL server of an app: limits against costly documents, errors without inner workings. */
export async function createApollo(app: App, schema: GraphQLSchema): Promise<ApolloServer<Context>> {
  const armor = new ApolloArmor({
    // A segment with groups in groups, read as deep as rules may be nested, comes to 16.
    // The depth of what is asked for: how a query is cut into fragments makes it no deeper.
    maxDepth: { n: 16, flattenFragments: true },
    maxAliases: { n: 15, allowList: [] },
    maxDirectives: { n: 5 },
    // The parser counts tokens itself, and its refusal is told as the caller's fault.
    maxTokens: { enabled: false },
    costLimit: { enabled: false },
    blockFieldSuggestion: { enabled: true },
  }).protect();
  const server = new ApolloServer<Context>({
    schema,
    introspection: !app.config.production,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    cache: 'bounded',
    stopOnTerminationSignals: false,
    validationRules: armor.validationRules,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      refuseBadCredentials,
      ...(armor.plugins as ApolloServerPlugin<Context>[]),
    ],
    formatError: (formatted, error) => publicError(app, formatted, error),
  });
  await server.start();
  return server;
}

function publicError(app: App, formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const code = String(formatted.extensions?.code ?? '');
  if (PUBLIC_CODES.has(code)) {
    // The coercion of variables says what else there is, which nothing upstream takes away.
    return { ...formatted, message: formatted.message.replace(/ ?Did you mean .*$/s, '') };
  }
  const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  // Values that a scalar or the coercion of variables refused carry the caller's own words only.
  if (original instanceof GraphQLError && original.extensions.code === undefined && formatted.path === undefined) {
    return { ...formatted, extensions: { code: 'BAD_USER_INPUT' } };
  }
  // Inputs may contain themselves; some are nested deeper than anything can be read.
  if (formatted.path === undefined && (original as Error | undefined)?.name === 'RangeError') {
    return { message: 'The variables are nested too deeply.', extensions: { code: 'BAD_USER_INPUT' } };
  }
  app.log.error({ err: original, path: formatted.path }, 'internal error');
  return {
    message: 'Something went wrong here. It has been logged.',
    ...(formatted.path ? { path: formatted.path } : {}),
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    extensions: { code: 'INTERNAL' },
  };
}
