// Written by admin/api/codegen.ts from the SDL and the operations.graphql files. Do not edit.
import { gql, type TypedDocumentNode } from '@apollo/client/core';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Who did something: a member of staff, a customer, another system, or Liuke itself. */
export type ActorKind =
  | 'CUSTOMER'
  | 'JOB'
  | 'STAFF'
  | 'SYSTEM';

/** A new API key for another system. */
export type ApiKeyCreateInput = {
  /** When it stops working by itself; absent: never. */
  expiresAt?: string | null | undefined;
  /** Which system will use it. */
  name: string;
  /** What it may do; at least one. */
  scopes: Array<ApiScope>;
};

/** The end of an API key. */
export type ApiKeyRevokeInput = {
  id: string;
};

/** What an API key of another system may do. */
export type ApiScope =
  | 'CUSTOMERS_READ'
  | 'CUSTOMERS_WRITE'
  | 'EVENTS_WRITE'
  | 'ORDERS_WRITE'
  | 'PERKS_READ'
  | 'PERKS_WRITE'
  | 'SEGMENTS_READ';

/** Which entries; all conditions together. */
export type AuditFilter = {
  action?: string | null | undefined;
  actorId?: string | null | undefined;
  /** At this instant or later. */
  since?: string | null | undefined;
  subjectId?: string | null | undefined;
  subjectType?: string | null | undefined;
  /** Before this instant. */
  until?: string | null | undefined;
};

/** The worst bands, 1–4, that still belong to a value segment (S5). */
export type BandRuleInput = {
  frequency: number;
  monetary: number;
  recency: number;
};

export type BenefitGrantFilter = {
  benefitId?: string | null | undefined;
  customerId?: string | null | undefined;
  origin?: GrantOrigin | null | undefined;
  status?: GrantStatus | null | undefined;
};

export type BenefitGrantInput = {
  benefitId: string;
  customerId: string;
  /** No end when left out. */
  endsAt?: string | null | undefined;
  /** One key, one effect, however often it is sent; per customer, at most 100 characters. */
  idempotencyKey: string;
  origin?: GrantOrigin;
  /** How many times it can be redeemed, between 1 and 1,000. */
  quantity?: number;
  /** At most 200 characters. */
  reason: string;
  /** Now when left out. */
  startsAt?: string | null | undefined;
};

export type BenefitGrantOrderBy =
  | 'GRANTED_AT_ASC'
  | 'GRANTED_AT_DESC';

export type BenefitGrantRevokeInput = {
  id: string;
  /** At most 200 characters. */
  reason: string;
};

/** What sort of thing a benefit is (V3). */
export type BenefitKind =
  | 'BIRTHDAY_GIFT'
  | 'COUPON'
  | 'CUSTOM'
  | 'CUSTOM_PACKAGING'
  | 'DEDICATED_AGENT'
  | 'DISCOUNT'
  | 'EVENT_INVITATION'
  | 'FREE_SHIPPING'
  | 'POINTS_MULTIPLIER'
  | 'PRIORITY_SERVICE'
  | 'PRIORITY_SHIPPING'
  | 'PRODUCT_TRIAL';

export type BenefitRedeemInput = {
  benefitId: string;
  /** For staff and systems only; customers redeem for themselves. */
  customerId?: string | null | undefined;
  /** Redeem this grant. Left out: the tier or grant whose time runs out first. */
  grantId?: string | null | undefined;
  /** One key, one effect, however often it is sent; per customer, at most 100 characters. */
  idempotencyKey: string;
  /** Between 1 and 100; all of it comes from one source. */
  quantity?: number;
};

/** A way to reach a customer (M2, A3). */
export type Channel =
  | 'EMAIL'
  | 'IN_APP'
  | 'PHONE'
  | 'PUSH'
  | 'SMS'
  | 'WECHAT';

/** Changes to the company's settings; what is absent or null stays as it is. */
export type CompanyUpdateInput = {
  /** ISO 4217 code; cannot change once there are orders. */
  currency?: string | null | undefined;
  /** For how many whole months events are kept beside the current one (A4), from 1 to 120; older ones are dropped for good. */
  eventMonths?: number | null | undefined;
  /** Replaces all rates; later orders use the new ones. */
  exchangeRates?: Array<ExchangeRateInput> | null | undefined;
  name?: string | null | undefined;
  /** IANA name; cannot change once there are orders. */
  timeZone?: string | null | undefined;
  /** The version that was read; an older one is refused with VERSION_CONFLICT. */
  version: number;
};

/** Contact data that staff see masked (A4). */
export type ContactField =
  | 'EMAIL'
  | 'PHONE';

export type CustomerEraseInput = {
  id: string;
  /** Why; stays in the audit log for good, so it should name nobody. */
  reason: string;
};

/** All conditions together; lists within one mean any of them. */
export type CustomerFilter = {
  /** 1 to 12. */
  birthdayMonth?: number | null | undefined;
  /** At this instant or later. */
  lastOrderSince?: string | null | undefined;
  /** Before this instant. */
  lastOrderUntil?: string | null | undefined;
  /** Customers without a tier; with `tierIds`: these too. */
  noTier?: boolean | null | undefined;
  /** Part of a name (its beginning, when shorter than three characters), an external id, or, for roles that may reveal contact data, a whole phone number or e-mail address. */
  q?: string | null | undefined;
  /** At this instant or later. */
  registeredSince?: string | null | undefined;
  /** Before this instant. */
  registeredUntil?: string | null | undefined;
  /** Has an identity in this source. */
  source?: string | null | undefined;
  /** At most. */
  spendMax?: string | null | undefined;
  /** At least. */
  spendMin?: string | null | undefined;
  stages?: Array<LifecycleStage> | null | undefined;
  /** Left out: ACTIVE. */
  status?: CustomerStatus | null | undefined;
  /** Has any of these. */
  tags?: Array<string> | null | undefined;
  tierIds?: Array<string> | null | undefined;
  valueSegments?: Array<ValueSegment> | null | undefined;
};

export type CustomerMergeInput = {
  /** The profile that goes into it. */
  mergedId: string;
  /** Why; stays in the audit log for good, so it should name nobody. */
  reason: string;
  /** The profile that stays. */
  survivorId: string;
};

export type CustomerMergeRevertInput = {
  mergeId: string;
  /** Why; stays in the audit log for good, so it should name nobody. */
  reason: string;
};

export type CustomerNoteAddInput = {
  body: string;
  id: string;
};

/** Customers who never ordered come after all others when sorted by their last order. */
export type CustomerOrderBy =
  | 'LAST_ORDER_ASC'
  | 'LAST_ORDER_DESC'
  | 'REGISTERED_ASC'
  | 'REGISTERED_DESC'
  | 'SPEND_ASC'
  | 'SPEND_DESC';

export type CustomerRevealInput = {
  fields: Array<ContactField>;
  id: string;
  /** Why; stays in the audit log for good, so it should name nobody. */
  reason: string;
};

/** Whether a profile is in use, has gone into another one (A1), or was deleted (A4). */
export type CustomerStatus =
  | 'ACTIVE'
  | 'ERASED'
  | 'MERGED';

export type CustomerTagInput = {
  add?: Array<string> | null | undefined;
  id: string;
  remove?: Array<string> | null | undefined;
};

/** A field left out stays as it is; null clears it. */
export type CustomerUpdateInput = {
  birthday?: string | null | undefined;
  city?: string | null | undefined;
  email?: string | null | undefined;
  gender?: Gender | null | undefined;
  id: string;
  /** Replaces all. */
  interests?: Array<string> | null | undefined;
  locale?: Locale | null | undefined;
  name?: string | null | undefined;
  /** Mainland mobile numbers with or without +86; others as E.164. */
  phone?: string | null | undefined;
  preferredChannel?: Channel | null | undefined;
  quietHours?: QuietHoursInput | null | undefined;
  /** The version that was read; an older one is refused with VERSION_CONFLICT. */
  version: number;
};

/** How often the cut-offs are computed anew: each company day, on Mondays, or on the first of the month. */
export type CutoffSchedule =
  | 'DAILY'
  | 'MONTHLY'
  | 'WEEKLY';

/** Where a customer goes who no longer earns the tier when its period and grace are over (V1). */
export type DowngradePolicy =
  | 'NEVER'
  | 'ONE_LEVEL'
  | 'TO_EARNED';

/** What a customer did, short of buying (A2). */
export type EventKind =
  | 'ADD_TO_CART'
  /** Followed a link in a message or an advertisement. */
  | 'CLICK'
  | 'FAVORITE'
  /** Opened the app or signed in; days with one count for "interacts often" (S4). */
  | 'LOGIN'
  | 'OTHER'
  | 'REVIEW'
  | 'SEARCH'
  | 'SHARE'
  /** Asked to be told: of an arrival, a price, a newsletter. */
  | 'SUBSCRIBE'
  /** Looked at an article or a category. */
  | 'VIEW';

/** What a unit of another currency is worth in the company's. */
export type ExchangeRateInput = {
  /** ISO 4217 code. */
  currency: string;
  /** Units of the company's currency per unit; more than 0, at most 1,000,000. */
  rate: number;
};

/** Weeks begin on Monday. */
export type FlowPeriod =
  | 'DAY'
  | 'MONTH'
  | 'WEEK';

/** A frequency: so many purchases in so many days; 1–1,000 and 1–3,650. */
export type FrequencyRuleInput = {
  days: number;
  times: number;
};

export type Gender =
  | 'FEMALE'
  | 'MALE'
  | 'OTHER';

/** Why a customer got a personal benefit (V4). */
export type GrantOrigin =
  | 'BIRTHDAY'
  | 'CAMPAIGN'
  | 'COMPENSATION'
  | 'MANUAL'
  | 'SYSTEM';

/** Whether a personal benefit can be redeemed now. */
export type GrantStatus =
  | 'ACTIVE'
  | 'EXPIRED'
  | 'REVOKED'
  | 'UPCOMING'
  | 'USED_UP';

/** An import to stop. */
export type ImportCancelInput = {
  id: string;
};

/** What became of lines of a file. */
export type ImportCategory =
  /** Lines of orders whose buyer is known to be anonymous. */
  | 'ANONYMOUS_ORDERS'
  /** Events that were new. */
  | 'EVENTS'
  /** Events that were known already, or belong to a deleted person (A4). */
  | 'KNOWN_EVENTS'
  /** Lines of orders of customers. */
  | 'ORDERS'
  /** Lines that took something off an earlier order. */
  | 'REFUNDS'
  /** Could not be taken. */
  | 'REJECTED'
  /** No sale: stock movements, fees, bad debts, credits without a customer. */
  | 'SKIPPED';

/** What a file holds. */
export type ImportKind =
  | 'EVENTS'
  | 'ORDERS';

/** Which column of the file means what. */
export type ImportMappingInput = {
  /** The name of the column, as in the header. */
  column: string;
  /** Of orders: number, placedAt, quantity, unitPrice (required), customerExternalId, sku, name or category. Of events: id, kind, customerExternalId, at (required), sku, category or detail. */
  field: string;
};

/** An uploaded file to look into. */
export type ImportPreviewInput = {
  /** What it is looked at as. */
  kind?: ImportKind;
  /** The suggested mapping when missing. */
  mapping?: Array<ImportMappingInput> | null | undefined;
  /** From `POST /uploads`. */
  uploadId: string;
};

/** An import to go on with. */
export type ImportResumeInput = {
  id: string;
};

/** An uploaded file to import. */
export type ImportStartInput = {
  /** ISO 4217 code of its prices; the company's when missing. */
  currency?: string | null | undefined;
  kind: ImportKind;
  mapping: Array<ImportMappingInput>;
  /** The source that its order numbers and customer ids belong to. */
  source: string;
  /** The IANA time zone of its times that have no offset; the company's when missing. */
  timeZone?: string | null | undefined;
  /** From `POST /uploads`. */
  uploadId: string;
};

/** Where an import stands. */
export type ImportStatus =
  /** Stopped by hand; what was taken in stays, and it can be resumed. */
  | 'CANCELLED'
  | 'DONE'
  /** Stopped by an error; can be resumed. */
  | 'FAILED'
  /** Waits for a worker. */
  | 'READY'
  | 'RUNNING';

/** What made a level change. */
export type LevelCause =
  /** Everybody else's spend: the cut-offs of the monetary bands were computed anew. */
  | 'CUTOFFS'
  | 'EVENT'
  /** Profiles were merged, parted or deleted. */
  | 'MERGE'
  | 'ORDER'
  /** Other thresholds were published. */
  | 'PUBLISH'
  | 'REFUND'
  /** Days passed without anything. */
  | 'TIME';

export type LevelDraftCreateInput = {
  /** The version to begin with; left out: the one in force. */
  from?: string | null | undefined;
};

export type LevelDraftDiscardInput = {
  id: string;
};

/** Parts that are left out stay as they are. */
export type LevelDraftUpdateInput = {
  id: string;
  /** Up to 500 characters. */
  note?: string | null | undefined;
  rules?: LevelRulesInput | null | undefined;
  version: number;
};

/** What is levelled: the stage (S4), the value segment (S5), or one of the RFM bands (S1–S3). */
export type LevelKind =
  | 'FREQUENCY'
  | 'MONETARY'
  | 'RECENCY'
  | 'STAGE'
  | 'VALUE_SEGMENT';

export type LevelPreviewInput = {
  id: string;
};

export type LevelPublishInput = {
  id: string;
  /** Up to 500 characters; left out: the draft's. */
  note?: string | null | undefined;
  /** The version whose preview was looked at. */
  version: number;
};

/** The thresholds of levels (S1–S5), all of them. */
export type LevelRulesInput = {
  /** The last day since a purchase on which a customer is active (S4). */
  activeDays: number;
  cutoffEvery: CutoffSchedule;
  /** The last day since a purchase or an interaction on which a customer is dormant, not churned (S4). */
  dormantDays: number;
  /** The least frequencies of bands 1 to 3, falling (S2). */
  frequency: Array<FrequencyRuleInput>;
  highValue: BandRuleInput;
  /** Nowhere narrower than `highValue`. */
  midValue: BandRuleInput;
  /** The shares of buyers, in percent from the highest spend on, up to the end of bands 1 to 3; rising (S3). */
  monetaryShares: Array<number>;
  /** The last day since the first purchase on which a customer is new (S4). */
  newDays: number;
  often: OftenRuleInput;
  /** The last days since a purchase of the recency bands 1 to 3, rising, 1–3,650 (S1). */
  recencyDays: Array<number>;
};

/** Where a version of the thresholds stands. */
export type LevelVersionStatus =
  | 'DISCARDED'
  | 'DRAFT'
  | 'PUBLISHED'
  /** Its rules are in force already, and customers are being moved to what they give. */
  | 'PUBLISHING'
  | 'SUPERSEDED';

export type LevelsRefreshInput = {
  /** Also compute the cut-offs of spend anew (S3). */
  cutoffs?: boolean | null | undefined;
};

/** Where a customer stands in their life with the company (S4); the days are the defaults of the level rules. */
export type LifecycleStage =
  /** Bought within 90 days, or interacts often. */
  | 'ACTIVE'
  /** Neither bought nor interacted for over 180 days. */
  | 'CHURNED'
  /** No purchase for 91 to 180 days, or longer but interacted within 180. */
  | 'DORMANT'
  /** The first order lies within 30 days. */
  | 'NEW'
  /** Never bought. */
  | 'PROSPECT';

/** A language of the panel and the messages. */
export type Locale =
  | 'en'
  | 'zh';

/** A text in both languages. */
export type LocalizedTextInput = {
  /** English. */
  en: string;
  /** Chinese. */
  zh: string;
};

export type MembershipRefreshInput = {
  customerId: string;
};

/** What two profiles of perhaps one person share (A1). */
export type MergeMatch =
  | 'EMAIL'
  | 'PHONE';

/** So many days with a login (1–31) within so many days (1–365). */
export type OftenRuleInput = {
  days: number;
  logins: number;
};

/** Which orders a list shows; all conditions hold together. */
export type OrderFilter = {
  /** True: only orders without a customer; false: only those with one. */
  anonymous?: boolean | null | undefined;
  customerId?: string | null | undefined;
  /** The whole number, exactly. */
  number?: string | null | undefined;
  /** Placed at this instant or later. */
  placedSince?: string | null | undefined;
  /** Placed before this instant. */
  placedUntil?: string | null | undefined;
  source?: string | null | undefined;
  status?: OrderStatus | null | undefined;
};

/** How a list of orders is sorted. */
export type OrderOrderBy =
  | 'PLACED_AT_ASC'
  | 'PLACED_AT_DESC';

/** Where an order stands after its reversals. */
export type OrderStatus =
  | 'CANCELLED'
  | 'PARTLY_REFUNDED'
  | 'PLACED'
  | 'REFUNDED';

/** Where a perk comes from (V4). */
export type PerkSource =
  | 'GRANT'
  | 'TIER';

/** Something that may be done, if one may. */
export type Permission =
  | 'API_KEY_MANAGE'
  | 'AUDIT_READ'
  | 'COMPANY_EDIT'
  | 'CUSTOMER_EDIT'
  | 'CUSTOMER_ERASE'
  | 'CUSTOMER_INGEST'
  | 'CUSTOMER_MERGE'
  | 'CUSTOMER_READ'
  | 'CUSTOMER_REVEAL'
  | 'EVENT_INGEST'
  | 'IMPORT_READ'
  | 'IMPORT_RUN'
  | 'LEVEL_EDIT'
  | 'LEVEL_PUBLISH'
  | 'LEVEL_READ'
  | 'ME'
  | 'ORDER_INGEST'
  | 'ORDER_READ'
  | 'OWN_ACCOUNT'
  | 'PERK_GRANT'
  | 'PERK_READ'
  | 'PERK_REDEEM'
  | 'PERK_REVERSE'
  | 'POINTS_ADJUST'
  | 'POINTS_SPEND'
  | 'PROGRAM_EDIT'
  | 'PROGRAM_PUBLISH'
  | 'PROGRAM_READ'
  | 'SEGMENT_EDIT'
  | 'SEGMENT_EXPORT'
  | 'SEGMENT_READ'
  | 'STAFF_MANAGE'
  | 'STAFF_READ'
  | 'TIER_GRANT';

/** What a segment is for, and what is done for its members (S8). */
export type PlaybookInput = {
  /** 20 at most, each of 1–500 characters. */
  actions: Array<string>;
  /** Up to 500 characters. */
  goal: string;
};

export type PointsAdjustInput = {
  customerId: string;
  /** One key, one effect, however often it is sent; at most 100 characters. */
  idempotencyKey: string;
  /** Positive or negative; a negative one may not exceed the balance. */
  points: number;
  /** Shown to the customer and kept in the audit log; at most 200 characters. */
  reason: string;
};

/** What sort of entry in the points ledger (V2). */
export type PointsEntryKind =
  /** Corrected by hand, up or down. */
  | 'ADJUST'
  /** By an order. */
  | 'EARN'
  /** Run out unused. */
  | 'EXPIRE'
  /** An entry undone: a refund takes back what its order earned, an error is put right. */
  | 'REVERSE'
  /** Used up by the customer; the points of the oldest expiry go first. */
  | 'SPEND';

/** Which products count: those of any of the SKUs or categories. */
export type ProductScopeInput = {
  /** 1,000 at most. */
  categories?: Array<string> | null | undefined;
  /** 1,000 at most. */
  skus?: Array<string> | null | undefined;
};

export type ProgramBenefitInput = {
  /** Lower-case letters, digits and _; another code is another benefit. */
  code: string;
  /** Up to 1,000 characters in each language. */
  howToUse: LocalizedTextInput;
  /** Ignored: a benefit is known by its code. */
  id?: string | null | undefined;
  kind: BenefitKind;
  /** 1–60 characters in each language. */
  name: LocalizedTextInput;
  /** At least 1; null: without limit. */
  quota?: number | null | undefined;
  /** Once published, what was redeemed in the present period counts, also when it was another kind of period then. */
  quotaPeriod: QuotaPeriod;
  /** Never for a POINTS_MULTIPLIER, which applies by itself. */
  redeemable: boolean;
  /** Null: without limit. */
  stock?: number | null | undefined;
  /** Up to 2,000 characters in each language. */
  terms: LocalizedTextInput;
  /** Tiers of the same version. */
  tierCodes: Array<string>;
  unitCost: string;
  validFrom?: string | null | undefined;
  /** After `validFrom`. */
  validUntil?: string | null | undefined;
  /** Percent off for a DISCOUNT, at least 1 for a POINTS_MULTIPLIER, an amount otherwise. */
  value?: number | null | undefined;
};

export type ProgramDraftCreateInput = {
  /** The version to begin with; left out: the one in force. */
  fromVersionId?: string | null | undefined;
};

export type ProgramDraftDiscardInput = {
  id: string;
};

/** Parts that are left out stay as they are. */
export type ProgramDraftUpdateInput = {
  /** All of them. */
  benefits?: Array<ProgramBenefitInput> | null | undefined;
  id: string;
  /** Up to 500 characters. */
  note?: string | null | undefined;
  settings?: ProgramSettingsInput | null | undefined;
  /** All of them, lowest first. */
  tiers?: Array<ProgramTierInput> | null | undefined;
  version: number;
};

export type ProgramImpactInput = {
  id: string;
  version: number;
};

export type ProgramPublishInput = {
  id: string;
  /** The version whose impact was looked at. */
  version: number;
};

export type ProgramRollbackInput = {
  /** 1–500 characters. */
  reason: string;
  /** A version that was in force before. */
  toVersionId: string;
};

export type ProgramSettingsInput = {
  downgrade: DowngradePolicy;
  /** 0–365. */
  graceDays: number;
  measure: QualificationMeasure;
  /** 1–120; null: never. */
  pointsExpireMonths?: number | null | undefined;
  /** 0–1000. */
  pointsPerUnit: number;
  /** 0–180. */
  pointsReminderDays: number;
  /** 1–1440. */
  reservationMinutes: number;
  window: QualificationWindow;
  /** 1–60. */
  windowMonths: number;
};

/** Where a programme version stands (V6). */
export type ProgramStatus =
  | 'DRAFT'
  | 'FAILED'
  | 'PUBLISHED'
  | 'PUBLISHING'
  | 'SUPERSEDED';

export type ProgramTierInput = {
  /** Lower-case letters, digits and _; another code is another tier. */
  code: string;
  /** Like "#C8962E". */
  color: string;
  /** Ignored: a tier is known by its code. */
  id?: string | null | undefined;
  /** 1–40 characters in each language. */
  name: LocalizedTextInput;
  pointsThreshold: number;
  spendThreshold: string;
};

/** What a tier is reached by (V1): spend net of refunds, or points earned. */
export type QualificationMeasure =
  | 'POINTS'
  | 'SPEND';

/** Over which time the measure is summed (V1); years and days are those of the company time zone. */
export type QualificationWindow =
  | 'CALENDAR_YEAR'
  | 'LIFETIME'
  | 'ROLLING_MONTHS';

/** When not to disturb (A3), in company time; may run over midnight. */
export type QuietHoursInput = {
  from: string;
  until: string;
};

/** In which span of company days a quota is counted (V3); weeks begin on Monday. */
export type QuotaPeriod =
  | 'DAY'
  | 'LIFETIME'
  | 'MONTH'
  | 'QUARTER'
  | 'WEEK'
  | 'YEAR';

export type RedemptionCommitInput = {
  id: string;
};

export type RedemptionFilter = {
  benefitId?: string | null | undefined;
  customerId?: string | null | undefined;
  /** Made at or after. */
  since?: string | null | undefined;
  status?: RedemptionStatus | null | undefined;
  /** Made before. */
  until?: string | null | undefined;
};

export type RedemptionOrderBy =
  | 'CREATED_AT_ASC'
  | 'CREATED_AT_DESC';

export type RedemptionReleaseInput = {
  id: string;
  /** At most 200 characters. */
  reason?: string | null | undefined;
};

export type RedemptionReverseInput = {
  id: string;
  /** At most 200 characters. */
  reason: string;
};

/** Reserved counts against quota and stock until committed, released or run out (V4). */
export type RedemptionStatus =
  | 'COMMITTED'
  | 'RELEASED'
  | 'RESERVED'
  | 'REVERSED';

/** A length of time by the calendar. */
export type RelativeDaysInput = {
  /** 0 to 36,500 days, or as many weeks, months or years. */
  amount: number;
  unit: TimeUnit;
};

/** Why money went back. */
export type ReversalKind =
  | 'CANCELLATION'
  | 'REFUND';

export type SegmentArchiveInput = {
  id: string;
  /** The version that was read; an older one is refused with VERSION_CONFLICT. */
  version: number;
};

/** One comparison of one field; a value that field and operator do not take is refused. */
export type SegmentConditionInput = {
  /** 1,000 at most. */
  amounts?: Array<string> | null | undefined;
  /** 1,000 at most. */
  days?: Array<string> | null | undefined;
  field: SegmentField;
  /** 1,000 at most. For REDEMPTION_COUNT: the benefits that count. */
  ids?: Array<string> | null | undefined;
  /** 1,000 at most. */
  numbers?: Array<number> | null | undefined;
  operator: SegmentOperator;
  products?: ProductScopeInput | null | undefined;
  /** For IN_LAST, NOT_IN_LAST, BEFORE_LAST and IN_NEXT. For POINTS_EXPIRING: how far ahead; 30 days. */
  relative?: RelativeDaysInput | null | undefined;
  /** 1,000 at most. For EVENT_COUNT, EVENT_DAYS and LAST_EVENT_ON: the kinds that count. For SAMPLE: its seed. */
  texts?: Array<string> | null | undefined;
  window?: TimeWindowInput | null | undefined;
};

export type SegmentCountInput = {
  /** Judges everybody as at the end of this day: later orders, refunds and events do not count. Profile, tier, points and perks are as they are now. Left out: now. */
  asOf?: string | null | undefined;
  /** True: wait longer rather than take an estimate; TOO_SLOW when even that does not do. */
  exact?: boolean | null | undefined;
  rules: SegmentRuleInput;
};

/** A new segment. */
export type SegmentCreateInput = {
  /** Up to 1,000 characters. */
  description?: string | null | undefined;
  /** The same key makes the same segment, however often it is sent. */
  idempotencyKey?: string | null | undefined;
  kind?: SegmentKind;
  /** 1–80 characters; no other segment in use has it. */
  name: string;
  playbook?: PlaybookInput | null | undefined;
  /** Required for DYNAMIC, refused for LIST. */
  rules?: SegmentRuleInput | null | undefined;
};

/** Into a segment, or out of it. */
export type SegmentDirection =
  | 'ENTERED'
  | 'LEFT';

/** An export to stop. */
export type SegmentExportCancelInput = {
  id: string;
};

/** A column of an export; the customer's id always comes first. Days are the company's. */
export type SegmentExportColumn =
  | 'AVERAGE_ORDER_VALUE'
  | 'BIRTHDAY'
  | 'CITY'
  | 'EMAIL'
  | 'EXTERNAL_IDS'
  | 'FIRST_ORDER_ON'
  | 'GENDER'
  | 'INTERESTS'
  | 'LAST_ORDER_ON'
  | 'LOCALE'
  | 'NAME'
  | 'ORDER_COUNT'
  | 'PHONE'
  | 'POINTS_BALANCE'
  | 'PREFERRED_CHANNEL'
  | 'REGISTERED_ON'
  | 'RFM_SCORE'
  | 'SPEND'
  | 'STAGE'
  | 'TAGS'
  | 'TIER'
  | 'VALUE_SEGMENT';

/** How phone and e-mail are written; clear only for roles that may reveal contact data (A4). */
export type SegmentExportContacts =
  | 'CLEAR'
  | 'MASKED';

/** A file to make of the members of a segment. */
export type SegmentExportStartInput = {
  /** Members as of the end of this day; their columns are always as of now. Not for lists. */
  asOf?: string | null | undefined;
  /** In this order; left out: the usual ones. */
  columns?: Array<SegmentExportColumn> | null | undefined;
  /** CLEAR only for roles that may reveal contact data (A4). */
  contacts?: SegmentExportContacts;
  /** The same key begins the same export, however often it is sent. */
  idempotencyKey: string;
  segmentId: string;
};

export type SegmentExportStatus =
  | 'CANCELLED'
  /** The file can be fetched until it expires. */
  | 'DONE'
  /** The file has been deleted. */
  | 'EXPIRED'
  /** `error` says why; start another one. */
  | 'FAILED'
  /** Waits for a worker. */
  | 'READY'
  | 'RUNNING';

/** What a segment can ask about a customer; `segmentFields` says how. */
export type SegmentField =
  | 'AGE'
  | 'AVERAGE_ORDER_VALUE'
  | 'BIRTHDAY'
  | 'BIRTHDAY_MONTH'
  | 'CITY'
  | 'CONSENT'
  | 'DAYS_BETWEEN_ORDERS'
  | 'DAYS_SINCE_ORDER'
  | 'EMAIL'
  | 'EVENT_COUNT'
  | 'EVENT_DAYS'
  | 'EXTERNAL_ID'
  | 'FIRST_ORDER_ON'
  | 'FREQUENCY'
  | 'GENDER'
  | 'HAS_EMAIL'
  | 'HAS_PHONE'
  | 'INTERESTS'
  | 'LAST_EVENT_ON'
  | 'LAST_LOGIN_ON'
  | 'LAST_ORDER_ON'
  | 'LOCALE'
  | 'MONETARY'
  | 'NAME'
  | 'ORDER_COUNT'
  | 'ORDER_COUNT_TOTAL'
  | 'ORDER_REFUNDS'
  | 'ORDER_SPEND'
  | 'ORDER_UNITS'
  | 'PERK_HELD'
  | 'PHONE'
  | 'POINTS_BALANCE'
  | 'POINTS_EXPIRING'
  | 'PREFERRED_CHANNEL'
  | 'RECENCY'
  | 'REDEMPTION_COUNT'
  | 'REGISTERED_ON'
  | 'RFM_SCORE'
  | 'SAMPLE'
  | 'SEGMENT'
  | 'SOURCE'
  | 'SPEND_TOTAL'
  | 'STAGE'
  | 'TAGS'
  | 'TIER'
  | 'TIER_EXPIRES_ON'
  | 'TIER_SINCE'
  | 'VALUE_SEGMENT';

/** Where a builder shows a field. */
export type SegmentFieldGroup =
  | 'BEHAVIOUR'
  | 'ORDERS'
  | 'PERKS'
  | 'PROFILE'
  | 'RFM'
  | 'SEGMENTS'
  | 'TIER';

/** All conditions together. */
export type SegmentFilter = {
  /** Left out: false. */
  archived?: boolean | null | undefined;
  /** Whether every company begins with it. */
  builtIn?: boolean | null | undefined;
  kind?: SegmentKind | null | undefined;
  /** Part of the name or description, without regard to case. */
  q?: string | null | undefined;
};

/** A segment whose present members are to become a list. */
export type SegmentFreezeInput = {
  /** Members as of the end of this day; left out: now. */
  asOf?: string | null | undefined;
  id: string;
  /** The same key makes the same list, however often it is sent. */
  idempotencyKey?: string | null | undefined;
  /** Of the list; 1–80 characters. */
  name: string;
};

/** How the rules of a group go together. */
export type SegmentJoin =
  /** Every rule holds; a group without rules holds for everybody. */
  | 'ALL'
  /** At least one rule holds; a group without rules holds for nobody. */
  | 'ANY'
  /** No rule holds; a group without rules holds for everybody. */
  | 'NONE';

/** How customers come into a segment (S7). */
export type SegmentKind =
  /** By its rules, always anew. */
  | 'DYNAMIC'
  /** By name: frozen from another segment, or uploaded. */
  | 'LIST';

/** Customers to put on a list; whoever is on it already stays. */
export type SegmentListAddInput = {
  /** 10,000 at most. */
  customerIds?: Array<string> | null | undefined;
  /** 10,000 at most. */
  externalIds?: Array<string> | null | undefined;
  id: string;
  /** The source that the external ids belong to. */
  source?: string | null | undefined;
};

/** Customers to take off a list. */
export type SegmentListRemoveInput = {
  /** 10,000 at most. */
  customerIds: Array<string>;
  id: string;
};

/** All conditions together; lists within one mean any of them. */
export type SegmentMemberFilter = {
  /** Part of a name, an external id, or, for roles that may reveal contact data, a whole phone number or e-mail address. */
  q?: string | null | undefined;
  stages?: Array<LifecycleStage> | null | undefined;
  tierIds?: Array<string> | null | undefined;
};

/** Members who never ordered come after all others when sorted by their last order. */
export type SegmentMemberOrderBy =
  | 'LAST_ORDER_ASC'
  | 'LAST_ORDER_DESC'
  | 'REGISTERED_ASC'
  | 'REGISTERED_DESC'
  | 'SPEND_ASC'
  | 'SPEND_DESC';

/** How a field is compared. A customer without a value fails every comparison but NE, NOT_IN, NOT_IN_LAST, HAS_NONE and IS_NOT_SET, which say the opposite of their counterparts. */
export type SegmentOperator =
  | 'AFTER'
  | 'BEFORE'
  /** Longer ago than `relative`; not for those who have no such day. */
  | 'BEFORE_LAST'
  /** Two values; both ends count. */
  | 'BETWEEN'
  /** Anywhere in the text, whatever the case; wildcards mean themselves. */
  | 'CONTAINS'
  | 'EQ'
  | 'GT'
  | 'GTE'
  /** Every one of the values. */
  | 'HAS_ALL'
  /** At least one of the values. */
  | 'HAS_ANY'
  /** None of the values; the opposite of HAS_ANY. */
  | 'HAS_NONE'
  | 'IN'
  /** Today or up to `relative` ago, both days included. */
  | 'IN_LAST'
  /** Today or up to `relative` ahead, both days included; birthdays by their anniversary. */
  | 'IN_NEXT'
  | 'IS_FALSE'
  | 'IS_NOT_SET'
  | 'IS_SET'
  | 'IS_TRUE'
  | 'LT'
  | 'LTE'
  | 'NE'
  | 'NOT_IN'
  /** The opposite of IN_LAST: longer ago, never, or in the future. */
  | 'NOT_IN_LAST'
  | 'ON'
  /** At the beginning, whatever the case; wildcards mean themselves. */
  | 'STARTS_WITH';

/** How segments are sorted; by members means as of their last refresh. */
export type SegmentOrderBy =
  | 'MEMBERS_ASC'
  | 'MEMBERS_DESC'
  | 'NAME_ASC'
  | 'NAME_DESC'
  | 'UPDATED_ASC'
  | 'UPDATED_DESC';

export type SegmentOverlapInput = {
  /** Two to five segments. */
  ids: Array<string>;
};

/** A segment whose members and movements are to be brought up to date now. */
export type SegmentRefreshInput = {
  id: string;
};

export type SegmentRestoreInput = {
  id: string;
  /** The version that was read; an older one is refused with VERSION_CONFLICT. */
  version: number;
};

/** A group of rules (`join` and `rules`) or one `condition`. At most 8 groups inside each other, 200 conditions, and in each of them 50,000 characters. */
export type SegmentRuleInput = {
  condition?: SegmentConditionInput | null | undefined;
  join?: SegmentJoin | null | undefined;
  rules?: Array<SegmentRuleInput> | null | undefined;
};

export type SegmentSampleInput = {
  /** Judges everybody as at the end of this day: later orders, refunds and events do not count. Profile, tier, points and perks are as they are now. Left out: now. */
  asOf?: string | null | undefined;
  /** 20 at most. */
  first?: number;
  rules: SegmentRuleInput;
};

/** What to suggest: the field's own values, or, where it takes `products`, SKUs or categories. */
export type SegmentSuggestion =
  | 'CATEGORY'
  | 'SKU'
  | 'VALUE';

/** Changes of a segment; what is left out or null stays as it is. */
export type SegmentUpdateInput = {
  /** Up to 1,000 characters. */
  description?: string | null | undefined;
  id: string;
  /** 1–80 characters. */
  name?: string | null | undefined;
  /** Why the rules change; up to 500 characters. */
  note?: string | null | undefined;
  playbook?: PlaybookInput | null | undefined;
  /** Other rules make a new version; not for lists. */
  rules?: SegmentRuleInput | null | undefined;
  /** The version that was read; an older one is refused with VERSION_CONFLICT. */
  version: number;
};

/** What refers to a segment. */
export type SegmentUseKind =
  | 'SEGMENT';

/** What a field is compared with, and in which input it is given. */
export type SegmentValueType =
  /** `ids` of benefits */
  | 'BENEFIT'
  /** `texts`, out of the options */
  | 'CODE'
  /** `days` or `relative`, by operator */
  | 'DAY'
  /** nothing: IS_TRUE or IS_FALSE says it all */
  | 'FLAG'
  /** `amounts`, in the company's currency */
  | 'MONEY'
  /** `numbers` */
  | 'NUMBER'
  /** `ids` of segments */
  | 'SEGMENT'
  /** `texts`; a customer can have several */
  | 'TAG'
  /** `texts` */
  | 'TEXT'
  /** `ids` of tiers */
  | 'TIER';

/** Either `rules` or `segmentId`. */
export type SegmentWhyInput = {
  /** Judges everybody as at the end of this day: later orders, refunds and events do not count. Profile, tier, points and perks are as they are now. Left out: now. */
  asOf?: string | null | undefined;
  customerId: string;
  rules?: SegmentRuleInput | null | undefined;
  segmentId?: string | null | undefined;
};

/** A change of the caller's own password. */
export type StaffChangePasswordInput = {
  currentPassword: string;
  /** Ten characters at least. */
  newPassword: string;
};

/** A new member of staff. */
export type StaffCreateInput = {
  /** What they sign in with; unique without regard to case. */
  email: string;
  /** The language of the panel for them. */
  locale?: Locale;
  name: string;
  /** Their first password; ten characters at least. */
  password: string;
  role: StaffRole;
};

/** Which members of staff. */
export type StaffFilter = {
  /** Part of the name or e-mail, without regard to case. */
  q?: string | null | undefined;
  role?: StaffRole | null | undefined;
  status?: StaffStatus | null | undefined;
};

/** How members of staff are sorted. */
export type StaffOrderBy =
  | 'CREATED_AT_ASC'
  | 'CREATED_AT_DESC'
  | 'EMAIL_ASC'
  | 'EMAIL_DESC'
  | 'NAME_ASC'
  | 'NAME_DESC';

/** A new password for somebody who cannot sign in. */
export type StaffResetPasswordInput = {
  id: string;
  /** Ten characters at least. */
  newPassword: string;
};

/** What somebody of the company does here (domain.md, the people). */
export type StaffRole =
  | 'ADMIN'
  | 'ANALYST'
  | 'MARKETING'
  | 'SERVICE_AGENT'
  | 'SERVICE_MANAGER';

/** A sign-in with e-mail and password. */
export type StaffSignInInput = {
  /** Without regard to case. */
  email: string;
  password: string;
};

/** Whose sessions to end. */
export type StaffSignOutEverywhereInput = {
  /** The caller's own by default; others need STAFF_MANAGE. */
  staffId?: string | null | undefined;
};

/** Whether somebody may sign in. */
export type StaffStatus =
  | 'ACTIVE'
  | 'DISABLED';

/** Changes to a member of staff; what is absent or null stays as it is. */
export type StaffUpdateInput = {
  id: string;
  locale?: Locale | null | undefined;
  name?: string | null | undefined;
  /** Nobody changes their own; one active admin always remains. */
  role?: StaffRole | null | undefined;
  /** DISABLED ends their sessions at once. */
  status?: StaffStatus | null | undefined;
  /** The version that was read; an older one is refused with VERSION_CONFLICT. */
  version: number;
};

/** What a customer holds a tier by (V1). */
export type TierCause =
  | 'GRANT'
  | 'POINTS'
  | 'SPEND';

export type TierDirection =
  | 'DOWN'
  | 'UP';

export type TierGrantInput = {
  customerId: string;
  /** Left out: for life. */
  endsAt?: string | null | undefined;
  /** Sent again with the same input, it has no second effect. */
  idempotencyKey?: string | null | undefined;
  /** Kept in the history and the audit log; 1–500 characters. */
  reason: string;
  tierId: string;
};

export type TierGrantRevokeInput = {
  id: string;
  /** Kept in the history and the audit log; 1–500 characters. */
  reason: string;
};

/** What made a customer change tier. */
export type TierMoveCause =
  | 'GRANT'
  | 'GRANT_END'
  | 'MERGE'
  | 'ORDER'
  | 'PERIOD_END'
  | 'POINTS'
  | 'PUBLISH'
  | 'REFUND'
  | 'ROLLBACK';

/** All conditions together. */
export type TierMoveFilter = {
  cause?: TierMoveCause | null | undefined;
  direction?: TierDirection | null | undefined;
  /** From this instant on. */
  since?: string | null | undefined;
  /** Left or reached this tier. */
  tierId?: string | null | undefined;
  /** Before this instant. */
  until?: string | null | undefined;
};

/** A unit of the calendar. */
export type TimeUnit =
  | 'DAY'
  | 'MONTH'
  | 'WEEK'
  | 'YEAR';

/** Which days count: `last`, or `since` and `until`, or all time. */
export type TimeWindowInput = {
  /** From so long ago until today, both days included. */
  last?: RelativeDaysInput | null | undefined;
  /** From this day on. */
  since?: string | null | undefined;
  /** Until the end of this day. */
  until?: string | null | undefined;
};

/** What sort of thing happened (A2). */
export type TimelineKind =
  | 'CANCELLATION'
  | 'CONSENT'
  | 'EVENTS'
  | 'GRANT'
  | 'LEVEL'
  | 'MERGE'
  | 'NOTE'
  | 'ORDER'
  | 'POINTS'
  | 'REDEMPTION'
  | 'REFUND'
  | 'REGISTERED'
  | 'TIER_MOVE';

/** Why an input was not accepted. */
export type UserErrorCode =
  | 'ALREADY_DONE'
  | 'CONFLICT'
  | 'DEMO_ACCOUNT'
  | 'EXPIRED'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'INSUFFICIENT_POINTS'
  | 'INVALID'
  | 'IN_USE'
  | 'LOCKED_OUT'
  | 'NOT_FOUND'
  | 'NOT_IN_TIER'
  | 'NOT_REDEEMABLE'
  | 'NOT_YET_VALID'
  | 'OUT_OF_QUOTA'
  | 'OUT_OF_RANGE'
  | 'OUT_OF_STOCK'
  | 'REQUIRED'
  | 'RETIRED'
  | 'STALE'
  | 'TAKEN'
  | 'TOO_LONG'
  | 'TOO_SHORT'
  | 'UNKNOWN_CURRENCY'
  | 'WRONG_CREDENTIALS';

/** What a customer is worth and how far gone (S5): the first of these that fits. */
export type ValueSegment =
  /** Of the stage CHURNED. */
  | 'CHURNED'
  /** Of the stage DORMANT. */
  | 'DORMANT'
  /** Recent, frequent and among the highest spenders, by the bands of the rules in force. */
  | 'HIGH_VALUE'
  /** The same with the wider bands. */
  | 'MID_VALUE'
  /** Of the stage NEW. */
  | 'NEW'
  /** Who never bought, and buyers whom no other name fits. */
  | 'OTHER';

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { permissions: Array<Permission>, staff: { id: string, email: string, name: string, role: StaffRole, locale: Locale } | null } | null };

export type SignInChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type SignInChoicesQuery = { demoSignIns: Array<{ email: string, password: string, role: StaffRole, name: string }> };

export type CompanyFrameQueryVariables = Exact<{ [key: string]: never; }>;


export type CompanyFrameQuery = { company: { name: string, timeZone: string, currency: string, demo: boolean } };

export type SignInMutationVariables = Exact<{
  input: StaffSignInInput;
}>;


export type SignInMutation = { payload: { accessToken: string | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type RefreshSessionMutationVariables = Exact<{ [key: string]: never; }>;


export type RefreshSessionMutation = { payload: { accessToken: string | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { payload: { userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type OwnSessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnSessionsQuery = { viewer: { staff: { id: string, sessions: Array<{ id: string, createdAt: string, expiresAt: string, ip: string | null, userAgent: string | null, current: boolean }> } | null } | null };

export type ChangePasswordMutationVariables = Exact<{
  input: StaffChangePasswordInput;
}>;


export type ChangePasswordMutation = { payload: { userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type SignOutEverywhereMutationVariables = Exact<{
  input?: StaffSignOutEverywhereInput | null | undefined;
}>;


export type SignOutEverywhereMutation = { payload: { userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type ApiKeyListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  offset?: number | null | undefined;
}>;


export type ApiKeyListQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, prefix: string, scopes: Array<ApiScope>, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null, createdBy: { id: string, name: string } | null }> } };

export type ApiKeyCreateMutationVariables = Exact<{
  input: ApiKeyCreateInput;
}>;


export type ApiKeyCreateMutation = { payload: { secret: string | null, apiKey: { id: string } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type ApiKeyRevokeMutationVariables = Exact<{
  input: ApiKeyRevokeInput;
}>;


export type ApiKeyRevokeMutation = { payload: { apiKey: { id: string } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type UserErrorPartsFragment = { field: string | null, code: UserErrorCode, message: string };

export type TierPartsFragment = { id: string, code: string, rank: number, color: string, name: { zh: string, en: string } };

export type BenefitPartsFragment = { id: string, code: string, kind: BenefitKind, name: { zh: string, en: string } };

export type PersonPartsFragment = { id: string, name: string, phone: string | null, status: CustomerStatus };

export type AuditListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  offset?: number | null | undefined;
  filter?: AuditFilter | null | undefined;
}>;


export type AuditListQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, at: string, actorKind: ActorKind, actorId: string | null, actorName: string, action: string, subjectType: string, subjectId: string | null, reason: string | null, ip: string | null }> } };

export type AuditOneQueryVariables = Exact<{
  id: string;
}>;


export type AuditOneQuery = { one: { id: string, at: string, actorKind: ActorKind, actorId: string | null, actorName: string, action: string, subjectType: string, subjectId: string | null, before: unknown, after: unknown, reason: string | null, ip: string | null, userAgent: string | null, requestId: string | null } | null };

export type CompanySettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type CompanySettingsQuery = { company: { name: string, timeZone: string, currency: string, version: number, demo: boolean, eventMonths: number, exchangeRates: Array<{ currency: string, rate: number }> } };

export type CompanyUpdateMutationVariables = Exact<{
  input: CompanyUpdateInput;
}>;


export type CompanyUpdateMutation = { payload: { company: { name: string, version: number } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type CustomerListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  offset?: number | null | undefined;
  filter?: CustomerFilter | null | undefined;
  orderBy?: CustomerOrderBy | null | undefined;
}>;


export type CustomerListQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, phone: string | null, email: string | null, city: string | null, tags: Array<string>, status: CustomerStatus, registeredAt: string, version: number, tier: { id: string, code: string, rank: number, color: string, name: { zh: string, en: string } } | null, stats: { orderCount: number, spend: string, lastOrderAt: string | null, stage: LifecycleStage } }> } };

export type CustomerOneQueryVariables = Exact<{
  id: string;
}>;


export type CustomerOneQuery = { one: { id: string, name: string, gender: Gender | null, birthday: string | null, phone: string | null, email: string | null, city: string | null, locale: Locale, preferredChannel: Channel | null, interests: Array<string>, tags: Array<string>, status: CustomerStatus, registeredAt: string, createdAt: string, updatedAt: string, version: number, quietHours: { from: string, until: string } | null, mergedInto: { id: string, name: string, phone: string | null, status: CustomerStatus } | null, identities: Array<{ source: string, externalId: string, createdAt: string }>, stats: { orderCount: number, spend: string, firstOrderAt: string | null, lastOrderAt: string | null, stage: LifecycleStage, averageOrderValue: string | null, valueSegment: ValueSegment, daysBetweenOrders: number | null, lastEventOn: string | null, rfm: { recency: number | null, frequency: number | null, monetary: number | null, score: string | null, daysSinceOrder: number | null, ordersPerMonth: number | null } }, membership: { since: string | null, qualifiedBy: TierCause | null, expiresAt: string | null, graceUntil: string | null, tier: { id: string, code: string, rank: number, color: string, name: { zh: string, en: string } } | null, progress: { spendGap: string | null, pointsGap: number | null, ordersGap: number | null, spend: string, points: number, orders: number, periodStart: string | null, periodEnd: string | null, next: { id: string, code: string, rank: number, color: string, name: { zh: string, en: string } } } | null, points: { balance: number, debt: number, expiringSoon: Array<{ points: number, expiresAt: string }> } }, consents: Array<{ purpose: string, documentVersion: string, granted: boolean, at: string, source: string }>, mergeCandidates: Array<{ matchedOn: Array<MergeMatch>, customer: { email: string | null, id: string, name: string, phone: string | null, status: CustomerStatus, tier: { id: string, code: string, rank: number, color: string, name: { zh: string, en: string } } | null, stats: { orderCount: number, spend: string } } }>, merges: Array<{ id: string, reason: string, mergedAt: string, revertedAt: string | null, survivor: { id: string, name: string, phone: string | null, status: CustomerStatus }, merged: { id: string, name: string, phone: string | null, status: CustomerStatus }, mergedBy: { id: string, name: string } | null, revertedBy: { id: string, name: string } | null }>, notes: Array<{ id: string, body: string, createdAt: string, author: { id: string, name: string } | null }>, perks: Array<{ id: string, source: PerkSource, remaining: number | null, quota: number | null, used: number, validUntil: string | null, howToUse: { zh: string, en: string }, grant: { id: string } | null, benefit: { redeemable: boolean, id: string, code: string, kind: BenefitKind, name: { zh: string, en: string } } }>, tierGrants: Array<{ id: string, reason: string, startsAt: string, endsAt: string | null, revokedAt: string | null, tier: { id: string, code: string, rank: number, color: string, name: { zh: string, en: string } }, grantedBy: { id: string, name: string } | null }> } | null };

export type CustomerTimelineQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CustomerTimelineQuery = { customer: { id: string, timeline: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, at: string, kind: TimelineKind, order: { id: string, source: string, number: string, amount: string, currency: string, status: OrderStatus } | null, pointsEntry: { seq: number, kind: PointsEntryKind, points: number, balanceAfter: number, reason: string | null } | null, tierMove: { id: string, direction: TierDirection, cause: TierMoveCause, reason: string, from: { id: string, code: string, rank: number, color: string, name: { zh: string, en: string } } | null, to: { id: string, code: string, rank: number, color: string, name: { zh: string, en: string } } | null } | null, redemption: { id: string, code: string, status: RedemptionStatus, quantity: number, benefit: { id: string, code: string, kind: BenefitKind, name: { zh: string, en: string } } } | null, grant: { id: string, origin: GrantOrigin, quantity: number, reason: string, benefit: { id: string, code: string, kind: BenefitKind, name: { zh: string, en: string } } } | null, note: { id: string, body: string, author: { id: string, name: string } | null } | null, merge: { id: string, reason: string, revertedAt: string | null, merged: { id: string, name: string, phone: string | null, status: CustomerStatus } } | null, consent: { purpose: string, granted: boolean, documentVersion: string } | null, levelChange: { id: string, kind: LevelKind, from: string | null, to: string | null, cause: LevelCause, on: string, at: string, daysSinceOrder: number | null, daysSinceEvent: number | null, orderCount: number, spend: string } | null, events: { day: string, kind: EventKind, count: number } | null }> } } | null };

export type CustomerOrdersQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CustomerOrdersQuery = { customer: { id: string, orders: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, source: string, number: string, placedAt: string, status: OrderStatus, currency: string, amount: string, refunded: string, baseNet: string, points: number }> } } | null };

export type CustomerPointsQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CustomerPointsQuery = { customer: { id: string, pointsEntries: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ seq: number, kind: PointsEntryKind, points: number, balanceAfter: number, reason: string | null, at: string, expiresAt: string | null, actor: string | null, order: { id: string, number: string } | null }> } } | null };

export type CustomerGrantsQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CustomerGrantsQuery = { customer: { id: string, grants: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, origin: GrantOrigin, reason: string, quantity: number, used: number, startsAt: string, endsAt: string | null, grantedAt: string, status: GrantStatus, benefit: { id: string, code: string, kind: BenefitKind, name: { zh: string, en: string } }, grantedBy: { id: string, name: string } | null }> } } | null };

export type CustomerRedemptionsQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CustomerRedemptionsQuery = { customer: { id: string, redemptions: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, code: string, status: RedemptionStatus, quantity: number, cost: string, createdAt: string, reservedUntil: string | null, endReason: string | null, benefit: { id: string, code: string, kind: BenefitKind, name: { zh: string, en: string } }, tier: { id: string, code: string, rank: number, color: string, name: { zh: string, en: string } } | null }> } } | null };

export type CustomerTierMovesQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CustomerTierMovesQuery = { customer: { id: string, tierMoves: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, direction: TierDirection, cause: TierMoveCause, reason: string, at: string, actor: string | null, from: { id: string, code: string, rank: number, color: string, name: { zh: string, en: string } } | null, to: { id: string, code: string, rank: number, color: string, name: { zh: string, en: string } } | null, order: { id: string, number: string } | null }> } } | null };

export type CustomerTagsQueryVariables = Exact<{ [key: string]: never; }>;


export type CustomerTagsQuery = { customerTags: Array<string> };

export type CustomerUpdateMutationVariables = Exact<{
  input: CustomerUpdateInput;
}>;


export type CustomerUpdateMutation = { payload: { customer: { id: string, version: number } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type CustomerTagMutationVariables = Exact<{
  input: CustomerTagInput;
}>;


export type CustomerTagMutation = { payload: { customer: { id: string, tags: Array<string> } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type CustomerNoteAddMutationVariables = Exact<{
  input: CustomerNoteAddInput;
}>;


export type CustomerNoteAddMutation = { payload: { customer: { id: string } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type CustomerRevealMutationVariables = Exact<{
  input: CustomerRevealInput;
}>;


export type CustomerRevealMutation = { payload: { phone: string | null, email: string | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type CustomerMergeMutationVariables = Exact<{
  input: CustomerMergeInput;
}>;


export type CustomerMergeMutation = { payload: { merge: { id: string } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type CustomerMergeRevertMutationVariables = Exact<{
  input: CustomerMergeRevertInput;
}>;


export type CustomerMergeRevertMutation = { payload: { merge: { id: string } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type CustomerEraseMutationVariables = Exact<{
  input: CustomerEraseInput;
}>;


export type CustomerEraseMutation = { payload: { customer: { id: string, status: CustomerStatus } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type TierGrantGiveMutationVariables = Exact<{
  input: TierGrantInput;
}>;


export type TierGrantGiveMutation = { payload: { tierGrant: { id: string } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type TierGrantRevokeMutationVariables = Exact<{
  input: TierGrantRevokeInput;
}>;


export type TierGrantRevokeMutation = { payload: { tierGrant: { id: string } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type PointsAdjustMutationVariables = Exact<{
  input: PointsAdjustInput;
}>;


export type PointsAdjustMutation = { payload: { entry: { seq: number } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type MembershipRefreshMutationVariables = Exact<{
  input: MembershipRefreshInput;
}>;


export type MembershipRefreshMutation = { payload: { customer: { id: string } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type CustomerActivityQueryVariables = Exact<{
  id: string;
}>;


export type CustomerActivityQuery = { customer: { id: string, activity: { lastEventAt: string | null, lastLoginAt: string | null, eventsLast30Days: number, byKind: Array<{ kind: EventKind, last30Days: number, total: number }> } } | null };

export type CustomerEventsQueryVariables = Exact<{
  id: string;
  kind?: EventKind | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CustomerEventsQuery = { customer: { id: string, events: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: EventKind, at: string, source: string, sku: string | null, category: string | null, detail: string | null }> } } | null };

export type GrantListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  offset?: number | null | undefined;
  filter?: BenefitGrantFilter | null | undefined;
  orderBy?: BenefitGrantOrderBy | null | undefined;
}>;


export type GrantListQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, origin: GrantOrigin, reason: string, quantity: number, used: number, startsAt: string, endsAt: string | null, grantedAt: string, revokedAt: string | null, status: GrantStatus, customer: { id: string, name: string, phone: string | null, status: CustomerStatus }, benefit: { id: string, code: string, kind: BenefitKind, name: { zh: string, en: string } }, grantedBy: { id: string, name: string } | null }> } };

export type BenefitGrantGiveMutationVariables = Exact<{
  input: BenefitGrantInput;
}>;


export type BenefitGrantGiveMutation = { payload: { grant: { id: string } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type BenefitGrantRevokeMutationVariables = Exact<{
  input: BenefitGrantRevokeInput;
}>;


export type BenefitGrantRevokeMutation = { payload: { grant: { id: string, status: GrantStatus } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type ProgramOverviewQueryVariables = Exact<{ [key: string]: never; }>;


export type ProgramOverviewQuery = { programOverview: { customers: number, newMembers: number, noTier: number, movesUp: number, movesDown: number, redemptionsThisMonth: number, pointsOutstanding: number, pointsExpiring30Days: number, membersByTier: Array<{ count: number, tier: { id: string, code: string, rank: number, color: string, name: { zh: string, en: string } } }>, redemptionsByDay: Array<{ day: string, count: number, cost: string }>, movesByDay: Array<{ day: string, up: number, down: number }>, ordersByDay: Array<{ day: string, orders: number, spend: string }>, topBenefits: Array<{ count: number, benefit: { id: string, code: string, kind: BenefitKind, name: { zh: string, en: string } } }> } };

export type ImportHeadFragment = { id: string, kind: ImportKind, fileName: string, status: ImportStatus, bytesTotal: number, bytesDone: number, linesDone: number, rejectReportUrl: string | null, error: string | null, createdAt: string, startedAt: string | null, finishedAt: string | null, createdBy: { id: string, name: string } | null, counts: { lines: number, orders: number, ordersUnchanged: number, events: number, eventsUnchanged: number, reversals: number, customers: number, anonymousLines: number, rejectedLines: number, duplicateLines: number, skippedLines: number, amount: string, balanced: boolean | null } };

export type ImportListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  offset?: number | null | undefined;
}>;


export type ImportListQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: ImportKind, fileName: string, status: ImportStatus, bytesTotal: number, bytesDone: number, linesDone: number, rejectReportUrl: string | null, error: string | null, createdAt: string, startedAt: string | null, finishedAt: string | null, createdBy: { id: string, name: string } | null, counts: { lines: number, orders: number, ordersUnchanged: number, events: number, eventsUnchanged: number, reversals: number, customers: number, anonymousLines: number, rejectedLines: number, duplicateLines: number, skippedLines: number, amount: string, balanced: boolean | null } }> } };

export type ImportOneQueryVariables = Exact<{
  id: string;
}>;


export type ImportOneQuery = { one: { id: string, kind: ImportKind, fileName: string, status: ImportStatus, bytesTotal: number, bytesDone: number, linesDone: number, rejectReportUrl: string | null, error: string | null, createdAt: string, startedAt: string | null, finishedAt: string | null, mapping: Array<{ field: string, column: string }>, options: { source: string, currency: string, timeZone: string }, counts: { lines: number, orders: number, ordersUnchanged: number, events: number, eventsUnchanged: number, reversals: number, customers: number, anonymousLines: number, rejectedLines: number, duplicateLines: number, skippedLines: number, amount: string, balanced: boolean | null, reconciliation: Array<{ category: ImportCategory, code: string | null, lines: number, amount: string }> }, rejects: { totalCount: number, nodes: Array<{ line: number, code: string, message: string, skipped: boolean, raw: string }> }, createdBy: { id: string, name: string } | null } | null };

export type ImportPreviewQueryVariables = Exact<{
  input: ImportPreviewInput;
}>;


export type ImportPreviewQuery = { importPreview: { columns: Array<string>, sample: Array<Array<string>>, suggestedMapping: Array<{ field: string, column: string }>, issues: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type ImportStartMutationVariables = Exact<{
  input: ImportStartInput;
}>;


export type ImportStartMutation = { payload: { import: { id: string } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type ImportCancelMutationVariables = Exact<{
  input: ImportCancelInput;
}>;


export type ImportCancelMutation = { payload: { import: { id: string, status: ImportStatus } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type ImportResumeMutationVariables = Exact<{
  input: ImportResumeInput;
}>;


export type ImportResumeMutation = { payload: { import: { id: string, status: ImportStatus } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type LevelVersionHeadFragment = { id: string, number: number | null, status: LevelVersionStatus, version: number, note: string | null, progressDone: number, progressTotal: number | null, createdAt: string, updatedAt: string, publishedAt: string | null, createdBy: { id: string, name: string } | null, publishedBy: { id: string, name: string } | null };

export type LevelRulesPartsFragment = { recencyDays: Array<number>, monetaryShares: Array<number>, newDays: number, activeDays: number, dormantDays: number, cutoffEvery: CutoffSchedule, frequency: Array<{ times: number, days: number }>, often: { logins: number, days: number }, highValue: { recency: number, frequency: number, monetary: number }, midValue: { recency: number, frequency: number, monetary: number } };

export type LevelPreviewPartsFragment = { computedAt: string, total: number, stay: number, changed: number, cutoffs: Array<string>, matrices: Array<{ kind: LevelKind, cells: Array<{ from: string | null, to: string | null, customers: number }> }> };

export type LevelsInForceQueryVariables = Exact<{ [key: string]: never; }>;


export type LevelsInForceQuery = { levels: { cutoffs: Array<string> | null, cutoffsAt: string | null, id: string, number: number | null, status: LevelVersionStatus, version: number, note: string | null, progressDone: number, progressTotal: number | null, createdAt: string, updatedAt: string, publishedAt: string | null, rules: { recencyDays: Array<number>, monetaryShares: Array<number>, newDays: number, activeDays: number, dormantDays: number, cutoffEvery: CutoffSchedule, frequency: Array<{ times: number, days: number }>, often: { logins: number, days: number }, highValue: { recency: number, frequency: number, monetary: number }, midValue: { recency: number, frequency: number, monetary: number } }, createdBy: { id: string, name: string } | null, publishedBy: { id: string, name: string } | null } | null };

export type LevelDraftQueryVariables = Exact<{ [key: string]: never; }>;


export type LevelDraftQuery = { levelDraft: { id: string, number: number | null, status: LevelVersionStatus, version: number, note: string | null, progressDone: number, progressTotal: number | null, createdAt: string, updatedAt: string, publishedAt: string | null, rules: { recencyDays: Array<number>, monetaryShares: Array<number>, newDays: number, activeDays: number, dormantDays: number, cutoffEvery: CutoffSchedule, frequency: Array<{ times: number, days: number }>, often: { logins: number, days: number }, highValue: { recency: number, frequency: number, monetary: number }, midValue: { recency: number, frequency: number, monetary: number } }, preview: { computedAt: string, total: number, stay: number, changed: number, cutoffs: Array<string>, matrices: Array<{ kind: LevelKind, cells: Array<{ from: string | null, to: string | null, customers: number }> }> } | null, createdBy: { id: string, name: string } | null, publishedBy: { id: string, name: string } | null } | null };

export type LevelVersionOneQueryVariables = Exact<{
  id: string;
}>;


export type LevelVersionOneQuery = { levelVersion: { id: string, number: number | null, status: LevelVersionStatus, version: number, note: string | null, progressDone: number, progressTotal: number | null, createdAt: string, updatedAt: string, publishedAt: string | null, rules: { recencyDays: Array<number>, monetaryShares: Array<number>, newDays: number, activeDays: number, dormantDays: number, cutoffEvery: CutoffSchedule, frequency: Array<{ times: number, days: number }>, often: { logins: number, days: number }, highValue: { recency: number, frequency: number, monetary: number }, midValue: { recency: number, frequency: number, monetary: number } }, preview: { computedAt: string, total: number, stay: number, changed: number, cutoffs: Array<string>, matrices: Array<{ kind: LevelKind, cells: Array<{ from: string | null, to: string | null, customers: number }> }> } | null, createdBy: { id: string, name: string } | null, publishedBy: { id: string, name: string } | null } | null };

export type LevelVersionsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type LevelVersionsQuery = { levelVersions: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, number: number | null, status: LevelVersionStatus, version: number, note: string | null, progressDone: number, progressTotal: number | null, createdAt: string, updatedAt: string, publishedAt: string | null, createdBy: { id: string, name: string } | null, publishedBy: { id: string, name: string } | null }> } };

export type LevelProgressQueryVariables = Exact<{
  id: string;
}>;


export type LevelProgressQuery = { levelVersion: { id: string, number: number | null, status: LevelVersionStatus, version: number, note: string | null, progressDone: number, progressTotal: number | null, createdAt: string, updatedAt: string, publishedAt: string | null, createdBy: { id: string, name: string } | null, publishedBy: { id: string, name: string } | null } | null };

export type RfmMatrixQueryVariables = Exact<{
  asOf?: string | null | undefined;
}>;


export type RfmMatrixQuery = { rfmMatrix: { asOf: string, total: number, cells: Array<{ recency: number, frequency: number, monetary: number, customers: number, spend: string, averageOrderValue: string }> } };

export type LifecycleOverviewQueryVariables = Exact<{
  asOf?: string | null | undefined;
}>;


export type LifecycleOverviewQuery = { lifecycleOverview: { asOf: string, stages: Array<{ stage: LifecycleStage, customers: number, spend: string }>, valueSegments: Array<{ valueSegment: ValueSegment, customers: number, spend: string }> } };

export type LifecycleFlowQueryVariables = Exact<{
  since: string;
  until: string;
  kind: LevelKind;
  per: FlowPeriod;
}>;


export type LifecycleFlowQuery = { lifecycleFlow: Array<{ period: string, moves: Array<{ from: string | null, to: string | null, customers: number }>, counts: Array<{ code: string | null, customers: number }> }> };

export type CustomerLevelChangesQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CustomerLevelChangesQuery = { customer: { id: string, levelChanges: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: LevelKind, from: string | null, to: string | null, cause: LevelCause, on: string, at: string, daysSinceOrder: number | null, daysSinceEvent: number | null, orderCount: number, spend: string }> } } | null };

export type LevelChangePartsFragment = { id: string, kind: LevelKind, from: string | null, to: string | null, cause: LevelCause, on: string, at: string, daysSinceOrder: number | null, daysSinceEvent: number | null, orderCount: number, spend: string };

export type LevelDraftCreateMutationVariables = Exact<{
  input: LevelDraftCreateInput;
}>;


export type LevelDraftCreateMutation = { payload: { levelVersion: { id: string } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type LevelDraftUpdateMutationVariables = Exact<{
  input: LevelDraftUpdateInput;
}>;


export type LevelDraftUpdateMutation = { payload: { levelVersion: { id: string, version: number } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type LevelDraftDiscardMutationVariables = Exact<{
  input: LevelDraftDiscardInput;
}>;


export type LevelDraftDiscardMutation = { payload: { levelVersion: { id: string } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type LevelPreviewMutationVariables = Exact<{
  input: LevelPreviewInput;
}>;


export type LevelPreviewMutation = { payload: { preview: { computedAt: string, total: number, stay: number, changed: number, cutoffs: Array<string>, matrices: Array<{ kind: LevelKind, cells: Array<{ from: string | null, to: string | null, customers: number }> }> } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type LevelPublishMutationVariables = Exact<{
  input: LevelPublishInput;
}>;


export type LevelPublishMutation = { payload: { levelVersion: { id: string, status: LevelVersionStatus } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type LevelsRefreshMutationVariables = Exact<{
  input: LevelsRefreshInput;
}>;


export type LevelsRefreshMutation = { payload: { touched: number, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type OrderListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  offset?: number | null | undefined;
  filter?: OrderFilter | null | undefined;
  orderBy?: OrderOrderBy | null | undefined;
}>;


export type OrderListQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, source: string, number: string, placedAt: string, status: OrderStatus, currency: string, amount: string, refunded: string, baseNet: string, points: number, customer: { id: string, name: string, phone: string | null, status: CustomerStatus } | null }> } };

export type OrderOneQueryVariables = Exact<{
  id: string;
}>;


export type OrderOneQuery = { one: { id: string, source: string, number: string, placedAt: string, status: OrderStatus, currency: string, amount: string, refunded: string, baseAmount: string, baseNet: string, points: number, customer: { id: string, name: string, phone: string | null, status: CustomerStatus } | null, lines: Array<{ position: number, sku: string, name: string, category: string | null, quantity: number, unitPrice: string, amount: string }>, reversals: Array<{ id: string, number: string, kind: ReversalKind, amount: string | null, applied: string, reason: string | null, occurredAt: string }> } | null };

export type VersionHeadFragment = { id: string, number: number | null, status: ProgramStatus, note: string | null, progressDone: number, progressTotal: number | null, error: string | null, createdAt: string, updatedAt: string, publishedAt: string | null, version: number, createdBy: { id: string, name: string } | null, publishedBy: { id: string, name: string } | null, basedOn: { id: string, number: number | null } | null, rollbackOf: { id: string, number: number | null } | null };

export type VersionBodyFragment = { id: string, number: number | null, status: ProgramStatus, note: string | null, progressDone: number, progressTotal: number | null, error: string | null, createdAt: string, updatedAt: string, publishedAt: string | null, version: number, settings: { measure: QualificationMeasure, window: QualificationWindow, windowMonths: number, downgrade: DowngradePolicy, graceDays: number, pointsPerUnit: number, pointsExpireMonths: number | null, pointsReminderDays: number, reservationMinutes: number }, tiers: Array<{ id: string, code: string, color: string, spendThreshold: string, pointsThreshold: number, name: { zh: string, en: string } }>, benefits: Array<{ id: string, code: string, kind: BenefitKind, validFrom: string | null, validUntil: string | null, quota: number | null, quotaPeriod: QuotaPeriod, stock: number | null, unitCost: string, value: number | null, redeemable: boolean, tierCodes: Array<string>, name: { zh: string, en: string }, terms: { zh: string, en: string }, howToUse: { zh: string, en: string } }>, createdBy: { id: string, name: string } | null, publishedBy: { id: string, name: string } | null, basedOn: { id: string, number: number | null } | null, rollbackOf: { id: string, number: number | null } | null };

export type ImpactPartsFragment = { total: number, up: number, down: number, stay: number, yearlyCostBefore: string, yearlyCostAfter: string, computedAt: string, pairs: Array<{ count: number, from: { code: string, color: string, name: { zh: string, en: string } } | null, to: { code: string, color: string, name: { zh: string, en: string } } | null, sample: Array<{ id: string, name: string, phone: string | null, status: CustomerStatus, stats: { spend: string } }> }> };

export type ProgramPublishedQueryVariables = Exact<{ [key: string]: never; }>;


export type ProgramPublishedQuery = { program: { id: string, number: number | null, status: ProgramStatus, note: string | null, progressDone: number, progressTotal: number | null, error: string | null, createdAt: string, updatedAt: string, publishedAt: string | null, version: number, settings: { measure: QualificationMeasure, window: QualificationWindow, windowMonths: number, downgrade: DowngradePolicy, graceDays: number, pointsPerUnit: number, pointsExpireMonths: number | null, pointsReminderDays: number, reservationMinutes: number }, tiers: Array<{ id: string, code: string, color: string, spendThreshold: string, pointsThreshold: number, name: { zh: string, en: string } }>, benefits: Array<{ id: string, code: string, kind: BenefitKind, validFrom: string | null, validUntil: string | null, quota: number | null, quotaPeriod: QuotaPeriod, stock: number | null, unitCost: string, value: number | null, redeemable: boolean, tierCodes: Array<string>, name: { zh: string, en: string }, terms: { zh: string, en: string }, howToUse: { zh: string, en: string } }>, createdBy: { id: string, name: string } | null, publishedBy: { id: string, name: string } | null, basedOn: { id: string, number: number | null } | null, rollbackOf: { id: string, number: number | null } | null } | null, tiers: Array<{ id: string, code: string, memberCount: number }>, benefits: Array<{ id: string, code: string, stock: number | null, stockUsed: number }> };

export type ProgramDraftQueryVariables = Exact<{ [key: string]: never; }>;


export type ProgramDraftQuery = { programDraft: { impactAt: string | null, id: string, number: number | null, status: ProgramStatus, note: string | null, progressDone: number, progressTotal: number | null, error: string | null, createdAt: string, updatedAt: string, publishedAt: string | null, version: number, impact: { total: number, up: number, down: number, stay: number, yearlyCostBefore: string, yearlyCostAfter: string, computedAt: string, pairs: Array<{ count: number, from: { code: string, color: string, name: { zh: string, en: string } } | null, to: { code: string, color: string, name: { zh: string, en: string } } | null, sample: Array<{ id: string, name: string, phone: string | null, status: CustomerStatus, stats: { spend: string } }> }> } | null, settings: { measure: QualificationMeasure, window: QualificationWindow, windowMonths: number, downgrade: DowngradePolicy, graceDays: number, pointsPerUnit: number, pointsExpireMonths: number | null, pointsReminderDays: number, reservationMinutes: number }, tiers: Array<{ id: string, code: string, color: string, spendThreshold: string, pointsThreshold: number, name: { zh: string, en: string } }>, benefits: Array<{ id: string, code: string, kind: BenefitKind, validFrom: string | null, validUntil: string | null, quota: number | null, quotaPeriod: QuotaPeriod, stock: number | null, unitCost: string, value: number | null, redeemable: boolean, tierCodes: Array<string>, name: { zh: string, en: string }, terms: { zh: string, en: string }, howToUse: { zh: string, en: string } }>, createdBy: { id: string, name: string } | null, publishedBy: { id: string, name: string } | null, basedOn: { id: string, number: number | null } | null, rollbackOf: { id: string, number: number | null } | null } | null };

export type ProgramVersionOneQueryVariables = Exact<{
  id: string;
}>;


export type ProgramVersionOneQuery = { programVersion: { impactAt: string | null, id: string, number: number | null, status: ProgramStatus, note: string | null, progressDone: number, progressTotal: number | null, error: string | null, createdAt: string, updatedAt: string, publishedAt: string | null, version: number, impact: { total: number, up: number, down: number, stay: number, yearlyCostBefore: string, yearlyCostAfter: string, computedAt: string, pairs: Array<{ count: number, from: { code: string, color: string, name: { zh: string, en: string } } | null, to: { code: string, color: string, name: { zh: string, en: string } } | null, sample: Array<{ id: string, name: string, phone: string | null, status: CustomerStatus, stats: { spend: string } }> }> } | null, settings: { measure: QualificationMeasure, window: QualificationWindow, windowMonths: number, downgrade: DowngradePolicy, graceDays: number, pointsPerUnit: number, pointsExpireMonths: number | null, pointsReminderDays: number, reservationMinutes: number }, tiers: Array<{ id: string, code: string, color: string, spendThreshold: string, pointsThreshold: number, name: { zh: string, en: string } }>, benefits: Array<{ id: string, code: string, kind: BenefitKind, validFrom: string | null, validUntil: string | null, quota: number | null, quotaPeriod: QuotaPeriod, stock: number | null, unitCost: string, value: number | null, redeemable: boolean, tierCodes: Array<string>, name: { zh: string, en: string }, terms: { zh: string, en: string }, howToUse: { zh: string, en: string } }>, createdBy: { id: string, name: string } | null, publishedBy: { id: string, name: string } | null, basedOn: { id: string, number: number | null } | null, rollbackOf: { id: string, number: number | null } | null } | null };

export type ProgramVersionsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ProgramVersionsQuery = { programVersions: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, number: number | null, status: ProgramStatus, note: string | null, progressDone: number, progressTotal: number | null, error: string | null, createdAt: string, updatedAt: string, publishedAt: string | null, version: number, createdBy: { id: string, name: string } | null, publishedBy: { id: string, name: string } | null, basedOn: { id: string, number: number | null } | null, rollbackOf: { id: string, number: number | null } | null }> } };

export type ProgramProgressQueryVariables = Exact<{
  id: string;
}>;


export type ProgramProgressQuery = { programVersion: { id: string, number: number | null, status: ProgramStatus, note: string | null, progressDone: number, progressTotal: number | null, error: string | null, createdAt: string, updatedAt: string, publishedAt: string | null, version: number, createdBy: { id: string, name: string } | null, publishedBy: { id: string, name: string } | null, basedOn: { id: string, number: number | null } | null, rollbackOf: { id: string, number: number | null } | null } | null };

export type TierChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type TierChoicesQuery = { tiers: Array<{ retired: boolean, id: string, code: string, rank: number, color: string, name: { zh: string, en: string } }> };

export type BenefitChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type BenefitChoicesQuery = { benefits: Array<{ retired: boolean, redeemable: boolean, id: string, code: string, kind: BenefitKind, name: { zh: string, en: string } }> };

export type ProgramDraftCreateMutationVariables = Exact<{
  input?: ProgramDraftCreateInput | null | undefined;
}>;


export type ProgramDraftCreateMutation = { payload: { programVersion: { id: string, version: number } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type ProgramDraftUpdateMutationVariables = Exact<{
  input: ProgramDraftUpdateInput;
}>;


export type ProgramDraftUpdateMutation = { payload: { programVersion: { id: string, version: number } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type ProgramDraftDiscardMutationVariables = Exact<{
  input: ProgramDraftDiscardInput;
}>;


export type ProgramDraftDiscardMutation = { payload: { userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type ProgramImpactMutationVariables = Exact<{
  input: ProgramImpactInput;
}>;


export type ProgramImpactMutation = { payload: { impact: { total: number, up: number, down: number, stay: number, yearlyCostBefore: string, yearlyCostAfter: string, computedAt: string, pairs: Array<{ count: number, from: { code: string, color: string, name: { zh: string, en: string } } | null, to: { code: string, color: string, name: { zh: string, en: string } } | null, sample: Array<{ id: string, name: string, phone: string | null, status: CustomerStatus, stats: { spend: string } }> }> } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type ProgramPublishMutationVariables = Exact<{
  input: ProgramPublishInput;
}>;


export type ProgramPublishMutation = { payload: { programVersion: { id: string, status: ProgramStatus } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type ProgramRollbackMutationVariables = Exact<{
  input: ProgramRollbackInput;
}>;


export type ProgramRollbackMutation = { payload: { programVersion: { id: string, status: ProgramStatus } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type RedemptionListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  offset?: number | null | undefined;
  filter?: RedemptionFilter | null | undefined;
  orderBy?: RedemptionOrderBy | null | undefined;
}>;


export type RedemptionListQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, code: string, status: RedemptionStatus, quantity: number, cost: string, createdAt: string, reservedUntil: string | null, committedAt: string | null, endedAt: string | null, endReason: string | null, customer: { id: string, name: string, phone: string | null, status: CustomerStatus }, benefit: { id: string, code: string, kind: BenefitKind, name: { zh: string, en: string } }, tier: { id: string, code: string, rank: number, color: string, name: { zh: string, en: string } } | null }> } };

export type RedemptionByCodeQueryVariables = Exact<{
  code: string;
}>;


export type RedemptionByCodeQuery = { redemptionByCode: { id: string, code: string, status: RedemptionStatus, customer: { id: string, name: string, phone: string | null, status: CustomerStatus } } | null };

export type RedemptionCommitMutationVariables = Exact<{
  input: RedemptionCommitInput;
}>;


export type RedemptionCommitMutation = { payload: { redemption: { id: string, status: RedemptionStatus } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type RedemptionReleaseMutationVariables = Exact<{
  input: RedemptionReleaseInput;
}>;


export type RedemptionReleaseMutation = { payload: { redemption: { id: string, status: RedemptionStatus } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type RedemptionReverseMutationVariables = Exact<{
  input: RedemptionReverseInput;
}>;


export type RedemptionReverseMutation = { payload: { redemption: { id: string, status: RedemptionStatus } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type BenefitRedeemForMutationVariables = Exact<{
  input: BenefitRedeemInput;
}>;


export type BenefitRedeemForMutation = { payload: { redemption: { id: string, code: string, status: RedemptionStatus } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type ConditionPartsFragment = { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null };

export type RuleLeafFragment = { join: SegmentJoin | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null };

export type RuleLowFragment = { join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null };

export type RuleMidFragment = { join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null };

export type RuleTreeFragment = { join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null };

export type SegmentHeadFragment = { id: string, name: string, description: string, kind: SegmentKind, builtIn: string | null, confidential: boolean, archivedAt: string | null, refreshedAt: string | null, version: number, updatedAt: string, owner: { id: string, name: string } | null, lastPoint: { day: string, members: number, entered: number, left: number } | null };

export type SegmentMemberFragment = { id: string, name: string, phone: string | null, city: string | null, registeredAt: string, tier: { id: string, code: string, rank: number, color: string, name: { zh: string, en: string } } | null, stats: { orderCount: number, spend: string, lastOrderAt: string | null, stage: LifecycleStage } };

export type ExportPartsFragment = { id: string, status: SegmentExportStatus, url: string | null, asOf: string | null, rows: number, total: number | null, progress: number, bytes: number, contacts: SegmentExportContacts, error: string | null, requestedAt: string, finishedAt: string | null, expiresAt: string | null, requestedBy: { id: string, name: string } };

export type SegmentListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  offset?: number | null | undefined;
  filter?: SegmentFilter | null | undefined;
  orderBy?: SegmentOrderBy | null | undefined;
}>;


export type SegmentListQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, description: string, kind: SegmentKind, builtIn: string | null, confidential: boolean, archivedAt: string | null, refreshedAt: string | null, version: number, updatedAt: string, owner: { id: string, name: string } | null, lastPoint: { day: string, members: number, entered: number, left: number } | null }> } };

export type SegmentOneQueryVariables = Exact<{
  id: string;
}>;


export type SegmentOneQuery = { one: { id: string, name: string, description: string, kind: SegmentKind, builtIn: string | null, confidential: boolean, archivedAt: string | null, refreshedAt: string | null, version: number, updatedAt: string, playbook: { goal: string, actions: Array<string> }, currentVersion: { id: string, number: number, note: string, createdAt: string, createdBy: { id: string, name: string } | null, rules: { join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null } }, usedBy: Array<{ kind: SegmentUseKind, name: string, id: string }>, owner: { id: string, name: string } | null, lastPoint: { day: string, members: number, entered: number, left: number } | null } | null };

export type SegmentSizeQueryVariables = Exact<{
  id: string;
}>;


export type SegmentSizeQuery = { segment: { id: string, memberCount: { count: number, exact: boolean, total: number, share: number } } | null };

export type SegmentMembersQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  offset?: number | null | undefined;
  orderBy?: SegmentMemberOrderBy | null | undefined;
  filter?: SegmentMemberFilter | null | undefined;
  asOf?: string | null | undefined;
}>;


export type SegmentMembersQuery = { segment: { id: string, members: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, phone: string | null, city: string | null, registeredAt: string, tier: { id: string, code: string, rank: number, color: string, name: { zh: string, en: string } } | null, stats: { orderCount: number, spend: string, lastOrderAt: string | null, stage: LifecycleStage } }> } } | null };

export type SegmentProfileOneQueryVariables = Exact<{
  id: string;
  asOf?: string | null | undefined;
}>;


export type SegmentProfileOneQuery = { segment: { id: string, profile: { members: number, spend: string, averageOrderValue: string | null, orders: number, everybody: { customers: number, spend: string, orders: number, averageOrderValue: string | null }, byTier: Array<{ members: number, everybody: number, tier: { id: string, code: string, rank: number, color: string, name: { zh: string, en: string } } | null }>, byStage: Array<{ members: number, everybody: number, stage: LifecycleStage }>, byValueSegment: Array<{ members: number, everybody: number, valueSegment: ValueSegment }>, byCity: Array<{ members: number, everybody: number, city: string | null }> } } | null };

export type SegmentMovementTotalsQueryVariables = Exact<{
  id: string;
  since: string;
  until?: string | null | undefined;
}>;


export type SegmentMovementTotalsQuery = { segment: { id: string, movementTotals: Array<{ day: string, members: number, entered: number, left: number }> } | null };

export type SegmentMovementsQueryVariables = Exact<{
  id: string;
  since: string;
  until?: string | null | undefined;
  direction?: SegmentDirection | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SegmentMovementsQuery = { segment: { id: string, movements: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ at: string, direction: SegmentDirection, customer: { id: string, name: string, phone: string | null, status: CustomerStatus } }> } } | null };

export type SegmentVersionsQueryVariables = Exact<{
  id: string;
}>;


export type SegmentVersionsQuery = { segment: { id: string, versions: Array<{ id: string, number: number, note: string, createdAt: string, createdBy: { id: string, name: string } | null, rules: { join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null } }> } | null };

export type SegmentOverlapOfQueryVariables = Exact<{
  input: SegmentOverlapInput;
}>;


export type SegmentOverlapOfQuery = { segmentOverlap: { all: number, sizes: Array<{ members: number, segment: { id: string, name: string } }>, pairs: Array<{ both: number, a: { id: string }, b: { id: string } }> } };

export type SegmentExportsQueryVariables = Exact<{
  segmentId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SegmentExportsQuery = { segmentExports: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, status: SegmentExportStatus, url: string | null, asOf: string | null, rows: number, total: number | null, progress: number, bytes: number, contacts: SegmentExportContacts, error: string | null, requestedAt: string, finishedAt: string | null, expiresAt: string | null, requestedBy: { id: string, name: string } }> } };

export type SegmentExportOneQueryVariables = Exact<{
  id: string;
}>;


export type SegmentExportOneQuery = { segmentExport: { id: string, status: SegmentExportStatus, url: string | null, asOf: string | null, rows: number, total: number | null, progress: number, bytes: number, contacts: SegmentExportContacts, error: string | null, requestedAt: string, finishedAt: string | null, expiresAt: string | null, requestedBy: { id: string, name: string } } | null };

export type SegmentTemplatesQueryVariables = Exact<{ [key: string]: never; }>;


export type SegmentTemplatesQuery = { segmentTemplates: Array<{ code: string, name: { zh: string, en: string }, description: { zh: string, en: string }, rules: { join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, rules: Array<{ join: SegmentJoin | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null } }> };

export type SegmentFieldsQueryVariables = Exact<{ [key: string]: never; }>;


export type SegmentFieldsQuery = { segmentFields: Array<{ field: SegmentField, type: SegmentValueType, group: SegmentFieldGroup, operators: Array<SegmentOperator>, windowed: boolean, productScoped: boolean, kindScoped: boolean, benefitScoped: boolean, horizon: boolean, suggests: boolean, allowed: boolean, label: { zh: string, en: string }, groupLabel: { zh: string, en: string }, unit: { zh: string, en: string } | null, nullMeaning: { zh: string, en: string }, options: Array<{ value: string, label: { zh: string, en: string } }> }> };

export type SegmentFieldValuesQueryVariables = Exact<{
  field: SegmentField;
  of?: SegmentSuggestion | null | undefined;
  q?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type SegmentFieldValuesQuery = { segmentFieldValues: Array<string> };

export type SegmentChoicesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SegmentChoicesQuery = { segments: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string }> } };

export type SegmentCountOfQueryVariables = Exact<{
  input: SegmentCountInput;
}>;


export type SegmentCountOfQuery = { segmentCount: { count: number, exact: boolean, total: number, share: number } };

export type SegmentSampleOfQueryVariables = Exact<{
  input: SegmentSampleInput;
}>;


export type SegmentSampleOfQuery = { segmentSample: Array<{ id: string, name: string, phone: string | null, city: string | null, registeredAt: string, tier: { id: string, code: string, rank: number, color: string, name: { zh: string, en: string } } | null, stats: { orderCount: number, spend: string, lastOrderAt: string | null, stage: LifecycleStage } }> };

export type WhyLeafFragment = { matches: boolean, join: SegmentJoin | null, value: string | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null };

export type WhyLowFragment = { matches: boolean, join: SegmentJoin | null, value: string | null, rules: Array<{ matches: boolean, join: SegmentJoin | null, value: string | null, rules: Array<{ matches: boolean, join: SegmentJoin | null, value: string | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null };

export type WhyMidFragment = { matches: boolean, join: SegmentJoin | null, value: string | null, rules: Array<{ matches: boolean, join: SegmentJoin | null, value: string | null, rules: Array<{ matches: boolean, join: SegmentJoin | null, value: string | null, rules: Array<{ matches: boolean, join: SegmentJoin | null, value: string | null, rules: Array<{ matches: boolean, join: SegmentJoin | null, value: string | null, rules: Array<{ matches: boolean, join: SegmentJoin | null, value: string | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null };

export type WhyTreeFragment = { matches: boolean, join: SegmentJoin | null, value: string | null, rules: Array<{ matches: boolean, join: SegmentJoin | null, value: string | null, rules: Array<{ matches: boolean, join: SegmentJoin | null, value: string | null, rules: Array<{ matches: boolean, join: SegmentJoin | null, value: string | null, rules: Array<{ matches: boolean, join: SegmentJoin | null, value: string | null, rules: Array<{ matches: boolean, join: SegmentJoin | null, value: string | null, rules: Array<{ matches: boolean, join: SegmentJoin | null, value: string | null, rules: Array<{ matches: boolean, join: SegmentJoin | null, value: string | null, rules: Array<{ matches: boolean, join: SegmentJoin | null, value: string | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null };

export type SegmentWhyOfQueryVariables = Exact<{
  input: SegmentWhyInput;
}>;


export type SegmentWhyOfQuery = { segmentWhy: { matches: boolean, root: { matches: boolean, join: SegmentJoin | null, value: string | null, rules: Array<{ matches: boolean, join: SegmentJoin | null, value: string | null, rules: Array<{ matches: boolean, join: SegmentJoin | null, value: string | null, rules: Array<{ matches: boolean, join: SegmentJoin | null, value: string | null, rules: Array<{ matches: boolean, join: SegmentJoin | null, value: string | null, rules: Array<{ matches: boolean, join: SegmentJoin | null, value: string | null, rules: Array<{ matches: boolean, join: SegmentJoin | null, value: string | null, rules: Array<{ matches: boolean, join: SegmentJoin | null, value: string | null, rules: Array<{ matches: boolean, join: SegmentJoin | null, value: string | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null }> | null, condition: { field: SegmentField, operator: SegmentOperator, texts: Array<string> | null, numbers: Array<number> | null, amounts: Array<string> | null, days: Array<string> | null, ids: Array<string> | null, relative: { amount: number, unit: TimeUnit } | null, window: { since: string | null, until: string | null, last: { amount: number, unit: TimeUnit } | null } | null, products: { skus: Array<string> | null, categories: Array<string> | null } | null } | null } } };

export type CustomerSegmentsQueryVariables = Exact<{
  id: string;
}>;


export type CustomerSegmentsQuery = { customer: { id: string, segments: Array<{ id: string, name: string, builtIn: string | null }> } | null };

export type SegmentCreateMutationVariables = Exact<{
  input: SegmentCreateInput;
}>;


export type SegmentCreateMutation = { payload: { segment: { id: string } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type SegmentUpdateMutationVariables = Exact<{
  input: SegmentUpdateInput;
}>;


export type SegmentUpdateMutation = { payload: { segment: { id: string, version: number } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type SegmentArchiveMutationVariables = Exact<{
  input: SegmentArchiveInput;
}>;


export type SegmentArchiveMutation = { payload: { segment: { id: string } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type SegmentRestoreMutationVariables = Exact<{
  input: SegmentRestoreInput;
}>;


export type SegmentRestoreMutation = { payload: { segment: { id: string } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type SegmentFreezeMutationVariables = Exact<{
  input: SegmentFreezeInput;
}>;


export type SegmentFreezeMutation = { payload: { segment: { id: string } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type SegmentRefreshMutationVariables = Exact<{
  input: SegmentRefreshInput;
}>;


export type SegmentRefreshMutation = { payload: { segment: { id: string } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type SegmentListAddMutationVariables = Exact<{
  input: SegmentListAddInput;
}>;


export type SegmentListAddMutation = { payload: { added: number | null, unknown: Array<string> | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type SegmentListRemoveMutationVariables = Exact<{
  input: SegmentListRemoveInput;
}>;


export type SegmentListRemoveMutation = { payload: { segment: { id: string } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type SegmentExportStartMutationVariables = Exact<{
  input: SegmentExportStartInput;
}>;


export type SegmentExportStartMutation = { payload: { export: { id: string } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type SegmentExportCancelMutationVariables = Exact<{
  input: SegmentExportCancelInput;
}>;


export type SegmentExportCancelMutation = { payload: { export: { id: string, status: SegmentExportStatus } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type StaffListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  offset?: number | null | undefined;
  filter?: StaffFilter | null | undefined;
  orderBy?: StaffOrderBy | null | undefined;
}>;


export type StaffListQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, email: string, name: string, role: StaffRole, status: StaffStatus, locale: Locale, createdAt: string, lastSignInAt: string | null, version: number }> } };

export type StaffOneQueryVariables = Exact<{
  id: string;
}>;


export type StaffOneQuery = { one: { id: string, email: string, name: string, role: StaffRole, status: StaffStatus, locale: Locale, createdAt: string, lastSignInAt: string | null, version: number, sessions: Array<{ id: string, createdAt: string, expiresAt: string, ip: string | null, userAgent: string | null, current: boolean }> } | null };

export type StaffCreateMutationVariables = Exact<{
  input: StaffCreateInput;
}>;


export type StaffCreateMutation = { payload: { staff: { id: string, email: string, name: string, role: StaffRole, status: StaffStatus, locale: Locale, version: number } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type StaffUpdateMutationVariables = Exact<{
  input: StaffUpdateInput;
}>;


export type StaffUpdateMutation = { payload: { staff: { id: string, email: string, name: string, role: StaffRole, status: StaffStatus, locale: Locale, version: number } | null, userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type StaffResetPasswordMutationVariables = Exact<{
  input: StaffResetPasswordInput;
}>;


export type StaffResetPasswordMutation = { payload: { userErrors: Array<{ field: string | null, code: UserErrorCode, message: string }> } };

export type TierMoveListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  offset?: number | null | undefined;
  filter?: TierMoveFilter | null | undefined;
}>;


export type TierMoveListQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, direction: TierDirection, cause: TierMoveCause, reason: string, at: string, actor: string | null, customer: { id: string, name: string, phone: string | null, status: CustomerStatus }, from: { id: string, code: string, rank: number, color: string, name: { zh: string, en: string } } | null, to: { id: string, code: string, rank: number, color: string, name: { zh: string, en: string } } | null, order: { id: string, number: string } | null }> } };

export const ViewerDocument: TypedDocumentNode<ViewerQuery, ViewerQueryVariables> = gql`
query Viewer {
  viewer {
    staff {
      id
      email
      name
      role
      locale
    }
    permissions
  }
}
`;

export const SignInChoicesDocument: TypedDocumentNode<SignInChoicesQuery, SignInChoicesQueryVariables> = gql`
query SignInChoices {
  demoSignIns {
    email
    password
    role
    name
  }
}
`;

export const CompanyFrameDocument: TypedDocumentNode<CompanyFrameQuery, CompanyFrameQueryVariables> = gql`
query CompanyFrame {
  company {
    name
    timeZone
    currency
    demo
  }
}
`;

export const SignInDocument: TypedDocumentNode<SignInMutation, SignInMutationVariables> = gql`
mutation SignIn($input: StaffSignInInput!) {
  payload: staffSignIn(input: $input) {
    accessToken
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const RefreshSessionDocument: TypedDocumentNode<RefreshSessionMutation, RefreshSessionMutationVariables> = gql`
mutation RefreshSession {
  payload: sessionRefresh {
    accessToken
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const SignOutDocument: TypedDocumentNode<SignOutMutation, SignOutMutationVariables> = gql`
mutation SignOut {
  payload: staffSignOut {
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const OwnSessionsDocument: TypedDocumentNode<OwnSessionsQuery, OwnSessionsQueryVariables> = gql`
query OwnSessions {
  viewer {
    staff {
      id
      sessions {
        id
        createdAt
        expiresAt
        ip
        userAgent
        current
      }
    }
  }
}
`;

export const ChangePasswordDocument: TypedDocumentNode<ChangePasswordMutation, ChangePasswordMutationVariables> = gql`
mutation ChangePassword($input: StaffChangePasswordInput!) {
  payload: staffChangePassword(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const SignOutEverywhereDocument: TypedDocumentNode<SignOutEverywhereMutation, SignOutEverywhereMutationVariables> = gql`
mutation SignOutEverywhere($input: StaffSignOutEverywhereInput) {
  payload: staffSignOutEverywhere(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const ApiKeyListDocument: TypedDocumentNode<ApiKeyListQuery, ApiKeyListQueryVariables> = gql`
query ApiKeyList($first: Int, $after: String, $offset: Int) {
  list: apiKeys(first: $first, after: $after, offset: $offset) {
    totalCount
    pageInfo {
      hasNextPage
      hasPreviousPage
      endCursor
    }
    nodes {
      id
      name
      prefix
      scopes
      createdAt
      expiresAt
      lastUsedAt
      revokedAt
      createdBy {
        id
        name
      }
    }
  }
}
`;

export const ApiKeyCreateDocument: TypedDocumentNode<ApiKeyCreateMutation, ApiKeyCreateMutationVariables> = gql`
mutation ApiKeyCreate($input: ApiKeyCreateInput!) {
  payload: apiKeyCreate(input: $input) {
    secret
    apiKey {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const ApiKeyRevokeDocument: TypedDocumentNode<ApiKeyRevokeMutation, ApiKeyRevokeMutationVariables> = gql`
mutation ApiKeyRevoke($input: ApiKeyRevokeInput!) {
  payload: apiKeyRevoke(input: $input) {
    apiKey {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const AuditListDocument: TypedDocumentNode<AuditListQuery, AuditListQueryVariables> = gql`
query AuditList($first: Int, $after: String, $offset: Int, $filter: AuditFilter) {
  list: auditEntries(
    first: $first
    after: $after
    offset: $offset
    filter: $filter
  ) {
    totalCount
    pageInfo {
      hasNextPage
      hasPreviousPage
      endCursor
    }
    nodes {
      id
      at
      actorKind
      actorId
      actorName
      action
      subjectType
      subjectId
      reason
      ip
    }
  }
}
`;

export const AuditOneDocument: TypedDocumentNode<AuditOneQuery, AuditOneQueryVariables> = gql`
query AuditOne($id: ID!) {
  one: auditEntry(id: $id) {
    id
    at
    actorKind
    actorId
    actorName
    action
    subjectType
    subjectId
    before
    after
    reason
    ip
    userAgent
    requestId
  }
}
`;

export const CompanySettingsDocument: TypedDocumentNode<CompanySettingsQuery, CompanySettingsQueryVariables> = gql`
query CompanySettings {
  company {
    name
    timeZone
    currency
    version
    demo
    eventMonths
    exchangeRates {
      currency
      rate
    }
  }
}
`;

export const CompanyUpdateDocument: TypedDocumentNode<CompanyUpdateMutation, CompanyUpdateMutationVariables> = gql`
mutation CompanyUpdate($input: CompanyUpdateInput!) {
  payload: companyUpdate(input: $input) {
    company {
      name
      version
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const CustomerListDocument: TypedDocumentNode<CustomerListQuery, CustomerListQueryVariables> = gql`
query CustomerList($first: Int, $after: String, $offset: Int, $filter: CustomerFilter, $orderBy: CustomerOrderBy) {
  list: customers(
    first: $first
    after: $after
    offset: $offset
    filter: $filter
    orderBy: $orderBy
  ) {
    totalCount
    pageInfo {
      hasNextPage
      hasPreviousPage
      endCursor
    }
    nodes {
      id
      name
      phone
      email
      city
      tags
      status
      registeredAt
      version
      tier {
        ...TierParts
      }
      stats {
        orderCount
        spend
        lastOrderAt
        stage
      }
    }
  }
}
fragment TierParts on Tier {
  id
  code
  rank
  color
  name {
    zh
    en
  }
}
`;

export const CustomerOneDocument: TypedDocumentNode<CustomerOneQuery, CustomerOneQueryVariables> = gql`
query CustomerOne($id: ID!) {
  one: customer(id: $id) {
    id
    name
    gender
    birthday
    phone
    email
    city
    locale
    preferredChannel
    interests
    tags
    status
    registeredAt
    createdAt
    updatedAt
    version
    quietHours {
      from
      until
    }
    mergedInto {
      ...PersonParts
    }
    identities {
      source
      externalId
      createdAt
    }
    stats {
      orderCount
      spend
      firstOrderAt
      lastOrderAt
      stage
      averageOrderValue
      valueSegment
      daysBetweenOrders
      lastEventOn
      rfm {
        recency
        frequency
        monetary
        score
        daysSinceOrder
        ordersPerMonth
      }
    }
    membership {
      since
      qualifiedBy
      expiresAt
      graceUntil
      tier {
        ...TierParts
      }
      progress {
        next {
          ...TierParts
        }
        spendGap
        pointsGap
        ordersGap
        spend
        points
        orders
        periodStart
        periodEnd
      }
      points {
        balance
        debt
        expiringSoon {
          points
          expiresAt
        }
      }
    }
    consents {
      purpose
      documentVersion
      granted
      at
      source
    }
    mergeCandidates {
      matchedOn
      customer {
        ...PersonParts
        email
        tier {
          ...TierParts
        }
        stats {
          orderCount
          spend
        }
      }
    }
    merges {
      id
      reason
      mergedAt
      revertedAt
      survivor {
        ...PersonParts
      }
      merged {
        ...PersonParts
      }
      mergedBy {
        id
        name
      }
      revertedBy {
        id
        name
      }
    }
    notes {
      id
      body
      createdAt
      author {
        id
        name
      }
    }
    perks {
      id
      source
      remaining
      quota
      used
      validUntil
      howToUse {
        zh
        en
      }
      grant {
        id
      }
      benefit {
        ...BenefitParts
        redeemable
      }
    }
    tierGrants {
      id
      reason
      startsAt
      endsAt
      revokedAt
      tier {
        ...TierParts
      }
      grantedBy {
        id
        name
      }
    }
  }
}
fragment BenefitParts on Benefit {
  id
  code
  kind
  name {
    zh
    en
  }
}
fragment PersonParts on Customer {
  id
  name
  phone
  status
}
fragment TierParts on Tier {
  id
  code
  rank
  color
  name {
    zh
    en
  }
}
`;

export const CustomerTimelineDocument: TypedDocumentNode<CustomerTimelineQuery, CustomerTimelineQueryVariables> = gql`
query CustomerTimeline($id: ID!, $first: Int, $after: String) {
  customer(id: $id) {
    id
    timeline(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        at
        kind
        order {
          id
          source
          number
          amount
          currency
          status
        }
        pointsEntry {
          seq
          kind
          points
          balanceAfter
          reason
        }
        tierMove {
          id
          direction
          cause
          reason
          from {
            ...TierParts
          }
          to {
            ...TierParts
          }
        }
        redemption {
          id
          code
          status
          quantity
          benefit {
            ...BenefitParts
          }
        }
        grant {
          id
          origin
          quantity
          reason
          benefit {
            ...BenefitParts
          }
        }
        note {
          id
          body
          author {
            id
            name
          }
        }
        merge {
          id
          reason
          revertedAt
          merged {
            ...PersonParts
          }
        }
        consent {
          purpose
          granted
          documentVersion
        }
        levelChange {
          ...LevelChangeParts
        }
        events {
          day
          kind
          count
        }
      }
    }
  }
}
fragment BenefitParts on Benefit {
  id
  code
  kind
  name {
    zh
    en
  }
}
fragment LevelChangeParts on LevelChange {
  id
  kind
  from
  to
  cause
  on
  at
  daysSinceOrder
  daysSinceEvent
  orderCount
  spend
}
fragment PersonParts on Customer {
  id
  name
  phone
  status
}
fragment TierParts on Tier {
  id
  code
  rank
  color
  name {
    zh
    en
  }
}
`;

export const CustomerOrdersDocument: TypedDocumentNode<CustomerOrdersQuery, CustomerOrdersQueryVariables> = gql`
query CustomerOrders($id: ID!, $first: Int, $after: String) {
  customer(id: $id) {
    id
    orders(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        source
        number
        placedAt
        status
        currency
        amount
        refunded
        baseNet
        points
      }
    }
  }
}
`;

export const CustomerPointsDocument: TypedDocumentNode<CustomerPointsQuery, CustomerPointsQueryVariables> = gql`
query CustomerPoints($id: ID!, $first: Int, $after: String) {
  customer(id: $id) {
    id
    pointsEntries(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        seq
        kind
        points
        balanceAfter
        reason
        at
        expiresAt
        actor
        order {
          id
          number
        }
      }
    }
  }
}
`;

export const CustomerGrantsDocument: TypedDocumentNode<CustomerGrantsQuery, CustomerGrantsQueryVariables> = gql`
query CustomerGrants($id: ID!, $first: Int, $after: String) {
  customer(id: $id) {
    id
    grants(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        origin
        reason
        quantity
        used
        startsAt
        endsAt
        grantedAt
        status
        benefit {
          ...BenefitParts
        }
        grantedBy {
          id
          name
        }
      }
    }
  }
}
fragment BenefitParts on Benefit {
  id
  code
  kind
  name {
    zh
    en
  }
}
`;

export const CustomerRedemptionsDocument: TypedDocumentNode<CustomerRedemptionsQuery, CustomerRedemptionsQueryVariables> = gql`
query CustomerRedemptions($id: ID!, $first: Int, $after: String) {
  customer(id: $id) {
    id
    redemptions(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        code
        status
        quantity
        cost
        createdAt
        reservedUntil
        endReason
        benefit {
          ...BenefitParts
        }
        tier {
          ...TierParts
        }
      }
    }
  }
}
fragment BenefitParts on Benefit {
  id
  code
  kind
  name {
    zh
    en
  }
}
fragment TierParts on Tier {
  id
  code
  rank
  color
  name {
    zh
    en
  }
}
`;

export const CustomerTierMovesDocument: TypedDocumentNode<CustomerTierMovesQuery, CustomerTierMovesQueryVariables> = gql`
query CustomerTierMoves($id: ID!, $first: Int, $after: String) {
  customer(id: $id) {
    id
    tierMoves(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        direction
        cause
        reason
        at
        actor
        from {
          ...TierParts
        }
        to {
          ...TierParts
        }
        order {
          id
          number
        }
      }
    }
  }
}
fragment TierParts on Tier {
  id
  code
  rank
  color
  name {
    zh
    en
  }
}
`;

export const CustomerTagsDocument: TypedDocumentNode<CustomerTagsQuery, CustomerTagsQueryVariables> = gql`
query CustomerTags {
  customerTags
}
`;

export const CustomerUpdateDocument: TypedDocumentNode<CustomerUpdateMutation, CustomerUpdateMutationVariables> = gql`
mutation CustomerUpdate($input: CustomerUpdateInput!) {
  payload: customerUpdate(input: $input) {
    customer {
      id
      version
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const CustomerTagDocument: TypedDocumentNode<CustomerTagMutation, CustomerTagMutationVariables> = gql`
mutation CustomerTag($input: CustomerTagInput!) {
  payload: customerTag(input: $input) {
    customer {
      id
      tags
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const CustomerNoteAddDocument: TypedDocumentNode<CustomerNoteAddMutation, CustomerNoteAddMutationVariables> = gql`
mutation CustomerNoteAdd($input: CustomerNoteAddInput!) {
  payload: customerNoteAdd(input: $input) {
    customer {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const CustomerRevealDocument: TypedDocumentNode<CustomerRevealMutation, CustomerRevealMutationVariables> = gql`
mutation CustomerReveal($input: CustomerRevealInput!) {
  payload: customerReveal(input: $input) {
    phone
    email
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const CustomerMergeDocument: TypedDocumentNode<CustomerMergeMutation, CustomerMergeMutationVariables> = gql`
mutation CustomerMerge($input: CustomerMergeInput!) {
  payload: customerMerge(input: $input) {
    merge {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const CustomerMergeRevertDocument: TypedDocumentNode<CustomerMergeRevertMutation, CustomerMergeRevertMutationVariables> = gql`
mutation CustomerMergeRevert($input: CustomerMergeRevertInput!) {
  payload: customerMergeRevert(input: $input) {
    merge {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const CustomerEraseDocument: TypedDocumentNode<CustomerEraseMutation, CustomerEraseMutationVariables> = gql`
mutation CustomerErase($input: CustomerEraseInput!) {
  payload: customerErase(input: $input) {
    customer {
      id
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const TierGrantGiveDocument: TypedDocumentNode<TierGrantGiveMutation, TierGrantGiveMutationVariables> = gql`
mutation TierGrantGive($input: TierGrantInput!) {
  payload: tierGrant(input: $input) {
    tierGrant {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const TierGrantRevokeDocument: TypedDocumentNode<TierGrantRevokeMutation, TierGrantRevokeMutationVariables> = gql`
mutation TierGrantRevoke($input: TierGrantRevokeInput!) {
  payload: tierGrantRevoke(input: $input) {
    tierGrant {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const PointsAdjustDocument: TypedDocumentNode<PointsAdjustMutation, PointsAdjustMutationVariables> = gql`
mutation PointsAdjust($input: PointsAdjustInput!) {
  payload: pointsAdjust(input: $input) {
    entry {
      seq
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const MembershipRefreshDocument: TypedDocumentNode<MembershipRefreshMutation, MembershipRefreshMutationVariables> = gql`
mutation MembershipRefresh($input: MembershipRefreshInput!) {
  payload: membershipRefresh(input: $input) {
    customer {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const CustomerActivityDocument: TypedDocumentNode<CustomerActivityQuery, CustomerActivityQueryVariables> = gql`
query CustomerActivity($id: ID!) {
  customer(id: $id) {
    id
    activity {
      lastEventAt
      lastLoginAt
      eventsLast30Days
      byKind {
        kind
        last30Days
        total
      }
    }
  }
}
`;

export const CustomerEventsDocument: TypedDocumentNode<CustomerEventsQuery, CustomerEventsQueryVariables> = gql`
query CustomerEvents($id: ID!, $kind: EventKind, $first: Int, $after: String) {
  customer(id: $id) {
    id
    events(kind: $kind, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        kind
        at
        source
        sku
        category
        detail
      }
    }
  }
}
`;

export const GrantListDocument: TypedDocumentNode<GrantListQuery, GrantListQueryVariables> = gql`
query GrantList($first: Int, $after: String, $offset: Int, $filter: BenefitGrantFilter, $orderBy: BenefitGrantOrderBy) {
  list: benefitGrants(
    first: $first
    after: $after
    offset: $offset
    filter: $filter
    orderBy: $orderBy
  ) {
    totalCount
    pageInfo {
      hasNextPage
      hasPreviousPage
      endCursor
    }
    nodes {
      id
      origin
      reason
      quantity
      used
      startsAt
      endsAt
      grantedAt
      revokedAt
      status
      customer {
        ...PersonParts
      }
      benefit {
        ...BenefitParts
      }
      grantedBy {
        id
        name
      }
    }
  }
}
fragment BenefitParts on Benefit {
  id
  code
  kind
  name {
    zh
    en
  }
}
fragment PersonParts on Customer {
  id
  name
  phone
  status
}
`;

export const BenefitGrantGiveDocument: TypedDocumentNode<BenefitGrantGiveMutation, BenefitGrantGiveMutationVariables> = gql`
mutation BenefitGrantGive($input: BenefitGrantInput!) {
  payload: benefitGrant(input: $input) {
    grant {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const BenefitGrantRevokeDocument: TypedDocumentNode<BenefitGrantRevokeMutation, BenefitGrantRevokeMutationVariables> = gql`
mutation BenefitGrantRevoke($input: BenefitGrantRevokeInput!) {
  payload: benefitGrantRevoke(input: $input) {
    grant {
      id
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const ProgramOverviewDocument: TypedDocumentNode<ProgramOverviewQuery, ProgramOverviewQueryVariables> = gql`
query ProgramOverview {
  programOverview {
    customers
    newMembers
    noTier
    movesUp
    movesDown
    redemptionsThisMonth
    pointsOutstanding
    pointsExpiring30Days
    membersByTier {
      count
      tier {
        ...TierParts
      }
    }
    redemptionsByDay {
      day
      count
      cost
    }
    movesByDay {
      day
      up
      down
    }
    ordersByDay {
      day
      orders
      spend
    }
    topBenefits {
      count
      benefit {
        ...BenefitParts
      }
    }
  }
}
fragment BenefitParts on Benefit {
  id
  code
  kind
  name {
    zh
    en
  }
}
fragment TierParts on Tier {
  id
  code
  rank
  color
  name {
    zh
    en
  }
}
`;

export const ImportListDocument: TypedDocumentNode<ImportListQuery, ImportListQueryVariables> = gql`
query ImportList($first: Int, $after: String, $offset: Int) {
  list: imports(first: $first, after: $after, offset: $offset) {
    totalCount
    pageInfo {
      hasNextPage
      hasPreviousPage
      endCursor
    }
    nodes {
      ...ImportHead
    }
  }
}
fragment ImportHead on ImportJob {
  id
  kind
  fileName
  status
  bytesTotal
  bytesDone
  linesDone
  rejectReportUrl
  error
  createdAt
  startedAt
  finishedAt
  createdBy {
    id
    name
  }
  counts {
    lines
    orders
    ordersUnchanged
    events
    eventsUnchanged
    reversals
    customers
    anonymousLines
    rejectedLines
    duplicateLines
    skippedLines
    amount
    balanced
  }
}
`;

export const ImportOneDocument: TypedDocumentNode<ImportOneQuery, ImportOneQueryVariables> = gql`
query ImportOne($id: ID!) {
  one: import(id: $id) {
    ...ImportHead
    mapping {
      field
      column
    }
    options {
      source
      currency
      timeZone
    }
    counts {
      reconciliation {
        category
        code
        lines
        amount
      }
    }
    rejects(first: 20) {
      totalCount
      nodes {
        line
        code
        message
        skipped
        raw
      }
    }
  }
}
fragment ImportHead on ImportJob {
  id
  kind
  fileName
  status
  bytesTotal
  bytesDone
  linesDone
  rejectReportUrl
  error
  createdAt
  startedAt
  finishedAt
  createdBy {
    id
    name
  }
  counts {
    lines
    orders
    ordersUnchanged
    events
    eventsUnchanged
    reversals
    customers
    anonymousLines
    rejectedLines
    duplicateLines
    skippedLines
    amount
    balanced
  }
}
`;

export const ImportPreviewDocument: TypedDocumentNode<ImportPreviewQuery, ImportPreviewQueryVariables> = gql`
query ImportPreview($input: ImportPreviewInput!) {
  importPreview(input: $input) {
    columns
    sample
    suggestedMapping {
      field
      column
    }
    issues {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const ImportStartDocument: TypedDocumentNode<ImportStartMutation, ImportStartMutationVariables> = gql`
mutation ImportStart($input: ImportStartInput!) {
  payload: importStart(input: $input) {
    import {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const ImportCancelDocument: TypedDocumentNode<ImportCancelMutation, ImportCancelMutationVariables> = gql`
mutation ImportCancel($input: ImportCancelInput!) {
  payload: importCancel(input: $input) {
    import {
      id
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const ImportResumeDocument: TypedDocumentNode<ImportResumeMutation, ImportResumeMutationVariables> = gql`
mutation ImportResume($input: ImportResumeInput!) {
  payload: importResume(input: $input) {
    import {
      id
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const LevelsInForceDocument: TypedDocumentNode<LevelsInForceQuery, LevelsInForceQueryVariables> = gql`
query LevelsInForce {
  levels {
    ...LevelVersionHead
    cutoffs
    cutoffsAt
    rules {
      ...LevelRulesParts
    }
  }
}
fragment LevelRulesParts on LevelRules {
  recencyDays
  frequency {
    times
    days
  }
  monetaryShares
  newDays
  activeDays
  dormantDays
  often {
    logins
    days
  }
  highValue {
    recency
    frequency
    monetary
  }
  midValue {
    recency
    frequency
    monetary
  }
  cutoffEvery
}
fragment LevelVersionHead on LevelVersion {
  id
  number
  status
  version
  note
  progressDone
  progressTotal
  createdAt
  updatedAt
  publishedAt
  createdBy {
    id
    name
  }
  publishedBy {
    id
    name
  }
}
`;

export const LevelDraftDocument: TypedDocumentNode<LevelDraftQuery, LevelDraftQueryVariables> = gql`
query LevelDraft {
  levelDraft {
    ...LevelVersionHead
    rules {
      ...LevelRulesParts
    }
    preview {
      ...LevelPreviewParts
    }
  }
}
fragment LevelPreviewParts on LevelPreview {
  computedAt
  total
  stay
  changed
  cutoffs
  matrices {
    kind
    cells {
      from
      to
      customers
    }
  }
}
fragment LevelRulesParts on LevelRules {
  recencyDays
  frequency {
    times
    days
  }
  monetaryShares
  newDays
  activeDays
  dormantDays
  often {
    logins
    days
  }
  highValue {
    recency
    frequency
    monetary
  }
  midValue {
    recency
    frequency
    monetary
  }
  cutoffEvery
}
fragment LevelVersionHead on LevelVersion {
  id
  number
  status
  version
  note
  progressDone
  progressTotal
  createdAt
  updatedAt
  publishedAt
  createdBy {
    id
    name
  }
  publishedBy {
    id
    name
  }
}
`;

export const LevelVersionOneDocument: TypedDocumentNode<LevelVersionOneQuery, LevelVersionOneQueryVariables> = gql`
query LevelVersionOne($id: ID!) {
  levelVersion(id: $id) {
    ...LevelVersionHead
    rules {
      ...LevelRulesParts
    }
    preview {
      ...LevelPreviewParts
    }
  }
}
fragment LevelPreviewParts on LevelPreview {
  computedAt
  total
  stay
  changed
  cutoffs
  matrices {
    kind
    cells {
      from
      to
      customers
    }
  }
}
fragment LevelRulesParts on LevelRules {
  recencyDays
  frequency {
    times
    days
  }
  monetaryShares
  newDays
  activeDays
  dormantDays
  often {
    logins
    days
  }
  highValue {
    recency
    frequency
    monetary
  }
  midValue {
    recency
    frequency
    monetary
  }
  cutoffEvery
}
fragment LevelVersionHead on LevelVersion {
  id
  number
  status
  version
  note
  progressDone
  progressTotal
  createdAt
  updatedAt
  publishedAt
  createdBy {
    id
    name
  }
  publishedBy {
    id
    name
  }
}
`;

export const LevelVersionsDocument: TypedDocumentNode<LevelVersionsQuery, LevelVersionsQueryVariables> = gql`
query LevelVersions($first: Int, $after: String) {
  levelVersions(first: $first, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...LevelVersionHead
    }
  }
}
fragment LevelVersionHead on LevelVersion {
  id
  number
  status
  version
  note
  progressDone
  progressTotal
  createdAt
  updatedAt
  publishedAt
  createdBy {
    id
    name
  }
  publishedBy {
    id
    name
  }
}
`;

export const LevelProgressDocument: TypedDocumentNode<LevelProgressQuery, LevelProgressQueryVariables> = gql`
query LevelProgress($id: ID!) {
  levelVersion(id: $id) {
    ...LevelVersionHead
  }
}
fragment LevelVersionHead on LevelVersion {
  id
  number
  status
  version
  note
  progressDone
  progressTotal
  createdAt
  updatedAt
  publishedAt
  createdBy {
    id
    name
  }
  publishedBy {
    id
    name
  }
}
`;

export const RfmMatrixDocument: TypedDocumentNode<RfmMatrixQuery, RfmMatrixQueryVariables> = gql`
query RfmMatrix($asOf: LocalDate) {
  rfmMatrix(asOf: $asOf) {
    asOf
    total
    cells {
      recency
      frequency
      monetary
      customers
      spend
      averageOrderValue
    }
  }
}
`;

export const LifecycleOverviewDocument: TypedDocumentNode<LifecycleOverviewQuery, LifecycleOverviewQueryVariables> = gql`
query LifecycleOverview($asOf: LocalDate) {
  lifecycleOverview(asOf: $asOf) {
    asOf
    stages {
      stage
      customers
      spend
    }
    valueSegments {
      valueSegment
      customers
      spend
    }
  }
}
`;

export const LifecycleFlowDocument: TypedDocumentNode<LifecycleFlowQuery, LifecycleFlowQueryVariables> = gql`
query LifecycleFlow($since: LocalDate!, $until: LocalDate!, $kind: LevelKind!, $per: FlowPeriod!) {
  lifecycleFlow(since: $since, until: $until, kind: $kind, per: $per) {
    period
    moves {
      from
      to
      customers
    }
    counts {
      code
      customers
    }
  }
}
`;

export const CustomerLevelChangesDocument: TypedDocumentNode<CustomerLevelChangesQuery, CustomerLevelChangesQueryVariables> = gql`
query CustomerLevelChanges($id: ID!, $first: Int, $after: String) {
  customer(id: $id) {
    id
    levelChanges(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...LevelChangeParts
      }
    }
  }
}
fragment LevelChangeParts on LevelChange {
  id
  kind
  from
  to
  cause
  on
  at
  daysSinceOrder
  daysSinceEvent
  orderCount
  spend
}
`;

export const LevelDraftCreateDocument: TypedDocumentNode<LevelDraftCreateMutation, LevelDraftCreateMutationVariables> = gql`
mutation LevelDraftCreate($input: LevelDraftCreateInput!) {
  payload: levelDraftCreate(input: $input) {
    levelVersion {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const LevelDraftUpdateDocument: TypedDocumentNode<LevelDraftUpdateMutation, LevelDraftUpdateMutationVariables> = gql`
mutation LevelDraftUpdate($input: LevelDraftUpdateInput!) {
  payload: levelDraftUpdate(input: $input) {
    levelVersion {
      id
      version
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const LevelDraftDiscardDocument: TypedDocumentNode<LevelDraftDiscardMutation, LevelDraftDiscardMutationVariables> = gql`
mutation LevelDraftDiscard($input: LevelDraftDiscardInput!) {
  payload: levelDraftDiscard(input: $input) {
    levelVersion {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const LevelPreviewDocument: TypedDocumentNode<LevelPreviewMutation, LevelPreviewMutationVariables> = gql`
mutation LevelPreview($input: LevelPreviewInput!) {
  payload: levelPreview(input: $input) {
    preview {
      ...LevelPreviewParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment LevelPreviewParts on LevelPreview {
  computedAt
  total
  stay
  changed
  cutoffs
  matrices {
    kind
    cells {
      from
      to
      customers
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const LevelPublishDocument: TypedDocumentNode<LevelPublishMutation, LevelPublishMutationVariables> = gql`
mutation LevelPublish($input: LevelPublishInput!) {
  payload: levelPublish(input: $input) {
    levelVersion {
      id
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const LevelsRefreshDocument: TypedDocumentNode<LevelsRefreshMutation, LevelsRefreshMutationVariables> = gql`
mutation LevelsRefresh($input: LevelsRefreshInput!) {
  payload: levelsRefresh(input: $input) {
    touched
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const OrderListDocument: TypedDocumentNode<OrderListQuery, OrderListQueryVariables> = gql`
query OrderList($first: Int, $after: String, $offset: Int, $filter: OrderFilter, $orderBy: OrderOrderBy) {
  list: orders(
    first: $first
    after: $after
    offset: $offset
    filter: $filter
    orderBy: $orderBy
  ) {
    totalCount
    pageInfo {
      hasNextPage
      hasPreviousPage
      endCursor
    }
    nodes {
      id
      source
      number
      placedAt
      status
      currency
      amount
      refunded
      baseNet
      points
      customer {
        ...PersonParts
      }
    }
  }
}
fragment PersonParts on Customer {
  id
  name
  phone
  status
}
`;

export const OrderOneDocument: TypedDocumentNode<OrderOneQuery, OrderOneQueryVariables> = gql`
query OrderOne($id: ID!) {
  one: order(id: $id) {
    id
    source
    number
    placedAt
    status
    currency
    amount
    refunded
    baseAmount
    baseNet
    points
    customer {
      ...PersonParts
    }
    lines {
      position
      sku
      name
      category
      quantity
      unitPrice
      amount
    }
    reversals {
      id
      number
      kind
      amount
      applied
      reason
      occurredAt
    }
  }
}
fragment PersonParts on Customer {
  id
  name
  phone
  status
}
`;

export const ProgramPublishedDocument: TypedDocumentNode<ProgramPublishedQuery, ProgramPublishedQueryVariables> = gql`
query ProgramPublished {
  program {
    ...VersionBody
  }
  tiers {
    id
    code
    memberCount
  }
  benefits {
    id
    code
    stock
    stockUsed
  }
}
fragment VersionBody on ProgramVersion {
  ...VersionHead
  settings {
    measure
    window
    windowMonths
    downgrade
    graceDays
    pointsPerUnit
    pointsExpireMonths
    pointsReminderDays
    reservationMinutes
  }
  tiers {
    id
    code
    color
    spendThreshold
    pointsThreshold
    name {
      zh
      en
    }
  }
  benefits {
    id
    code
    kind
    validFrom
    validUntil
    quota
    quotaPeriod
    stock
    unitCost
    value
    redeemable
    tierCodes
    name {
      zh
      en
    }
    terms {
      zh
      en
    }
    howToUse {
      zh
      en
    }
  }
}
fragment VersionHead on ProgramVersion {
  id
  number
  status
  note
  progressDone
  progressTotal
  error
  createdAt
  updatedAt
  publishedAt
  version
  createdBy {
    id
    name
  }
  publishedBy {
    id
    name
  }
  basedOn {
    id
    number
  }
  rollbackOf {
    id
    number
  }
}
`;

export const ProgramDraftDocument: TypedDocumentNode<ProgramDraftQuery, ProgramDraftQueryVariables> = gql`
query ProgramDraft {
  programDraft {
    ...VersionBody
    impactAt
    impact {
      ...ImpactParts
    }
  }
}
fragment ImpactParts on ProgramImpact {
  total
  up
  down
  stay
  yearlyCostBefore
  yearlyCostAfter
  computedAt
  pairs {
    count
    from {
      code
      color
      name {
        zh
        en
      }
    }
    to {
      code
      color
      name {
        zh
        en
      }
    }
    sample {
      ...PersonParts
      stats {
        spend
      }
    }
  }
}
fragment PersonParts on Customer {
  id
  name
  phone
  status
}
fragment VersionBody on ProgramVersion {
  ...VersionHead
  settings {
    measure
    window
    windowMonths
    downgrade
    graceDays
    pointsPerUnit
    pointsExpireMonths
    pointsReminderDays
    reservationMinutes
  }
  tiers {
    id
    code
    color
    spendThreshold
    pointsThreshold
    name {
      zh
      en
    }
  }
  benefits {
    id
    code
    kind
    validFrom
    validUntil
    quota
    quotaPeriod
    stock
    unitCost
    value
    redeemable
    tierCodes
    name {
      zh
      en
    }
    terms {
      zh
      en
    }
    howToUse {
      zh
      en
    }
  }
}
fragment VersionHead on ProgramVersion {
  id
  number
  status
  note
  progressDone
  progressTotal
  error
  createdAt
  updatedAt
  publishedAt
  version
  createdBy {
    id
    name
  }
  publishedBy {
    id
    name
  }
  basedOn {
    id
    number
  }
  rollbackOf {
    id
    number
  }
}
`;

export const ProgramVersionOneDocument: TypedDocumentNode<ProgramVersionOneQuery, ProgramVersionOneQueryVariables> = gql`
query ProgramVersionOne($id: ID!) {
  programVersion(id: $id) {
    ...VersionBody
    impactAt
    impact {
      ...ImpactParts
    }
  }
}
fragment ImpactParts on ProgramImpact {
  total
  up
  down
  stay
  yearlyCostBefore
  yearlyCostAfter
  computedAt
  pairs {
    count
    from {
      code
      color
      name {
        zh
        en
      }
    }
    to {
      code
      color
      name {
        zh
        en
      }
    }
    sample {
      ...PersonParts
      stats {
        spend
      }
    }
  }
}
fragment PersonParts on Customer {
  id
  name
  phone
  status
}
fragment VersionBody on ProgramVersion {
  ...VersionHead
  settings {
    measure
    window
    windowMonths
    downgrade
    graceDays
    pointsPerUnit
    pointsExpireMonths
    pointsReminderDays
    reservationMinutes
  }
  tiers {
    id
    code
    color
    spendThreshold
    pointsThreshold
    name {
      zh
      en
    }
  }
  benefits {
    id
    code
    kind
    validFrom
    validUntil
    quota
    quotaPeriod
    stock
    unitCost
    value
    redeemable
    tierCodes
    name {
      zh
      en
    }
    terms {
      zh
      en
    }
    howToUse {
      zh
      en
    }
  }
}
fragment VersionHead on ProgramVersion {
  id
  number
  status
  note
  progressDone
  progressTotal
  error
  createdAt
  updatedAt
  publishedAt
  version
  createdBy {
    id
    name
  }
  publishedBy {
    id
    name
  }
  basedOn {
    id
    number
  }
  rollbackOf {
    id
    number
  }
}
`;

export const ProgramVersionsDocument: TypedDocumentNode<ProgramVersionsQuery, ProgramVersionsQueryVariables> = gql`
query ProgramVersions($first: Int, $after: String) {
  programVersions(first: $first, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...VersionHead
    }
  }
}
fragment VersionHead on ProgramVersion {
  id
  number
  status
  note
  progressDone
  progressTotal
  error
  createdAt
  updatedAt
  publishedAt
  version
  createdBy {
    id
    name
  }
  publishedBy {
    id
    name
  }
  basedOn {
    id
    number
  }
  rollbackOf {
    id
    number
  }
}
`;

export const ProgramProgressDocument: TypedDocumentNode<ProgramProgressQuery, ProgramProgressQueryVariables> = gql`
query ProgramProgress($id: ID!) {
  programVersion(id: $id) {
    ...VersionHead
  }
}
fragment VersionHead on ProgramVersion {
  id
  number
  status
  note
  progressDone
  progressTotal
  error
  createdAt
  updatedAt
  publishedAt
  version
  createdBy {
    id
    name
  }
  publishedBy {
    id
    name
  }
  basedOn {
    id
    number
  }
  rollbackOf {
    id
    number
  }
}
`;

export const TierChoicesDocument: TypedDocumentNode<TierChoicesQuery, TierChoicesQueryVariables> = gql`
query TierChoices {
  tiers {
    ...TierParts
    retired
  }
}
fragment TierParts on Tier {
  id
  code
  rank
  color
  name {
    zh
    en
  }
}
`;

export const BenefitChoicesDocument: TypedDocumentNode<BenefitChoicesQuery, BenefitChoicesQueryVariables> = gql`
query BenefitChoices {
  benefits {
    ...BenefitParts
    retired
    redeemable
  }
}
fragment BenefitParts on Benefit {
  id
  code
  kind
  name {
    zh
    en
  }
}
`;

export const ProgramDraftCreateDocument: TypedDocumentNode<ProgramDraftCreateMutation, ProgramDraftCreateMutationVariables> = gql`
mutation ProgramDraftCreate($input: ProgramDraftCreateInput) {
  payload: programDraftCreate(input: $input) {
    programVersion {
      id
      version
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const ProgramDraftUpdateDocument: TypedDocumentNode<ProgramDraftUpdateMutation, ProgramDraftUpdateMutationVariables> = gql`
mutation ProgramDraftUpdate($input: ProgramDraftUpdateInput!) {
  payload: programDraftUpdate(input: $input) {
    programVersion {
      id
      version
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const ProgramDraftDiscardDocument: TypedDocumentNode<ProgramDraftDiscardMutation, ProgramDraftDiscardMutationVariables> = gql`
mutation ProgramDraftDiscard($input: ProgramDraftDiscardInput!) {
  payload: programDraftDiscard(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const ProgramImpactDocument: TypedDocumentNode<ProgramImpactMutation, ProgramImpactMutationVariables> = gql`
mutation ProgramImpact($input: ProgramImpactInput!) {
  payload: programImpact(input: $input) {
    impact {
      ...ImpactParts
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment ImpactParts on ProgramImpact {
  total
  up
  down
  stay
  yearlyCostBefore
  yearlyCostAfter
  computedAt
  pairs {
    count
    from {
      code
      color
      name {
        zh
        en
      }
    }
    to {
      code
      color
      name {
        zh
        en
      }
    }
    sample {
      ...PersonParts
      stats {
        spend
      }
    }
  }
}
fragment PersonParts on Customer {
  id
  name
  phone
  status
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const ProgramPublishDocument: TypedDocumentNode<ProgramPublishMutation, ProgramPublishMutationVariables> = gql`
mutation ProgramPublish($input: ProgramPublishInput!) {
  payload: programPublish(input: $input) {
    programVersion {
      id
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const ProgramRollbackDocument: TypedDocumentNode<ProgramRollbackMutation, ProgramRollbackMutationVariables> = gql`
mutation ProgramRollback($input: ProgramRollbackInput!) {
  payload: programRollback(input: $input) {
    programVersion {
      id
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const RedemptionListDocument: TypedDocumentNode<RedemptionListQuery, RedemptionListQueryVariables> = gql`
query RedemptionList($first: Int, $after: String, $offset: Int, $filter: RedemptionFilter, $orderBy: RedemptionOrderBy) {
  list: redemptions(
    first: $first
    after: $after
    offset: $offset
    filter: $filter
    orderBy: $orderBy
  ) {
    totalCount
    pageInfo {
      hasNextPage
      hasPreviousPage
      endCursor
    }
    nodes {
      id
      code
      status
      quantity
      cost
      createdAt
      reservedUntil
      committedAt
      endedAt
      endReason
      customer {
        ...PersonParts
      }
      benefit {
        ...BenefitParts
      }
      tier {
        ...TierParts
      }
    }
  }
}
fragment BenefitParts on Benefit {
  id
  code
  kind
  name {
    zh
    en
  }
}
fragment PersonParts on Customer {
  id
  name
  phone
  status
}
fragment TierParts on Tier {
  id
  code
  rank
  color
  name {
    zh
    en
  }
}
`;

export const RedemptionByCodeDocument: TypedDocumentNode<RedemptionByCodeQuery, RedemptionByCodeQueryVariables> = gql`
query RedemptionByCode($code: String!) {
  redemptionByCode(code: $code) {
    id
    code
    status
    customer {
      ...PersonParts
    }
  }
}
fragment PersonParts on Customer {
  id
  name
  phone
  status
}
`;

export const RedemptionCommitDocument: TypedDocumentNode<RedemptionCommitMutation, RedemptionCommitMutationVariables> = gql`
mutation RedemptionCommit($input: RedemptionCommitInput!) {
  payload: redemptionCommit(input: $input) {
    redemption {
      id
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const RedemptionReleaseDocument: TypedDocumentNode<RedemptionReleaseMutation, RedemptionReleaseMutationVariables> = gql`
mutation RedemptionRelease($input: RedemptionReleaseInput!) {
  payload: redemptionRelease(input: $input) {
    redemption {
      id
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const RedemptionReverseDocument: TypedDocumentNode<RedemptionReverseMutation, RedemptionReverseMutationVariables> = gql`
mutation RedemptionReverse($input: RedemptionReverseInput!) {
  payload: redemptionReverse(input: $input) {
    redemption {
      id
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const BenefitRedeemForDocument: TypedDocumentNode<BenefitRedeemForMutation, BenefitRedeemForMutationVariables> = gql`
mutation BenefitRedeemFor($input: BenefitRedeemInput!) {
  payload: benefitRedeem(input: $input) {
    redemption {
      id
      code
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const SegmentListDocument: TypedDocumentNode<SegmentListQuery, SegmentListQueryVariables> = gql`
query SegmentList($first: Int, $after: String, $offset: Int, $filter: SegmentFilter, $orderBy: SegmentOrderBy) {
  list: segments(
    first: $first
    after: $after
    offset: $offset
    filter: $filter
    orderBy: $orderBy
  ) {
    totalCount
    pageInfo {
      hasNextPage
      hasPreviousPage
      endCursor
    }
    nodes {
      ...SegmentHead
    }
  }
}
fragment SegmentHead on Segment {
  id
  name
  description
  kind
  builtIn
  confidential
  archivedAt
  refreshedAt
  version
  updatedAt
  owner {
    id
    name
  }
  lastPoint {
    day
    members
    entered
    left
  }
}
`;

export const SegmentOneDocument: TypedDocumentNode<SegmentOneQuery, SegmentOneQueryVariables> = gql`
query SegmentOne($id: ID!) {
  one: segment(id: $id) {
    ...SegmentHead
    playbook {
      goal
      actions
    }
    currentVersion {
      id
      number
      note
      createdAt
      createdBy {
        id
        name
      }
      rules {
        ...RuleTree
      }
    }
    usedBy {
      kind
      name
      id
    }
  }
}
fragment ConditionParts on SegmentCondition {
  field
  operator
  texts
  numbers
  amounts
  days
  ids
  relative {
    amount
    unit
  }
  window {
    since
    until
    last {
      amount
      unit
    }
  }
  products {
    skus
    categories
  }
}
fragment RuleLeaf on SegmentRule {
  join
  condition {
    ...ConditionParts
  }
}
fragment RuleLow on SegmentRule {
  ...RuleLeaf
  rules {
    ...RuleLeaf
    rules {
      ...RuleLeaf
    }
  }
}
fragment RuleMid on SegmentRule {
  ...RuleLeaf
  rules {
    ...RuleLeaf
    rules {
      ...RuleLeaf
      rules {
        ...RuleLow
      }
    }
  }
}
fragment RuleTree on SegmentRule {
  ...RuleLeaf
  rules {
    ...RuleLeaf
    rules {
      ...RuleLeaf
      rules {
        ...RuleMid
      }
    }
  }
}
fragment SegmentHead on Segment {
  id
  name
  description
  kind
  builtIn
  confidential
  archivedAt
  refreshedAt
  version
  updatedAt
  owner {
    id
    name
  }
  lastPoint {
    day
    members
    entered
    left
  }
}
`;

export const SegmentSizeDocument: TypedDocumentNode<SegmentSizeQuery, SegmentSizeQueryVariables> = gql`
query SegmentSize($id: ID!) {
  segment(id: $id) {
    id
    memberCount {
      count
      exact
      total
      share
    }
  }
}
`;

export const SegmentMembersDocument: TypedDocumentNode<SegmentMembersQuery, SegmentMembersQueryVariables> = gql`
query SegmentMembers($id: ID!, $first: Int, $after: String, $offset: Int, $orderBy: SegmentMemberOrderBy, $filter: SegmentMemberFilter, $asOf: LocalDate) {
  segment(id: $id) {
    id
    members(
      first: $first
      after: $after
      offset: $offset
      orderBy: $orderBy
      filter: $filter
      asOf: $asOf
    ) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        endCursor
      }
      nodes {
        ...SegmentMember
      }
    }
  }
}
fragment SegmentMember on Customer {
  id
  name
  phone
  city
  registeredAt
  tier {
    ...TierParts
  }
  stats {
    orderCount
    spend
    lastOrderAt
    stage
  }
}
fragment TierParts on Tier {
  id
  code
  rank
  color
  name {
    zh
    en
  }
}
`;

export const SegmentProfileOneDocument: TypedDocumentNode<SegmentProfileOneQuery, SegmentProfileOneQueryVariables> = gql`
query SegmentProfileOne($id: ID!, $asOf: LocalDate) {
  segment(id: $id) {
    id
    profile(asOf: $asOf) {
      members
      spend
      averageOrderValue
      orders
      everybody {
        customers
        spend
        orders
        averageOrderValue
      }
      byTier {
        members
        everybody
        tier {
          ...TierParts
        }
      }
      byStage {
        members
        everybody
        stage
      }
      byValueSegment {
        members
        everybody
        valueSegment
      }
      byCity {
        members
        everybody
        city
      }
    }
  }
}
fragment TierParts on Tier {
  id
  code
  rank
  color
  name {
    zh
    en
  }
}
`;

export const SegmentMovementTotalsDocument: TypedDocumentNode<SegmentMovementTotalsQuery, SegmentMovementTotalsQueryVariables> = gql`
query SegmentMovementTotals($id: ID!, $since: DateTime!, $until: DateTime) {
  segment(id: $id) {
    id
    movementTotals(since: $since, until: $until) {
      day
      members
      entered
      left
    }
  }
}
`;

export const SegmentMovementsDocument: TypedDocumentNode<SegmentMovementsQuery, SegmentMovementsQueryVariables> = gql`
query SegmentMovements($id: ID!, $since: DateTime!, $until: DateTime, $direction: SegmentDirection, $first: Int, $after: String) {
  segment(id: $id) {
    id
    movements(
      since: $since
      until: $until
      direction: $direction
      first: $first
      after: $after
    ) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        at
        direction
        customer {
          ...PersonParts
        }
      }
    }
  }
}
fragment PersonParts on Customer {
  id
  name
  phone
  status
}
`;

export const SegmentVersionsDocument: TypedDocumentNode<SegmentVersionsQuery, SegmentVersionsQueryVariables> = gql`
query SegmentVersions($id: ID!) {
  segment(id: $id) {
    id
    versions {
      id
      number
      note
      createdAt
      createdBy {
        id
        name
      }
      rules {
        ...RuleTree
      }
    }
  }
}
fragment ConditionParts on SegmentCondition {
  field
  operator
  texts
  numbers
  amounts
  days
  ids
  relative {
    amount
    unit
  }
  window {
    since
    until
    last {
      amount
      unit
    }
  }
  products {
    skus
    categories
  }
}
fragment RuleLeaf on SegmentRule {
  join
  condition {
    ...ConditionParts
  }
}
fragment RuleLow on SegmentRule {
  ...RuleLeaf
  rules {
    ...RuleLeaf
    rules {
      ...RuleLeaf
    }
  }
}
fragment RuleMid on SegmentRule {
  ...RuleLeaf
  rules {
    ...RuleLeaf
    rules {
      ...RuleLeaf
      rules {
        ...RuleLow
      }
    }
  }
}
fragment RuleTree on SegmentRule {
  ...RuleLeaf
  rules {
    ...RuleLeaf
    rules {
      ...RuleLeaf
      rules {
        ...RuleMid
      }
    }
  }
}
`;

export const SegmentOverlapOfDocument: TypedDocumentNode<SegmentOverlapOfQuery, SegmentOverlapOfQueryVariables> = gql`
query SegmentOverlapOf($input: SegmentOverlapInput!) {
  segmentOverlap(input: $input) {
    sizes {
      members
      segment {
        id
        name
      }
    }
    pairs {
      both
      a {
        id
      }
      b {
        id
      }
    }
    all
  }
}
`;

export const SegmentExportsDocument: TypedDocumentNode<SegmentExportsQuery, SegmentExportsQueryVariables> = gql`
query SegmentExports($segmentId: ID!, $first: Int, $after: String) {
  segmentExports(segmentId: $segmentId, first: $first, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...ExportParts
    }
  }
}
fragment ExportParts on SegmentExport {
  id
  status
  url
  asOf
  rows
  total
  progress
  bytes
  contacts
  error
  requestedAt
  finishedAt
  expiresAt
  requestedBy {
    id
    name
  }
}
`;

export const SegmentExportOneDocument: TypedDocumentNode<SegmentExportOneQuery, SegmentExportOneQueryVariables> = gql`
query SegmentExportOne($id: ID!) {
  segmentExport(id: $id) {
    ...ExportParts
  }
}
fragment ExportParts on SegmentExport {
  id
  status
  url
  asOf
  rows
  total
  progress
  bytes
  contacts
  error
  requestedAt
  finishedAt
  expiresAt
  requestedBy {
    id
    name
  }
}
`;

export const SegmentTemplatesDocument: TypedDocumentNode<SegmentTemplatesQuery, SegmentTemplatesQueryVariables> = gql`
query SegmentTemplates {
  segmentTemplates {
    code
    name {
      zh
      en
    }
    description {
      zh
      en
    }
    rules {
      ...RuleTree
    }
  }
}
fragment ConditionParts on SegmentCondition {
  field
  operator
  texts
  numbers
  amounts
  days
  ids
  relative {
    amount
    unit
  }
  window {
    since
    until
    last {
      amount
      unit
    }
  }
  products {
    skus
    categories
  }
}
fragment RuleLeaf on SegmentRule {
  join
  condition {
    ...ConditionParts
  }
}
fragment RuleLow on SegmentRule {
  ...RuleLeaf
  rules {
    ...RuleLeaf
    rules {
      ...RuleLeaf
    }
  }
}
fragment RuleMid on SegmentRule {
  ...RuleLeaf
  rules {
    ...RuleLeaf
    rules {
      ...RuleLeaf
      rules {
        ...RuleLow
      }
    }
  }
}
fragment RuleTree on SegmentRule {
  ...RuleLeaf
  rules {
    ...RuleLeaf
    rules {
      ...RuleLeaf
      rules {
        ...RuleMid
      }
    }
  }
}
`;

export const SegmentFieldsDocument: TypedDocumentNode<SegmentFieldsQuery, SegmentFieldsQueryVariables> = gql`
query SegmentFields {
  segmentFields {
    field
    type
    group
    operators
    windowed
    productScoped
    kindScoped
    benefitScoped
    horizon
    suggests
    allowed
    label {
      zh
      en
    }
    groupLabel {
      zh
      en
    }
    unit {
      zh
      en
    }
    nullMeaning {
      zh
      en
    }
    options {
      value
      label {
        zh
        en
      }
    }
  }
}
`;

export const SegmentFieldValuesDocument: TypedDocumentNode<SegmentFieldValuesQuery, SegmentFieldValuesQueryVariables> = gql`
query SegmentFieldValues($field: SegmentField!, $of: SegmentSuggestion, $q: String, $first: Int) {
  segmentFieldValues(field: $field, of: $of, q: $q, first: $first)
}
`;

export const SegmentChoicesDocument: TypedDocumentNode<SegmentChoicesQuery, SegmentChoicesQueryVariables> = gql`
query SegmentChoices($first: Int, $after: String) {
  segments(first: $first, after: $after, orderBy: NAME_ASC) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      name
    }
  }
}
`;

export const SegmentCountOfDocument: TypedDocumentNode<SegmentCountOfQuery, SegmentCountOfQueryVariables> = gql`
query SegmentCountOf($input: SegmentCountInput!) {
  segmentCount(input: $input) {
    count
    exact
    total
    share
  }
}
`;

export const SegmentSampleOfDocument: TypedDocumentNode<SegmentSampleOfQuery, SegmentSampleOfQueryVariables> = gql`
query SegmentSampleOf($input: SegmentSampleInput!) {
  segmentSample(input: $input) {
    ...SegmentMember
  }
}
fragment SegmentMember on Customer {
  id
  name
  phone
  city
  registeredAt
  tier {
    ...TierParts
  }
  stats {
    orderCount
    spend
    lastOrderAt
    stage
  }
}
fragment TierParts on Tier {
  id
  code
  rank
  color
  name {
    zh
    en
  }
}
`;

export const SegmentWhyOfDocument: TypedDocumentNode<SegmentWhyOfQuery, SegmentWhyOfQueryVariables> = gql`
query SegmentWhyOf($input: SegmentWhyInput!) {
  segmentWhy(input: $input) {
    matches
    root {
      ...WhyTree
    }
  }
}
fragment ConditionParts on SegmentCondition {
  field
  operator
  texts
  numbers
  amounts
  days
  ids
  relative {
    amount
    unit
  }
  window {
    since
    until
    last {
      amount
      unit
    }
  }
  products {
    skus
    categories
  }
}
fragment WhyLeaf on SegmentWhyNode {
  matches
  join
  value
  condition {
    ...ConditionParts
  }
}
fragment WhyLow on SegmentWhyNode {
  ...WhyLeaf
  rules {
    ...WhyLeaf
    rules {
      ...WhyLeaf
    }
  }
}
fragment WhyMid on SegmentWhyNode {
  ...WhyLeaf
  rules {
    ...WhyLeaf
    rules {
      ...WhyLeaf
      rules {
        ...WhyLow
      }
    }
  }
}
fragment WhyTree on SegmentWhyNode {
  ...WhyLeaf
  rules {
    ...WhyLeaf
    rules {
      ...WhyLeaf
      rules {
        ...WhyMid
      }
    }
  }
}
`;

export const CustomerSegmentsDocument: TypedDocumentNode<CustomerSegmentsQuery, CustomerSegmentsQueryVariables> = gql`
query CustomerSegments($id: ID!) {
  customer(id: $id) {
    id
    segments {
      id
      name
      builtIn
    }
  }
}
`;

export const SegmentCreateDocument: TypedDocumentNode<SegmentCreateMutation, SegmentCreateMutationVariables> = gql`
mutation SegmentCreate($input: SegmentCreateInput!) {
  payload: segmentCreate(input: $input) {
    segment {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const SegmentUpdateDocument: TypedDocumentNode<SegmentUpdateMutation, SegmentUpdateMutationVariables> = gql`
mutation SegmentUpdate($input: SegmentUpdateInput!) {
  payload: segmentUpdate(input: $input) {
    segment {
      id
      version
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const SegmentArchiveDocument: TypedDocumentNode<SegmentArchiveMutation, SegmentArchiveMutationVariables> = gql`
mutation SegmentArchive($input: SegmentArchiveInput!) {
  payload: segmentArchive(input: $input) {
    segment {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const SegmentRestoreDocument: TypedDocumentNode<SegmentRestoreMutation, SegmentRestoreMutationVariables> = gql`
mutation SegmentRestore($input: SegmentRestoreInput!) {
  payload: segmentRestore(input: $input) {
    segment {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const SegmentFreezeDocument: TypedDocumentNode<SegmentFreezeMutation, SegmentFreezeMutationVariables> = gql`
mutation SegmentFreeze($input: SegmentFreezeInput!) {
  payload: segmentFreeze(input: $input) {
    segment {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const SegmentRefreshDocument: TypedDocumentNode<SegmentRefreshMutation, SegmentRefreshMutationVariables> = gql`
mutation SegmentRefresh($input: SegmentRefreshInput!) {
  payload: segmentRefresh(input: $input) {
    segment {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const SegmentListAddDocument: TypedDocumentNode<SegmentListAddMutation, SegmentListAddMutationVariables> = gql`
mutation SegmentListAdd($input: SegmentListAddInput!) {
  payload: segmentListAdd(input: $input) {
    added
    unknown
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const SegmentListRemoveDocument: TypedDocumentNode<SegmentListRemoveMutation, SegmentListRemoveMutationVariables> = gql`
mutation SegmentListRemove($input: SegmentListRemoveInput!) {
  payload: segmentListRemove(input: $input) {
    segment {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const SegmentExportStartDocument: TypedDocumentNode<SegmentExportStartMutation, SegmentExportStartMutationVariables> = gql`
mutation SegmentExportStart($input: SegmentExportStartInput!) {
  payload: segmentExportStart(input: $input) {
    export {
      id
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const SegmentExportCancelDocument: TypedDocumentNode<SegmentExportCancelMutation, SegmentExportCancelMutationVariables> = gql`
mutation SegmentExportCancel($input: SegmentExportCancelInput!) {
  payload: segmentExportCancel(input: $input) {
    export {
      id
      status
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const StaffListDocument: TypedDocumentNode<StaffListQuery, StaffListQueryVariables> = gql`
query StaffList($first: Int, $after: String, $offset: Int, $filter: StaffFilter, $orderBy: StaffOrderBy) {
  list: staffMembers(
    first: $first
    after: $after
    offset: $offset
    filter: $filter
    orderBy: $orderBy
  ) {
    totalCount
    pageInfo {
      hasNextPage
      hasPreviousPage
      endCursor
    }
    nodes {
      id
      email
      name
      role
      status
      locale
      createdAt
      lastSignInAt
      version
    }
  }
}
`;

export const StaffOneDocument: TypedDocumentNode<StaffOneQuery, StaffOneQueryVariables> = gql`
query StaffOne($id: ID!) {
  one: staffMember(id: $id) {
    id
    email
    name
    role
    status
    locale
    createdAt
    lastSignInAt
    version
    sessions {
      id
      createdAt
      expiresAt
      ip
      userAgent
      current
    }
  }
}
`;

export const StaffCreateDocument: TypedDocumentNode<StaffCreateMutation, StaffCreateMutationVariables> = gql`
mutation StaffCreate($input: StaffCreateInput!) {
  payload: staffCreate(input: $input) {
    staff {
      id
      email
      name
      role
      status
      locale
      version
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const StaffUpdateDocument: TypedDocumentNode<StaffUpdateMutation, StaffUpdateMutationVariables> = gql`
mutation StaffUpdate($input: StaffUpdateInput!) {
  payload: staffUpdate(input: $input) {
    staff {
      id
      email
      name
      role
      status
      locale
      version
    }
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const StaffResetPasswordDocument: TypedDocumentNode<StaffResetPasswordMutation, StaffResetPasswordMutationVariables> = gql`
mutation StaffResetPassword($input: StaffResetPasswordInput!) {
  payload: staffResetPassword(input: $input) {
    userErrors {
      ...UserErrorParts
    }
  }
}
fragment UserErrorParts on UserError {
  field
  code
  message
}
`;

export const TierMoveListDocument: TypedDocumentNode<TierMoveListQuery, TierMoveListQueryVariables> = gql`
query TierMoveList($first: Int, $after: String, $offset: Int, $filter: TierMoveFilter) {
  list: tierMoves(first: $first, after: $after, offset: $offset, filter: $filter) {
    totalCount
    pageInfo {
      hasNextPage
      hasPreviousPage
      endCursor
    }
    nodes {
      id
      direction
      cause
      reason
      at
      actor
      customer {
        ...PersonParts
      }
      from {
        ...TierParts
      }
      to {
        ...TierParts
      }
      order {
        id
        number
      }
    }
  }
}
fragment PersonParts on Customer {
  id
  name
  phone
  status
}
fragment TierParts on Tier {
  id
  code
  rank
  color
  name {
    zh
    en
  }
}
`;
