import type { ReversalKind } from '../../../schema/orders/enums.js';

/** One line of an order, checked; money in minor units of the order's currency. */
export interface PreparedLine {
  sku: string;
  name: string;
  category: string | null;
  quantity: number;
  unitPrice: number;
  amount: number;
}

/** One order, checked and ready to be written. */
export interface PreparedOrder {
  /** Its place in the batch. */
  index: number;
  number: string;
  /** Null: known to be anonymous. */
  customerExternalId: string | null;
  placedAt: Date;
  currency: string;
  /** Minor units of `currency`. */
  amount: number;
  /** Minor units of the company's currency, at today's rate. */
  baseAmount: number;
  updatedAt: Date;
  lines: PreparedLine[];
  /** SHA-256 in hex of what the source said, without `updatedAt`. */
  hash: string;
}

/** One refund or cancellation, checked and ready to be written. */
export interface PreparedReversal {
  index: number;
  number: string;
  orderNumber: string;
  kind: ReversalKind;
  /** Minor units of the order's currency; null: all that remains. */
  amount: number | null;
  reason: string | null;
  occurredAt: Date;
  hash: string;
}
