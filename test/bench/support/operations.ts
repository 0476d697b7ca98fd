import { knownOperations } from '../../../server/graphql/known.js';

/** One of our published operations as GraphQL clients send it. */
export function operationText(name: string): string {
  const known = knownOperations().find((one) => one.name === name);
  if (!known) {
    throw new Error(`There is no operation ${name} in schema/operations.`);
  }
  return known.texts[2] ?? known.texts[0]!;
}
