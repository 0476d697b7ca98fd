import { IngestStatus } from '../../../schema/common/ingest.js';
import type { Transaction } from '../../database/transaction.js';
import { takeOrders } from '../../orders/ingest/orders.js';
import { digest } from '../../orders/ingest/prepare.js';
import type { PreparedOrder } from '../../orders/ingest/prepared.js';
import type { Run } from '../checkpoint.js';
import { ImportFailure } from '../failure.js';

const BATCH = 1_000;
const FROM = 0.45;
const UNTIL = 0.9;

/** An invoice of the file with its lines. */
interface Invoice {
  seq: number;
  number: string;
  customer: string | null;
  placedAt: Date;
}

interface InvoiceLine {
  number: string;
  sku: string;
  name: string;
  category: string | null;
  quantity: number;
  unitPrice: number;
  amount: number;
}

/** Third phase: the invoices become orders, oldest first, with all that follows from them. */
export async function takeInvoices(run: Run): Promise<void> {
  const { app, task } = run;
  const rate = await rateOf(run);
  while (run.checkpoint.seq < run.checkpoint.groups) {
    await run.step(async (tx) => {
      const { seq, groups } = run.checkpoint;
      const invoices = await readInvoices(tx, task.id, seq);
      const lines = await readLines(tx, task.id, invoices);
      const orders = invoices.map((invoice, i) =>
        prepare(invoice, lines.get(invoice.number) ?? [], i, task.options.currency, rate),
      );
      const statuses = [...(await takeOrders(app, tx, task.options.source, orders)).values()];
      const taken = statuses.filter((status) => status === IngestStatus.CREATED || status === IngestStatus.UPDATED);
      const last = invoices.at(-1)!.seq;
      return {
        checkpoint: { seq: last },
        counts: {
          orders: run.counts.orders + taken.length,
          ordersUnchanged: run.counts.ordersUnchanged + statuses.length - taken.length,
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

function readInvoices(tx: Transaction, importId: string, after: number): Promise<Invoice[]> {
  return tx.rows<Invoice>(
    `select seq, number, customer, placed_at as "placedAt"
       from import_group where import_id = $1 and not credit and seq > $2 order by seq limit ${BATCH}`,
    [importId, after],
  );
}

async function readLines(tx: Transaction, importId: string, invoices: Invoice[]): Promise<Map<string, InvoiceLine[]>> {
  const rows = await tx.rows<InvoiceLine>(
    `select number, sku, name, category, quantity, unit_price as "unitPrice", amount
       from import_line where import_id = $1 and number = any($2::text[]) order by line`,
    [importId, invoices.map(({ number }) => number)],
  );
  const byNumber = new Map<string, InvoiceLine[]>();
  for (const row of rows) {
    const lines = byNumber.get(row.number);
    if (lines) {
      lines.push(row);
    } else {
      byNumber.set(row.number, [row]);
    }
  }
  return byNumber;
}

/** The file says when an order was placed but not when it last changed: pushes by other systems are newer. */
function prepare(
  { number, customer, placedAt }: Invoice,
  rows: InvoiceLine[],
  index: number,
  currency: string,
  rate: number,
): PreparedOrder {
  const lines = rows.map(({ number: _, ...line }) => line);
  const amount = lines.reduce((sum, line) => sum + line.amount, 0);
  return {
    index,
    number,
    customerExternalId: customer,
    placedAt,
    currency,
    amount,
    baseAmount: Math.round(amount * rate),
    updatedAt: placedAt,
    lines,
    hash: digest([customer, placedAt, currency, amount, lines]),
  };
}
