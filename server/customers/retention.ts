import type { App } from '../app.js';
import { addMonths, companyDay, startOfDay } from '../calendar/days.js';

interface Retention {
  /** Months when the company has not said otherwise (`company_setting.retention`). */
  months: number;
  /** Deletes at most 5,000 rows older than $1. */
  sql: string;
}

const batch = (table: string, age: string) =>
  `delete from ${table} where ctid = any(array(select ctid from ${table} where ${age} < $1 limit 5000))`;

/** How long each kind of data that serves no bookkeeping is kept (A4, ⚙). The audit log and ledgers stay. */
export const RETENTION: Record<string, Retention> = {
  notifications: { months: 24, sql: batch('notification', 'at') },
  notes: { months: 60, sql: batch('customer_note', 'at') },
  importRejects: {
    months: 6,
    sql: `delete from import_reject where ctid = any(array(select r.ctid from import_reject r
            join import_job j on j.id = r.import_id where j.created_at < $1 limit 5000))`,
  },
  segmentMovements: { months: 36, sql: batch('segment_membership', 'left_at') },
  sessions: { months: 6, sql: batch('staff_session', 'expires_at') },
  signInFailures: { months: 1, sql: batch('sign_in_failure', 'window_started_at') },
};

/** Deletes what has been kept long enough, in batches; what is left when it is interrupted goes the next day. */
export async function keepNoLonger(app: App): Promise<void> {
  const { retention, timeZone } = await app.company.settings();
  const today = companyDay(app.clock.now(), timeZone);
  for (const [kind, { months, sql }] of Object.entries(RETENTION)) {
    const before = startOfDay(addMonths(today, -(retention[kind] ?? months)), timeZone);
    while ((await app.db.transaction((tx) => tx.run(sql, [before]))) > 0) {
      // until nothing is left
    }
  }
}
