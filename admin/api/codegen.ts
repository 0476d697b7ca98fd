/**
 * Writes `admin/api/generated/operations.ts`: the enums and inputs of the API, and every named operation of the panel
 * as a typed document; `schema/operations/panel.graphql`, the same operations for the server; and
 * `schema/operations/generated/mobile.ts`, the types of what the company's app sends. Run after a change of the SDL or of an `operations.graphql`; with `--check` it only says
 * whether the file is fresh (exit code 1 when it is not).
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import { buildSchema, type DocumentNode, Kind, parse, print, validate } from 'graphql';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const target = join(root, 'admin/api/generated/operations.ts');

/** Every `.graphql` file below `admin/`, in a stable order. */
export function operationFiles(folder = join(root, 'admin')): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => join(folder, name))
    .sort();
}

/** The text of the generated file for the SDL as it stands; throws when an operation does not fit the SDL. */
export async function generateOperations(sdl = join(root, 'schema/schema.graphql')): Promise<string> {
  const documents = operationFiles().map((location) => ({ location, document: parse(readFileSync(location, 'utf8')) }));
  const { all, types } = await typesOf(sdl, documents);
  return `// Written by admin/api/codegen.ts from the SDL and the operations.graphql files. Do not edit.\n${head}${types}\n${documentLines(all)}`;
}

/** The types of operations by the SDL; throws when one does not fit it. */
async function typesOf(
  sdl: string,
  documents: { location: string; document: DocumentNode }[],
): Promise<{ all: DocumentNode; types: string }> {
  const schema = buildSchema(readFileSync(sdl, 'utf8'));
  const all: DocumentNode = { kind: Kind.DOCUMENT, definitions: documents.flatMap((one) => one.document.definitions) };
  const problems = validate(schema, all).filter((problem) => !/anonymous operation/.test(problem.message));
  if (problems.length > 0) throw new Error(problems.map((problem) => problem.message).join('\n'));
  const scalars = {
    DateTime: 'string',
    LocalDate: 'string',
    LocalTime: 'string',
    Money: 'string',
    JSON: 'unknown',
    ID: 'string',
  };
  const types = await codegen({
    filename: target,
    schema: parse(readFileSync(sdl, 'utf8')),
    documents: documents.map((one) => ({ location: relative(root, one.location), document: one.document })),
    config: {
      scalars,
      defaultScalarType: 'unknown',
      enumsAsTypes: true,
      onlyOperationTypes: true,
      skipTypename: true,
      useTypeImports: true,
      dedupeFragments: true,
      omitOperationSuffix: false,
      avoidOptionals: false,
    },
    plugins: [{ operations: {} }],
    pluginMap: { operations },
  });
  return { all, types };
}

const head = "import { gql, type TypedDocumentNode } from '@apollo/client/core';\n\n";

/** One `export const XDocument` per operation, each holding the fragments it reaches and no others. */
function documentLines(all: DocumentNode): string {
  const fragments = new Map(
    all.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, print(one)] as const] : [],
    ),
  );
  const reach = (text: string, found: Set<string>): Set<string> => {
    for (const [, name] of text.matchAll(/\.\.\.(\w+)/g)) {
      if (!name || found.has(name)) continue;
      found.add(name);
      reach(fragments.get(name) ?? '', found);
    }
    return found;
  };
  return all.definitions
    .flatMap((one) => {
      if (one.kind !== Kind.OPERATION_DEFINITION || !one.name) return [];
      const name = one.name.value;
      const kind = one.operation === 'query' ? 'Query' : 'Mutation';
      const text = print(one);
      const body = [text, ...[...reach(text, new Set())].sort().map((fragment) => fragments.get(fragment))].join('\n');
      const type = `TypedDocumentNode<${name}${kind}, ${name}${kind}Variables>`;
      return [`export const ${name}Document: ${type} = gql\`\n${body}\n\`;\n`];
    })
    .join('\n');
}

/** All operations of the panel as one document: the server answers those queries from compiled code. */
export function panelOperations(): string {
  const parts = operationFiles().flatMap((file) => parse(readFileSync(file, 'utf8')).definitions);
  return `# Written by admin/api/codegen.ts from the panel's operations.graphql files. Do not edit.\n${parts.map(print).join('\n\n')}\n`;
}

/** The app's operations as texts that carry the types of their variables and answers, for any GraphQL client. */
export async function mobileOperations(sdl = join(root, 'schema/schema.graphql')): Promise<string> {
  const location = join(root, 'schema/operations/mobile.graphql');
  const { all, types } = await typesOf(sdl, [{ location, document: parse(readFileSync(location, 'utf8')) }]);
  // From the first letter on as the server knows them, so that it answers from compiled code.
  const texts = documentLines(all).replaceAll('TypedDocumentNode<', 'OperationText<').replaceAll('gql`\n', '`');
  return `// Written by admin/api/codegen.ts from the SDL and mobile.graphql. Do not edit; copy it into the app.\n${mobileHead}${types}\n${texts}`;
}

const mobileHead = `/** An operation to send, with the types of its answer's data and of its variables. */
export type OperationText<Data, Variables> = string & { readonly __types?: (variables: Variables) => Data };

`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf('--sdl');
  const sdl = at > 0 ? process.argv[at + 1] : undefined;
  const outputs = [
    { file: target, text: await generateOperations(sdl) },
    { file: join(root, 'schema/operations/generated/mobile.ts'), text: await mobileOperations(sdl) },
    { file: join(root, 'schema/operations/panel.graphql'), text: panelOperations() },
  ];
  if (process.argv.includes('--check')) {
    const fresh = outputs.every(({ file, text }) => existsSync(file) && readFileSync(file, 'utf8') === text);
    process.stdout.write(fresh ? 'operations are fresh\n' : 'operations are stale: run node admin/api/codegen.ts\n');
    process.exitCode = fresh ? 0 : 1;
  } else {
    for (const { file, text } of outputs) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
}
