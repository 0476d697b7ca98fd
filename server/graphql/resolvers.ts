import { AuditResolver } from '../audit/resolver.js';
import {
  BenefitGrantFieldsResolver,
  CustomerPerksResolver,
  RedemptionFieldsResolver,
  RedemptionPayloadResolver,
} from '../benefits/fields.js';
import { PerkResolver } from '../benefits/resolver.js';
import { CompanyResolver } from '../company/resolver.js';
import { CustomerFieldsResolver, CustomerMergeResolver, CustomerNoteResolver } from '../customers/fields.js';
import { CustomerResolver } from '../customers/resolver.js';
import { EventResolver } from '../events/resolver.js';
import { ImportResolver } from '../imports/resolver.js';
import {
  CustomerLevelsResolver,
  CustomerStatsLevelsResolver,
  LevelChangeResolver,
  LevelVersionResolver,
} from '../levels/fields-resolver.js';
import { LevelResolver } from '../levels/resolver.js';
import { MePayloadResolver, MeResolver } from '../me/resolver.js';
import { CustomerOrdersResolver, OrderResolver } from '../orders/resolver.js';
import {
  CustomerPointsResolver,
  MembershipPointsResolver,
  PointsEntryResolver,
  PointsResolver,
} from '../points/resolver.js';
import { SegmentExportResolver } from '../segments/export-resolver.js';
import { SegmentRuleResolver } from '../segments/rule-resolver.js';
import {
  CustomerSegmentsResolver,
  SegmentFieldsResolver,
  SegmentMovementResolver,
  SegmentTemplateResolver,
  SegmentVersionResolver,
} from '../segments/saved-fields.js';
import { SegmentResolver } from '../segments/saved-resolver.js';
import { ApiKeyResolver } from '../staff/api-key-resolver.js';
import { StaffResolver } from '../staff/resolver.js';
import { SessionResolver } from '../staff/session-resolver.js';
import { CustomerTierHistoryResolver, TierGrantResolver, TierMoveResolver } from '../tiers/history-resolver.js';
import { CustomerTierResolver, MembershipResolver, TierProgressResolver } from '../tiers/membership-resolver.js';
import { BenefitCountResolver, ProgramOverviewResolver, TierCountResolver } from '../tiers/overview-resolver.js';
import { ProgramResolver, ProgramVersionResolver, TierPairImpactResolver } from '../tiers/program-resolver.js';
import { BenefitResolver, TierResolver } from '../tiers/tier-resolver.js';

/** Every resolver class of the API, noun by noun. */
export const resolvers = [
  CompanyResolver,
  CustomerResolver,
  CustomerFieldsResolver,
  CustomerMergeResolver,
  CustomerNoteResolver,
  EventResolver,
  ImportResolver,
  OrderResolver,
  CustomerOrdersResolver,
  SessionResolver,
  StaffResolver,
  ApiKeyResolver,
  AuditResolver,
  ProgramResolver,
  ProgramOverviewResolver,
  TierCountResolver,
  BenefitCountResolver,
  ProgramVersionResolver,
  TierPairImpactResolver,
  TierResolver,
  BenefitResolver,
  CustomerTierResolver,
  MembershipResolver,
  TierProgressResolver,
  TierMoveResolver,
  TierGrantResolver,
  CustomerTierHistoryResolver,
  LevelResolver,
  LevelVersionResolver,
  LevelChangeResolver,
  CustomerLevelsResolver,
  CustomerStatsLevelsResolver,
  SegmentResolver,
  SegmentFieldsResolver,
  SegmentVersionResolver,
  SegmentMovementResolver,
  SegmentTemplateResolver,
  CustomerSegmentsResolver,
  SegmentExportResolver,
  MeResolver,
  MePayloadResolver,
  PointsResolver,
  PointsEntryResolver,
  CustomerPointsResolver,
  MembershipPointsResolver,
  PerkResolver,
  RedemptionFieldsResolver,
  BenefitGrantFieldsResolver,
  CustomerPerksResolver,
  RedemptionPayloadResolver,
  SegmentRuleResolver,
] as const;
