import 'reflect-metadata';
import { join } from 'node:path';
import { root } from '../root.js';

/** The printed contract, which clients are checked against. */
export const contractFile = join(root, 'schema/schema.graphql');

/** The script that writes (or with --check only compares) the panel's typed operations. */
export const operationsGenerator = join(root, 'admin/api/codegen.ts');

/** The contract as the code has it now. Loads the whole API, so only when asked. */
export async function freshContract(): Promise<string> {
  const { printContract } = await import('../graphql/schema.js');
  return printContract();
}
