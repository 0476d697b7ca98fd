import type { Page, PageArgs } from '../../schema/common/connection.js';
import type { IngestPayload } from '../../schema/common/ingest.js';
import { OrderOrderBy } from '../../schema/orders/enums.js';
import type { OrderFilter, OrderReversalsIngestInput, OrdersIngestInput } from '../../schema/orders/inputs.js';
import { authorize } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { isId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { type FiguresOptions, refreshFigures } from './figures.js';
import { ingestOrders, ingestReversals } from './ingest/ingest.js';
import { listOrders } from './list.js';
import { ORDER_COLUMNS, type OrderRow } from './rows.js';

/** Use cases of orders and their reversals, as other systems push them (S6). */
export class OrderService {
  constructor(readonly app: App) {}

  /** Takes a batch of orders with all their effects, in one transaction. */
  ingest(caller: Caller, input: OrdersIngestInput): Promise<IngestPayload> {
    return ingestOrders(this.app, caller, input);
  }

  /** Takes a batch of refunds and cancellations with all their effects, in one transaction. */
  ingestReversals(caller: Caller, input: OrderReversalsIngestInput): Promise<IngestPayload> {
    return ingestReversals(this.app, caller, input);
  }

  /** Makes these customers' figures and levels what their orders say now, and writes what was planned on accounts; lock them first where it races. */
  refreshFigures(tx: Transaction, customerIds: string[], options?: FiguresOptions): Promise<void> {
    return refreshFigures(this.app, tx, customerIds, options);
  }

  /** One order; null when there is none. */
  async get(caller: Caller, id: string): Promise<OrderRow | null> {
    authorize(caller.principal, 'ORDER_READ');
    if (!isId(id)) {
      return null;
    }
    const [row] = await this.app.db.rows<OrderRow>(`select ${ORDER_COLUMNS} from orders o where o.id = $1`, [id]);
    return row ?? null;
  }

  /** A page of orders. */
  list(caller: Caller, page: PageArgs, filter: OrderFilter, orderBy: OrderOrderBy): Promise<Page<OrderRow>> {
    authorize(caller.principal, 'ORDER_READ');
    return listOrders(this.app, page, filter, orderBy);
  }

  /** A page of one customer's orders, newest first; the caller has been authorised to see the customer. */
  ofCustomer(customerId: string, page: PageArgs): Promise<Page<OrderRow>> {
    return listOrders(this.app, page, { customerId }, OrderOrderBy.PLACED_AT_DESC);
  }
}
