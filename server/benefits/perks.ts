import { BenefitKind, PerkSource } from '../../schema/benefits/enums.js';
import type { LocalizedText } from '../../schema/common/localized-text.js';
import type { LocalDate } from '../calendar/days.js';
import type { BenefitConfig, PublishedProgram } from '../tiers/published.js';
import { periodStart } from './periods.js';
import type { GrantRow } from './rows.js';

/** A perk as plain data: what the Perk type is made of. */
export interface PerkView {
  id: string;
  benefit: BenefitConfig;
  source: PerkSource;
  grant: GrantRow | null;
  remaining: number | null;
  quota: number | null;
  used: number;
  validUntil: Date | null;
  howToUse: LocalizedText;
}

/** What a customer's perks depend on, besides the programme. */
export interface PerkFacts {
  tierId: string | null;
  /** Running grants: begun, not ended, not revoked, not used up. */
  grants: readonly GrantRow[];
  /** Quota used, of whatever periods today lies in. */
  usage: readonly { benefitId: string; periodStart: LocalDate; used: number }[];
  /** Stock used, by benefit; 0 where missing. */
  stockUsed: ReadonlyMap<string, number>;
}

/** Benefits of a tier that can be had at an instant; birthday gifts come as grants instead. */
export function isTierPerk(benefit: BenefitConfig, now: Date): boolean {
  return !benefit.retired && benefit.kind !== BenefitKind.BIRTHDAY_GIFT && isValid(benefit, now);
}

/** Whether an instant lies in the benefit's own time. */
export function isValid({ validFrom, validUntil }: BenefitConfig, now: Date): boolean {
  return (validFrom === null || validFrom <= now) && (validUntil === null || validUntil > now);
}

/** All that a customer has at an instant (V4): the benefits of the tier, then grants, those that end first in front. */
export function perksOf(program: PublishedProgram, facts: PerkFacts, now: Date, today: LocalDate): PerkView[] {
  const ofTier = (facts.tierId && program.benefitsOfTier.get(facts.tierId)) || [];
  return [
    ...ofTier.filter((benefit) => isTierPerk(benefit, now)).map((benefit) => tierPerk(benefit, facts, today)),
    ...facts.grants.flatMap((grant) => {
      const benefit = program.benefitById.get(grant.benefitId);
      return benefit && isValid(benefit, now) ? [grantPerk(benefit, grant, facts)] : [];
    }),
  ];
}

function tierPerk(benefit: BenefitConfig, facts: PerkFacts, today: LocalDate): PerkView {
  const { quota } = benefit.redeemable ? benefit : { quota: null };
  const start = periodStart(benefit.quotaPeriod, today);
  const used = facts.usage.find((one) => one.benefitId === benefit.id && one.periodStart === start)?.used ?? 0;
  return {
    id: benefit.id,
    benefit,
    source: PerkSource.TIER,
    grant: null,
    remaining: remaining(benefit, quota, used, facts),
    quota,
    used,
    validUntil: benefit.validUntil,
    howToUse: benefit.howToUse,
  };
}

function grantPerk(benefit: BenefitConfig, grant: GrantRow, facts: PerkFacts): PerkView {
  return {
    id: grant.id,
    benefit,
    source: PerkSource.GRANT,
    grant,
    remaining: remaining(benefit, grant.quantity, grant.used, facts),
    quota: grant.quantity,
    used: grant.used,
    validUntil: earlier(grant.endsAt, benefit.validUntil),
    howToUse: benefit.howToUse,
  };
}

function remaining(benefit: BenefitConfig, quota: number | null, used: number, facts: PerkFacts): number | null {
  if (!benefit.redeemable) {
    return null;
  }
  const ofQuota = quota === null ? null : quota - used;
  const ofStock = benefit.stock === null ? null : benefit.stock - (facts.stockUsed.get(benefit.id) ?? 0);
  if (ofQuota === null || ofStock === null) {
    return ofQuota === null && ofStock === null ? null : Math.max(0, ofQuota ?? ofStock ?? 0);
  }
  return Math.max(0, Math.min(ofQuota, ofStock));
}

function earlier(a: Date | null, b: Date | null): Date | null {
  return a && b ? (a < b ? a : b) : (a ?? b);
}
