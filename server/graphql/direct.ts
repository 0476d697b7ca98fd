import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import type { Context } from './context.js';

type Resolve = GraphQLFieldResolver<unknown, Context>;
type Method = (...args: unknown[]) => unknown;

/** Kinds of parameters that need no conversion, and where each comes from. */
const SOURCES: Record<string, (root: unknown, context: Context, info: unknown) => unknown> = {
  root: (root) => root,
  context: (_root, context) => context,
  info: (_root, _context, info) => info,
};

/**
 * Calls field resolvers that take only what they belong to and the context without type-graphql's wrapper, which sorts
 * and converts parameters at every call: in long lists that costs more than the fields themselves.
 */
export function callDirectly(schema: GraphQLSchema, instanceOf: (resolver: never) => unknown): void {
  const { fieldResolvers, objectTypes } = getMetadataStorage();
  for (const {
    target,
    methodName,
    schemaName,
    params = [],
    middlewares,
    roles,
    kind,
    getObjectType,
  } of fieldResolvers) {
    const described = objectTypes.find((one) => one.target === getObjectType?.());
    const type = described && schema.getType(described.name);
    const field = isObjectType(type) ? type.getFields()[schemaName] : undefined;
    const plain = params.every(
      (one) => one.kind in SOURCES && !('getType' in one && one.getType) && !namesProperty(one),
    );
    if (!field?.resolve || kind !== 'external' || !plain || middlewares?.length || roles) {
      continue;
    }
    const instance = instanceOf(target as never) as Record<string, Method>;
    const sources = [...params].sort((a, b) => a.index - b.index).map((one) => SOURCES[one.kind]!);
    field.resolve = resolverOf(instance, methodName, sources);
  }
}

const namesProperty = (param: object) => 'propertyName' in param && param.propertyName !== undefined;

function resolverOf(instance: Record<string, Method>, name: string, sources: (typeof SOURCES)[string][]): Resolve {
  const [first, second] = sources;
  if (!first) {
    return () => instance[name]!();
  }
  if (!second) {
    return (root, _args, context, info) => instance[name]!(first(root, context, info));
  }
  return (root, _args, context, info) => instance[name]!(...sources.map((source) => source(root, context, info)));
}

/** Types whose objects give functions for what is costly, so that only what is asked for is computed. */
const LAZY_TYPES: { types: RegExp; fields: RegExp }[] = [
  { types: /Connection$/, fields: /^totalCount$/ },
  { types: /^SegmentCount$/, fields: /^(total|share)$/ },
  { types: /^ProgramOverview$/, fields: /./ },
];

/** Gives those fields the resolver that graphql-js would use by itself: compiled queries call resolvers only. */
export function callWhenAsked(schema: GraphQLSchema): void {
  for (const { types, fields } of LAZY_TYPES) {
    for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
      for (const field of types.test(type.name) ? Object.values(type.getFields()) : []) {
        if (fields.test(field.name)) {
          field.resolve ??= defaultFieldResolver;
        }
      }
    }
  }
}
