import { registerEnumType } from 'type-graphql';

export enum BenefitKind {
  FREE_SHIPPING = 'FREE_SHIPPING',
  DEDICATED_AGENT = 'DEDICATED_AGENT',
  PRIORITY_SERVICE = 'PRIORITY_SERVICE',
  PRIORITY_SHIPPING = 'PRIORITY_SHIPPING',
  BIRTHDAY_GIFT = 'BIRTHDAY_GIFT',
  DISCOUNT = 'DISCOUNT',
  COUPON = 'COUPON',
  CUSTOM_PACKAGING = 'CUSTOM_PACKAGING',
  PRODUCT_TRIAL = 'PRODUCT_TRIAL',
  EVENT_INVITATION = 'EVENT_INVITATION',
  POINTS_MULTIPLIER = 'POINTS_MULTIPLIER',
  CUSTOM = 'CUSTOM',
}
registerEnumType(BenefitKind, { name: 'BenefitKind', description: 'What sort of thing a benefit is (V3).' });

export enum QuotaPeriod {
  DAY = 'DAY',
  WEEK = 'WEEK',
  MONTH = 'MONTH',
  QUARTER = 'QUARTER',
  YEAR = 'YEAR',
  LIFETIME = 'LIFETIME',
}
registerEnumType(QuotaPeriod, {
  name: 'QuotaPeriod',
  description: 'In which span of company days a quota is counted (V3); weeks begin on Monday.',
});

export enum GrantOrigin {
  BIRTHDAY = 'BIRTHDAY',
  COMPENSATION = 'COMPENSATION',
  CAMPAIGN = 'CAMPAIGN',
  MANUAL = 'MANUAL',
  SYSTEM = 'SYSTEM',
}
registerEnumType(GrantOrigin, { name: 'GrantOrigin', description: 'Why a customer got a personal benefit (V4).' });

export enum GrantStatus {
  ACTIVE = 'ACTIVE',
  UPCOMING = 'UPCOMING',
  USED_UP = 'USED_UP',
  EXPIRED = 'EXPIRED',
  REVOKED = 'REVOKED',
}
registerEnumType(GrantStatus, { name: 'GrantStatus', description: 'Whether a personal benefit can be redeemed now.' });

export enum RedemptionStatus {
  RESERVED = 'RESERVED',
  COMMITTED = 'COMMITTED',
  RELEASED = 'RELEASED',
  REVERSED = 'REVERSED',
}
registerEnumType(RedemptionStatus, {
  name: 'RedemptionStatus',
  description: 'Reserved counts against quota and stock until committed, released or run out (V4).',
});

export enum PerkSource {
  TIER = 'TIER',
  GRANT = 'GRANT',
}
registerEnumType(PerkSource, { name: 'PerkSource', description: 'Where a perk comes from (V4).' });
