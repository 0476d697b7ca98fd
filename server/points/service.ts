import type { Page, PageArgs } from '../../schema/common/connection.js';
import type { PointsAdjustInput, PointsReverseInput, PointsSpendInput } from '../../schema/points/points.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import type { Transaction } from '../database/transaction.js';
import { readPage } from '../graphql/read-page.js';
import { adjust, reverse, spend } from './by-hand.js';
import { type Earning, type NewOrder, planEarnings } from './earnings.js';
import type { Account } from './ledger.js';
import { syncOrders } from './orders.js';
import { ENTRY_COLUMNS, type PointsEntryRow } from './rows.js';

/** The points ledger (V2). */
export class PointsService {
  constructor(readonly app: App) {}

  /** Makes the ledger say what these orders earn now; to be called after their net amounts were written. */
  syncOrders(tx: Transaction, orderIds: string[]): Promise<void> {
    return syncOrders(this.app, tx, orderIds);
  }

  /** Plans what new orders earn, which nothing has taken from yet; `orders` are then written with it, and `writeEarnings` follows. */
  planEarnings(tx: Transaction, accounts: Map<string, Account>, orders: NewOrder[]): Promise<Map<string, Earning>> {
    return planEarnings(this.app, tx, accounts, orders);
  }

  /** Corrects a balance by hand; INSUFFICIENT_POINTS when it would become negative. */
  adjust(caller: Caller, input: PointsAdjustInput) {
    return adjust(this.app, caller, input);
  }

  /** Takes points for something; INSUFFICIENT_POINTS when the balance does not bear it. */
  spend(caller: Caller, input: PointsSpendInput) {
    return spend(this.app, caller, input);
  }

  /** Undoes a SPEND or ADJUST entry, once. */
  reverse(caller: Caller, input: PointsReverseInput) {
    return reverse(this.app, caller, input);
  }

  /** A customer's ledger, newest first; the caller has made sure that the customer may be seen. */
  entriesOf(customerId: string, page: PageArgs): Promise<Page<PointsEntryRow>> {
    return readPage<PointsEntryRow>(
      this.app.db,
      {
        columns: ENTRY_COLUMNS,
        from: 'points_entry e',
        conditions: ['e.customer_id = $1'],
        params: [customerId],
        keys: [{ sql: 'e.seq', type: 'int', descending: true }],
      },
      page,
    );
  }
}
