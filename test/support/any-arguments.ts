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

/** A value per scalar that passes coercion but names nothing. */
const SCALARS: Record<string, string | number | boolean> = {
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

/** A document that calls one root field with the least that its arguments must be, for tests over the whole schema. */
export function anyCall(
  operation: 'query' | 'mutation',
  field: GraphQLField<unknown, unknown>,
): { query: string; variables: object } {
  const required = field.args.filter(isRequiredArgument);
  const declared = required.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const passed = required.map(({ name }) => `${name}: $${name}`).join(', ');
  const selection = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  return {
    query: `${operation}${declared && ` (${declared})`} { ${field.name}${passed && `(${passed})`}${selection} }`,
    variables: Object.fromEntries(required.map(({ name, type }: GraphQLArgument) => [name, anyValue(type)])),
  };
}

function anyValue(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) {
    return anyValue(type.ofType);
  }
  if (isListType(type)) {
    return [anyValue(type.ofType)];
  }
  if (isEnumType(type)) {
    return type.getValues()[0]!.name;
  }
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(isRequiredInputField);
    return Object.fromEntries(required.map((field) => [field.name, anyValue(field.type)]));
  }
  const value = SCALARS[type.name];
  if (value === undefined) {
    throw new Error(`no sample of the scalar ${type.name}`);
  }
  return value;
}
