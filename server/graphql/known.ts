import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
} from 'graphql';

const folder = fileURLToPath(new URL('../../schema/operations/', import.meta.url));

/** An operation that we publish ourselves, with the fragments it needs. */
export interface KnownOperation {
  name: string;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** How clients write it: as in its file, as GraphQL tools print it, and without insignificant characters. */
  texts: string[];
}

/** Every operation in schema/operations. */
export function knownOperations(): KnownOperation[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .flatMap((name) => operationsOf(readFileSync(join(folder, name), 'utf8')));
}

/** The operations of one file's text; fragments may stand anywhere in it. */
export function operationsOf(text: string): KnownOperation[] {
  const { definitions } = parse(text);
  const fragments = new Map(
    definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]),
  );
  return definitions
    .filter((one) => one.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => {
      const parts: DefinitionNode[] = [operation, ...reachable(operation, fragments)];
      const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: parts };
      const printed = print(document);
      const written = parts.map(({ loc }) => text.slice(loc!.start, loc!.end)).join('\n');
      return {
        name: operation.name!.value,
        document,
        operation,
        texts: [...new Set([written, `${written}\n`, printed, `${printed}\n`, stripIgnoredCharacters(printed)])],
      };
    });
}

function reachable(
  from: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FragmentDefinitionNode[] {
  const found = new Map<string, FragmentDefinitionNode>();
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode) =>
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (fragment && !found.has(name.value)) {
          found.set(name.value, fragment);
          collect(fragment);
        }
      },
    });
  collect(from);
  return [...found.keys()].sort().map((name) => found.get(name)!);
}
