import type { LocalizedText } from '../../schema/common/localized-text.js';
import { SegmentOperator as Op } from '../../schema/segments/enums.js';
import { SegmentField as Field } from '../../schema/segments/field.js';
import type { SegmentRule } from '../../schema/segments/rules.js';
import { all, days, is, months } from './rule-words.js';

/** A good beginning for a segment. */
export interface TemplateRow {
  code: string;
  name: LocalizedText;
  description: LocalizedText;
  rules: SegmentRule;
}

const text = (zh: string, en: string): LocalizedText => ({ zh, en });

/** The templates that the builder offers, each after a care rule (M1) or a question that marketing asks. */
export const TEMPLATES: TemplateRow[] = [
  {
    code: 'second_purchase',
    name: text('首单后未复购', 'One order so far'),
    description: text('首单 7–30 天，尚无第二单', 'First order 7 to 30 days ago, no second one yet'),
    rules: all(
      is(Field.ORDER_COUNT_TOTAL, Op.EQ, { numbers: [1] }),
      is(Field.DAYS_SINCE_ORDER, Op.BETWEEN, { numbers: [7, 30] }),
    ),
  },
  {
    code: 'frequent_gone_quiet',
    name: text('常客 30 天未购买', 'Frequent buyers, quiet for 30 days'),
    description: text(
      '购买频率前两档，30–60 天未购买',
      'The two best frequency bands, 30 to 60 days without a purchase',
    ),
    rules: all(
      is(Field.FREQUENCY, Op.LTE, { numbers: [2] }),
      is(Field.DAYS_SINCE_ORDER, Op.BETWEEN, { numbers: [30, 60] }),
    ),
  },
  {
    code: 'wake_up',
    name: text('120 天唤醒', 'Wake-up at 120 days'),
    description: text('120–180 天未购买', '120 to 180 days without a purchase'),
    rules: all(is(Field.DAYS_SINCE_ORDER, Op.BETWEEN, { numbers: [120, 180] })),
  },
  {
    code: 'high_value_at_risk',
    name: text('高消费客户流失风险', 'High spenders at risk'),
    description: text('消费前 20%，60–180 天未购买', 'Top 20 % by spend, 60 to 180 days without a purchase'),
    rules: all(
      is(Field.MONETARY, Op.EQ, { numbers: [1] }),
      is(Field.DAYS_SINCE_ORDER, Op.BETWEEN, { numbers: [60, 180] }),
    ),
  },
  {
    code: 'abandoned_cart',
    name: text('加购未购买', 'Abandoned carts'),
    description: text('3 天内加购，且未下单', 'Added to the cart within 3 days, without an order'),
    rules: all(
      is(Field.EVENT_COUNT, Op.GTE, { numbers: [1], texts: ['ADD_TO_CART'], window: { last: days(3) } }),
      is(Field.ORDER_COUNT, Op.EQ, { numbers: [0], window: { last: days(3) } }),
    ),
  },
  {
    code: 'interested_prospects',
    name: text('高意向潜客', 'Prospects who look around'),
    description: text('从未购买，14 天内有 3 天浏览', 'Never bought, viewed on 3 of the last 14 days'),
    rules: all(
      is(Field.STAGE, Op.IN, { texts: ['PROSPECT'] }),
      is(Field.EVENT_DAYS, Op.GTE, { numbers: [3], texts: ['VIEW'], window: { last: days(14) } }),
    ),
  },
  {
    code: 'birthday_soon',
    name: text('7 天内生日', 'Birthday within 7 days'),
    description: text('今天起 7 天内过生日的活跃或新客户', 'Active or new customers with a birthday within 7 days'),
    rules: all(
      is(Field.BIRTHDAY, Op.IN_NEXT, { relative: days(7) }),
      is(Field.STAGE, Op.IN, { texts: ['NEW', 'ACTIVE'] }),
    ),
  },
  {
    code: 'points_expiring',
    name: text('积分即将过期', 'Points about to run out'),
    description: text('30 天内有积分到期', 'Points that run out within 30 days'),
    rules: all(is(Field.POINTS_EXPIRING, Op.GT, { numbers: [0], relative: days(30) })),
  },
  {
    code: 'tier_ending',
    name: text('会员等级即将到期', 'Tier about to end'),
    description: text('30 天内等级到期', 'Their tier ends within 30 days'),
    rules: all(is(Field.TIER_EXPIRES_ON, Op.IN_NEXT, { relative: days(30) })),
  },
  {
    code: 'big_quarter',
    name: text('季度高消费', 'Spent much this quarter'),
    description: text('近 3 个月消费满 1000', 'Spent 1,000 or more in the last 3 months'),
    rules: all(is(Field.ORDER_SPEND, Op.GTE, { amounts: [100_000], window: { last: months(3) } })),
  },
  {
    code: 'refunds_often',
    name: text('频繁退款', 'Refunds often'),
    description: text('近 6 个月退款两次以上', 'Two or more refunds in the last 6 months'),
    rules: all(is(Field.ORDER_REFUNDS, Op.GTE, { numbers: [2], window: { last: months(6) } })),
  },
  {
    code: 'random_tenth',
    name: text('活跃客户随机 10%', 'A random tenth of active customers'),
    description: text(
      '用于对照或试投放，同一种子总是同一批人',
      'For trials and control groups; the same seed finds the same people',
    ),
    rules: all(
      is(Field.STAGE, Op.IN, { texts: ['ACTIVE'] }),
      is(Field.SAMPLE, Op.LTE, { numbers: [10], texts: ['trial'] }),
    ),
  },
];
