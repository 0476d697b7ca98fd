import { BenefitKind } from '../../schema/benefits/enums.js';
import type { App } from '../app.js';
import type { Transaction } from '../database/transaction.js';
import type { BenefitConfig, PublishedProgram } from '../tiers/published.js';

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
export async function currentRates(app: App, tx: Transaction, customerIds: string[]): Promise<Map<string, number>> {
  const program = await app.program.published();
  const now = app.clock.now();
  const multipliers = program.benefits.filter((benefit) => multiplies(benefit, now));
  const best = new Map<string, number>();
  const offer = (customerId: string, benefit: BenefitConfig | undefined) => {
    if (benefit) {
      best.set(customerId, Math.max(best.get(customerId) ?? 1, benefit.value ?? 1));
    }
  };
  if (multipliers.length > 0) {
    for (const { customerId, benefitId } of await multiplierPerks(tx, program, multipliers, customerIds, now)) {
      offer(customerId, program.benefitById.get(benefitId));
    }
  }
  const { pointsPerUnit } = program.settings;
  return new Map(customerIds.map((id) => [id, pointsPerUnit * (best.get(id) ?? 1)]));
}

function multiplies(benefit: BenefitConfig, now: Date): boolean {
  return (
    benefit.kind === BenefitKind.POINTS_MULTIPLIER &&
    (benefit.value ?? 1) > 1 &&
    (benefit.validFrom === null || benefit.validFrom <= now) &&
    (benefit.validUntil === null || benefit.validUntil > now)
  );
}

/** Which customers have which multiplier, by tier or by a running grant. */
function multiplierPerks(
  tx: Transaction,
  program: PublishedProgram,
  multipliers: BenefitConfig[],
  customerIds: string[],
  now: Date,
): Promise<{ customerId: string; benefitId: string }[]> {
  const ofTiers = program.tiers.flatMap((tier) =>
    multipliers
      .filter(({ retired, tierIds }) => !retired && tierIds.includes(tier.id))
      .map(({ id }) => ({ tierId: tier.id, benefitId: id })),
  );
  return tx.rows(
    `select s.customer_id as "customerId", t.benefit_id as "benefitId"
       from unnest($2::uuid[], $3::uuid[]) as t (tier_id, benefit_id)
       join customer_stats s on s.tier_id = t.tier_id and s.customer_id = any($1::uuid[])
     union all
     select g.customer_id, g.benefit_id from benefit_grant g
      where g.customer_id = any($1::uuid[]) and g.benefit_id = any($4::uuid[]) and g.revoked_at is null
        and g.starts_at <= $5 and (g.ends_at is null or g.ends_at > $5)`,
    [
      customerIds,
      ofTiers.map(({ tierId }) => tierId),
      ofTiers.map(({ benefitId }) => benefitId),
      multipliers.map(({ id }) => id),
      now,
    ],
  );
}
