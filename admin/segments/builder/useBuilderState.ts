import { useCallback, useMemo, useState } from 'react';
import { errorKey, type FieldErrors, type UserErrorLike } from '../../api/errors.js';
import type { SegmentRuleInput } from '../../api/generated/operations.js';
import type { FieldsByName } from '../useFields.js';
import type { NodeErrors } from './context.js';
import { finished } from './slots.js';
import { conditionsOf, type Draft, type GroupNode, type KeyTree, keysOf, placeOf, toInput } from './tree.js';
import { useHistory } from './useHistory.js';

/** One message (a translation key) and the path of the input that it belongs to. */
export interface PathError {
  path: string;
  message: string;
}

/** What a form's tree of errors says, path by path. */
export function pathErrors(errors: FieldErrors, path = ''): PathError[] {
  return Object.entries(errors).flatMap(([name, value]) => {
    const at = path ? `${path}.${name}` : name;
    return typeof value === 'string' ? [{ path: at, message: value }] : pathErrors(value, at);
  });
}

/** What the API said about the fields of an input, path by path. */
export const pathErrorsOf = (errors: readonly UserErrorLike[]): PathError[] =>
  errors.map(({ field, code }) => ({ path: field ?? '', message: errorKey(code) }));

/** Errors by the key of their node; those that belong to no node are left out. */
export function errorsByKey(errors: readonly PathError[], keys: KeyTree | null): Map<string, NodeErrors> {
  const found = new Map<string, NodeErrors>();
  for (const { path, message } of errors) {
    const place = keys && placeOf(keys, path);
    if (place) found.set(place.key, { ...found.get(place.key), [place.part]: message });
  }
  return found;
}

/** The tree being edited with its undo, and what the API would be sent. */
export function useBuilderState(initial: () => GroupNode, byName: FieldsByName) {
  const history = useHistory(initial);
  const [fresh, setFresh] = useState<string | null>(null);
  const tree = history.value;
  const { rules, keys, open } = useMemo(() => {
    const finish = (draft: Draft) => finished(draft, draft.field && byName.get(draft.field));
    const input: SegmentRuleInput | null = toInput(tree, finish);
    return {
      rules: input,
      keys: keysOf(tree, finish),
      open: conditionsOf(tree).filter(({ condition }) => finish(condition) === null).length,
    };
  }, [tree, byName]);
  const { change } = history;
  return {
    ...history,
    tree,
    rules,
    keys,
    /** How many conditions are not complete. */
    open,
    fresh,
    setFresh,
    change: useCallback(
      (edit: (tree: GroupNode) => GroupNode, topic?: string) => change(edit, topic ?? null),
      [change],
    ),
  };
}

export type BuilderState = ReturnType<typeof useBuilderState>;
