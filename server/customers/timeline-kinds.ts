import { TimelineKind } from '../../schema/customers/enums.js';
import { GRANT_COLUMNS, REDEMPTION_COLUMNS } from '../benefits/rows.js';
import { EVENT_KINDS_SQL } from '../events/rows.js';
import { CHANGE_REF, CHANGED_KINDS, LEVEL_CHANGE_COLUMNS } from '../levels/changes.js';
import { ORDER_COLUMNS } from '../orders/rows.js';
import { ENTRY_COLUMNS } from '../points/rows.js';
import { MOVE_COLUMNS } from '../tiers/lists.js';
import { MERGE_COLUMNS } from './related.js';

/** One source of timeline items: which rows, and when they happened. The family of a profile is `$1` (uuid[]). */
interface Branch {
  from: string;
  where: string;
  at: string;
  /** The row's key as text, unique among the rows of this branch. */
  ref: string;
  /** The kind as SQL. */
  kind: string;
}

const kind = (name: TimelineKind) => `'${name}'`;

/** All that a timeline is made of. */
export const BRANCHES: Branch[] = [
  // Only of the profile in use ($2): those merged into it have their own merge on the timeline.
  { from: 'customer t', where: 't.id = $2', at: 't.registered_at', ref: 't.id', kind: kind(TimelineKind.REGISTERED) },
  {
    from: 'orders t',
    where: 't.customer_id = any($1)',
    at: 't.placed_at',
    ref: 't.id',
    kind: kind(TimelineKind.ORDER),
  },
  {
    from: 'orders o join order_reversal t on t.order_id = o.id',
    where: 'o.customer_id = any($1)',
    at: 't.occurred_at',
    ref: 't.id',
    kind: 't.kind',
  },
  {
    from: 'points_entry t',
    where: 't.customer_id = any($1)',
    at: 't.at',
    ref: `t.customer_id || '/' || t.seq`,
    kind: kind(TimelineKind.POINTS),
  },
  {
    from: 'tier_move t',
    where: 't.customer_id = any($1)',
    at: 't.at',
    ref: 't.id',
    kind: kind(TimelineKind.TIER_MOVE),
  },
  {
    from: 'benefit_grant t',
    where: 't.customer_id = any($1)',
    at: 't.granted_at',
    ref: 't.id',
    kind: kind(TimelineKind.GRANT),
  },
  {
    from: 'redemption t',
    where: 't.customer_id = any($1)',
    at: 't.created_at',
    ref: 't.id',
    kind: kind(TimelineKind.REDEMPTION),
  },
  { from: 'customer_note t', where: 't.customer_id = any($1)', at: 't.at', ref: 't.id', kind: kind(TimelineKind.NOTE) },
  {
    from: 'customer_merge t',
    where: 't.survivor_id = any($1)',
    at: 't.merged_at',
    ref: 't.id',
    kind: kind(TimelineKind.MERGE),
  },
  {
    from: 'customer_consent t',
    where: 't.customer_id = any($1)',
    at: 't.at',
    ref: 't.id',
    kind: kind(TimelineKind.CONSENT),
  },
  {
    // What they did on a day, as of its beginning.
    from: 'customer_event_day t',
    where: `t.kind = any(${EVENT_KINDS_SQL}) and t.customer_id = any($1)`,
    at: '(t.day::timestamp at time zone (select time_zone from company_setting))',
    ref: `t.customer_id || '/' || t.kind || '/' || t.day`,
    kind: kind(TimelineKind.EVENTS),
  },
  {
    // Bands move with every other order: on the timeline only what they amount to.
    from: `level_change l, ${CHANGED_KINDS}`,
    where: `l.customer_id = any($1) and k.kind in ('STAGE', 'VALUE_SEGMENT') and k.from_code is distinct from k.to_code`,
    at: 'l.at',
    ref: CHANGE_REF,
    kind: kind(TimelineKind.LEVEL),
  },
];

/** Where the thing behind an item is read, by its refs in `$1` (text[]); each row has its `ref`. */
export interface Detail {
  /** The field of TimelineItem that it fills. */
  field:
    | 'order'
    | 'pointsEntry'
    | 'tierMove'
    | 'grant'
    | 'redemption'
    | 'note'
    | 'merge'
    | 'consent'
    | 'events'
    | 'levelChange';
  sql: string;
}

const reversed: Detail = {
  field: 'order',
  sql: `select t.id::text as ref, ${ORDER_COLUMNS} from order_reversal t join orders o on o.id = t.order_id
         where t.id = any($1::uuid[])`,
};

/** REGISTERED has nothing behind it. */
export const DETAILS: Partial<Record<TimelineKind, Detail>> = {
  ORDER: {
    field: 'order',
    sql: `select o.id::text as ref, ${ORDER_COLUMNS} from orders o where o.id = any($1::uuid[])`,
  },
  REFUND: reversed,
  CANCELLATION: reversed,
  POINTS: {
    field: 'pointsEntry',
    sql: `select x.ref, ${ENTRY_COLUMNS} from unnest($1::text[]) as x (ref) join points_entry e
            on e.customer_id = split_part(x.ref, '/', 1)::uuid and e.seq = split_part(x.ref, '/', 2)::int`,
  },
  TIER_MOVE: {
    field: 'tierMove',
    sql: `select m.id::text as ref, ${MOVE_COLUMNS} from tier_move m where m.id = any($1::uuid[])`,
  },
  GRANT: {
    field: 'grant',
    sql: `select g.id::text as ref, ${GRANT_COLUMNS} from benefit_grant g where g.id = any($1::uuid[])`,
  },
  REDEMPTION: {
    field: 'redemption',
    sql: `select r.id::text as ref, ${REDEMPTION_COLUMNS} from redemption r where r.id = any($1::uuid[])`,
  },
  NOTE: {
    field: 'note',
    sql: `select id::text as ref, id, customer_id as "customerId", body, author_id as "authorId", at as "createdAt"
            from customer_note where id = any($1::uuid[])`,
  },
  MERGE: {
    field: 'merge',
    sql: `select m.id::text as ref, ${MERGE_COLUMNS} from customer_merge m where m.id = any($1::uuid[])`,
  },
  CONSENT: {
    field: 'consent',
    sql: `select id::text as ref, purpose, document_version as "documentVersion", granted, source, at
            from customer_consent where id = any($1::uuid[])`,
  },
  EVENTS: {
    field: 'events',
    sql: `select x.ref, d.day, d.kind, d.events as count from unnest($1::text[]) as x (ref) join customer_event_day d
            on d.customer_id = split_part(x.ref, '/', 1)::uuid and d.kind = split_part(x.ref, '/', 2)
           and d.day = split_part(x.ref, '/', 3)::date`,
  },
  LEVEL: {
    field: 'levelChange',
    sql: `select x.ref, ${LEVEL_CHANGE_COLUMNS} from unnest($1::text[]) as x (ref) join level_change l
            on l.customer_id = split_part(x.ref, '/', 1)::uuid and l.id = split_part(x.ref, '/', 2)::bigint, ${CHANGED_KINDS}
           where k.kind = split_part(x.ref, '/', 3)`,
  },
};
