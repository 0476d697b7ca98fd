import { UserErrorCode } from '../../../schema/common/user-error.js';
import type { App } from '../../app.js';
import type { Transaction } from '../../database/transaction.js';
import { erasedIdentity } from '../erased.js';
import { createBare } from '../identities.js';
import { type CheckedRow, type Identity, keyOf } from './check.js';

/** Which customer each good row is about. */
export interface Resolved {
  /** By the row's external id. */
  customerOf: Map<string, string>;
  /** Customers made by this batch. */
  created: Set<string>;
  /** Customers that got another identity by this batch. */
  linked: Set<string>;
}

interface Owner extends Identity {
  customerId: string;
  erasedAt: Date | null;
}

/** Finds or makes the customer of each good row and links its identities; rows that contradict each other get an error. */
export async function resolveRows(app: App, tx: Transaction, source: string, rows: CheckedRow[]): Promise<Resolved> {
  refuseSharedIdentities(rows);
  const owners = await ownersOf(
    tx,
    good(rows).flatMap(({ identities }) => identities),
  );
  const customerOf = new Map<string, string>();
  for (const row of good(rows)) {
    const found = new Set(row.identities.flatMap((identity) => owners.get(keyOf(identity))?.customerId ?? []));
    if (found.size > 1) {
      refuse(row, 'identities', UserErrorCode.CONFLICT, 'These belong to different profiles; merge them first.');
    } else if (found.size === 1) {
      customerOf.set(row.externalId, [...found][0]!);
    }
  }
  await refuseErased(
    app,
    tx,
    good(rows).filter(({ externalId }) => !customerOf.has(externalId)),
  );
  const unknown = new Set(good(rows).flatMap(({ externalId }) => (customerOf.has(externalId) ? [] : [externalId])));
  const made = await createBare(app, tx, source, [...unknown].sort());
  const created = new Set<string>();
  for (const { external_id, customer_id } of made) {
    customerOf.set(external_id, customer_id);
    created.add(customer_id);
  }
  if (made.length < unknown.size) {
    throw raced();
  }
  const missing = good(rows).flatMap((row) =>
    row.identities
      .filter(
        (identity) => !owners.has(keyOf(identity)) && !(identity.source === source && unknown.has(identity.externalId)),
      )
      .map((identity) => ({ ...identity, customerId: customerOf.get(row.externalId)! })),
  );
  await link(app, tx, missing);
  return { customerOf, created, linked: new Set(missing.map(({ customerId }) => customerId)) };
}

export const good = (rows: CheckedRow[]) => rows.filter(({ errors }) => errors.length === 0);

/** Somebody else is making the same people: the transaction is begun again and finds them. */
export const raced = () => Object.assign(new Error('raced with another batch'), { code: '40001' });

function refuse(row: CheckedRow, field: string, code: UserErrorCode, message: string): void {
  row.errors.push({ field: `customers.${row.index}.${field}`, code, message });
}

/** Two people of one batch cannot have the same identity. */
function refuseSharedIdentities(rows: CheckedRow[]): void {
  const claimed = new Map<string, string>();
  for (const row of good(rows)) {
    const taken = row.identities.some(
      (identity) => (claimed.get(keyOf(identity)) ?? row.externalId) !== row.externalId,
    );
    if (taken) {
      refuse(row, 'identities', UserErrorCode.CONFLICT, 'Another row of this batch has the same identity.');
      continue;
    }
    for (const identity of row.identities) {
      claimed.set(keyOf(identity), row.externalId);
    }
  }
}

async function ownersOf(tx: Transaction, identities: Identity[]): Promise<Map<string, Owner>> {
  const rows = await tx.rows<Owner>(
    `select i.source, i.external_id as "externalId", i.customer_id as "customerId",
            case when c.status = 'ERASED' then c.updated_at end as "erasedAt"
       from unnest($1::text[], $2::text[]) as x (source, external_id)
       join customer_identity i using (source, external_id) join customer c on c.id = i.customer_id`,
    [identities.map(({ source }) => source), identities.map(({ externalId }) => externalId)],
  );
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** Data of a deleted person comes in again only if the source has changed it since: they have come back (A4). */
async function refuseErased(app: App, tx: Transaction, rows: CheckedRow[]): Promise<void> {
  const secret = (await app.company.settings()).secrets.session ?? '';
  const traces = rows.map((row) => row.identities.map((one) => erasedIdentity(secret, one.source, one.externalId)));
  const erased = await ownersOf(tx, traces.flat());
  rows.forEach((row, i) => {
    const at = traces[i]!.map((trace) => erased.get(keyOf(trace))?.erasedAt).find(Boolean);
    if (at && (row.updatedAt === null || row.updatedAt <= at)) {
      refuse(row, 'externalId', UserErrorCode.CONFLICT, "This person's data was deleted; it was not changed since.");
    }
  });
}

async function link(app: App, tx: Transaction, identities: (Identity & { customerId: string })[]): Promise<void> {
  const rows = [...new Map(identities.map((one) => [keyOf(one), one])).entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  const linked = await tx.run(
    `insert into customer_identity (source, external_id, customer_id, created_at)
     select source, external_id, customer_id, $4
       from unnest($1::text[], $2::text[], $3::uuid[]) with ordinality as x (source, external_id, customer_id, n)
      order by n on conflict do nothing`,
    [
      rows.map(([, { source }]) => source),
      rows.map(([, { externalId }]) => externalId),
      rows.map(([, { customerId }]) => customerId),
      app.clock.now(),
    ],
  );
  if (linked < rows.length) {
    throw raced();
  }
}
