import { EventKind } from '../../schema/events/enums.js';
import type { EventInput } from '../../schema/events/inputs.js';
import { asJob, type TestApp } from '../support/app.js';

/** An event as an app would push it: a login of customer `u1` this morning. */
export function event(id: string, sketch: Partial<EventInput> = {}): EventInput {
  return { id, kind: EventKind.LOGIN, customerExternalId: 'u1', at: '2026-03-14T03:00:00Z', ...sketch };
}

/** Pushes events of the source `app`; the statuses, row by row. */
export async function push(t: TestApp, ...events: EventInput[]): Promise<string[]> {
  const { results } = await t.app.events.ingest(asJob, { source: 'app', events });
  return results.map(({ status }) => status);
}

/** The id of a customer of the source `app`. */
export async function idOf(t: TestApp, externalId = 'u1'): Promise<string> {
  const [row] = await t.app.db.rows<{ id: string }>(
    `select customer_id as id from customer_identity where source = 'app' and external_id = $1`,
    [externalId],
  );
  return row!.id;
}

/** All that is known of a customer's activity: raw events, counts by day, and what stages ask of it. */
export async function activity(t: TestApp, customerId: string) {
  const [row] = await t.app.db.rows<{
    events: number;
    days: Record<string, number>;
    lastEventAt: Date | null;
    lastLoginAt: Date | null;
    loginDays: string[] | null;
    lastEventOn: string | null;
    frequentUntil: string | null;
  }>(
    `select (select count(*) from customer_event where customer_id = $1) as events,
            (select coalesce(jsonb_object_agg(kind || ' ' || day, events), '{}') from customer_event_day where customer_id = $1) as days,
            a.last_event_at as "lastEventAt", a.last_login_at as "lastLoginAt", a.login_days::text[] as "loginDays",
            s.last_event_on as "lastEventOn", s.frequent_until as "frequentUntil"
       from customer_stats s left join customer_activity a using (customer_id) where s.customer_id = $1`,
    [customerId],
  );
  return row!;
}

/** The counts by day must always be what the events themselves come to. */
export async function countsDisagree(t: TestApp): Promise<object[]> {
  return t.app.db.rows(
    `select * from (select kind, customer_id, (at at time zone time_zone)::date as day, count(*)::int as events
                      from customer_event, company_setting group by 1, 2, 3) as counted
       full join customer_event_day d using (kind, customer_id, day)
      where counted.events is distinct from d.events`,
  );
}
