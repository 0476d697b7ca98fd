import type { Page } from '../../schema/common/connection.js';
import { badInput } from './errors.js';

const MAX_PAGE = 100;
const MAX_OFFSET = 10_000;

/** One column that a list is sorted by; the last one must be unique. */
export interface SortKey {
  /** The SQL expression; nulls sort last in either direction and must be coalesced away for keyset paging. */
  sql: string;
  /** Its PostgreSQL type, to cast the cursor's value back. */
  type: string;
  descending: boolean;
}

export interface PageRequest {
  first: number;
  after?: string | null;
  offset?: number | null;
}

/** The pieces of a page query: `where` and `order by` for the reader to put into its statement. */
export interface KeysetPlan {
  /** `true`, or the row comparison that continues after the cursor. */
  where: string;
  orderBy: string;
  /** The sort keys as one text array, to be selected as `cursor_keys`. */
  cursorSql: string;
  limit: number;
  offset: number;
}

/** Checks the paging arguments and plans the keyset condition; `params` receives the cursor's values. */
export function planPage(request: PageRequest, keys: SortKey[], params: unknown[]): KeysetPlan {
  const { first, after } = request;
  const offset = request.offset ?? 0;
  if (!Number.isInteger(first) || first < 1 || first > MAX_PAGE) {
    throw badInput('first', `first must lie between 1 and ${MAX_PAGE}.`);
  }
  if (!Number.isInteger(offset) || offset < 0 || offset > MAX_OFFSET) {
    throw badInput('offset', `offset must lie between 0 and ${MAX_OFFSET}; page on with after.`);
  }
  const orderBy = keys.map(({ sql, descending }) => `${sql} ${descending ? 'desc' : 'asc'}`).join(', ');
  const cursorSql = `array[${keys.map(({ sql }) => `(${sql})::text`).join(', ')}]`;
  const where = after ? continuation(decodeCursor(after, keys), keys, params) : 'true';
  return { where, orderBy, cursorSql, limit: first, offset };
}

function continuation(values: string[], keys: SortKey[], params: unknown[]): string {
  const slots = keys.map((key, i) => `$${params.push(values[i])}::${key.type}`);
  // A row comparison is what an index can follow; it needs one direction throughout.
  if (keys.every((key) => key.descending === keys[0]!.descending)) {
    const comparison = keys[0]!.descending ? '<' : '>';
    return `(${keys.map(({ sql }) => sql).join(', ')}) ${comparison} (${slots.join(', ')})`;
  }
  const alternatives = keys.map((key, i) => {
    const equal = keys.slice(0, i).map((earlier, j) => `${earlier.sql} = ${slots[j]}`);
    return [...equal, `${key.sql} ${key.descending ? '<' : '>'} ${slots[i]}`].join(' and ');
  });
  return `(${alternatives.map((one) => `(${one})`).join(' or ')})`;
}

/** Rows read with `limit + 1`, as a connection's page. */
export function toPage<R extends { cursor_keys: string[] }, T>(
  rows: R[],
  plan: KeysetPlan,
  node: (row: R) => T,
  count: () => Promise<number>,
): Page<T> {
  const shown = rows.slice(0, plan.limit);
  const nodes = shown.map(node);
  const cursorOf = (row: R | undefined) => (row ? encodeCursor(row.cursor_keys) : null);
  return {
    nodes,
    // Few ask for a cursor per row, so it is made for those only.
    get edges() {
      return shown.map((row, i) => ({ cursor: encodeCursor(row.cursor_keys), node: nodes[i]! }));
    },
    pageInfo: {
      hasNextPage: rows.length > plan.limit,
      hasPreviousPage: plan.offset > 0 || plan.where !== 'true',
      startCursor: cursorOf(shown[0]),
      endCursor: cursorOf(shown.at(-1)),
    },
    totalCount: count,
  };
}

function encodeCursor(values: string[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

const CHECKS: Record<string, RegExp> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  bigint: /^-?\d{1,18}$/,
  int: /^-?\d{1,9}$/,
  timestamptz: /^-?(infinity|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d)?)$/,
  text: /^[^\0]{0,500}$/,
};

function decodeCursor(cursor: string, keys: SortKey[]): string[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === keys.length) {
      if (values.every((value, i) => typeof value === 'string' && CHECKS[keys[i]!.type]!.test(value))) {
        return values;
      }
    }
  } catch {
    // answered below, like every other cursor that is not ours
  }
  throw badInput('after', 'This cursor is not one of this list.');
}
