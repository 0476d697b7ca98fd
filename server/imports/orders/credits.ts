import { IngestStatus } from '../../../schema/common/ingest.js';
import { ReversalKind } from '../../../schema/orders/enums.js';
import type { Transaction } from '../../database/transaction.js';
import { digest } from '../../orders/ingest/prepare.js';
import type { PreparedReversal } from '../../orders/ingest/prepared.js';
import { takeReversals } from '../../orders/ingest/reversals.js';
import type { Run } from '../checkpoint.js';
import { type BookedCredit, bookedCredits, type CreditRow, readCredits, readOrders } from './credit-rows.js';
import { type CreditableOrder, matchCredits, use } from './match.js';
import type { ReasonCode } from './reasons.js';
import { rejectStaged } from './reject.js';

/** Customers per batch: the busiest of a real shop have some thousands of lines. */
const BATCH = 100;
const FROM = 0.9;

/**
 * Fourth phase: each line of a credit note becomes a refund of one of its customer's earlier orders, numbered by its
 * note and its place in it, so that importing the file again finds it.
 */
export async function takeCredits(run: Run): Promise<void> {
  const { app, task } = run;
  for (let more = true; more; ) {
    await run.step(async (tx) => {
      const customers = await nextCustomers(tx, task.id, run.checkpoint.customer);
      more = customers.length === BATCH;
      const credits = await readCredits(tx, task.id, customers);
      const booked = await bookedCredits(tx, task.options.source, credits);
      const orders = await readOrders(tx, task.options.source, customers, credits);
      const { reversals, unmatched } = prepare(credits, booked, orders);
      const results = await takeReversals(app, tx, task.options.source, reversals);
      const refused = reversals.filter(({ index }) => results.get(index)?.status === IngestStatus.REJECTED);
      const created = [...results.values()].filter(({ status }) => status === IngestStatus.CREATED);
      await rejectStaged(tx, task.id, [
        ...unmatched.map((line) => ({ line, code: 'NOTHING_TO_REFUND' as ReasonCode })),
        ...refused.map(({ index }) => ({ line: index, code: 'REFUSED' as ReasonCode })),
      ]);
      return {
        checkpoint: more ? { customer: customers.at(-1)! } : { phase: 'FINISH' },
        counts: {
          reversals: run.counts.reversals + created.length,
          rejectedLines: run.counts.rejectedLines + unmatched.length + refused.length,
        },
        share: FROM,
      };
    });
  }
}

async function nextCustomers(tx: Transaction, importId: string, after: string): Promise<string[]> {
  const rows = await tx.rows<{ customer: string }>(
    `select distinct customer from import_group
      where import_id = $1 and credit and customer > $2 order by customer limit ${BATCH}`,
    [importId, after],
  );
  return rows.map(({ customer }) => customer);
}

/** What the credits come to: refunds (by the line as index), and lines that found no order. */
function prepare(
  credits: CreditRow[],
  booked: Map<string, BookedCredit>,
  orders: Map<string, CreditableOrder[]>,
): { reversals: PreparedReversal[]; unmatched: number[] } {
  const reversals: PreparedReversal[] = [];
  const unmatched: number[] = [];
  const byCustomer = Map.groupBy(credits, ({ customer }) => customer);
  for (const [customer, own] of byCustomer) {
    const candidates = orders.get(customer) ?? [];
    const known = own.filter(({ refund }) => booked.has(refund));
    for (const credit of known) {
      // Its amount is taken off the order already; its pieces are not known there.
      const order = candidates.find(({ number }) => number === booked.get(credit.refund)!.orderNumber);
      if (order) {
        use(order, { ...credit, amount: 0 });
      }
      reversals.push(toReversal(credit, booked.get(credit.refund)!.orderNumber));
    }
    const fresh = own.filter(({ refund, amount }) => !booked.has(refund) && amount > 0);
    const matches = matchCredits(candidates, fresh);
    for (const credit of own.filter(({ refund }) => !booked.has(refund))) {
      const order = matches.get(credit.line);
      if (order) {
        reversals.push(toReversal(credit, order.number));
      } else {
        unmatched.push(credit.line);
      }
    }
  }
  return { reversals, unmatched };
}

function toReversal(credit: CreditRow, orderNumber: string): PreparedReversal {
  const { line, refund, amount, placedAt, name } = credit;
  return {
    index: line,
    number: refund,
    orderNumber,
    kind: ReversalKind.REFUND,
    amount,
    reason: name,
    occurredAt: placedAt,
    hash: digest([orderNumber, ReversalKind.REFUND, amount, name, placedAt]),
  };
}
