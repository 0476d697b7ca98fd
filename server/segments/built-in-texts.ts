import { SegmentOperator as Op } from '../../schema/segments/enums.js';
import { SegmentField as Field } from '../../schema/segments/field.js';
import type { SegmentRule } from '../../schema/segments/rules.js';
import { all, is, months } from './rule-words.js';

/** Chinese, then English: a segment's texts are in one language each, so these carry both until somebody edits them. */
type Text = [zh: string, en: string];

/** A segment that every company begins with. */
export interface BuiltIn {
  /** The same for ever, however the text is edited. */
  code: string;
  name: Text;
  description: Text;
  goal: Text;
  actions: Text[];
  rules: SegmentRule;
}

const stage = (code: string) => all(is(Field.STAGE, Op.IN, { texts: [code] }));
const value = (code: string) => all(is(Field.VALUE_SEGMENT, Op.IN, { texts: [code] }));

/** All names of S4 and S5 with their playbooks (S8), whose actions are the care rules M1. */
export const BUILT_INS: BuiltIn[] = [
  {
    code: 'prospect',
    name: ['潜在客户', 'Prospects'],
    description: ['有过互动、从未购买的人', 'Have interacted, never bought'],
    goal: ['促成首单', 'Win the first order'],
    actions: [
      ['注册后立即欢迎，附新人优惠', 'Welcome at registration, with a newcomer offer'],
      ['加购未付款时提醒', 'Remind of an abandoned cart'],
      ['按浏览与收藏推荐商品', 'Recommend by what they viewed and favoured'],
    ],
    rules: stage('PROSPECT'),
  },
  {
    code: 'new',
    name: ['新客户', 'New customers'],
    description: ['首单后 30 天内', 'Within 30 days of the first order'],
    goal: ['促成第二次购买', 'Win the second order'],
    actions: [
      ['首单后 24 小时内致谢，附二次购买券', 'Thank within 24 hours of the first order, with a second-purchase coupon'],
      ['签收后询问满意度', 'Ask how satisfied they are once it is delivered'],
      ['介绍会员权益与升级条件', 'Explain the tiers and what reaches them'],
    ],
    rules: stage('NEW'),
  },
  {
    code: 'active',
    name: ['活跃客户', 'Active customers'],
    description: ['90 天内购买，或经常互动', 'Bought within 90 days, or interact often'],
    goal: ['保持购买频率，升级为会员', 'Keep them buying, and into the tiers'],
    actions: [
      ['提示“再购一次即可升级”', 'Tell who is one purchase away from a tier'],
      ['生日、周年与节日关怀', 'Greet on birthdays, anniversaries and festivals'],
      ['积分到期前提醒', 'Remind before points run out'],
    ],
    rules: stage('ACTIVE'),
  },
  {
    code: 'dormant',
    name: ['沉睡客户', 'Dormant customers'],
    description: ['91–180 天未购买，互动减少', '91 to 180 days without a purchase'],
    goal: ['在流失之前唤醒', 'Wake them before they are lost'],
    actions: [
      ['120 天未购买时发送唤醒优惠', 'Send a wake-up offer at 120 days without a purchase'],
      ['按过去购买推荐新品', 'Recommend new products by what they bought'],
      ['简短调研未再购买的原因', 'Ask in a short survey why they stayed away'],
    ],
    rules: stage('DORMANT'),
  },
  {
    code: 'churned',
    name: ['流失客户', 'Churned customers'],
    description: ['超过 180 天未购买、无互动', 'Over 180 days without purchase or interaction'],
    goal: ['以一次有力的优惠挽回，之后不再打扰', 'Win back with one strong offer, then leave in peace'],
    actions: [
      ['180 天未购买时发送挽回优惠', 'Send a win-back offer at 180 days without a purchase'],
      ['无回应则归档，每年只问候一次', 'Without an answer archive them: only a yearly greeting'],
    ],
    rules: stage('CHURNED'),
  },
  {
    code: 'high_value',
    name: ['高价值活跃', 'High-value active'],
    description: ['30 天内购买、每月两次以上、消费前 20%', 'Bought within 30 days, twice a month, top 20 % by spend'],
    goal: ['留住并让其推荐他人', 'Keep them, and have them recommend us'],
    actions: [
      ['每季度访谈一次', 'Interview each of them once a quarter'],
      ['专属客服与优先服务', 'Give a dedicated agent and priority service'],
      ['新品试用与活动邀请优先', 'Offer new products and events to them first'],
    ],
    rules: value('HIGH_VALUE'),
  },
  {
    code: 'mid_value',
    name: ['中价值活跃', 'Mid-value active'],
    description: ['90 天内购买、每季一次以上、消费前 50%', 'Bought within 90 days, once a quarter, top 50 % by spend'],
    goal: ['提升到高价值', 'Raise them to high value'],
    actions: [
      ['提示距下一等级的差额', 'Tell what is missing for the next tier'],
      ['按品类推荐搭配商品', 'Recommend what goes with what they bought'],
      ['会员日与节日优惠', 'Offer something on member days and festivals'],
    ],
    rules: value('MID_VALUE'),
  },
  {
    code: 'growth',
    name: ['潜力成长', 'Growth'],
    description: [
      '近 3 个月购买 2–3 次，客单价居中（金额请按店铺调整）',
      '2–3 purchases in the last 3 months of middling value (fit the amounts to your shop)',
    ],
    goal: ['提高频率与客单价', 'More often, and more each time'],
    actions: [
      ['满额优惠，略高于其客单价', 'Offer a discount from a little above their usual order'],
      ['提示“再购一次即可升级”', 'Tell who is one purchase away from a tier'],
      ['推荐组合与套装', 'Recommend sets and bundles'],
    ],
    rules: all(
      is(Field.ORDER_COUNT, Op.BETWEEN, { numbers: [2, 3], window: { last: months(3) } }),
      is(Field.AVERAGE_ORDER_VALUE, Op.BETWEEN, { amounts: [10_000, 50_000] }),
    ),
  },
  {
    code: 'silent',
    name: ['沉默唤醒', 'Silent'],
    description: ['6 个月未购买，曾购买两次以上', '6 months without a purchase, formerly bought at least twice'],
    goal: ['重新建立联系', 'Get back in touch'],
    actions: [
      ['发送挽回优惠，首选渠道优先', 'Send a win-back offer on the preferred channel'],
      ['曾经的高价值客户由客服致电', 'Have an agent call those who were of high value'],
      ['无回应则只保留每年问候', 'Without an answer keep to a yearly greeting'],
    ],
    rules: all(
      is(Field.LAST_ORDER_ON, Op.BEFORE_LAST, { relative: months(6) }),
      is(Field.ORDER_COUNT_TOTAL, Op.GTE, { numbers: [2] }),
    ),
  },
];
