import type { App } from '../app.js';
import { newId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';

/** What a customer is told in the app (V5). */
export interface NewNotification {
  customerId: string;
  kind: 'TIER_UP' | 'TIER_DOWN' | 'POINTS_EXPIRING' | 'PERK_GRANTED';
  /** Facts for the app to put into its own words: ids, amounts, names in both languages. */
  data: object;
}

/** In-app messages to customers; they reach the app when it asks, so they disturb nobody's quiet hours (A3). */
export class NotificationService {
  constructor(private readonly app: App) {}

  /** Leaves messages for any number of customers in one statement, in the transaction that causes them. */
  async add(tx: Transaction, notifications: NewNotification[]): Promise<void> {
    if (notifications.length === 0) {
      return;
    }
    await tx.run(
      `insert into notification (id, customer_id, kind, data, at)
       select unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::text[]), unnest($4::jsonb[]), $5`,
      [
        notifications.map(() => newId()),
        notifications.map(({ customerId }) => customerId),
        notifications.map(({ kind }) => kind),
        notifications.map(({ data }) => JSON.stringify(data)),
        this.app.clock.now(),
      ],
    );
  }
}
