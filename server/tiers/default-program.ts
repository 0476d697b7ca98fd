import { BenefitKind, QuotaPeriod } from '../../schema/benefits/enums.js';
import { DowngradePolicy, QualificationMeasure, QualificationWindow } from '../../schema/tiers/enums.js';
import { newId } from '../database/id.js';
import type { ProgramBenefitContent, ProgramContent } from './content.js';

const text = (zh: string, en: string) => ({ zh, en });

type BenefitSketch = Pick<ProgramBenefitContent, 'code' | 'kind' | 'name' | 'howToUse' | 'tierCodes'> &
  Partial<ProgramBenefitContent>;

function benefit(sketch: BenefitSketch): ProgramBenefitContent {
  return {
    id: newId(),
    terms: text('', ''),
    validFrom: null,
    validUntil: null,
    quota: null,
    quotaPeriod: QuotaPeriod.MONTH,
    stock: null,
    unitCost: 0,
    value: null,
    redeemable: true,
    ...sketch,
  };
}

const ALL = ['silver', 'gold', 'diamond'];
const UPPER = ['gold', 'diamond'];

/** The programme that a new company begins with (V1, V3 defaults): silver, gold and diamond by spend per calendar year. */
export function defaultProgram(): ProgramContent {
  return {
    settings: {
      measure: QualificationMeasure.SPEND,
      window: QualificationWindow.CALENDAR_YEAR,
      windowMonths: 12,
      downgrade: DowngradePolicy.ONE_LEVEL,
      graceDays: 30,
      pointsPerUnit: 1,
      pointsExpireMonths: 12,
      pointsReminderDays: 30,
      reservationMinutes: 30,
    },
    tiers: [
      {
        id: newId(),
        code: 'silver',
        name: text('银卡', 'Silver'),
        color: '#8A98A8',
        spendThreshold: 100_000,
        pointsThreshold: 1_000,
      },
      {
        id: newId(),
        code: 'gold',
        name: text('金卡', 'Gold'),
        color: '#C8962E',
        spendThreshold: 500_000,
        pointsThreshold: 5_000,
      },
      {
        id: newId(),
        code: 'diamond',
        name: text('钻石卡', 'Diamond'),
        color: '#4A6FD8',
        spendThreshold: 2_000_000,
        pointsThreshold: 20_000,
      },
    ],
    benefits: [
      benefit({
        code: 'free_shipping',
        kind: BenefitKind.FREE_SHIPPING,
        name: text('免运费', 'Free shipping'),
        terms: text('每月限用，适用于中国大陆普通快递。', 'Standard delivery in mainland China, limited per month.'),
        howToUse: text('下单结算时选择“会员免运费”。', 'Choose “member free shipping” at checkout.'),
        quota: 3,
        unitCost: 1_000,
        tierCodes: ALL,
      }),
      benefit({
        code: 'birthday_gift',
        kind: BenefitKind.BIRTHDAY_GIFT,
        name: text('生日礼', 'Birthday gift'),
        terms: text('每年一份，生日当月有效。', 'One a year, in the month of your birthday.'),
        howToUse: text('在生日当月于“我的权益”领取。', 'Claim it under “My perks” in your birthday month.'),
        quota: 1,
        quotaPeriod: QuotaPeriod.YEAR,
        unitCost: 5_000,
        tierCodes: ALL,
      }),
      benefit({
        code: 'member_discount',
        kind: BenefitKind.DISCOUNT,
        name: text('会员九五折', 'Member 5 % off'),
        terms: text('与其他优惠不可叠加。', 'Not combined with other offers.'),
        howToUse: text('结算时自动显示，点击使用。', 'Shown at checkout; tap to use.'),
        quota: 2,
        unitCost: 2_000,
        value: 5,
        tierCodes: UPPER,
      }),
      benefit({
        code: 'priority_shipping',
        kind: BenefitKind.PRIORITY_SHIPPING,
        name: text('优先发货', 'Priority shipping'),
        terms: text('付款后24小时内发货。', 'Dispatched within 24 hours of payment.'),
        howToUse: text('自动生效，无需操作。', 'Applies by itself.'),
        redeemable: false,
        tierCodes: UPPER,
      }),
      benefit({
        code: 'priority_service',
        kind: BenefitKind.PRIORITY_SERVICE,
        name: text('优先客服', 'Priority service'),
        howToUse: text('联系在线客服时自动优先接入。', 'You are served first in online chat.'),
        redeemable: false,
        tierCodes: UPPER,
      }),
      benefit({
        code: 'points_multiplier',
        kind: BenefitKind.POINTS_MULTIPLIER,
        name: text('双倍积分', 'Double points'),
        howToUse: text('下单自动生效。', 'Applies to every order by itself.'),
        redeemable: false,
        value: 2,
        tierCodes: ['diamond'],
      }),
      benefit({
        code: 'dedicated_agent',
        kind: BenefitKind.DEDICATED_AGENT,
        name: text('专属客服', 'Dedicated agent'),
        howToUse: text('在“我的客服”直接联系您的专属顾问。', 'Reach your personal agent under “My service”.'),
        redeemable: false,
        tierCodes: ['diamond'],
      }),
      benefit({
        code: 'product_trial',
        kind: BenefitKind.PRODUCT_TRIAL,
        name: text('新品试用', 'New-product trial'),
        terms: text('数量有限，先到先得。', 'While stocks last.'),
        howToUse: text('在“新品试用”页面申请，随下一单寄出。', 'Apply on the trial page; sent with your next order.'),
        quota: 1,
        quotaPeriod: QuotaPeriod.QUARTER,
        stock: 500,
        unitCost: 8_000,
        tierCodes: ['diamond'],
      }),
      benefit({
        code: 'custom_packaging',
        kind: BenefitKind.CUSTOM_PACKAGING,
        name: text('定制包装', 'Custom packaging'),
        howToUse: text(
          '结算时勾选“定制包装”并填写祝福语。',
          'Tick “custom packaging” at checkout and add your message.',
        ),
        quota: 2,
        quotaPeriod: QuotaPeriod.QUARTER,
        unitCost: 1_500,
        tierCodes: ['diamond'],
      }),
      benefit({
        code: 'apology_coupon',
        kind: BenefitKind.COUPON,
        name: text('八折补偿券', '20 % apology coupon'),
        terms: text('全场通用，有效期内单次使用。', 'For everything, once, while valid.'),
        howToUse: text('结算时输入券码。', 'Enter the code at checkout.'),
        unitCost: 3_000,
        value: 20,
        tierCodes: [],
      }),
    ],
  };
}
