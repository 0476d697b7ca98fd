import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, type FragmentDefinitionNode, GraphQLError, Kind, type SelectionSetNode } from 'graphql';
import type { Context } from '../graphql/context.js';
import { OPEN_FIELDS } from './open-fields.js';

/** Refuses a request whose credential does not hold as a whole, with status 401, unless it asks for open fields only. */
export const refuseBadCredentials: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ contextValue: { refusal }, operation, document }) => {
      if (refusal && operation && !isOpen(operation.selectionSet, OPEN_FIELDS[operation.operation], document)) {
        throw new GraphQLError(refusal.message, { extensions: { ...refusal.extensions, http: { status: 401 } } });
      }
    },
  }),
};

function isOpen({ selections }: SelectionSetNode, open: readonly string[], document: DocumentNode): boolean {
  return selections.every((selection) => {
    if (selection.kind === Kind.FIELD) {
      return open.includes(selection.name.value);
    }
    const inner = selection.kind === Kind.FRAGMENT_SPREAD ? fragmentOf(document, selection.name.value) : selection;
    return isOpen(inner.selectionSet, open, document);
  });
}

/** Validation has made sure that it exists and that no fragment contains itself. */
function fragmentOf(document: DocumentNode, name: string): FragmentDefinitionNode {
  return document.definitions.find(
    (definition): definition is FragmentDefinitionNode =>
      definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
  )!;
}
