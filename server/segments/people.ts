import type { App } from '../app.js';
import type { Transaction } from '../database/transaction.js';

/**
 * Puts the survivor of a merge on the lists that the merged profile is on (A1); the merged one's own places stay, unseen while it is not in
 * use. Segments by rule follow at their next refresh.
 */
export async function followMerge(
  app: App,
  tx: Transaction,
  mergeId: string,
  survivorId: string,
  mergedId: string,
): Promise<void> {
  await tx.run(
    `insert into segment_membership (segment_id, customer_id, entered_at, merge_id)
     select m.segment_id, $2, $4, $1 from segment_membership m join segment g on g.id = m.segment_id
      where m.customer_id = $3 and m.left_at is null and g.kind = 'LIST' order by m.segment_id
     on conflict (segment_id, customer_id) where left_at is null do nothing`,
    [mergeId, survivorId, mergedId, app.clock.now()],
  );
}

/** Takes the survivor off the lists that a merge put it on. */
export async function followRevert(tx: Transaction, survivorId: string, mergeId: string): Promise<void> {
  await tx.run('delete from segment_membership where customer_id = $1 and merge_id = $2', [survivorId, mergeId]);
}

/** Forgets which segments people were in (A4); counts over time stay, since they name nobody. */
export async function eraseMemberships(tx: Transaction, customerIds: string[]): Promise<void> {
  await tx.run('delete from segment_membership where customer_id = any($1::uuid[])', [customerIds]);
}
