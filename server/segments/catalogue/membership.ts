import { SegmentValueType as Type } from '../../../schema/segments/enums.js';
import { instant, whole } from '../rules/asking.js';
import { listed, tally } from '../rules/beside.js';
import { type FieldRows, OPERATORS, present } from './field-row.js';
import { expiringPoints, perks, redemptions } from './rows.js';
import { tier } from './tier.js';

/** The customer's tier and points (V1, V2). */
export const TIERS = {
  TIER: {
    label: ['会员等级', 'Tier'],
    type: Type.TIER,
    operators: OPERATORS.tier,
    ask: tier(present('tier_id')),
    none: ['没有等级', 'No tier'],
  },
  TIER_SINCE: {
    label: ['获得等级', 'Reached the tier'],
    type: Type.DAY,
    operators: OPERATORS.someDay,
    ask: instant(present('tier_since')),
    none: ['没有等级', 'No tier'],
  },
  TIER_EXPIRES_ON: {
    label: ['等级到期', 'End of the tier'],
    type: Type.DAY,
    operators: OPERATORS.comingDay,
    ask: instant(present('tier_expires_at')),
    none: ['没有等级，或永久有效', 'No tier, or held for good'],
  },
  POINTS_BALANCE: {
    label: ['积分余额', 'Points balance'],
    type: Type.NUMBER,
    operators: OPERATORS.number,
    ask: whole(present('points_balance')),
    unit: ['分', 'points'],
  },
  POINTS_EXPIRING: {
    label: ['即将过期积分', 'Points about to run out'],
    type: Type.NUMBER,
    operators: OPERATORS.number,
    ask: tally({ rows: expiringPoints, sum: () => 'sum(p.remaining)', ones: false }),
    unit: ['分', 'points'],
    horizon: true,
  },
} satisfies FieldRows;

/** What the customer may have and has had (V3, V4). */
export const PERKS = {
  PERK_HELD: {
    label: ['拥有权益', 'Holds a perk'],
    type: Type.BENEFIT,
    operators: OPERATORS.tags,
    ask: listed({ rows: perks, shown: 'p.benefit_id::text' }),
    none: ['没有权益', 'No perks'],
  },
  REDEMPTION_COUNT: {
    label: ['核销次数', 'Redemptions'],
    type: Type.NUMBER,
    operators: OPERATORS.number,
    ask: tally({ rows: redemptions, sum: () => 'count(*)', ones: true }),
    unit: ['次', 'times'],
    windowed: true,
    benefitScoped: true,
  },
} satisfies FieldRows;
