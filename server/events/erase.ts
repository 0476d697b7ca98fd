import type { App } from '../app.js';
import type { Transaction } from '../database/transaction.js';
import { deleteDays, follow } from './rebuild.js';

/** Deletes all events of these profiles, which are locked, and what was made of them (A4); answers how many there were. */
export async function eraseEvents(app: App, tx: Transaction, customerIds: string[]): Promise<number> {
  const events = await tx.run('delete from customer_event where customer_id = any($1::uuid[])', [customerIds]);
  await deleteDays(tx, customerIds);
  await tx.run('delete from customer_activity where customer_id = any($1::uuid[])', [customerIds]);
  await follow(app, tx, customerIds);
  return events;
}
