import type { App } from '../../app.js';
import type { Transaction } from '../../database/transaction.js';
import type { ProfilePatch } from '../profile-input.js';
import type { Change } from './fold.js';

/** Each profile field's column, and how its JSON becomes that column's type. */
const COLUMNS: Record<keyof ProfilePatch, { column: string; from: (json: string) => string }> = {
  name: { column: 'name', from: (json) => `${json} #>> '{}'` },
  gender: { column: 'gender', from: (json) => `${json} #>> '{}'` },
  birthday: { column: 'birthday', from: (json) => `(${json} #>> '{}')::date` },
  phone: { column: 'phone', from: (json) => `${json} #>> '{}'` },
  email: { column: 'email', from: (json) => `${json} #>> '{}'` },
  city: { column: 'city', from: (json) => `${json} #>> '{}'` },
  locale: { column: 'locale', from: (json) => `${json} #>> '{}'` },
  preferredChannel: { column: 'preferred_channel', from: (json) => `${json} #>> '{}'` },
  quietFrom: { column: 'quiet_from', from: (json) => `(${json} #>> '{}')::time` },
  quietUntil: { column: 'quiet_until', from: (json) => `(${json} #>> '{}')::time` },
  interests: { column: 'interests', from: (json) => `array(select jsonb_array_elements_text(${json}))` },
};
const fields = Object.entries(COLUMNS);
const columns = fields.map(([, { column }]) => column);

/** One statement for any number of customers; a row that says nothing new counts up no version. */
const UPDATE = `
  with pushed as (
    select (r->>'customerId')::uuid as id, r->'patch' as patch, (r->>'registeredAt')::timestamptz as registered,
           (r->>'updatedAt')::timestamptz as pushed_at, array(select jsonb_array_elements_text(r->'tags')) as tags
      from jsonb_array_elements($1::jsonb) as x (r)
  ), next as (
    select c.id, greatest(c.source_updated_at, p.pushed_at) as source_updated_at,
           least(c.registered_at, p.registered) as registered_at,
           c.tags || array(select tag from unnest(p.tags) as t (tag) where tag <> all(c.tags)) as tags,
           ${fields
             .map(([field, { column, from }]) => {
               return `case when p.patch ? '${field}' then ${from(`(p.patch->'${field}')`)} else c.${column} end as ${column}`;
             })
             .join(',\n           ')}
      from pushed p join customer c on c.id = p.id
  ), compared as (
    select n.*, (${columns.map((column) => `n.${column}`)}, n.registered_at, n.tags) is distinct from
                (${columns.map((column) => `c.${column}`)}, c.registered_at, c.tags) as changed
      from next n join customer c on c.id = n.id
  )
  update customer c
     set ${columns.map((column) => `${column} = n.${column}`).join(', ')}, registered_at = n.registered_at, tags = n.tags,
         source_updated_at = n.source_updated_at, version = c.version + n.changed::int,
         updated_at = case when n.changed then $2 else c.updated_at end
    from compared n
   where c.id = n.id and (n.changed or n.source_updated_at is distinct from c.source_updated_at)
  returning c.id, n.changed`;

/** Writes profile changes; gives the customers that are now different. */
export async function writeProfiles(app: App, tx: Transaction, changes: Change[]): Promise<Set<string>> {
  if (changes.length === 0) {
    return new Set();
  }
  const pushed = JSON.stringify(changes.map(({ consents: _, ...change }) => ({ ...change, tags: [...change.tags] })));
  const rows = await tx.rows<{ id: string; changed: boolean }>(UPDATE, [pushed, app.clock.now()]);
  return new Set(rows.filter(({ changed }) => changed).map(({ id }) => id));
}
