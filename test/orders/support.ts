import { ReversalKind } from '../../schema/orders/enums.js';
import type { OrderInput, OrderReversalInput } from '../../schema/orders/inputs.js';
import type { TestApp } from '../support/app.js';
import { asJob } from '../support/app.js';

/** An order as a shop would push it: 100.00 of the company's currency, placed now, by customer `u1`. */
export function order(number: string, sketch: Partial<OrderInput> = {}): OrderInput {
  return {
    number,
    customerExternalId: 'u1',
    placedAt: '2026-03-14T03:00:00Z',
    currency: 'CNY',
    amount: '100.00',
    updatedAt: '2026-03-14T03:00:00Z',
    lines: [{ sku: 'A1', name: '茶杯', category: '家居', quantity: 2, unitPrice: '50.00' }],
    ...sketch,
  };
}

/** A refund of all that remains. */
export function refund(
  number: string,
  orderNumber: string,
  sketch: Partial<OrderReversalInput> = {},
): OrderReversalInput {
  return {
    number,
    orderNumber,
    kind: ReversalKind.REFUND,
    amount: null,
    occurredAt: '2026-03-14T03:30:00Z',
    ...sketch,
  };
}

/** Pushes orders of the source `shop`; the statuses, row by row. */
export async function push(t: TestApp, ...orders: OrderInput[]): Promise<string[]> {
  const { results } = await t.app.orders.ingest(asJob, { source: 'shop', orders });
  return results.map(({ status }) => status);
}

/** Pushes reversals of the source `shop`; the statuses, row by row. */
export async function pushReversals(t: TestApp, ...reversals: OrderReversalInput[]): Promise<string[]> {
  const { results } = await t.app.orders.ingestReversals(asJob, { source: 'shop', reversals });
  return results.map(({ status }) => status);
}

/** One order as it stands. */
export async function orderRow(t: TestApp, number: string) {
  const [row] = await t.app.db.rows<{
    status: string;
    amount: number;
    refunded: number;
    net: number;
    points: number;
    customerId: string | null;
  }>(
    `select status, amount, refunded, base_net as net, points, customer_id as "customerId"
       from orders where source = 'shop' and number = $1`,
    [number],
  );
  return row!;
}

/** The figures of a customer of the source `shop`. */
export async function figures(t: TestApp, externalId = 'u1') {
  const [row] = await t.app.db.rows<{
    orders: number;
    spend: number;
    first: Date | null;
    last: Date | null;
    stage: string;
    periodStart: string | null;
    periodOrders: number;
    periodSpend: number;
    balance: number;
    tier: string | null;
  }>(
    `select s.order_count as orders, s.spend, s.first_order_at as first, s.last_order_at as last, s.stage,
            s.period_start as "periodStart", s.period_orders as "periodOrders", s.period_spend as "periodSpend",
            s.points_balance as balance, t.code as tier
       from customer_identity i join customer_stats s using (customer_id) left join tier t on t.id = s.tier_id
      where i.source = 'shop' and i.external_id = $1`,
    [externalId],
  );
  return row;
}
