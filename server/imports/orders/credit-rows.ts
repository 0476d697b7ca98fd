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

/** The orders of these customers of a source, with what they can still bear, by customer. */
export async function readOrders(
  tx: Transaction,
  source: string,
  customers: string[],
): Promise<Map<string, CreditableOrder[]>> {
  const rows = await tx.rows<{
    customer: string;
    number: string;
    placedAt: Date;
    room: number;
    pieces: [string, number][];
  }>(
    `select i.external_id as customer, o.number, o.placed_at as "placedAt", o.amount - o.refunded as room,
            coalesce((select jsonb_agg(jsonb_build_array(p.sku, p.n))
                        from (select sku, sum(quantity) as n from order_line where order_id = o.id group by sku) as p),
                     '[]') as pieces
       from customer_identity i join orders o on o.customer_id = i.customer_id and o.source = i.source
      where i.source = $1 and i.external_id = any($2::text[])`,
    [source, customers],
  );
  const byCustomer = new Map<string, CreditableOrder[]>();
  for (const { customer, pieces, ...order } of rows) {
    const own = byCustomer.get(customer) ?? [];
    own.push({ ...order, pieces: new Map(pieces) });
    byCustomer.set(customer, own);
  }
  return byCustomer;
}
