import type { Page } from '../../schema/common/connection.js';
import { type StaffFilter, type StaffListArgs, StaffOrderBy } from '../../schema/staff/lists.js';
import { authorize } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import type { SortKey } from '../graphql/keyset.js';
import { readPage } from '../graphql/read-page.js';
import { escapeLike, searchText } from '../graphql/validate.js';
import { STAFF_COLUMNS, type StaffRow } from './rows.js';

const SORT: Record<StaffOrderBy, SortKey> = {
  [StaffOrderBy.NAME_ASC]: { sql: 's.name', type: 'text', descending: false },
  [StaffOrderBy.NAME_DESC]: { sql: 's.name', type: 'text', descending: true },
  [StaffOrderBy.EMAIL_ASC]: { sql: 'lower(s.email)', type: 'text', descending: false },
  [StaffOrderBy.EMAIL_DESC]: { sql: 'lower(s.email)', type: 'text', descending: true },
  [StaffOrderBy.CREATED_AT_ASC]: { sql: 's.created_at', type: 'timestamptz', descending: false },
  [StaffOrderBy.CREATED_AT_DESC]: { sql: 's.created_at', type: 'timestamptz', descending: true },
};

/** A page of the company's people. */
export async function list(app: App, { principal }: Caller, args: StaffListArgs): Promise<Page<StaffRow>> {
  authorize(principal, 'STAFF_READ');
  const by = SORT[args.orderBy ?? StaffOrderBy.NAME_ASC];
  const keys: SortKey[] = [by, { sql: 's.id', type: 'uuid', descending: by.descending }];
  return readPage(app.db, { columns: STAFF_COLUMNS, from: 'staff s', keys, ...conditionsOf(args.filter ?? {}) }, args);
}

function conditionsOf({ q, role, status }: StaffFilter): { conditions: string[]; params: unknown[] } {
  const params: unknown[] = [];
  const conditions: string[] = [];
  const text = searchText('filter.q', q ?? '');
  if (text) {
    const slot = `$${params.push(`%${escapeLike(text)}%`)}`;
    conditions.push(`s.name ilike ${slot} or s.email ilike ${slot}`);
  }
  if (role) {
    conditions.push(`s.role = $${params.push(role)}`);
  }
  if (status) {
    conditions.push(`s.status = $${params.push(status)}`);
  }
  return { conditions, params };
}
