import type { OrderStatus, ReversalKind } from '../../schema/orders/enums.js';

/** An order as a plain row: what lists and loaders give to the Order type. */
export interface OrderRow {
  id: string;
  source: string;
  number: string;
  customerId: string | null;
  placedAt: Date;
  status: OrderStatus;
  currency: string;
  amount: number;
  refunded: number;
  baseAmount: number;
  baseNet: number;
  points: number;
}

/** The select list of an OrderRow from `orders o`. */
export const ORDER_COLUMNS = `o.id, o.source, o.number, o.customer_id as "customerId", o.placed_at as "placedAt",
  o.status, o.currency, o.amount, o.refunded, o.base_amount as "baseAmount", o.base_net as "baseNet", o.points`;

/** An order line as a plain row. */
export interface OrderLineRow {
  orderId: string;
  position: number;
  sku: string;
  name: string;
  category: string | null;
  quantity: number;
  unitPrice: number;
  amount: number;
}

/** A reversal as a plain row. */
export interface OrderReversalRow {
  orderId: string;
  id: string;
  number: string;
  kind: ReversalKind;
  amount: number | null;
  applied: number;
  reason: string | null;
  occurredAt: Date;
}
