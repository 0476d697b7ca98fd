import { TierDirection } from '../../schema/tiers/enums.js';
import type { Transaction } from '../database/transaction.js';

/** One customer whose row changes, as decided. */
export interface Decided {
  customerId: string;
  fromId: string | null;
  fromRank: number;
  toId: string | null;
  toRank: number;
  newCause: string | null;
  newStarts: string | null;
  newExpires: Date | null;
  newGrace: Date | null;
  newEarnedId: string | null;
  newBy: string | null;
  newKept: boolean;
  earnedExpires: Date | null;
  earnedGrace: Date | null;
  /** What the orders of the best window in force come to. */
  amount: number;
}

/** Whether a customer went up or down; a retired tier is compared by what it took. A move sideways counts as up. */
export function directionOf({ fromRank, toRank }: Pick<Decided, 'fromRank' | 'toRank'>): TierDirection {
  return toRank >= fromRank && toRank > 0 ? TierDirection.UP : TierDirection.DOWN;
}

/** Writes what was decided, in one statement. */
export async function writeTiers(tx: Transaction, decided: Decided[], now: Date): Promise<void> {
  await tx.run(
    `update customer_stats s
        set tier_since = case when s.tier_id is not distinct from v.tier_id then s.tier_since
                              when v.tier_id is not null then $2::timestamptz end,
            tier_id = v.tier_id, tier_cause = v.cause, tier_period_start = v.starts, tier_expires_at = v.expires,
            tier_grace_until = v.grace, earned_tier_id = v.earned_id, earned_by = v.by, earned_kept = v.kept,
            earned_expires_at = v.earned_expires, earned_grace_until = v.earned_grace
       from unnest($1::uuid[], $3::uuid[], $4::text[], $5::date[], $6::timestamptz[], $7::timestamptz[], $8::uuid[],
                   $9::text[], $10::boolean[], $11::timestamptz[], $12::timestamptz[])
         as v (customer_id, tier_id, cause, starts, expires, grace, earned_id, by, kept, earned_expires, earned_grace)
      where s.customer_id = v.customer_id`,
    [
      decided.map(({ customerId }) => customerId),
      now,
      decided.map(({ toId }) => toId),
      decided.map(({ newCause }) => newCause),
      decided.map(({ newStarts }) => newStarts),
      decided.map(({ newExpires }) => newExpires),
      decided.map(({ newGrace }) => newGrace),
      decided.map(({ newEarnedId }) => newEarnedId),
      decided.map(({ newBy }) => newBy),
      decided.map(({ newKept }) => newKept),
      decided.map(({ earnedExpires }) => earnedExpires),
      decided.map(({ earnedGrace }) => earnedGrace),
    ],
  );
}
