import type { BenefitKind, QuotaPeriod } from '../../schema/benefits/enums.js';
import type { LocalizedText } from '../../schema/common/localized-text.js';
import type { ProgramSettings } from './published.js';

/** A tier as a programme version describes it; its rank is its place in the list, lowest first. */
export interface ProgramTierContent {
  id: string;
  code: string;
  name: LocalizedText;
  color: string;
  /** Minor units of the company's currency. */
  spendThreshold: number;
  pointsThreshold: number;
}

/** A benefit as a programme version describes it. */
export interface ProgramBenefitContent {
  id: string;
  code: string;
  kind: BenefitKind;
  name: LocalizedText;
  terms: LocalizedText;
  howToUse: LocalizedText;
  /** ISO instants; null: no bound. */
  validFrom: string | null;
  validUntil: string | null;
  quota: number | null;
  quotaPeriod: QuotaPeriod;
  stock: number | null;
  unitCost: number;
  value: number | null;
  redeemable: boolean;
  tierCodes: string[];
}

/** All that a programme version says: what a draft edits, publishing applies and a rollback restores. */
export interface ProgramContent {
  settings: ProgramSettings;
  tiers: ProgramTierContent[];
  benefits: ProgramBenefitContent[];
}
