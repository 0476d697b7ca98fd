import DataLoader from 'dataloader';
import type { EventKind } from '../../schema/events/enums.js';
import type { CustomerActivity } from '../../schema/events/event.js';
import type { App } from '../app.js';
import { addDays, companyDay } from '../calendar/days.js';
import { EVENT_KINDS, EVENT_KINDS_SQL } from './rows.js';

/** Today and the 29 days before. */
const LATELY = 30;

interface LastRow {
  id: string;
  lastEventAt: Date;
  lastLoginAt: Date | null;
}

interface KindRow {
  id: string;
  kind: EventKind;
  total: number;
  last30Days: number;
}

/** What the events of each customer come to. */
export const activityLoader = (app: App) =>
  new DataLoader<string, CustomerActivity>(async (ids) => {
    const { timeZone } = await app.company.settings();
    const since = addDays(companyDay(app.clock.now(), timeZone), 1 - LATELY);
    const [last, kinds] = await Promise.all([
      app.db.rows<LastRow>(
        `select customer_id as id, last_event_at as "lastEventAt", last_login_at as "lastLoginAt"
           from customer_activity where customer_id = any($1::uuid[])`,
        [ids],
      ),
      app.db.rows<KindRow>(
        `select customer_id as id, kind, sum(events) as total, coalesce(sum(events) filter (where day >= $2), 0) as "last30Days"
           from customer_event_day where kind = any(${EVENT_KINDS_SQL}) and customer_id = any($1::uuid[]) group by customer_id, kind`,
        [ids, since],
      ),
    ]);
    const lastOf = new Map(last.map((row) => [row.id, row]));
    const kindsOf = Map.groupBy(kinds, ({ id }) => id);
    return ids.map((id) => {
      const byKind = (kindsOf.get(id) ?? []).toSorted(
        (a, b) => EVENT_KINDS.indexOf(a.kind) - EVENT_KINDS.indexOf(b.kind),
      );
      return {
        lastEventAt: lastOf.get(id)?.lastEventAt ?? null,
        lastLoginAt: lastOf.get(id)?.lastLoginAt ?? null,
        eventsLast30Days: byKind.reduce((sum, { last30Days }) => sum + last30Days, 0),
        byKind,
      };
    });
  });
