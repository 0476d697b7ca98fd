import { useTranslate } from 'ra-core';
import { useAsk } from '../api/ask.js';
import { BenefitChoicesDocument, CustomerTagsDocument, TierChoicesDocument } from '../api/generated/operations.js';
import { useFormat } from './useFormat.js';

/** An entry of a select. */
export interface Choice {
  id: string;
  name: string;
}

/** The values of an enum as choices whose names are translation keys, which react-admin translates itself. */
export const enumChoices = (type: string, values: readonly string[]): Choice[] =>
  values.map((id) => ({ id, name: `enums.${type}.${id}` }));

/** The tiers in order, by id. */
export function useTierChoices(): Choice[] {
  const { text } = useFormat();
  const { data } = useAsk('tierChoices', TierChoicesDocument);
  return (data?.tiers ?? []).filter((tier) => !tier.retired).map((tier) => ({ id: tier.id, name: text(tier.name) }));
}

/** The benefits that are not retired, by id. */
export function useBenefitChoices(): Choice[] {
  const { text } = useFormat();
  const { data } = useAsk('benefitChoices', BenefitChoicesDocument);
  return (data?.benefits ?? []).filter((one) => !one.retired).map((one) => ({ id: one.id, name: text(one.name) }));
}

/** Every tag that some customer has. */
export function useTagChoices(): Choice[] {
  const { data } = useAsk('customerTags', CustomerTagsDocument);
  return (data?.customerTags ?? []).map((tag) => ({ id: tag, name: tag }));
}

/** The twelve months of a birthday filter. */
export function useMonthChoices(): { id: number; name: string }[] {
  const translate = useTranslate();
  return Array.from({ length: 12 }, (_, month) => ({
    id: month + 1,
    name: translate('app.month', { month: month + 1 }),
  }));
}

export const STAGES = enumChoices('LifecycleStage', ['PROSPECT', 'NEW', 'ACTIVE', 'DORMANT', 'CHURNED']);
export const VALUE_SEGMENTS = enumChoices('ValueSegment', [
  'HIGH_VALUE',
  'MID_VALUE',
  'NEW',
  'DORMANT',
  'CHURNED',
  'OTHER',
]);
export const CHANNELS = enumChoices('Channel', ['SMS', 'EMAIL', 'PUSH', 'WECHAT', 'IN_APP', 'PHONE']);
export const GENDERS = enumChoices('Gender', ['FEMALE', 'MALE', 'OTHER']);
export const LOCALES = enumChoices('Locale', ['zh', 'en']);
export const ROLES = enumChoices('StaffRole', ['ADMIN', 'SERVICE_MANAGER', 'SERVICE_AGENT', 'MARKETING', 'ANALYST']);
export const BENEFIT_KINDS = enumChoices('BenefitKind', [
  'FREE_SHIPPING',
  'DEDICATED_AGENT',
  'PRIORITY_SERVICE',
  'PRIORITY_SHIPPING',
  'BIRTHDAY_GIFT',
  'DISCOUNT',
  'COUPON',
  'CUSTOM_PACKAGING',
  'PRODUCT_TRIAL',
  'EVENT_INVITATION',
  'POINTS_MULTIPLIER',
  'CUSTOM',
]);
export const QUOTA_PERIODS = enumChoices('QuotaPeriod', ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR', 'LIFETIME']);
