import type { App } from '../app.js';
import type { Transaction } from '../database/transaction.js';
import { forget } from './rebuild.js';

/** Deletes all events of these profiles, which are locked, and what was made of them (A4); answers how many there were. */
export async function eraseEvents(app: App, tx: Transaction, customerIds: string[]): Promise<number> {
  const events = await tx.run('delete from customer_event where customer_id = any($1::uuid[])', [customerIds]);
  await forget(tx, customerIds);
  await app.levels.followEvents(
    tx,
    customerIds.map((customerId) => ({ customerId })),
  );
  return events;
}
