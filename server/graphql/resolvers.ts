import { AuditResolver } from '../audit/resolver.js';
import { CompanyResolver } from '../company/resolver.js';
import { CustomerFieldsResolver, CustomerMergeResolver, CustomerNoteResolver } from '../customers/fields.js';
import { CustomerResolver } from '../customers/resolver.js';
import { CustomerOrdersResolver, OrderResolver } from '../orders/resolver.js';
import { ApiKeyResolver } from '../staff/api-key-resolver.js';
import { StaffResolver } from '../staff/resolver.js';
import { SessionResolver } from '../staff/session-resolver.js';
import { CustomerTierHistoryResolver, TierGrantResolver, TierMoveResolver } from '../tiers/history-resolver.js';
import { CustomerTierResolver, MembershipResolver, TierProgressResolver } from '../tiers/membership-resolver.js';
import { BenefitResolver, TierResolver } from '../tiers/tier-resolver.js';

/** Every resolver class of the API, noun by noun. */
export const resolvers = [
  CompanyResolver,
  CustomerResolver,
  CustomerFieldsResolver,
  CustomerMergeResolver,
  CustomerNoteResolver,
  OrderResolver,
  CustomerOrdersResolver,
  SessionResolver,
  StaffResolver,
  ApiKeyResolver,
  AuditResolver,
  TierResolver,
  BenefitResolver,
  CustomerTierResolver,
  MembershipResolver,
  TierProgressResolver,
  TierMoveResolver,
  TierGrantResolver,
  CustomerTierHistoryResolver,
] as const;
