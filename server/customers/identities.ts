import type { CustomerPrincipal } from '../access/principal.js';
import type { App } from '../app.js';
import { newId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { erasedIdentity } from './erased.js';

interface Known {
  external_id: string;
  customer_id: string;
}

const known = (tx: Transaction, source: string, externalIds: string[]) =>
  tx.rows<Known>(
    `select external_id, customer_id from customer_identity where source = $1 and external_id = any($2::text[])`,
    [source, externalIds],
  );

/**
 * The customer of each external id of a source; unknown ones are made, bare, as soon as something refers to them.
 * Merges move identities, so the answer is always the profile in use. Deleted people are left out: what refers to them is
 * anonymous until their source tells of them anew (A4).
 */
export async function ensureByIdentity(
  app: App,
  tx: Transaction,
  source: string,
  externalIds: string[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(externalIds)].sort();
  const found = new Map<string, string>();
  const remember = (rows: Known[]) => {
    for (const { external_id, customer_id } of rows) {
      found.set(external_id, customer_id);
    }
  };
  remember(await known(tx, source, wanted));
  const unknown = await notErased(
    app,
    tx,
    source,
    wanted.filter((externalId) => !found.has(externalId)),
  );
  if (unknown.length > 0) {
    remember(await createBare(app, tx, source, unknown));
    // Somebody else made these at the same moment: theirs are committed by now, and count.
    remember(
      await known(
        tx,
        source,
        unknown.filter((externalId) => !found.has(externalId)),
      ),
    );
  }
  return found;
}

async function notErased(app: App, tx: Transaction, source: string, externalIds: string[]): Promise<string[]> {
  if (externalIds.length === 0) {
    return [];
  }
  const secret = (await app.company.settings()).secrets.session ?? '';
  const traces = externalIds.map((externalId) => erasedIdentity(secret, source, externalId).externalId);
  const rows = await known(tx, `erased:${source}`, traces);
  const erased = new Set(rows.map(({ external_id }) => external_id));
  return externalIds.filter((_, i) => !erased.has(traces[i]!));
}

/** Makes a customer for each external id that nobody else makes at the same moment; `externalIds` sorted, so that racing batches wait rather than deadlock. */
export async function createBare(app: App, tx: Transaction, source: string, externalIds: string[]): Promise<Known[]> {
  if (externalIds.length === 0) {
    return [];
  }
  const ids = externalIds.map(() => newId());
  const now = app.clock.now();
  await tx.run(
    `insert into customer (id, registered_at, created_at, updated_at) select unnest($1::uuid[]), $2, $2, $2`,
    [ids, now],
  );
  const mine = await tx.rows<Known>(
    `insert into customer_identity (source, external_id, customer_id, created_at)
     select $1, external_id, id, $4 from unnest($2::text[], $3::uuid[]) with ordinality as x (external_id, id, n) order by n
     on conflict do nothing returning external_id, customer_id`,
    [source, externalIds, ids, now],
  );
  const made = mine.map(({ customer_id }) => customer_id);
  if (made.length < ids.length) {
    await tx.run('delete from customer where id = any($1::uuid[]) and id <> all($2::uuid[])', [ids, made]);
  }
  await tx.run('insert into customer_stats (customer_id) select unnest($1::uuid[])', [made]);
  await app.tiers.welcome(tx, made);
  return mine;
}

/** The active customer that a token's subject belongs to, or null. */
export async function idOf(app: App, principal: CustomerPrincipal): Promise<string | null> {
  const [row] = await app.db.hot.rows<{ id: string }>(
    'customer of identity',
    `select c.id from customer_identity i join customer c on c.id = i.customer_id
      where i.source = $1 and i.external_id = $2 and c.status = 'ACTIVE'`,
    [principal.source, principal.subject],
  );
  return row?.id ?? null;
}
