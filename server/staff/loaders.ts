import DataLoader from 'dataloader';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { STAFF_COLUMNS, type StaffRow } from './rows.js';

/** Members of staff by id, for fields like grantedBy; null for those that do not exist. */
export const staffLoader = (app: App) =>
  new DataLoader<string, StaffRow | null>(async (ids) => {
    const rows = await app.db.hot.rows<StaffRow>(
      'staff by id',
      `select ${STAFF_COLUMNS} from staff s where s.id = any($1::uuid[])`,
      [ids],
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  });

/** A session as a row; which one is the caller's own is said by the loader. */
export interface SessionRow {
  id: string;
  staffId: string;
  createdAt: Date;
  expiresAt: Date;
  ip: string | null;
  userAgent: string | null;
  current: boolean;
}

/** The open sessions of members of staff by their id, newest first. */
export const staffSessionsLoader = (app: App, { principal }: Caller) =>
  new DataLoader<string, SessionRow[]>(async (staffIds) => {
    const rows = await app.db.hot.rows<SessionRow>(
      'staff sessions',
      `select x.id, x.staff_id as "staffId", x.created_at as "createdAt", x.expires_at as "expiresAt", x.ip,
              x.user_agent as "userAgent", x.id is not distinct from $3::uuid as current
         from staff_session x
        where x.staff_id = any($1::uuid[]) and x.revoked_at is null and x.expires_at > $2
        order by x.created_at desc, x.id desc`,
      [staffIds, app.clock.now(), principal.kind === 'staff' ? principal.sessionId : null],
    );
    const byStaff = Map.groupBy(rows, ({ staffId }) => staffId);
    return staffIds.map((id) => byStaff.get(id) ?? []);
  });
