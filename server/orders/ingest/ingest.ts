import { type IngestPayload, type IngestResult, IngestStatus } from '../../../schema/common/ingest.js';
import type { OrderReversalsIngestInput, OrdersIngestInput } from '../../../schema/orders/inputs.js';
import { authorize } from '../../access/authorize.js';
import type { Caller } from '../../access/principal.js';
import type { App } from '../../app.js';
import type { Transaction } from '../../database/transaction.js';
import { checkBatchSize, ingestPayload, sourceOf } from '../../ingest/batch.js';
import type { Checked } from '../../ingest/row-check.js';
import { takeOrders } from './orders.js';
import { prepareOrder, prepareReversal, type Terms } from './prepare.js';
import { takeReversals } from './reversals.js';

/** Takes a batch of orders; each row finds its own fate. Throws BAD_USER_INPUT for more than 1,000 rows. */
export async function ingestOrders(app: App, caller: Caller, input: OrdersIngestInput): Promise<IngestPayload> {
  authorize(caller.principal, 'ORDER_INGEST');
  checkBatchSize('orders', input.orders);
  const source = sourceOf(input.source);
  const terms = await termsOf(app);
  const { results, rows } = sift(input.orders, (row, i) => prepareOrder(row, i, terms));
  return app.db.transaction(async (tx) => {
    const statuses = await takeOrders(app, tx, source, rows);
    const payload = ingestPayload(
      results.map((result) => ({ ...result, status: statuses.get(result.index) ?? result.status })),
    );
    await recordForStaff(app, tx, caller, 'ordersIngest', source, payload);
    return payload;
  });
}

/** Takes a batch of refunds and cancellations; each row finds its own fate. */
export async function ingestReversals(
  app: App,
  caller: Caller,
  input: OrderReversalsIngestInput,
): Promise<IngestPayload> {
  authorize(caller.principal, 'ORDER_INGEST');
  checkBatchSize('reversals', input.reversals);
  const source = sourceOf(input.source);
  const terms = await termsOf(app);
  const { results, rows } = sift(input.reversals, (row, i) => prepareReversal(row, i, terms));
  return app.db.transaction(async (tx) => {
    const taken = await takeReversals(app, tx, source, rows);
    const payload = ingestPayload(results.map((result) => ({ ...result, ...taken.get(result.index) })));
    await recordForStaff(app, tx, caller, 'orderReversalsIngest', source, payload);
    return payload;
  });
}

/** The moment and the company's settings that a batch is checked against. */
export async function termsOf(app: App): Promise<Terms> {
  return { now: app.clock.now(), company: await app.company.settings() };
}

/** Parts the rows that can be taken from those that cannot, which are REJECTED already. */
function sift<I extends { number: string }, R>(
  inputs: I[],
  prepare: (input: I, index: number) => Checked<R>,
): { results: IngestResult[]; rows: R[] } {
  const rows: R[] = [];
  const results = inputs.map((input, index) => {
    const checked = prepare(input, index);
    if ('row' in checked) {
      rows.push(checked.row);
    }
    const errors = 'errors' in checked ? checked.errors : [];
    return { index, number: input.number, status: IngestStatus.REJECTED, errors };
  });
  return { results, rows };
}

/** Staff leave a trace of everything; systems push all day and are known by the rows' source. */
async function recordForStaff(
  app: App,
  tx: Transaction,
  caller: Caller,
  action: string,
  source: string,
  payload: IngestPayload,
): Promise<void> {
  if (caller.principal.kind === 'staff') {
    await app.audit.record(tx, caller, { action, subjectType: 'order', after: { source, ...payload.counts } });
  }
}
