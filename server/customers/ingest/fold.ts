import { IngestStatus } from '../../../schema/common/ingest.js';
import type { CheckedRow } from './check.js';

/** All that the rows of one batch say about one customer, the later ones over the earlier ones. */
export interface Change {
  customerId: string;
  patch: CheckedRow['patch'];
  tags: Set<string>;
  registeredAt: Date | null;
  updatedAt: Date | null;
  consents: CheckedRow['consents'];
}

/**
 * Puts a customer's rows together in the order of the input; a row older than what is known, or than an earlier row of the
 * batch, is STALE and changes nothing. Gives the change, or null, and notes each row's status but for the first that counts:
 * what became of that one is known when it is written.
 */
export function fold(
  customerId: string,
  rows: CheckedRow[],
  knownAt: Date | null,
  statuses: Map<number, IngestStatus>,
): Change | null {
  let change: Change | null = null;
  let newest = knownAt;
  for (const row of rows) {
    if (row.updatedAt && newest && row.updatedAt < newest) {
      statuses.set(row.index, IngestStatus.STALE);
      continue;
    }
    newest = row.updatedAt ?? newest;
    if (change === null) {
      const { patch, tags, registeredAt, updatedAt, consents } = row;
      change = {
        customerId,
        patch: { ...patch },
        tags: new Set(tags),
        registeredAt,
        updatedAt,
        consents: [...consents],
      };
      continue;
    }
    const before: string = JSON.stringify([change.patch, [...change.tags], change.registeredAt, change.consents]);
    Object.assign(change.patch, row.patch);
    for (const tag of row.tags) {
      change.tags.add(tag);
    }
    if (row.registeredAt && (!change.registeredAt || row.registeredAt < change.registeredAt)) {
      change.registeredAt = row.registeredAt;
    }
    const known = new Set(change.consents.map((consent) => JSON.stringify(consent)));
    change.consents.push(...row.consents.filter((consent) => !known.has(JSON.stringify(consent))));
    change.updatedAt = newest;
    const after = JSON.stringify([change.patch, [...change.tags], change.registeredAt, change.consents]);
    statuses.set(row.index, after === before ? IngestStatus.UNCHANGED : IngestStatus.UPDATED);
  }
  return change;
}
