import type { BenefitKind, QuotaPeriod } from '../../schema/benefits/enums.js';
import type { LocalizedText } from '../../schema/common/localized-text.js';
import type { DowngradePolicy, QualificationMeasure, QualificationWindow } from '../../schema/tiers/enums.js';
import type { App } from '../app.js';

/** The rules of a programme, as they stand in a version's content (all ⚙). */
export interface ProgramSettings {
  measure: QualificationMeasure;
  window: QualificationWindow;
  /** Of a rolling window. */
  windowMonths: number;
  downgrade: DowngradePolicy;
  graceDays: number;
  /** Points per unit of the company's currency spent. */
  pointsPerUnit: number;
  /** Null: points never expire. */
  pointsExpireMonths: number | null;
  pointsReminderDays: number;
  reservationMinutes: number;
}

/** A tier, in force or retired. */
export interface TierConfig {
  id: string;
  code: string;
  rank: number;
  name: LocalizedText;
  color: string;
  /** Minor units of the company's currency. */
  spendThreshold: number;
  pointsThreshold: number;
  retired: boolean;
}

/** A benefit, in force or retired. */
export interface BenefitConfig {
  id: string;
  code: string;
  kind: BenefitKind;
  name: LocalizedText;
  terms: LocalizedText;
  howToUse: LocalizedText;
  validFrom: Date | null;
  validUntil: Date | null;
  quota: number | null;
  quotaPeriod: QuotaPeriod;
  stock: number | null;
  unitCost: number;
  value: number | null;
  redeemable: boolean;
  retired: boolean;
  tierIds: string[];
}

/** The programme in force, whole; shared and never changed in place. */
export interface PublishedProgram {
  versionId: string;
  number: number;
  settings: ProgramSettings;
  /** Lowest first; retired ones left out. */
  tiers: readonly TierConfig[];
  /** Retired ones too, since grants of them may still run. */
  benefits: readonly BenefitConfig[];
  tierById: ReadonlyMap<string, TierConfig>;
  /** Retired tiers too, for history. */
  everyTier: ReadonlyMap<string, TierConfig>;
  benefitById: ReadonlyMap<string, BenefitConfig>;
  /** Benefits in force by tier id. */
  benefitsOfTier: ReadonlyMap<string, readonly BenefitConfig[]>;
}

/** Tables whose change makes the programme in memory stale. */
export const PROGRAM_TABLES = ['program_version', 'tier', 'benefit', 'tier_benefit'];

/**
 * Reads the programme in force; kept in memory by ProgramService until one of its tables changes. Not over the pool:
 * transactions ask for it too, and would wait for each other's connections.
 */
export async function loadPublished(app: App): Promise<PublishedProgram> {
  const [version] = await app.db.hot.rows<{ id: string; number: number; content: { settings: ProgramSettings } }>(
    'published version',
    `select id, number, content from program_version where status in ('PUBLISHED', 'PUBLISHING')
      order by status = 'PUBLISHING' desc limit 1`,
    [],
  );
  if (!version) {
    throw new Error('no programme is published: the database was not set up');
  }
  const everyTier = await app.db.hot.rows<TierConfig>(
    'published tiers',
    `select id, code, rank, name, color, spend_threshold as "spendThreshold", points_threshold as "pointsThreshold", retired
       from tier order by retired, rank, code`,
    [],
  );
  const tiers = everyTier.filter(({ retired }) => !retired);
  const benefits = await app.db.hot.rows<BenefitConfig>(
    'published benefits',
    `select b.id, b.code, b.kind, b.name, b.terms, b.how_to_use as "howToUse", b.valid_from as "validFrom",
            b.valid_until as "validUntil", b.quota, b.quota_period as "quotaPeriod", b.stock, b.unit_cost as "unitCost",
            b.value, b.redeemable, b.retired,
            array(select tier_id::text from tier_benefit t where t.benefit_id = b.id) as "tierIds"
       from benefit b order by b.code`,
    [],
  );
  return {
    versionId: version.id,
    number: version.number,
    settings: version.content.settings,
    tiers,
    benefits,
    tierById: new Map(tiers.map((tier) => [tier.id, tier])),
    everyTier: new Map(everyTier.map((tier) => [tier.id, tier])),
    benefitById: new Map(benefits.map((benefit) => [benefit.id, benefit])),
    benefitsOfTier: new Map(
      tiers.map((tier) => [tier.id, benefits.filter(({ tierIds, retired }) => !retired && tierIds.includes(tier.id))]),
    ),
  };
}
