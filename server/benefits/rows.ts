import { type GrantOrigin, GrantStatus, type RedemptionStatus } from '../../schema/benefits/enums.js';

/** A grant as a plain row: what lists and loaders give to the BenefitGrant type. */
export interface GrantRow {
  id: string;
  customerId: string;
  benefitId: string;
  origin: GrantOrigin;
  reason: string;
  quantity: number;
  used: number;
  startsAt: Date;
  endsAt: Date | null;
  grantedById: string | null;
  grantedAt: Date;
  revokedAt: Date | null;
}

/** The select list of a GrantRow from `benefit_grant g`. */
export const GRANT_COLUMNS = `g.id, g.customer_id as "customerId", g.benefit_id as "benefitId", g.origin, g.reason,
  g.quantity, g.used, g.starts_at as "startsAt", g.ends_at as "endsAt", g.granted_by as "grantedById",
  g.granted_at as "grantedAt", g.revoked_at as "revokedAt"`;

/** Whether a grant can be redeemed at an instant, or why not; the same as `grantStatusSql`. */
export function grantStatus(grant: GrantRow, now: Date): GrantStatus {
  if (grant.revokedAt) {
    return GrantStatus.REVOKED;
  }
  if (grant.used >= grant.quantity) {
    return GrantStatus.USED_UP;
  }
  if (grant.endsAt && grant.endsAt <= now) {
    return GrantStatus.EXPIRED;
  }
  return grant.startsAt > now ? GrantStatus.UPCOMING : GrantStatus.ACTIVE;
}

/** A grant's status in SQL at the instant that the parameter holds; the same as `grantStatus`. */
export const grantStatusSql = (now: string) => `case when g.revoked_at is not null then 'REVOKED'
  when g.used >= g.quantity then 'USED_UP' when g.ends_at <= ${now} then 'EXPIRED'
  when g.starts_at > ${now} then 'UPCOMING' else 'ACTIVE' end`;

/** A redemption as a plain row: what lists and loaders give to the Redemption type. */
export interface RedemptionRow {
  id: string;
  customerId: string;
  benefitId: string;
  grantId: string | null;
  quantity: number;
  status: RedemptionStatus;
  periodStart: string | null;
  code: string;
  cost: number;
  tierId: string | null;
  fromStock: boolean;
  createdAt: Date;
  reservedUntil: Date | null;
  committedAt: Date | null;
  endedAt: Date | null;
  endReason: string | null;
}

/** The select list of a RedemptionRow from `redemption r`. */
export const REDEMPTION_COLUMNS = `r.id, r.customer_id as "customerId", r.benefit_id as "benefitId",
  r.grant_id as "grantId", r.quantity, r.status, r.period_start as "periodStart", r.code, r.cost, r.tier_id as "tierId",
  r.from_stock as "fromStock", r.created_at as "createdAt", r.reserved_until as "reservedUntil",
  r.committed_at as "committedAt", r.ended_at as "endedAt", r.end_reason as "endReason"`;
