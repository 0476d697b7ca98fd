import type { SegmentRule } from '../../schema/segments/rules.js';
import { SegmentKind } from '../../schema/segments/segment-enums.js';
import { authorize } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { companyDay } from '../calendar/days.js';
import { Params } from '../database/params.js';
import type { Transaction } from '../database/transaction.js';
import { findForChange, refuseArchived } from './change.js';
import { isConfidential, refuseConfidential } from './confidential.js';
import { type SegmentRow, segmentLoader } from './saved-rows.js';

/** The first half of the key of a segment's lock; the second is a hash of its id. */
const LOCK = 72_817;

/** What a refresh found. */
interface Found {
  members: number;
  entered: number;
  left: number;
}

interface Tracked {
  kind: SegmentKind;
  rules: SegmentRule | null;
  refreshedAt: Date | null;
}

/**
 * Brings the members of a segment up to date: who came, who left, and the day's count, in one transaction, so that it is never half done.
 * Two workers wait for each other; the second finds nothing left to do. Archived and missing segments are left as they are.
 */
export async function refreshMembership(app: App, id: string): Promise<void> {
  const { timeZone } = await app.company.settings();
  await app.db.transaction(async (tx) => {
    await tx.run('select pg_advisory_xact_lock($1, hashtext($2))', [LOCK, id]);
    const segment = await tx.row<Tracked>(
      `select g.kind, v.rules, g.refreshed_at as "refreshedAt" from segment g
         join segment_version v on v.segment_id = g.id and v.number = g.current_version
        where g.id = $1 and g.archived_at is null`,
      [id],
    );
    if (!segment) {
      return;
    }
    const now = app.clock.now();
    const found = segment.rules
      ? await move(app, tx, id, segment.rules, segment.refreshedAt === null, now)
      : await countList(tx, id);
    await notePoint(tx, id, companyDay(now, timeZone), found);
    await tx.run('update segment set members = $2, refreshed_at = $3 where id = $1', [id, found.members, now]);
  });
}

/** Brings a segment up to date for somebody who asks for it (S6). */
export async function refreshNow(app: App, caller: Caller, id: string): Promise<{ segment: SegmentRow }> {
  authorize(caller.principal, 'SEGMENT_EDIT');
  await app.db.transaction(async (tx) => {
    const segment = await findForChange(tx, id);
    refuseArchived(segment);
    refuseConfidential(caller, await isConfidential(tx, segment.id));
    await app.audit.record(tx, caller, { action: 'segmentRefresh', subjectType: 'Segment', subjectId: segment.id });
  });
  await refreshMembership(app, id);
  return { segment: (await segmentLoader(app).load(id))! };
}

/** Makes the membership of a segment by rule what its rules say; `first` members were there when counting began. */
async function move(
  app: App,
  tx: Transaction,
  id: string,
  rules: SegmentRule,
  first: boolean,
  now: Date,
): Promise<Found> {
  const params = new Params();
  const segment = params.add(id, 'uuid');
  const at = params.add(now, 'timestamptz');
  const members = await app.segments.membersSql(rules, params, { asOf: null });
  await tx.run("set local work_mem = '64MB'");
  await tx.run('set local jit = off');
  const row = await tx.row<Found>(
    `with present as materialized (${members}),
          known as materialized (
            select customer_id from segment_membership where segment_id = ${segment} and left_at is null),
          gone as (
            update segment_membership m set left_at = ${at}
             where m.segment_id = ${segment} and m.left_at is null
               and m.customer_id in (select customer_id from known except select customer_id from present)
            returning 1),
          came as (
            insert into segment_membership (segment_id, customer_id, entered_at)
            select ${segment}, customer_id, ${first ? 'null::timestamptz' : at} from present p
             where not exists (select from known k where k.customer_id = p.customer_id)
            returning 1)
     select (select count(*) from present)::int as members, (select count(*) from gone)::int as left,
            ${first ? '0' : '(select count(*) from came)::int'} as entered, (select count(*) from came) as written`,
    params.values,
  );
  return row!;
}

/** How many of a list's customers are in use. */
async function countList(tx: Transaction, id: string): Promise<Found> {
  const row = await tx.row<{ members: number }>(
    `select count(*)::int as members from segment_membership m join customer c on c.id = m.customer_id
      where m.segment_id = $1 and m.left_at is null and c.status = 'ACTIVE'`,
    [id],
  );
  return { members: row!.members, entered: 0, left: 0 };
}

/** Writes the day's count, adding to what came and went earlier that day. */
export async function notePoint(tx: Transaction, id: string, day: string, found: Found): Promise<void> {
  await tx.run(
    `insert into segment_point (segment_id, day, members, entered, left_count) values ($1, $2, $3, $4, $5)
     on conflict (segment_id, day) do update
       set members = excluded.members, entered = segment_point.entered + excluded.entered,
           left_count = segment_point.left_count + excluded.left_count`,
    [id, day, found.members, found.entered, found.left],
  );
}
