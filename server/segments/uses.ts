import DataLoader from 'dataloader';
import { UserErrorCode } from '../../schema/common/user-error.js';
import type { SegmentUse } from '../../schema/segments/segment.js';
import type { SegmentUseKind } from '../../schema/segments/segment-enums.js';
import type { App } from '../app.js';
import type { Transaction } from '../database/transaction.js';
import { fail } from '../graphql/errors.js';

/** What refers to segments: another segment, a campaign, a survey. */
export interface SegmentUser {
  kind: SegmentUseKind;
  id: string;
  name: string;
}

/**
 * Registers which segments something uses, in the transaction that saves it; replaces what it used before. The segments are held until
 * the transaction ends, so that none is archived meanwhile; one that is missing or archived is refused at `field`.
 */
export async function registerUses(tx: Transaction, user: SegmentUser, ids: string[], field: string): Promise<void> {
  const usable = await tx.rows<{ id: string }>(
    'select id from segment where id = any($1::uuid[]) and archived_at is null order by id for share',
    [ids],
  );
  if (usable.length < new Set(ids).size) {
    fail(field, UserErrorCode.NOT_FOUND, 'A segment that is used here does not exist or is archived.');
  }
  await dropUses(tx, user.kind, user.id);
  await tx.run('insert into segment_use (segment_id, kind, user_id, name) select unnest($1::uuid[]), $2, $3, $4', [
    [...new Set(ids)],
    user.kind,
    user.id,
    user.name,
  ]);
}

/** Forgets what something used, when it is archived or gone. */
export async function dropUses(tx: Transaction, kind: SegmentUseKind, id: string): Promise<void> {
  await tx.run('delete from segment_use where kind = $1 and user_id = $2', [kind, id]);
}

/** An archived segment still names those it is made of, but needs them no more. */
const IN_USE = `not exists (select from segment g where u.kind = 'SEGMENT' and g.id = u.user_id and g.archived_at is not null)`;

/** What uses a segment, by name. */
export async function usesOf(tx: Transaction, segmentId: string): Promise<SegmentUse[]> {
  return tx.rows<SegmentUse>(
    `select u.kind, u.user_id as id, u.name from segment_use u where u.segment_id = $1 and ${IN_USE} order by u.name`,
    [segmentId],
  );
}

/** What uses each segment, by name, 100 at most for each. */
export const useLoader = (app: App) =>
  new DataLoader<string, SegmentUse[]>(async (ids) => {
    const rows = await app.db.rows<SegmentUse & { segmentId: string }>(
      `select u.* from unnest($1::uuid[]) as g (id) cross join lateral (
         select u.segment_id as "segmentId", u.kind, u.user_id as id, u.name from segment_use u
          where u.segment_id = g.id and ${IN_USE} order by u.name, u.user_id limit 100) u`,
      [ids],
    );
    const bySegment = Map.groupBy(rows, ({ segmentId }) => segmentId);
    return ids.map((id) => bySegment.get(id) ?? []);
  });
