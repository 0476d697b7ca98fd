import { LevelCause } from '../../schema/levels/enums.js';
import type { App } from '../app.js';
import type { Transaction } from '../database/transaction.js';
import { MAX_LOGIN_DAYS } from './frequent.js';
import { EVENT_KINDS_SQL } from './rows.js';

/**
 * Makes what is known of these customers' activity what their events say, after a merge has moved some; the customers are locked.
 */
export async function rebuildActivity(app: App, tx: Transaction, customerIds: string[]): Promise<void> {
  const { timeZone } = await app.company.settings();
  await forget(tx, customerIds);
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
`,
    [customerIds],
  );
  await app.levels.followEvents(
    tx,
    customerIds.map((customerId) => ({ customerId })),
    LevelCause.MERGE,
  );
}

/** Forgets what was made of these customers' events. */
export async function forget(tx: Transaction, customerIds: string[]): Promise<void> {
  const days = `delete from customer_event_day where kind = any(${EVENT_KINDS_SQL}) and customer_id = any($1::uuid[])`;
  await tx.run(days, [customerIds]);
  await tx.run('delete from customer_activity where customer_id = any($1::uuid[])', [customerIds]);
}
