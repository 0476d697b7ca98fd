import type { home as english } from '../en/home.js';
import type { Same } from '../same.js';

/** The home screen, in Chinese. */
export const home: Same<typeof english> = {
  home: {
    title: '概览',
    hello: '您好，%{name}',
    lead: '会员计划一览',
    members: '有等级的会员',
    ofCustomers: '共 %{customers} 位客户',
    movesUp: '升级',
    movesDown: '降级',
    redemptions: '兑换',
    thisMonth: '本月',
    expiring: '30 天内到期积分',
    ofPoints: '未使用积分共 %{points}',
    membersByTier: '各等级会员数',
    redemptionsByDay: '近 30 天每日兑换',
    movesByDay: '近 30 天等级变动',
    ordersByDay: '近 30 天每日消费额',
    topBenefits: '最常用的权益',
    noRedemptions: '还没有兑换记录',
    noRedemptionsHint: '会员在小程序或 App 中兑换权益后，这里会显示最常用的权益。',
    count: '会员数',
    share: '占比',
    day: '日期',
    cost: '成本',
    orders: '订单',
    spend: '消费额',
  },
};
