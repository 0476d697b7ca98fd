/** What a merge moved and changed, so that it can be undone exactly. Holds ids and amounts, never contact data. */
export interface MergeSnapshot {
  /** [source, external id] of the merged profile's identities. */
  identities: [string, string][];
  /** Ids of the rows that went over, by table. */
  moved: Record<MovedTable, string[]>;
  /** Rows whose idempotency key both had used: their key as it was. */
  renamedKeys: { table: KeyedTable; id: string; key: string }[];
  /** Profile fields that were empty on the survivor and were filled from the merged profile. */
  filled: string[];
  addedTags: string[];
  addedInterests: string[];
  /** The survivor's registration before, ISO; null when it stayed. */
  registeredAt: string | null;
  /** Entries of the survivor's ledger that carry the merged profile's points. */
  pointsLots: number[];
  /** Points debt that went over. */
  pointsDebt: number;
  /** Quota used by the merged profile, which counts for the survivor too. */
  usage: { benefitId: string; periodStart: string; used: number }[];
  /** How each held its tier before, and the survivor after: rows of customer_stats. */
  survivorBefore: TierState;
  survivorAfter: TierState;
  mergedBefore: TierState;
}

/** Tables whose rows simply go to the survivor by their customer_id. Ledgers and consents stay where they were written. */
export const MOVED_TABLES = [
  'orders',
  'benefit_grant',
  'redemption',
  'tier_grant',
  'customer_note',
  'notification',
] as const;
export type MovedTable = (typeof MOVED_TABLES)[number];

/** Moved tables with an idempotency key that is unique per customer. */
export const KEYED_TABLES = ['benefit_grant', 'redemption'] as const;
export type KeyedTable = (typeof KEYED_TABLES)[number];

/** The columns of customer_stats that say how a tier is held. */
export const TIER_COLUMNS = [
  'tier_id',
  'tier_since',
  'tier_cause',
  'tier_period_start',
  'tier_expires_at',
  'tier_grace_until',
  'earned_tier_id',
  'earned_by',
  'earned_kept',
  'earned_expires_at',
  'earned_grace_until',
] as const;

/** Those columns as JSON has them. */
export type TierState = Record<(typeof TIER_COLUMNS)[number], string | boolean | null>;
