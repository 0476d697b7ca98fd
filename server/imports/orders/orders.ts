import { IngestStatus } from '../../../schema/common/ingest.js';
import type { Transaction } from '../../database/transaction.js';
import { takeOrders } from '../../orders/ingest/orders.js';
import type { PreparedOrder } from '../../orders/ingest/prepared.js';
import type { PlacedOrder } from '../../orders/ingest/write.js';
import type { Run } from '../checkpoint.js';
import { ImportFailure } from '../failure.js';

const BATCH = 1_000;
const FROM = 0.45;
const UNTIL = 0.9;

/** An invoice of the file with what its lines come to. */
interface Invoice {
  seq: number;
  number: string;
  customer: string | null;
  placedAt: Date;
  amount: number;
  /** SHA-256 over customer, time, currency and lines. */
  hash: string;
}

/** Third phase: the invoices become orders, oldest first, with all that follows from them. */
export async function takeInvoices(run: Run): Promise<void> {
  const { app, task } = run;
  const rate = await rateOf(run);
  while (run.checkpoint.seq < run.checkpoint.groups) {
    await run.step(async (tx) => {
      const { seq, groups } = run.checkpoint;
      const invoices = await readInvoices(tx, task.id, seq, task.options.currency);
      const orders = invoices.map((invoice, i) => prepare(invoice, i, task.options.currency, rate));
      const statuses = await takeOrders(app, tx, task.options.source, orders, (_, placed) =>
        copyLines(tx, task.id, placed),
      );
      const taken = [...statuses.values()].filter(
        (status) => status === IngestStatus.CREATED || status === IngestStatus.UPDATED,
      );
      const last = invoices.at(-1)!.seq;
      return {
        checkpoint: { seq: last },
        counts: {
          orders: run.counts.orders + taken.length,
          ordersUnchanged: run.counts.ordersUnchanged + statuses.size - taken.length,
        },
        share: FROM + ((UNTIL - FROM) * last) / groups,
      };
    });
  }
  await run.step(async () => ({ checkpoint: { phase: 'CREDITS' }, share: UNTIL }));
}

/** Units of the company's currency per unit of the file's. */
async function rateOf({ app, task }: Run): Promise<number> {
  const { currency, exchangeRates } = await app.company.settings();
  const rate = task.options.currency === currency ? 1 : exchangeRates[task.options.currency];
  if (rate === undefined) {
    throw new ImportFailure(`The company has no exchange rate for ${task.options.currency}; add it and resume.`);
  }
  return rate;
}

/** The next invoices; the lines themselves stay in the database, so that an invoice of any length costs no memory. */
function readInvoices(tx: Transaction, importId: string, after: number, currency: string): Promise<Invoice[]> {
  return tx.rows<Invoice>(
    `select g.seq, g.number, g.customer, g.placed_at as "placedAt", l.amount,
            encode(sha256(convert_to(concat_ws(E'\\n', coalesce(g.customer, ''), extract(epoch from g.placed_at), $3::text, l.content),
                                     'UTF8')), 'hex') as hash
       from import_group g,
            lateral (select sum(amount)::bigint as amount,
                            string_agg(concat_ws(E'\\t', sku, name, coalesce(category, ''), quantity, unit_price), E'\\n' order by line)
                              as content
                       from import_line where import_id = $1 and number = g.number) as l
      where g.import_id = $1 and not g.credit and g.seq > $2 and g.seq <= $2 + ${BATCH} order by g.seq`,
    [importId, after, currency],
  );
}

/** The file says when an order was placed but not when it last changed: pushes by other systems are newer. */
function prepare(invoice: Invoice, index: number, currency: string, rate: number): PreparedOrder {
  const { number, customer, placedAt, amount, hash } = invoice;
  const baseAmount = Math.round(amount * rate);
  const order = { index, number, customerExternalId: customer, placedAt, currency, amount, baseAmount, hash };
  return { ...order, updatedAt: placedAt, lines: [] };
}

async function copyLines(tx: Transaction, importId: string, orders: PlacedOrder[]): Promise<void> {
  if (orders.length === 0) {
    return;
  }
  await tx.run(
    `insert into order_line (order_id, position, sku, name, category, quantity, unit_price, amount)
     select o.id, l.position, l.sku, l.name, l.category, l.quantity, l.unit_price, l.amount
       from unnest($2::uuid[], $3::text[]) as o (id, number),
            lateral (select row_number() over (order by line) as position, sku, name, category, quantity, unit_price, amount
                       from import_line where import_id = $1 and number = o.number) as l`,
    [importId, orders.map(({ id }) => id), orders.map(({ row }) => row.number)],
  );
}
