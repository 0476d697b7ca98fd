import 'reflect-metadata';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchemaSync, getMetadataStorage } from 'type-graphql';
import { DateTime } from '../../schema/common/scalars.js';
import type { App } from '../app.js';
import { callDirectly, callWhenAsked } from './direct.js';
import { resolvers } from './resolvers.js';

/**
 * The executable schema over an app's services. Plain properties resolve without type-graphql's wrapper
 * (`simpleResolvers`): nothing here uses @Authorized or middleware, since services authorise; a test holds that.
 */
export function buildSchema(app: App): GraphQLSchema {
  for (const type of getMetadataStorage().objectTypes) {
    type.simpleResolvers = true;
  }
  const schema = buildSchemaSync({
    resolvers: resolvers as never,
    container: { get: (resolver: new (app: App) => unknown) => resolverOf(app, resolver) } as never,
    scalarsMap: [{ type: Date, scalar: DateTime }],
    validate: false,
  });
  callDirectly(schema, (resolver) => resolverOf(app, resolver));
  callWhenAsked(schema);
  return schema;
}

const instances = new WeakMap<App, Map<unknown, unknown>>();

function resolverOf(app: App, resolver: new (app: App) => unknown): unknown {
  const made = instances.get(app) ?? new Map<unknown, unknown>();
  instances.set(app, made);
  if (!made.has(resolver)) {
    made.set(resolver, new resolver(app));
  }
  return made.get(resolver);
}

/** The contract in SDL, sorted, as kept in schema/schema.graphql. */
export function printContract(): string {
  const schema = buildSchema({} as App);
  return `# Printed from the code by \`npm run build -- schema\`; do not edit.\n\n${printSchema(lexicographicSortSchema(schema))}\n`;
}
