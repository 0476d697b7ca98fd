import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getVariableValues,
  isAbstractType,
  isInputObjectType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Context } from './context.js';

/** A query of ours as JavaScript. Answers with JSON, or not at all: then graphql-js must answer. */
export type CompiledOperation = (
  context: Context,
  variables: Record<string, unknown> | undefined,
) => Promise<string | undefined>;

/**
 * Compiles a query with graphql-jit, which is fast but differs from graphql-js in some constructs. So: only our own
 * queries, none with such constructs, and only answers without any error are taken from it. Undefined: not compilable.
 */
export function compileOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CompiledOperation | undefined {
  if (!isSafe(schema, document, operation)) {
    return undefined;
  }
  const compiled = compileQuery(schema, document, operation.name?.value, {
    disablingCapturingStackErrors: true,
  });
  if (!isCompiledQuery(compiled)) {
    return undefined;
  }
  const definitions = operation.variableDefinitions ?? [];
  return async (context, variables) => {
    if (definitions.length > 0 && getVariableValues(schema, definitions, variables ?? {}).errors) {
      return undefined;
    }
    const result = await compiled.query({}, context, variables ?? {});
    // Apollo ends its answers with a line break.
    return result.errors ? undefined : `${JSON.stringify(result)}\n`;
  };
}

/** Queries only, without introspection, directives, interfaces, unions, variables in literals, or inputs that contain themselves. */
function isSafe(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): boolean {
  if (operation.operation !== 'query') {
    return false;
  }
  let safe = true;
  const info = new TypeInfo(schema);
  const refuse = () => {
    safe = false;
  };
  visit(
    document,
    visitWithTypeInfo(info, {
      Directive: refuse,
      Field({ name }) {
        const type = info.getType();
        const introspects = name.value.startsWith('__') && name.value !== '__typename';
        if (!type || introspects || isAbstractType(getNamedType(type))) {
          refuse();
        }
      },
      Variable(_node, _key, _parent, _path, ancestors) {
        if (ancestors.some((one) => 'kind' in one && (one.kind === Kind.OBJECT || one.kind === Kind.LIST))) {
          refuse();
        }
      },
      VariableDefinition({ type }) {
        const input = typeFromAST(schema, type) as GraphQLInputType | undefined;
        if (!input || containsItself(input, [])) {
          refuse();
        }
      },
    }),
  );
  return safe;
}

function containsItself(input: GraphQLInputType, above: string[]): boolean {
  const type = getNamedType(input);
  if (!isInputObjectType(type)) {
    return false;
  }
  return (
    above.includes(type.name) ||
    Object.values(type.getFields()).some((field) => containsItself(field.type, [...above, type.name]))
  );
}
