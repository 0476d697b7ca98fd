import DataLoader from 'dataloader';
import type { TierCause } from '../../schema/tiers/enums.js';
import type { TierGrant } from '../../schema/tiers/tier-grant.js';
import type { App } from '../app.js';
import { type Progress, type ProgressFigures, progressOf } from './progress.js';
import type { BenefitConfig, TierConfig } from './published.js';

/** Tiers by id, retired ones too; null for those that never were. */
export const tierLoader = (app: App) =>
  new DataLoader<string, TierConfig | null>(async (ids) => {
    const { everyTier } = await app.program.published();
    return ids.map((id) => everyTier.get(id) ?? null);
  });

/** The tier in effect by customer id; null for customers without one. */
export const customerTierLoader = (app: App) =>
  new DataLoader<string, TierConfig | null>(async (customerIds) => {
    const [{ everyTier }, rows] = await Promise.all([
      app.program.published(),
      app.db.hot.rows<{ customerId: string; tierId: string }>(
        'tiers of customers',
        `select customer_id as "customerId", tier_id as "tierId" from customer_stats
          where customer_id = any($1::uuid[]) and tier_id is not null`,
        [customerIds],
      ),
    ]);
    const held = new Map(rows.map(({ customerId, tierId }) => [customerId, everyTier.get(tierId) ?? null]));
    return customerIds.map((id) => held.get(id) ?? null);
  });

/** Benefits by id, retired ones too; null for those that never were. */
export const benefitLoader = (app: App) =>
  new DataLoader<string, BenefitConfig | null>(async (ids) => {
    const { benefitById } = await app.program.published();
    return ids.map((id) => benefitById.get(id) ?? null);
  });

/** How many active customers hold a tier now, by tier id. */
export const memberCountLoader = (app: App) =>
  new DataLoader<string, number>(async (tierIds) => {
    const rows = await app.db.rows<{ tierId: string; count: number }>(
      `select tier_id as "tierId", count(*) as count from customer_stats where tier_id = any($1::uuid[]) group by tier_id`,
      [tierIds],
    );
    const byTier = new Map(rows.map(({ tierId, count }) => [tierId, count]));
    return tierIds.map((id) => byTier.get(id) ?? 0);
  });

/** How much of a benefit's stock is reserved or redeemed, by benefit id. */
export const stockUsedLoader = (app: App) =>
  new DataLoader<string, number>(async (benefitIds) => {
    const rows = await app.db.hot.rows<{ benefitId: string; used: number }>(
      'stock used',
      'select benefit_id as "benefitId", used from benefit_stock where benefit_id = any($1::uuid[])',
      [benefitIds],
    );
    const byBenefit = new Map(rows.map(({ benefitId, used }) => [benefitId, used]));
    return benefitIds.map((id) => byBenefit.get(id) ?? 0);
  });

/** A customer's place in the programme as a plain row; its customer's id leads to the points account. */
export interface MembershipRow {
  customerId: string;
  tierId: string | null;
  since: Date | null;
  qualifiedBy: TierCause | null;
  expiresAt: Date | null;
  graceUntil: Date | null;
  progress: Progress | null;
}

type StatsRow = Omit<MembershipRow, 'progress'> & ProgressFigures & { tierId: string | null };

/** Memberships by customer id; an empty one for customers without figures. */
export const membershipLoader = (app: App) =>
  new DataLoader<string, MembershipRow>(async (customerIds) => {
    const [program, { timeZone }, rows] = await Promise.all([
      app.program.published(),
      app.company.settings(),
      app.db.hot.rows<StatsRow>('memberships', MEMBERSHIPS, [customerIds]),
    ]);
    const byCustomer = new Map(rows.map((row) => [row.customerId, row]));
    return customerIds.map((customerId) => {
      const row = byCustomer.get(customerId) ?? { ...NOBODY, customerId };
      return {
        ...row,
        get progress() {
          return progressOf(program, row, app.clock.now(), timeZone);
        },
      };
    });
  });

const NOBODY: Omit<StatsRow, 'customerId'> = {
  tierId: null,
  since: null,
  qualifiedBy: null,
  expiresAt: null,
  graceUntil: null,
  orderCount: 0,
  spend: 0,
  periodStart: null,
  periodSpend: 0,
  periodOrders: 0,
  periodPoints: 0,
};

const MEMBERSHIPS = `select customer_id as "customerId", tier_id as "tierId", tier_since as since, tier_cause as "qualifiedBy",
  tier_expires_at as "expiresAt", tier_grace_until as "graceUntil", order_count as "orderCount", spend,
  period_start as "periodStart", period_spend as "periodSpend", period_orders as "periodOrders",
  period_points as "periodPoints" from customer_stats where customer_id = any($1::uuid[])`;

/** A grant as a plain row. */
export type TierGrantRow = Pick<
  TierGrant,
  'id' | 'customerId' | 'tierId' | 'reason' | 'startsAt' | 'endsAt' | 'grantedBy' | 'revokedAt'
>;

/** Tiers given by hand by customer id, newest first. */
export const tierGrantLoader = (app: App) =>
  new DataLoader<string, TierGrantRow[]>(async (customerIds) => {
    const rows = await app.db.hot.rows<TierGrantRow>(
      'tier grants',
      `select id, customer_id as "customerId", tier_id as "tierId", reason, starts_at as "startsAt", ends_at as "endsAt",
              granted_by as "grantedBy", revoked_at as "revokedAt"
         from tier_grant where customer_id = any($1::uuid[]) order by starts_at desc, id desc`,
      [customerIds],
    );
    const byCustomer = Map.groupBy(rows, ({ customerId }) => customerId);
    return customerIds.map((id) => byCustomer.get(id) ?? []);
  });
