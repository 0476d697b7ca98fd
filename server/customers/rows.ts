import type { Channel, Locale } from '../../schema/common/enums.js';
import type { CustomerStatus, Gender, LifecycleStage } from '../../schema/customers/enums.js';
import type { ValueSegment } from '../../schema/levels/enums.js';

/** A customer as a plain row: what lists and loaders give to the Customer type. Phone and e-mail are clear here. */
export interface CustomerRow {
  id: string;
  name: string;
  gender: Gender | null;
  birthday: string | null;
  phone: string | null;
  email: string | null;
  city: string | null;
  locale: Locale;
  preferredChannel: Channel | null;
  quietFrom: string | null;
  quietUntil: string | null;
  interests: string[];
  tags: string[];
  status: CustomerStatus;
  mergedIntoId: string | null;
  registeredAt: Date;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

/** The select list of a CustomerRow from `customer c`. */
export const CUSTOMER_COLUMNS = `c.id, c.name, c.gender, c.birthday, c.phone, c.email, c.city, c.locale,
  c.preferred_channel as "preferredChannel", c.quiet_from as "quietFrom", c.quiet_until as "quietUntil", c.interests,
  c.tags, c.status, c.merged_into_id as "mergedIntoId", c.registered_at as "registeredAt", c.created_at as "createdAt",
  c.updated_at as "updatedAt", c.version`;

/** A customer's figures as a plain row; money in minor units of the company's currency. */
export interface CustomerStatsRow {
  customerId: string;
  orderCount: number;
  spend: number;
  firstOrderAt: Date | null;
  lastOrderAt: Date | null;
  stage: LifecycleStage;
  averageOrderValue: number | null;
  /** Bands 1 (best) to 4; null: never bought (S1–S3). */
  recency: number | null;
  frequency: number | null;
  monetary: number | null;
  valueSegment: ValueSegment;
  /** Company day of the last interaction. */
  lastEventOn: string | null;
}

/** The select list of a CustomerStatsRow from `customer_stats s`. */
export const STATS_COLUMNS = `s.customer_id as "customerId", s.order_count as "orderCount", s.spend,
  s.first_order_at as "firstOrderAt", s.last_order_at as "lastOrderAt", s.stage,
  case when s.order_count > 0 then round(s.spend::numeric / s.order_count)::bigint end as "averageOrderValue",
  s.recency, s.frequency, s.monetary, s.value_segment as "valueSegment", s.last_event_on as "lastEventOn"`;

/** A customer as lists read them: with figures and tier, which nearly every reader of a list wants. */
export type ListedCustomerRow = CustomerRow & CustomerStatsRow & { tierId: string | null };

/** The select list of a ListedCustomerRow from `customer c` and `customer_stats s`. */
export const LISTED_COLUMNS = `${CUSTOMER_COLUMNS}, ${STATS_COLUMNS}, s.tier_id as "tierId"`;
