import { hash } from 'node:crypto';
import type { App } from '../app.js';
import type { Transaction } from '../database/transaction.js';
import { lockActive } from '../orders/ingest/locks.js';
import { MAX_LOGIN_DAYS } from './frequent.js';
import type { PreparedEvent } from './prepare.js';

/**
 * Takes checked events of one source with all that follows from them, in one statement; the tables of their months must be
 * there. Gives the indexes of those that were new: the others are known already, or belong to deleted people (A4).
 */
export async function takeEvents(
  app: App,
  tx: Transaction,
  source: string,
  rows: readonly PreparedEvent[],
): Promise<Set<number>> {
  const customers = await app.customers.ensureByIdentity(
    tx,
    source,
    rows.map(({ customerExternalId }) => customerExternalId),
  );
  const known = rows.filter(({ customerExternalId }) => customers.has(customerExternalId));
  if (known.length === 0) {
    return new Set();
  }
  await lockActive(tx, [...new Set(customers.values())]);
  const { timeZone } = await app.company.settings();
  const found = await tx.rows<{ customerId: string; fresh: number[] | null }>(TAKE, [
    source,
    timeZone,
    known.map(({ customerExternalId }) => customers.get(customerExternalId)),
    known.map(({ at }) => at.toISOString()),
    known.map(({ kind }) => kind),
    known.map(({ id }) => keyOf(source, id)),
    known.map(({ sku }) => sku),
    known.map(({ category }) => category),
    known.map(({ detail }) => detail),
  ]);
  const { fresh } = found.pop()!;
  await app.levels.followEvents(tx, found);
  return new Set(fresh?.map((n) => known[n - 1]!.index));
}

/** What an event is known by: half a SHA-256 of its source and its id there. The length keeps the two from running into each other. */
function keyOf(source: string, id: string): string {
  return hash('sha256', `${source.length}:${source}${id}`, 'hex').slice(0, 32);
}

/**
 * Rows: each customer whose last day or login days are others now, and at the end the places of the events that were new.
 * With the customers' figures locked, what `before` reads is what stands.
 */
const TAKE = `
with input as materialized (
  select * from unnest($3::uuid[], $4::timestamptz[], $5::text[], $6::uuid[], $7::text[], $8::text[], $9::text[])
                  with ordinality as x (customer_id, at, kind, key, sku, category, detail, n)
), fresh as (
  insert into customer_event (customer_id, key, at, kind, source, sku, category, detail)
  select customer_id, key, at, kind, $1, sku, category, detail from input order by at, key
  on conflict (at, key) do nothing
  returning customer_id, key, at, kind
), counted as (
  select kind, customer_id, (at at time zone $2)::date as day, count(*)::int as events, max(at) as last_at
    from fresh group by 1, 2, 3
), by_day as (
  insert into customer_event_day as d (kind, customer_id, day, events)
  select kind, customer_id, day, events from counted order by 1, 2, 3
  on conflict (kind, customer_id, day) do update set events = d.events + excluded.events
), active as (
  insert into customer_activity as a (customer_id, last_event_at, last_login_at, login_days)
  select customer_id, max(last_at), max(last_at) filter (where kind = 'LOGIN'),
         coalesce((array_agg(day order by day desc) filter (where kind = 'LOGIN'))[:${MAX_LOGIN_DAYS}], '{}')
    from counted group by customer_id order by customer_id
  on conflict (customer_id) do update
    set last_event_at = greatest(a.last_event_at, excluded.last_event_at),
        last_login_at = greatest(a.last_login_at, excluded.last_login_at),
        login_days = case when excluded.login_days <@ a.login_days then a.login_days else array(
          select distinct day from unnest(a.login_days || excluded.login_days) as all_days (day)
           order by day desc limit ${MAX_LOGIN_DAYS}) end
  returning customer_id, last_event_at, login_days
)
select active.customer_id as "customerId", null::int[] as fresh
  from active left join customer_activity before on before.customer_id = active.customer_id
 where ((active.last_event_at at time zone $2)::date, active.login_days)
       is distinct from ((before.last_event_at at time zone $2)::date, before.login_days)
union all
select null, (select array_agg(n) from (
  select min(input.n) as n from input join fresh using (at, key) group by at, key) as first_of_each)`;
