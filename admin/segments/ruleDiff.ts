import type { AnsweredRule } from './builder/fromRule.js';

/** A line of rules in plain words, how deep it stands, and whether it came, went or stayed. */
export interface RuleLine {
  depth: number;
  text: string;
  change: 'same' | 'added' | 'gone';
}

/** Rules as indented lines, in reading order. */
export function ruleLines(
  rule: AnsweredRule,
  words: { condition: (condition: object) => string; join: (join: string) => string },
  depth = 0,
): Omit<RuleLine, 'change'>[] {
  if (rule.condition) return [{ depth, text: words.condition(rule.condition) }];
  const inner = (rule.rules ?? []).flatMap((child) => ruleLines(child, words, depth + 1));
  return [{ depth, text: words.join(rule.join ?? 'ALL') }, ...inner];
}

type Line = Omit<RuleLine, 'change'>;
const same = (a: Line | undefined, b: Line | undefined): boolean => a?.depth === b?.depth && a?.text === b?.text;

/** What changed from one list of lines to another: the longest common sequence stays, the rest came or went. */
export function diffLines(before: readonly Line[], after: readonly Line[]): RuleLine[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const row = lengths[i] as number[];
      row[j] = same(before[i], after[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: RuleLine[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && same(before[i], after[j])) {
      lines.push({ ...(after[j] as Line), change: 'same' });
      i += 1;
      j += 1;
    } else if (i < before.length && (j >= after.length || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ ...(before[i] as Line), change: 'gone' });
      i += 1;
    } else {
      lines.push({ ...(after[j] as Line), change: 'added' });
      j += 1;
    }
  }
  return lines;
}
