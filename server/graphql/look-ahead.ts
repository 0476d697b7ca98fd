import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

type Asked = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** Which fields a field's selection names, by its node: documents are asked again and again. */
const known = new WeakMap<FieldNode, readonly string[]>();

/** Whether all that is asked of an object is among these fields; what a directive may leave out counts as asked. */
export function asksOnly({ fieldNodes, fragments }: Asked, fields: ReadonlySet<string>): boolean {
  return fieldNodes.every((node) => {
    let names = known.get(node);
    if (!names) {
      names = [...new Set(namesIn(node.selectionSet, fragments))];
      known.set(node, names);
    }
    return names.every((name) => fields.has(name));
  });
}

function namesIn(selection: SelectionSetNode | undefined, fragments: Asked['fragments']): string[] {
  return (selection?.selections ?? []).flatMap((one) => {
    if (one.kind === Kind.FIELD) {
      return [one.name.value];
    }
    const inner = one.kind === Kind.FRAGMENT_SPREAD ? fragments[one.name.value] : one;
    return namesIn(inner?.selectionSet, fragments);
  });
}
