import { BenefitKind } from '../../schema/benefits/enums.js';
import type { App } from '../app.js';
import type { Transaction } from '../database/transaction.js';
import type { BenefitConfig } from '../tiers/published.js';
import type { Account } from './ledger.js';

/** Rates are exact to this part of a point per unit of currency. */
const PRECISION = 1_000_000;

/** Points for an amount in minor units, rounded down; exact, where floating point would lose a point. */
export function pointsFor(minorUnits: number, rate: number): number {
  return Number((BigInt(minorUnits) * BigInt(Math.round(rate * PRECISION))) / BigInt(100 * PRECISION));
}

/**
 * Points per unit of currency that each customer earns now (V2): the programme's, times the best multiplier among
 * the perks in force, those of the tier held before this order and personal ones alike.
 */
export async function currentRates(app: App, tx: Transaction, earners: Account[]): Promise<Map<string, number>> {
  const { settings, benefits } = await app.program.published();
  const now = app.clock.now();
  const multipliers = benefits.filter((benefit) => multiplies(benefit, now));
  const granted = await grantedMultipliers(tx, multipliers, earners, now);
  return new Map(
    earners.map(({ customerId, tierId }) => {
      const best = multipliers
        .filter(({ id, retired, tierIds }) => {
          const ofTier = !retired && tierId !== null && tierIds.includes(tierId);
          return ofTier || granted.get(customerId)?.has(id);
        })
        .reduce((most, { value }) => Math.max(most, value ?? 1), 1);
      return [customerId, settings.pointsPerUnit * best];
    }),
  );
}

function multiplies(benefit: BenefitConfig, now: Date): boolean {
  return (
    benefit.kind === BenefitKind.POINTS_MULTIPLIER &&
    (benefit.value ?? 1) > 1 &&
    (benefit.validFrom === null || benefit.validFrom <= now) &&
    (benefit.validUntil === null || benefit.validUntil > now)
  );
}

/** Which customers have which multipliers by running grants: benefit ids by customer id. */
async function grantedMultipliers(
  tx: Transaction,
  multipliers: BenefitConfig[],
  earners: Account[],
  now: Date,
): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  if (multipliers.length > 0 && earners.length > 0) {
    const rows = await tx.rows<{ customerId: string; benefitId: string }>(
      `select g.customer_id as "customerId", g.benefit_id as "benefitId" from benefit_grant g
        where g.customer_id = any($1::uuid[]) and g.benefit_id = any($2::uuid[]) and g.revoked_at is null
          and g.starts_at <= $3 and (g.ends_at is null or g.ends_at > $3)`,
      [earners.map(({ customerId }) => customerId), multipliers.map(({ id }) => id), now],
    );
    for (const { customerId, benefitId } of rows) {
      found.set(customerId, (found.get(customerId) ?? new Set()).add(benefitId));
    }
  }
  return found;
}
