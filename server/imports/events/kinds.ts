import { EventKind } from '../../../schema/events/enums.js';

/** What other systems call the kinds, in lower case without spaces and punctuation; their own names are understood, too. */
const NAMES: Record<EventKind, string[]> = {
  [EventKind.LOGIN]: ['signin', 'appopen', 'open', '登录', '登陆', '打开'],
  [EventKind.VIEW]: ['pageview', 'pv', 'itemview', '浏览', '查看'],
  [EventKind.FAVORITE]: ['favourite', 'fav', 'like', 'wishlist', '收藏'],
  [EventKind.ADD_TO_CART]: ['cart', 'addcart', '加购', '加购物车', '加入购物车'],
  [EventKind.SEARCH]: ['query', '搜索'],
  [EventKind.SHARE]: ['分享'],
  [EventKind.CLICK]: ['点击'],
  [EventKind.REVIEW]: ['comment', 'rate', '评价', '评论'],
  [EventKind.SUBSCRIBE]: ['follow', '订阅', '关注'],
  [EventKind.OTHER]: ['其他', '其它'],
};

const plain = (name: string) => name.toLowerCase().replace(/[\s_\-./]/g, '');
const BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([kind, names]) => [plain(kind), ...names].map((name) => [name, kind as EventKind])),
);

/** The kind that a file means by a name; undefined when it is none. */
export function kindOf(name: string): EventKind | undefined {
  return BY_NAME.get(plain(name));
}
