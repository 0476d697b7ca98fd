/**
 * What a rule asks of one customer. Only negations sit between the parts, never in them: a part that comes out as null
 * counts as false, and what is asked the other way round is true exactly then.
 */
export type Test =
  /** A boolean expression over the customer's own rows. */
  | { is: string }
  /** A select of customer ids, as `id` and never null, that the customer is among; `unique`: none comes twice. */
  | { among: string; unique: boolean }
  | { all: Test[] }
  | { any: Test[] }
  | { not: Test };

export const EVERYBODY: Test = { all: [] };
export const NOBODY: Test = { any: [] };

/** How a statement says that a customer is among those of a select. */
export interface Membership {
  /** Where all conditions must hold, the planner may join as it likes. */
  required(test: { among: string; unique: boolean }, wanted: boolean): string;
  /** Where a condition is one of several, it may not drop customers. */
  optional(test: { among: string; unique: boolean }, wanted: boolean): string;
}

/** A test as SQL that is true where the test holds, and false or null elsewhere. */
export function toSql(test: Test, membership: Membership): string {
  return emit(test, true, true, membership);
}

function emit(test: Test, wanted: boolean, required: boolean, membership: Membership): string {
  if ('not' in test) {
    return emit(test.not, !wanted, required, membership);
  }
  if ('is' in test) {
    return wanted ? `(${test.is})` : `(${test.is}) is not true`;
  }
  if ('among' in test) {
    return required ? membership.required(test, wanted) : membership.optional(test, wanted);
  }
  const together = 'all' in test === wanted;
  const parts = together ? partsOf(test) : united(partsOf(test), wanted);
  if (parts.length === 0) {
    return together ? 'true' : 'false';
  }
  const inner = required && (together || parts.length === 1);
  const sql = parts.map((part) => emit(part, wanted, inner, membership));
  return parts.length === 1 ? sql[0]! : `(${sql.join(together ? ' and ' : ' or ')})`;
}

const partsOf = (test: { all: Test[] } | { any: Test[] }) => ('all' in test ? test.all : test.any);

/** Being among these or those is being among both together: one select instead of many. */
function united(parts: Test[], wanted: boolean): Test[] {
  const selects = parts.filter((part) => 'among' in part);
  if (!wanted || selects.length < 2) {
    return parts;
  }
  const among = selects.map((part) => `(${part.among})`).join(' union all ');
  return [...parts.filter((part) => !('among' in part)), { among, unique: false }];
}
