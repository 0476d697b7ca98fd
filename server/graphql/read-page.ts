import type { Page } from '../../schema/common/connection.js';
import type { Database } from '../database/database.js';
import { type PageRequest, planPage, type SortKey, toPage } from './keyset.js';

/** A list that one statement reads: what, from where, which rows, in which order. */
export interface ListSpec {
  columns: string;
  from: string;
  /** SQL conditions, all of which hold; their values are in `params`. */
  conditions: string[];
  params: unknown[];
  keys: SortKey[];
}

/** One page of a plain list, and its total when that is asked for. */
export async function readPage<R extends object>(db: Database, spec: ListSpec, request: PageRequest): Promise<Page<R>> {
  const params = [...spec.params];
  const plan = planPage(request, spec.keys, params);
  const where = spec.conditions.map((condition) => `(${condition})`).join(' and ') || 'true';
  const rows = await db.rows<R & { cursor_keys: string[] }>(
    `select ${spec.columns}, ${plan.cursorSql} as cursor_keys from ${spec.from} where ${where} and ${plan.where}
      order by ${plan.orderBy} limit ${plan.limit + 1} offset ${plan.offset}`,
    params,
  );
  const count = async () =>
    (await db.rows<{ count: number }>(`select count(*) from ${spec.from} where ${where}`, spec.params))[0]!.count;
  return toPage(rows, plan, ({ cursor_keys: _, ...row }) => row as unknown as R, count);
}
