import type { PointsEntryKind } from '../../schema/points/enums.js';

/** A ledger entry as a plain row: what lists and mutations give to the PointsEntry type. */
export interface PointsEntryRow {
  customerId: string;
  seq: number;
  kind: PointsEntryKind;
  points: number;
  balanceAfter: number;
  orderId: string | null;
  reason: string | null;
  actorId: string | null;
  expiresAt: Date | null;
  at: Date;
}

/** The select list of a PointsEntryRow from `points_entry e`. */
export const ENTRY_COLUMNS = `e.customer_id as "customerId", e.seq, e.kind, e.points,
  e.balance_after as "balanceAfter", e.order_id as "orderId", e.reason, e.actor_id as "actorId",
  e.expires_at as "expiresAt", e.at`;
