import type { LocalizedText } from '../../schema/common/localized-text.js';
import { QualificationMeasure } from '../../schema/tiers/enums.js';
import type { ProgramContent } from './content.js';
import type { ProgramSettings, PublishedProgram } from './published.js';

/** What a programme version says about who has which tier: all that an evaluation needs. */
export interface TierRules {
  versionId: string;
  /** Null while the version is a draft. */
  number: number | null;
  settings: Pick<ProgramSettings, 'measure' | 'window' | 'windowMonths' | 'downgrade' | 'graceDays'>;
  /** Lowest first: a tier's rank is its place, from 1. */
  tiers: readonly RankedTier[];
}

export interface RankedTier {
  id: string;
  code: string;
  name: LocalizedText;
  spendThreshold: number;
  pointsThreshold: number;
}

/** The rules of the programme in force. */
export function rulesInForce(program: PublishedProgram): TierRules {
  return program;
}

/** The rules that a version's content would put in force. */
export function rulesOfContent(version: { id: string; number: number | null; content: ProgramContent }): TierRules {
  const { settings, tiers } = version.content;
  return { versionId: version.id, number: version.number, settings, tiers };
}

/** What a tier takes, in the unit of the programme's measure: minor units of money, or points. */
export function thresholdOf(
  rules: Pick<TierRules, 'settings'>,
  tier: Pick<RankedTier, 'spendThreshold' | 'pointsThreshold'>,
): number {
  return rules.settings.measure === QualificationMeasure.SPEND ? tier.spendThreshold : tier.pointsThreshold;
}
