import type { SegmentConditionInput, SegmentRuleInput } from '../../api/generated/operations.js';
import { type GroupNode, newGroup, newRule, type TreeNode } from './tree.js';

/** A rule as the API answers it, nulls and all, however deep the query asked. */
export interface AnsweredRule {
  join?: SegmentRuleInput['join'];
  condition?: object | null;
  rules?: readonly AnsweredRule[] | null;
}

/** The same value without its nulls, so that it can be sent back. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, inner]) => inner !== null && inner !== undefined);
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutNulls(inner)]));
}

function nodeOf(rule: AnsweredRule): TreeNode {
  if (rule.condition) return newRule(withoutNulls(rule.condition) as SegmentConditionInput);
  return newGroup(rule.join ?? 'ALL', (rule.rules ?? []).map(nodeOf));
}

/** The tree of saved rules, to be edited; a single condition comes to stand in a group. */
export function fromRule(rule: AnsweredRule): GroupNode {
  const node = nodeOf(rule);
  return 'rules' in node ? node : newGroup('ALL', [node]);
}

/** Saved rules as an input that can be sent back. */
export const inputOf = (rule: AnsweredRule): SegmentRuleInput => withoutNulls(rule) as SegmentRuleInput;
