import type { Transaction } from '../../database/transaction.js';
import type { CreditableOrder, CreditLine } from './match.js';

/** A staged line of a credit note. */
export interface CreditRow extends CreditLine {
  customer: string;
  name: string;
  /** The number that its refund gets: the note's, and its place among the note's lines. */
  refund: string;
}

/** A credit that an earlier run has booked. */
export interface BookedCredit {
  number: string;
  orderNumber: string;
}

/** The credit lines of these customers, worth and pieces above zero. */
export function readCredits(tx: Transaction, importId: string, customers: string[]): Promise<CreditRow[]> {
  return tx.rows<CreditRow>(
    `select l.line, g.customer, g.placed_at as "placedAt", l.sku, l.name, abs(l.quantity) as quantity, -l.amount as amount,
            l.number || '-' || row_number() over (partition by l.number order by l.line) as refund
       from import_group g join import_line l on l.import_id = g.import_id and l.number = g.number
      where g.import_id = $1 and g.credit and g.customer = any($2::text[])
      order by l.line`,
    [importId, customers],
  );
}

/** Which of these credits are refunds already, by their number. */
export async function bookedCredits(
  tx: Transaction,
  source: string,
  credits: CreditRow[],
): Promise<Map<string, BookedCredit>> {
  const rows = await tx.rows<BookedCredit>(
    `select number, order_number as "orderNumber" from order_reversal where source = $1 and number = any($2::text[])`,
    [source, credits.map(({ refund }) => refund)],
  );
  return new Map(rows.map((row) => [row.number, row]));
}

/** The orders of these customers of a source, with what they can still bear, by customer; pieces of these articles only. */
export async function readOrders(
  tx: Transaction,
  source: string,
  customers: string[],
  credits: CreditRow[],
): Promise<Map<string, CreditableOrder[]>> {
  const byCustomer = new Map<string, CreditableOrder[]>();
  const byId = new Map<string, CreditableOrder>();
  const identities = await tx.rows<{ customer: string; customerId: string }>(
    `select external_id as customer, customer_id as "customerId"
       from customer_identity where source = $1 and external_id = any($2::text[])`,
    [source, customers],
  );
  const orders = await tx.rows<{ id: string; customerId: string } & Omit<CreditableOrder, 'pieces'>>(
    `select id, customer_id as "customerId", number, placed_at as "placedAt", amount - refunded as room
       from orders where customer_id = any($2::uuid[]) and source = $1`,
    [source, [...new Set(identities.map(({ customerId }) => customerId))]],
  );
  const byOwner = Map.groupBy(
    orders.map(({ id, customerId, ...row }) => ({ id, customerId, order: { ...row, pieces: new Map() } })),
    ({ customerId }) => customerId,
  );
  for (const { customer, customerId } of identities) {
    const own = byOwner.get(customerId) ?? [];
    byCustomer.set(
      customer,
      own.map(({ order }) => order),
    );
    for (const { id, order } of own) {
      byId.set(id, order);
    }
  }
  const pieces = await tx.rows<{ id: string; sku: string; n: number }>(
    `select order_id as id, sku, sum(quantity) as n
       from order_line where order_id = any($1::uuid[]) and sku = any($2::text[]) group by order_id, sku`,
    [[...byId.keys()], [...new Set(credits.map(({ sku }) => sku))]],
  );
  for (const { id, sku, n } of pieces) {
    byId.get(id)!.pieces.set(sku, n);
  }
  return byCustomer;
}
