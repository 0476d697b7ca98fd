import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/** A value per scalar type. */
export type Sample = Record<string, string | number | boolean>;

/** Values that pass coercion but name nothing. */
const HARMLESS: Sample = {
  ID: '00000000-0000-7000-8000-000000000000',
  String: 'x',
  Int: 1,
  Float: 1,
  Boolean: true,
  Money: '1.00',
  DateTime: '2026-01-01T00:00:00Z',
  LocalDate: '2026-01-01',
  LocalTime: '10:00',
};

type Field = GraphQLField<unknown, unknown>;

/** A call of a root field, for tests over the whole schema. */
export interface Call {
  query: string;
  variables: object;
}

/** Calls a root field with the least that its arguments must be. */
export function anyCall(operation: 'query' | 'mutation', field: Field): Call {
  return call(operation, field, field.args.filter(isRequiredArgument), (type) => sampleOf(type, HARMLESS, false));
}

/** Calls a root field with all its arguments and input fields, taking a sample's values where it has any. */
export function fullCall(operation: 'query' | 'mutation', field: Field, sample: Sample): Call {
  return call(operation, field, field.args, (type) => sampleOf(type, { ...HARMLESS, ...sample }, true));
}

function call(
  operation: string,
  field: Field,
  args: readonly GraphQLArgument[],
  value: (type: GraphQLInputType) => unknown,
): Call {
  const declared = args.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const selection = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  return {
    query: `${operation}${declared && ` (${declared})`} { ${field.name}${passed && `(${passed})`}${selection} }`,
    variables: Object.fromEntries(args.map(({ name, type }) => [name, value(type)])),
  };
}

/** An input that contains itself is given once inside itself, and then left out. */
function sampleOf(type: GraphQLInputType, sample: Sample, full: boolean, above: string[] = []): unknown {
  if (isNonNullType(type)) {
    return sampleOf(type.ofType, sample, full, above);
  }
  if (isListType(type)) {
    return [sampleOf(type.ofType, sample, full, above)];
  }
  if (isEnumType(type)) {
    return type.getValues()[0]!.name;
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => full || isRequiredInputField(field));
    const inside = [...above, type.name];
    return Object.fromEntries(
      fields
        .filter((field) => inside.filter((name) => name === getNamedType(field.type).name).length < 2)
        .map((field) => [field.name, sampleOf(field.type, sample, full, inside)]),
    );
  }
  const value = sample[type.name];
  if (value === undefined) {
    throw new Error(`no sample of the scalar ${type.name}`);
  }
  return value;
}
