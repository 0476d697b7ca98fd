import { type Article, CATALOGUE } from './catalogue.js';
import { DAY, HISTORY_DAYS, type Person } from './people.js';
import type { Random } from './random.js';

/** An order of the demo, before it is pushed; amounts in minor units. */
export interface Purchase {
  /** The index of the person; null: a passer-by. */
  person: number | null;
  source: string;
  number: string;
  customerExternalId: string | null;
  at: Date;
  lines: { article: Article; quantity: number }[];
  amount: number;
}

/** A refund or cancellation of the demo. */
export interface Return {
  source: string;
  number: string;
  orderNumber: string;
  kind: 'REFUND' | 'CANCELLATION';
  /** Minor units; null: all. */
  amount: number | null;
  reason: string;
  at: Date;
}

const REFUND_REASONS = ['七天无理由退货', '商品与描述不符', '物流破损', '口味不合', '重复下单'];

/** All that the people buy, and some passers-by in the store, in the order of time. */
export function makePurchases(random: Random, now: Date, people: Person[]): Purchase[] {
  const purchases = people.flatMap((person) => {
    return purchaseTimes(random, now, person).map((at, nth) => purchase(random, person, at, nth));
  });
  for (let n = 0; n < 60; n++) {
    const at = new Date(now.getTime() - random.between(1, HISTORY_DAYS) * DAY);
    purchases.push({
      ...basket(random, 2, 0),
      source: 'store',
      person: null,
      number: `POS${900_001 + n}`,
      customerExternalId: null,
      at,
    });
  }
  return purchases.toSorted((a, b) => +a.at - +b.at || (a.number < b.number ? -1 : 1));
}

function purchaseTimes(random: Random, now: Date, { habit, registeredAt, until, index }: Person): Date[] {
  if (habit.name === 'PROSPECT') {
    return [];
  }
  const begin = now.getTime() - HISTORY_DAYS * DAY;
  const isOld = registeredAt.getTime() < begin;
  // Old customers are met somewhere between two orders, new ones buy soon after they register.
  let at = isOld ? begin + random.between(0, habit.gap) * DAY : registeredAt.getTime() + random.between(0.01, 12) * DAY;
  // Somebody with few orders has their last one about when they were last seen.
  const end = Math.max(until.getTime(), isOld ? 0 : Math.min(now.getTime(), registeredAt.getTime() + 20 * DAY));
  const times: Date[] = [];
  while (at < end && times.length < 80) {
    times.push(dayTime(random, at, now, index));
    at += habit.gap * random.between(0.4, 1.6) * DAY;
  }
  return times;
}

/** People buy by day and in the evening, Shanghai time; nothing lies in the future. */
function dayTime(random: Random, at: number, now: Date, index: number): Date {
  const midnight = Math.floor((at + 8 * 3_600_000) / DAY) * DAY - 8 * 3_600_000;
  const hour = random.weighted([
    { weight: 1, from: 7 },
    { weight: 4, from: 10 },
    { weight: 3, from: 14 },
    { weight: 6, from: 19 },
  ]).from;
  const time = midnight + (hour + random.between(0, 3)) * 3_600_000;
  return new Date(Math.min(Math.floor(time / 1000) * 1000, now.getTime() - (index + 1) * 1000));
}

function purchase(random: Random, person: Person, at: Date, nth: number): Purchase {
  const { habit, second } = person;
  const elsewhere = second && random.chance(0.3) ? second : person;
  return {
    ...basket(random, habit.basket, habit.taste),
    person: person.index,
    source: elsewhere.source,
    number: `${elsewhere.source.slice(0, 2).toUpperCase()}${at.toISOString().slice(2, 10).replaceAll('-', '')}${String(person.index).padStart(4, '0')}${nth}`,
    customerExternalId: elsewhere.externalId,
    at,
  };
}

function basket(random: Random, most: number, taste: number): Pick<Purchase, 'lines' | 'amount'> {
  const liked = CATALOGUE.map((article) => ({ article, weight: article.weight * (article.price / 10_000) ** taste }));
  const articles = new Set(Array.from({ length: random.int(1, most) }, () => random.weighted(liked).article));
  const lines = [...articles].map((article) => ({ article, quantity: random.chance(0.8) ? 1 : random.int(2, 3) }));
  return { lines, amount: lines.reduce((sum, { article, quantity }) => sum + article.price * quantity, 0) };
}

/** What comes back: a few orders are cancelled within a day, some refunded within two weeks. */
export function makeReturns(random: Random, now: Date, purchases: Purchase[]): Return[] {
  const returns: Return[] = [];
  for (const { source, number, at, lines, amount } of purchases) {
    const cancelled = random.chance(0.012);
    if (!cancelled && !random.chance(0.045)) {
      continue;
    }
    const part = lines.length > 1 && random.chance(0.6) ? lines[0]!.article.price : null;
    const later = new Date(at.getTime() + (cancelled ? random.between(0.02, 0.5) : random.between(3, 14)) * DAY);
    if (later < now) {
      returns.push({
        source,
        number: `${cancelled ? 'C' : 'R'}-${number}`,
        orderNumber: number,
        kind: cancelled ? 'CANCELLATION' : 'REFUND',
        amount: cancelled || part === amount ? null : part,
        reason: cancelled ? '客户取消' : random.pick(REFUND_REASONS),
        at: later,
      });
    }
  }
  return returns.toSorted((a, b) => +a.at - +b.at || (a.number < b.number ? -1 : 1));
}
