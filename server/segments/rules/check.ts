import { UserErrorCode as Code } from '../../../schema/common/user-error.js';
import { SegmentJoin } from '../../../schema/segments/enums.js';
import type { SegmentRule } from '../../../schema/segments/rules.js';
import { InputCheck } from '../../graphql/validate.js';
import { checkCondition } from './check-condition.js';

/** Groups inside each other, at most. */
const MAX_DEPTH = 8;
const MAX_CONDITIONS = 200;
/** Conditions and groups together, at most. */
const MAX_RULES = 1000;

interface Place {
  rule: SegmentRule;
  path: string;
  depth: number;
}

/**
 * Checks a tree of rules and gives it with nothing in it but what counts; throws what is wrong, each fault at its dotted
 * path below `field`. Trees that are far too large are refused before anything else is looked at.
 */
export function checkRules(rules: SegmentRule, field: string): SegmentRule {
  const check = new InputCheck();
  refuseGiants(rules, field, check);
  check.done();
  const clean = cleaned(rules, field, check);
  check.done();
  return clean;
}

/** Walks without recursion: what is refused here may be deep enough to exhaust the stack. */
function refuseGiants(rules: SegmentRule, field: string, check: InputCheck): void {
  const places: Place[] = [{ rule: rules, path: field, depth: 1 }];
  let rulesSeen = 0;
  let conditionsSeen = 0;
  for (let place = places.pop(); place; place = places.pop()) {
    const { rule, path, depth } = place;
    rulesSeen += 1;
    conditionsSeen += rule.condition ? 1 : 0;
    if (rulesSeen > MAX_RULES || conditionsSeen > MAX_CONDITIONS) {
      check.add(field, Code.TOO_LONG, `At most ${MAX_CONDITIONS} conditions.`);
      return;
    }
    if (rule.rules && depth > MAX_DEPTH) {
      check.add(path, Code.TOO_LONG, `At most ${MAX_DEPTH} groups inside each other.`);
      return;
    }
    if ((rule.rules?.length ?? 0) > MAX_CONDITIONS) {
      check.add(`${path}.rules`, Code.TOO_LONG, `At most ${MAX_CONDITIONS} conditions.`);
      return;
    }
    places.push(...(rule.rules ?? []).map((one, i) => ({ rule: one, path: `${path}.rules.${i}`, depth: depth + 1 })));
  }
}

function cleaned(rule: SegmentRule, path: string, check: InputCheck): SegmentRule {
  const { join, rules, condition } = rule;
  if (condition && (rules || join)) {
    check.add(path, Code.INVALID, 'Either a condition or a group of rules.');
    return {};
  }
  if (condition) {
    return { condition: checkCondition(condition, `${path}.condition`, check) };
  }
  if (!rules) {
    check.add(path, Code.REQUIRED, 'A condition, or a group of rules.');
    return {};
  }
  return {
    join: join ?? SegmentJoin.ALL,
    rules: rules.map((one, i) => cleaned(one, `${path}.rules.${i}`, check)),
  };
}
