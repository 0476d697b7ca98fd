/** What a merge moved and changed, so that it can be undone exactly. Holds ids and amounts, never contact data. */
export interface MergeSnapshot {
  /** [source, external id] of the merged profile's identities. */
  identities: [string, string][];
  /** Ids of what was re-keyed, by table. */
  moved: Record<MovedTable, string[]>;
  /** Redemptions and grants whose idempotency key both had used: id and the key as it was. */
  renamedKeys: { table: 'benefit_grant' | 'redemption'; id: string; key: string }[];
  /** Profile fields that were empty on the survivor and were filled from the merged profile. */
  filled: string[];
  addedTags: string[];
  addedInterests: string[];
  /** The survivor's registration before; ISO. */
  registeredAt: string;
  /** Ledger positions on the survivor that carry the merged profile's points. */
  pointsLots: number[];
  /** Points debt that went over. */
  pointsDebt: number;
  periodPoints: number;
  usage: { benefitId: string; periodStart: string; used: number }[];
  /** How each held its tier before, and the survivor after the merge. */
  survivorTier: TierState;
  mergedTier: TierState;
  survivorTierAfter: TierState;
}

/** Tables whose rows simply go to the survivor, by their customer_id. */
export const MOVED_TABLES = [
  'orders',
  'benefit_grant',
  'redemption',
  'tier_grant',
  'customer_note',
  'notification',
] as const;
export type MovedTable = (typeof MOVED_TABLES)[number];

/** The columns of customer_stats that say how a tier is held, as JSON has them. */
export interface TierState {
  tier_id: string | null;
  tier_since: string | null;
  tier_cause: string | null;
  tier_period_start: string | null;
  tier_expires_at: string | null;
  tier_grace_until: string | null;
}

/** Selects a TierState from customer_stats as one JSON object. */
export const TIER_STATE = `jsonb_build_object('tier_id', tier_id, 'tier_since', tier_since, 'tier_cause', tier_cause,
  'tier_period_start', tier_period_start, 'tier_expires_at', tier_expires_at, 'tier_grace_until', tier_grace_until)`;
