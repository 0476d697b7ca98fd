import type { SegmentConditionInput, SegmentJoin, SegmentRuleInput } from '../../api/generated/operations.js';

/** A condition while it is being filled in: field and operator may still be missing. */
export type Draft = Partial<SegmentConditionInput>;

/** Conditions joined with all, any or none; `key` names it on the screen and survives every change. */
export interface GroupNode {
  key: string;
  join: SegmentJoin;
  rules: TreeNode[];
}

/** One condition of the tree. */
export interface RuleNode {
  key: string;
  condition: Draft;
}

export type TreeNode = GroupNode | RuleNode;

export const isGroup = (node: TreeNode): node is GroupNode => 'rules' in node;

const newKey = (): string => crypto.randomUUID();

/** A condition in which nothing is chosen yet. */
export const newRule = (condition: Draft = {}): RuleNode => ({ key: newKey(), condition });

/** A group; with one empty condition to begin with unless said otherwise. */
export const newGroup = (join: SegmentJoin = 'ALL', rules: TreeNode[] = [newRule()]): GroupNode => ({
  key: newKey(),
  join,
  rules,
});

/** Puts what `change` answers in the place of the node with that key: another node, several, or none. */
function replace(group: GroupNode, key: string, change: (node: TreeNode) => TreeNode[]): GroupNode {
  const rules = group.rules.flatMap((node) => {
    if (node.key === key) return change(node);
    return isGroup(node) ? [replace(node, key, change)] : [node];
  });
  return { ...group, rules };
}

/** The tree with another join of one group. */
export function withJoin(tree: GroupNode, key: string, join: SegmentJoin): GroupNode {
  if (tree.key === key) return { ...tree, join };
  return replace(tree, key, (node) => [isGroup(node) ? { ...node, join } : node]);
}

/** The tree with another content of one condition. */
export const withCondition = (tree: GroupNode, key: string, condition: Draft): GroupNode =>
  replace(tree, key, (node) => [isGroup(node) ? node : { ...node, condition }]);

/** The tree with one more node at the end of a group. */
export function appended(tree: GroupNode, key: string, added: TreeNode): GroupNode {
  if (tree.key === key) return { ...tree, rules: [...tree.rules, added] };
  return replace(tree, key, (node) => [isGroup(node) ? { ...node, rules: [...node.rules, added] } : node]);
}

/** The tree without one node. */
export const removed = (tree: GroupNode, key: string): GroupNode => replace(tree, key, () => []);

const copy = (node: TreeNode): TreeNode =>
  isGroup(node)
    ? { ...node, key: newKey(), rules: node.rules.map(copy) }
    : { key: newKey(), condition: structuredClone(node.condition) };

/** The tree with a copy of one node right below it. */
export const duplicated = (tree: GroupNode, key: string): GroupNode => replace(tree, key, (node) => [node, copy(node)]);

/** The tree in which one condition stands in a group of its own, where more can join it. */
export const wrapped = (tree: GroupNode, key: string, join: SegmentJoin): GroupNode =>
  replace(tree, key, (node) => [newGroup(join, [node])]);

/** The group that a node stands in directly. */
function parentOf(group: GroupNode, key: string): GroupNode | undefined {
  if (group.rules.some((node) => node.key === key)) return group;
  for (const node of group.rules) {
    const found = isGroup(node) ? parentOf(node, key) : undefined;
    if (found) return found;
  }
  return undefined;
}

/**
 * The tree with one node a step further up or down as one reads it: past a condition, into a group at its near edge,
 * out of its own group when it stands at the edge. So two buttons reach every place.
 */
export function moved(tree: GroupNode, key: string, step: -1 | 1): GroupNode {
  const parent = parentOf(tree, key);
  if (!parent) return tree;
  const at = parent.rules.findIndex((node) => node.key === key);
  const node = parent.rules[at] as TreeNode;
  const neighbour = parent.rules[at + step];
  if (neighbour === undefined) {
    if (parent.key === tree.key) return tree;
    return replace(removed(tree, key), parent.key, (group) => (step < 0 ? [node, group] : [group, node]));
  }
  if (isGroup(neighbour) && !isGroup(node)) {
    return replace(removed(tree, key), neighbour.key, (group) => {
      if (!isGroup(group)) return [group];
      return [{ ...group, rules: step < 0 ? [...group.rules, node] : [node, ...group.rules] }];
    });
  }
  const rules = [...parent.rules];
  rules[at] = neighbour;
  rules[at + step] = node;
  return parent.key === tree.key ? { ...tree, rules } : replace(tree, parent.key, (group) => [{ ...group, rules }]);
}

/** Whether a step in that direction changes anything. */
export const canMove = (tree: GroupNode, key: string, step: -1 | 1): boolean => {
  const edge = step < 0 ? tree.rules[0] : tree.rules.at(-1);
  return edge?.key !== key;
};

/** Every condition, in reading order. */
export const conditionsOf = (node: TreeNode): RuleNode[] => (isGroup(node) ? node.rules.flatMap(conditionsOf) : [node]);

/** Makes a condition as the API takes it; null while it is not complete. */
export type Finish = (draft: Draft) => SegmentConditionInput | null;

/** The input of the API, without the conditions that are not complete; null when nothing remains of a node. */
export function toInput(node: TreeNode, finish: Finish): SegmentRuleInput | null {
  if (!isGroup(node)) {
    const condition = finish(node.condition);
    return condition && { condition };
  }
  const rules = node.rules.flatMap((child) => toInput(child, finish) ?? []);
  return rules.length > 0 ? { join: node.join, rules } : null;
}

/** The keys of the nodes that stand in `toInput`'s answer, in its shape: the way from an error's path to a node. */
export interface KeyTree {
  key: string;
  rules: KeyTree[];
}

/** The keys beside `toInput`'s answer. */
export function keysOf(node: TreeNode, finish: Finish): KeyTree | null {
  if (!isGroup(node)) return finish(node.condition) && { key: node.key, rules: [] };
  const rules = node.rules.flatMap((child) => keysOf(child, finish) ?? []);
  return rules.length > 0 ? { key: node.key, rules } : null;
}

/**
 * Where an error's path (`rules.rules.0.condition.numbers`) lies: the node's key and the part of it. Paths that do not
 * begin at the tree belong to no node.
 */
export function placeOf(keys: KeyTree, path: string): { key: string; part: string } | null {
  const steps = path.split('.');
  if (steps.shift() !== 'rules') return null;
  let node = keys;
  while (steps[0] === 'rules' && steps[1] !== undefined) {
    const child = node.rules[Number(steps[1])];
    if (!child) break;
    node = child;
    steps.splice(0, 2);
  }
  return { key: node.key, part: steps.at(-1) ?? '' };
}
