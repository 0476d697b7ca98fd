import type { App } from '../app.js';
import type { Transaction } from '../database/transaction.js';
import { frequentUntilSql, MAX_LOGIN_DAYS } from './frequent.js';
import { oftenOf } from './often.js';
import { EVENT_KINDS_SQL } from './rows.js';
import type { Interaction } from './take.js';

/**
 * Makes what is known of these customers' activity what their events say, after some have changed hands; the customers are
 * locked. Of somebody without events stays known what was known.
 */
export async function rebuildActivity(app: App, tx: Transaction, customerIds: string[]): Promise<void> {
  const { timeZone } = await app.company.settings();
  await deleteDays(tx, customerIds);
  await tx.run(
    `insert into customer_event_day (kind, customer_id, day, events)
     select kind, customer_id, (at at time zone $2)::date as day, count(*) from customer_event
      where customer_id = any($1::uuid[]) group by 1, 2, 3`,
    [customerIds, timeZone],
  );
  await tx.run(
    `insert into customer_activity as a (customer_id, last_event_at, last_login_at, login_days)
     select customer_id, max(at), max(at) filter (where kind = 'LOGIN'),
            array(select day from customer_event_day d
                   where d.kind = 'LOGIN' and d.customer_id = e.customer_id order by day desc limit ${MAX_LOGIN_DAYS})
       from customer_event e where customer_id = any($1::uuid[]) group by customer_id
     on conflict (customer_id) do update
       set last_event_at = excluded.last_event_at, last_login_at = excluded.last_login_at, login_days = excluded.login_days`,
    [customerIds],
  );
  await follow(app, tx, customerIds);
}

/** Forgets these customers' counts by the day. */
export async function deleteDays(tx: Transaction, customerIds: string[]): Promise<void> {
  const sql = `delete from customer_event_day where kind = any(${EVENT_KINDS_SQL}) and customer_id = any($1::uuid[])`;
  await tx.run(sql, [customerIds]);
}

/** Lets the levels of these customers follow their activity (S4); profiles that are not in use have none. */
export async function follow(app: App, tx: Transaction, customerIds: string[]): Promise<void> {
  const { timeZone } = await app.company.settings();
  const { logins, days } = await oftenOf(app);
  const interactions = await tx.rows<Interaction>(
    `select c.id as "customerId", (a.last_event_at at time zone $2)::date as "lastEventOn",
            ${frequentUntilSql('a.login_days', { logins: '$3', days: '$4' })} as "frequentUntil"
       from customer c left join customer_activity a on a.customer_id = c.id and c.status = 'ACTIVE'
      where c.id = any($1::uuid[]) order by c.id`,
    [customerIds, timeZone, logins, days],
  );
  await app.levels.followEvents(tx, interactions);
}
