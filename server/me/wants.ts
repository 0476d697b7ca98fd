import {
  type FieldNode,
  type GraphQLResolveInfo,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** What of the home screen costs more than reading the customer's own row. */
export interface Wants {
  /** The way to the next tier. */
  progress: boolean;
  /** Points that expire soon. */
  lots: boolean;
  /** Grants and quota used. */
  perks: boolean;
}

type Fragments = GraphQLResolveInfo['fragments'];

/** Known selections: the same document is asked for over and over. */
const known = new WeakMap<OperationDefinitionNode, Map<string, Wants>>();

/** What a `me` field's selection needs; what a directive may leave out counts as selected. */
export function wantsOf(info: GraphQLResolveInfo): Wants {
  const ofOperation = known.get(info.operation) ?? new Map<string, Wants>();
  known.set(info.operation, ofOperation);
  const at = `${info.path.prev?.key ?? ''}.${info.path.key}`;
  let wants = ofOperation.get(at);
  if (!wants) {
    const fields = info.fieldNodes.flatMap((node) => fieldsIn(node.selectionSet, info.fragments));
    const points = fields.filter(({ name }) => name.value === 'points');
    wants = {
      progress: fields.some(({ name }) => name.value === 'progress'),
      lots: points.some((node) => selects(node.selectionSet, 'expiringSoon', info.fragments)),
      perks: fields.some(({ name }) => name.value === 'perks'),
    };
    ofOperation.set(at, wants);
  }
  return wants;
}

const selects = (selection: SelectionSetNode | undefined, field: string, fragments: Fragments) =>
  fieldsIn(selection, fragments).some(({ name }) => name.value === field);

function fieldsIn(selection: SelectionSetNode | undefined, fragments: Fragments): FieldNode[] {
  return (selection?.selections ?? []).flatMap((one) => {
    if (one.kind === Kind.FIELD) {
      return [one];
    }
    const inner = one.kind === Kind.INLINE_FRAGMENT ? one : fragments[one.name.value];
    return fieldsIn(inner?.selectionSet, fragments);
  });
}
