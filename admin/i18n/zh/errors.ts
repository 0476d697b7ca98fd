import type { errors as english } from '../en/errors.js';
import type { Same } from '../same.js';

/** Every code of the API, thrown or at a field, in Chinese. */
export const errors: Same<typeof english> = {
  errors: {
    REQUIRED: '必填',
    INVALID: '内容无效',
    TOO_LONG: '内容过长',
    TOO_SHORT: '内容过短',
    OUT_OF_RANGE: '超出允许范围',
    TAKEN: '已被占用',
    NOT_FOUND: '未找到',
    CONFLICT: '与其他内容冲突',
    STALE: '内容已有变化，请重新查看后再操作',
    OUT_OF_QUOTA: '已超出使用限额',
    OUT_OF_STOCK: '库存不足',
    EXPIRED: '已过期',
    NOT_YET_VALID: '尚未生效',
    NOT_IN_TIER: '客户当前等级不享有此权益',
    NOT_REDEEMABLE: '该权益不可兑换',
    IDEMPOTENCY_KEY_REUSED: '该请求已用其他内容提交过',
    INSUFFICIENT_POINTS: '积分不足',
    ALREADY_DONE: '已经处理过了',
    UNKNOWN_CURRENCY: '该币种没有汇率',
    WRONG_CREDENTIALS: '邮箱或密码不正确',
    LOCKED_OUT: '尝试次数过多，请几分钟后再试',
    RETIRED: '已停用',
    IN_USE: '仍在使用中',
    UNAUTHENTICATED: '登录已失效，请重新登录',
    FORBIDDEN: '您的角色无权进行此操作',
    VERSION_CONFLICT: '内容已被他人修改，请刷新后重试',
    BAD_USER_INPUT: '请求有误，请检查筛选条件和填写内容',
    RATE_LIMITED: '请求过于频繁，请稍候',
    TOO_SLOW: '计算时间过长，请缩小范围或稍后再试',
    INTERNAL: '服务器出错，请重试',
    OFFLINE: '无法连接服务器，请检查网络',
  },
};
