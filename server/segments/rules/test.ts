/** Rows beside the customers: from which tables, whose, and which of them. */
export interface Rows {
  from: string;
  /** Whose row it is: the customer's id in SQL, never null. */
  id: string;
  where: string[];
  /** No customer has two. */
  unique?: boolean;
}

/** Those customers of whom there are such rows, and of whose rows together this holds; null: any row will do. */
export interface Among {
  rows: Rows;
  having: string | null;
}

/**
 * What a rule asks of one customer. Negations stand between the parts, never in them: a part that comes out as null
 * counts as false, and what is asked the other way round is true exactly then.
 */
export type Test =
  /** A boolean expression over the customer's own rows. */
  { is: string } | { among: Among } | { all: Test[] } | { any: Test[] } | { not: Test };

export const EVERYBODY: Test = { all: [] };
export const NOBODY: Test = { any: [] };

/** All of these, as SQL. */
export const and = (conditions: string[]) => conditions.join(' and ') || 'true';

/** The select of their ids, as `id`; of rows that need not be counted some may come more than once. */
export function idsOf({ rows: { from, id, where }, having }: Among): string {
  const select = `select ${id} as id from ${from} where ${and(where)}`;
  return having === null ? select : `${select} group by 1 having ${having}`;
}

/** Whether `idsOf` gives everybody once. */
export const isUnique = ({ rows, having }: Among) => having !== null || rows.unique === true;

/** How a statement says that a customer is among those of a select. */
export interface Membership {
  /** Where all conditions must hold, so that the planner may join as it likes. */
  required(ids: string, unique: boolean, wanted: boolean): string;
  /** Where a condition is one of several, so that it may not drop customers. */
  optional(ids: string, unique: boolean, wanted: boolean): string;
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
    const ids = idsOf(test.among);
    return membership[required ? 'required' : 'optional'](ids, isUnique(test.among), wanted);
  }
  const together = 'all' in test === wanted;
  const joint = 'all' in test ? 'and' : 'or';
  const parts = gathered('all' in test ? test.all : test.any, joint);
  if (parts.length === 0) {
    return together ? 'true' : 'false';
  }
  const inner = required && (together || parts.length === 1);
  const sql = parts.map((part) => emit(part, wanted, inner, membership));
  return parts.length === 1 ? sql[0]! : `(${sql.join(together ? ' and ' : ' or ')})`;
}

/** The parts of a group, with those that look at the same rows put together, so that these are read once. */
function gathered(parts: Test[], joint: 'and' | 'or'): Test[] {
  const byRows = new Map<string, { among: Among }>();
  const result: Test[] = [];
  for (const part of parts) {
    if (!('among' in part)) {
      result.push(part);
      continue;
    }
    const key = JSON.stringify(part.among.rows);
    const found = byRows.get(key);
    if (found) {
      found.among = { rows: found.among.rows, having: joined(found.among.having, part.among.having, joint) };
    } else {
      const fresh = { among: part.among };
      byRows.set(key, fresh);
      result.push(fresh);
    }
  }
  return result;
}

/** Any row will do: that is less than whatever else is asked of the rows. */
function joined(a: string | null, b: string | null, joint: 'and' | 'or'): string | null {
  if (a === null || b === null) {
    return joint === 'and' ? (a ?? b) : null;
  }
  return `(${a} ${joint} ${b})`;
}
