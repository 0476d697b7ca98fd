import DataLoader from 'dataloader';
import type { Page } from '../../schema/common/connection.js';
import { SegmentOrderBy } from '../../schema/segments/segment-enums.js';
import type { SegmentFilter, SegmentListArgs } from '../../schema/segments/segment-inputs.js';
import { authorize, may } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { isId } from '../database/id.js';
import type { SortKey } from '../graphql/keyset.js';
import { readPage } from '../graphql/read-page.js';
import { escapeLike, searchText } from '../graphql/validate.js';
import { SEGMENT_COLUMNS, type SegmentRow, segmentLoader } from './saved-rows.js';

type SortColumn = Omit<SortKey, 'descending'>;
const NAME: SortColumn = { sql: 'lower(g.name)', type: 'text' };
const UPDATED: SortColumn = { sql: 'g.updated_at', type: 'timestamptz' };

/** A segment is confidential when one that its rules lead to is; sorting by size must not tell theirs to everybody (A4). */
const OPEN_SIZE = `case when exists (
    with recursive reach as (
      select g.id union
      select u.segment_id from reach r join segment_use u on u.kind = 'SEGMENT' and u.user_id = r.id)
    select from reach r join segment x on x.id = r.id where x.confidential) then -1 else coalesce(g.members, -1) end`;

/** One segment; null when there is none. */
export async function getSegment(app: App, caller: Caller, id: string): Promise<SegmentRow | null> {
  authorize(caller.principal, 'SEGMENT_READ');
  if (!isId(id)) {
    return null;
  }
  return segmentLoader(app).load(id.toLowerCase());
}

/** A page of segments. */
export async function listSegments(app: App, caller: Caller, args: SegmentListArgs): Promise<Page<SegmentRow>> {
  authorize(caller.principal, 'SEGMENT_READ');
  const params: unknown[] = [];
  const conditions = conditionsOf(args.filter ?? {}, params);
  const descending = args.orderBy.endsWith('_DESC');
  const column = columnOf(args.orderBy, may(caller.principal, 'CUSTOMER_REVEAL'));
  const keys: SortKey[] = [
    { ...column, descending },
    { sql: 'g.id', type: 'uuid', descending },
  ];
  return readPage<SegmentRow>(app.db, { columns: SEGMENT_COLUMNS, from: 'segment g', conditions, params, keys }, args);
}

function columnOf(orderBy: SegmentOrderBy, reveal: boolean): SortColumn {
  switch (orderBy) {
    case SegmentOrderBy.NAME_ASC:
    case SegmentOrderBy.NAME_DESC:
      return NAME;
    case SegmentOrderBy.UPDATED_ASC:
    case SegmentOrderBy.UPDATED_DESC:
      return UPDATED;
    case SegmentOrderBy.MEMBERS_ASC:
    case SegmentOrderBy.MEMBERS_DESC:
      return { sql: reveal ? 'coalesce(g.members, -1)' : OPEN_SIZE, type: 'int' };
  }
}

function conditionsOf(filter: SegmentFilter, params: unknown[]): string[] {
  const conditions = [`g.archived_at is ${filter.archived ? 'not null' : 'null'}`];
  const q = filter.q ? searchText('filter.q', filter.q) : '';
  if (q) {
    const slot = `$${params.push(`%${escapeLike(q)}%`)}`;
    conditions.push(`g.name ilike ${slot} or g.description ilike ${slot}`);
  }
  if (filter.kind) {
    conditions.push(`g.kind = $${params.push(filter.kind)}`);
  }
  if (filter.builtIn != null) {
    conditions.push(`g.built_in is ${filter.builtIn ? 'not null' : 'null'}`);
  }
  return conditions;
}

/** The segments in use that each customer is in as of their last refresh, by name, 200 at most. */
export const customerSegmentsLoader = (app: App) =>
  new DataLoader<string, SegmentRow[]>(async (ids) => {
    const rows = await app.db.rows<SegmentRow & { customerId: string }>(
      `select x.* from unnest($1::uuid[]) as c (id) cross join lateral (
         select m.customer_id as "customerId", ${SEGMENT_COLUMNS}
           from segment_membership m join segment g on g.id = m.segment_id
          where m.customer_id = c.id and m.left_at is null and g.archived_at is null
          order by lower(g.name), g.id limit 200) x`,
      [ids],
    );
    const byCustomer = Map.groupBy(rows, ({ customerId }) => customerId);
    return ids.map((id) => byCustomer.get(id) ?? []);
  });
