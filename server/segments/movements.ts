import DataLoader from 'dataloader';
import type { Page } from '../../schema/common/connection.js';
import type { SegmentMovementArgs, SegmentMovementTotalsArgs } from '../../schema/segments/movement.js';
import type { SegmentPoint } from '../../schema/segments/segment.js';
import { SegmentDirection } from '../../schema/segments/segment-enums.js';
import type { App } from '../app.js';
import { companyDay } from '../calendar/days.js';
import { planPage, type SortKey, toPage } from '../graphql/keyset.js';

/** How many days of counts are given at once: three years. */
const MAX_POINTS = 1_100;

/** One movement as a plain row. */
export interface MovementRow {
  customerId: string;
  direction: SegmentDirection;
  at: Date;
}

/** In which column a direction's instant lies; each has an index in the list's order. */
const COLUMNS = { [SegmentDirection.ENTERED]: 'entered_at', [SegmentDirection.LEFT]: 'left_at' };

/** A page of those who entered a segment and left it, newest first. */
export async function listMovements(
  app: App,
  segmentId: string,
  args: SegmentMovementArgs,
): Promise<Page<MovementRow>> {
  const directions = args.direction ? [args.direction] : [SegmentDirection.ENTERED, SegmentDirection.LEFT];
  const params: unknown[] = [segmentId, args.since, args.until ?? 'infinity'];
  const branches = directions.map((direction) => {
    const at = COLUMNS[direction];
    const range = `m.segment_id = $1 and m.${at} >= $2::timestamptz and m.${at} < $3::timestamptz`;
    const keys: SortKey[] = [
      { sql: `m.${at}`, type: 'timestamptz', descending: true },
      { sql: 'm.customer_id', type: 'uuid', descending: true },
      { sql: `'${direction}'`, type: 'text', descending: true },
    ];
    const plan = planPage(args, keys, params);
    const page = `select m.customer_id as "customerId", m.${at} as at, '${direction}' as direction, ${plan.cursorSql} as cursor_keys
      from segment_membership m where ${range} and ${plan.where}
     order by m.${at} desc, m.customer_id desc limit ${plan.offset + plan.limit + 1}`;
    return { plan, page, count: `select count(*) as n from segment_membership m where ${range}` };
  });
  const { plan } = branches[0]!;
  const rows = await app.db.rows<MovementRow & { cursor_keys: string[] }>(
    `select * from (${branches.map(({ page }) => `(${page})`).join(' union all ')}) both_ways
      order by at desc, "customerId" desc, direction desc limit ${plan.limit + 1} offset ${plan.offset}`,
    params,
  );
  const count = async () => {
    const sql = branches.map(({ count }) => `(${count})`).join(' + ');
    return (await app.db.rows<{ n: number }>(`select ${sql} as n`, params.slice(0, 3)))[0]!.n;
  };
  return toPage(rows, plan, ({ cursor_keys: _, ...row }) => row, count);
}

const POINT_COLUMNS = 'p.segment_id as "segmentId", p.day, p.members, p.entered, p.left_count as "left"';

/** Counts over the company days of two instants, oldest first. */
export async function listPoints(
  app: App,
  segmentId: string,
  args: SegmentMovementTotalsArgs,
): Promise<SegmentPoint[]> {
  const { timeZone } = await app.company.settings();
  const rows = await app.db.rows<SegmentPoint>(
    `select ${POINT_COLUMNS} from segment_point p where p.segment_id = $1 and p.day between $2 and $3
      order by p.day desc limit ${MAX_POINTS}`,
    [segmentId, companyDay(args.since, timeZone), companyDay(args.until ?? app.clock.now(), timeZone)],
  );
  return rows.reverse();
}

/** The newest count of each segment; null before its first refresh. */
export const lastPointLoader = (app: App) =>
  new DataLoader<string, SegmentPoint | null>(async (ids) => {
    const rows = await app.db.rows<SegmentPoint & { segmentId: string }>(
      `select p.* from unnest($1::uuid[]) as g (id) cross join lateral (
         select ${POINT_COLUMNS} from segment_point p where p.segment_id = g.id order by p.day desc limit 1) p`,
      [ids],
    );
    const bySegment = new Map(rows.map((row) => [row.segmentId, row]));
    return ids.map((id) => bySegment.get(id) ?? null);
  });
