import type { App } from '../app.js';
import { FAMILY } from '../customers/family.js';
import type { Transaction } from '../database/transaction.js';
import { rebuildActivity } from './rebuild.js';

/**
 * The events of a profile go over to the one that it is merged into (A1), each remembering where it came in: reading somebody's
 * behaviour never asks for their family, and the merge can be undone.
 */
export async function mergeEvents(app: App, tx: Transaction, survivorId: string, mergedId: string): Promise<void> {
  await tx.run(
    'update customer_event set came_to = coalesce(came_to, customer_id), customer_id = $1 where customer_id = $2',
    [survivorId, mergedId],
  );
  await rebuildActivity(app, tx, [survivorId, mergedId]);
}

/** What came in for a profile, or for those merged into it, goes back to it (A1); later events stay with the survivor. */
export async function separateEvents(app: App, tx: Transaction, survivorId: string, mergedId: string): Promise<void> {
  const family = await tx.rows<{ id: string }>(`with recursive ${FAMILY} select id from family`, [[mergedId]]);
  await tx.run(
    `update customer_event set came_to = nullif(came_to, $2), customer_id = $2
      where customer_id = $1 and came_to = any($3::uuid[])`,
    [survivorId, mergedId, family.map(({ id }) => id)],
  );
  await rebuildActivity(app, tx, [survivorId, mergedId]);
}
