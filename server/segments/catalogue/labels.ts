import type { Channel, Locale } from '../../../schema/common/enums.js';
import type { Gender, LifecycleStage } from '../../../schema/customers/enums.js';
import type { EventKind } from '../../../schema/events/enums.js';
import type { ValueSegment } from '../../../schema/levels/enums.js';
import { SegmentFieldGroup } from '../../../schema/segments/enums.js';
import type { Both } from './field-row.js';

/** What a builder writes above each group of fields. */
export const GROUPS: Record<SegmentFieldGroup, Both> = {
  PROFILE: ['客户档案', 'Profile'],
  RFM: ['分层与价值', 'Levels and value'],
  TIER: ['会员等级与积分', 'Tier and points'],
  PERKS: ['权益', 'Perks'],
  ORDERS: ['订单', 'Orders'],
  BEHAVIOUR: ['行为', 'Behaviour'],
  SEGMENTS: ['客群与抽样', 'Segments and samples'],
};

export const GENDERS: Record<Gender, Both> = {
  FEMALE: ['女', 'Female'],
  MALE: ['男', 'Male'],
  OTHER: ['其他', 'Other'],
};

export const LOCALES: Record<Locale, Both> = { zh: ['中文', 'Chinese'], en: ['英文', 'English'] };

export const CHANNELS: Record<Channel, Both> = {
  SMS: ['短信', 'SMS'],
  EMAIL: ['邮件', 'E-mail'],
  PUSH: ['App 推送', 'App push'],
  WECHAT: ['微信', 'WeChat'],
  IN_APP: ['站内消息', 'In-app message'],
  PHONE: ['电话', 'Phone'],
};

export const STAGES: Record<LifecycleStage, Both> = {
  PROSPECT: ['潜在', 'Prospect'],
  NEW: ['新客户', 'New'],
  ACTIVE: ['活跃', 'Active'],
  DORMANT: ['沉睡', 'Dormant'],
  CHURNED: ['流失', 'Churned'],
};

export const VALUE_SEGMENTS: Record<ValueSegment, Both> = {
  HIGH_VALUE: ['高价值活跃', 'High-value active'],
  MID_VALUE: ['中价值活跃', 'Mid-value active'],
  NEW: ['新客户', 'New'],
  DORMANT: ['沉睡', 'Dormant'],
  CHURNED: ['流失', 'Churned'],
  OTHER: ['其他', 'Other'],
};

export const EVENT_KINDS: Record<EventKind, Both> = {
  LOGIN: ['登录', 'Login'],
  VIEW: ['浏览', 'View'],
  FAVORITE: ['收藏', 'Favourite'],
  ADD_TO_CART: ['加入购物车', 'Add to cart'],
  SEARCH: ['搜索', 'Search'],
  SHARE: ['分享', 'Share'],
  CLICK: ['点击', 'Click'],
  REVIEW: ['评价', 'Review'],
  SUBSCRIBE: ['订阅', 'Subscribe'],
  OTHER: ['其他', 'Other'],
};

/** The bands of S1 to S3, from the best to the last. */
export const BANDS: Record<string, Both> = {
  1: ['1（最好）', '1 (best)'],
  2: ['2', '2'],
  3: ['3', '3'],
  4: ['4（最低）', '4 (last)'],
};

const DIGITS = ['4', '3', '2', '1'];

/** Every RFM score, the best first. */
export const SCORES: Record<string, Both> = Object.fromEntries(
  DIGITS.flatMap((r) => DIGITS.flatMap((f) => DIGITS.map((m) => [`${r}${f}${m}`, [`${r}${f}${m}`, `${r}${f}${m}`]]))),
);
