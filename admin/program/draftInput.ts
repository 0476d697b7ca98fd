import type { ProgramDraftUpdateInput } from '../api/generated/operations.js';
import type { Draft } from './types.js';

/** The values of the draft form: the draft as it was loaded, or as it was edited. */
export type DraftValues = Pick<Draft, 'note' | 'settings' | 'tiers' | 'benefits'>;

type TierValues = Partial<Draft['tiers'][number]> & Pick<Draft['tiers'][number], 'code'>;
type BenefitValues = Partial<Draft['benefits'][number]>;

const amount = (value: unknown): string => String(value ?? '').trim() || '0';
const both = (text?: { zh?: string | null; en?: string | null } | null) => ({ zh: text?.zh ?? '', en: text?.en ?? '' });

/** The input of `programDraftUpdate`: the whole draft, benefits only in tiers that still exist. */
export function draftInput(draft: Pick<Draft, 'id' | 'version'>, values: DraftValues): ProgramDraftUpdateInput {
  const codes = new Set(values.tiers.map((tier) => tier.code));
  return {
    id: draft.id,
    version: draft.version,
    note: values.note ?? null,
    settings: values.settings,
    tiers: values.tiers.map((tier: TierValues) => ({
      ...(tier.id ? { id: tier.id } : {}),
      code: tier.code ?? '',
      name: both(tier.name),
      color: tier.color ?? '#888888',
      spendThreshold: amount(tier.spendThreshold),
      pointsThreshold: Number(tier.pointsThreshold ?? 0),
    })),
    benefits: values.benefits.map((benefit: BenefitValues) => ({
      ...(benefit.id ? { id: benefit.id } : {}),
      code: benefit.code ?? '',
      kind: benefit.kind ?? 'CUSTOM',
      name: both(benefit.name),
      terms: both(benefit.terms),
      howToUse: both(benefit.howToUse),
      validFrom: benefit.validFrom ?? null,
      validUntil: benefit.validUntil ?? null,
      quota: benefit.quota ?? null,
      quotaPeriod: benefit.quotaPeriod ?? 'YEAR',
      stock: benefit.stock ?? null,
      unitCost: amount(benefit.unitCost),
      value: benefit.value ?? null,
      redeemable: benefit.redeemable ?? true,
      tierCodes: (benefit.tierCodes ?? []).filter((code) => codes.has(code)),
    })),
  };
}

/** A tier as the editor adds it: above the highest, its threshold still to be said. */
export const newTier = (position: number) => ({
  code: `tier_${position + 1}`,
  name: { zh: '', en: '' },
  color: '#8a9a5b',
  spendThreshold: '',
  pointsThreshold: 0,
});

/** A benefit as the editor adds it. */
export const newBenefit = (position: number) => ({
  code: `benefit_${position + 1}`,
  kind: 'CUSTOM' as const,
  name: { zh: '', en: '' },
  terms: { zh: '', en: '' },
  howToUse: { zh: '', en: '' },
  validFrom: null,
  validUntil: null,
  quota: null,
  quotaPeriod: 'YEAR' as const,
  stock: null,
  unitCost: '0',
  value: null,
  redeemable: true,
  tierCodes: [],
});
