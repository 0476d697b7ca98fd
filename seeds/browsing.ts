import type { EventKind } from '../schema/events/enums.js';
import { type Article, CATALOGUE } from './catalogue.js';
import { DAY, type Habit, type Person } from './people.js';
import type { Random } from './random.js';
import type { Purchase } from './shopping.js';

/** Something that somebody did in one of the shop's own channels. */
export interface Browse {
  person: number;
  source: string;
  customerExternalId: string;
  /** Its id in the source. */
  id: string;
  kind: `${EventKind}`;
  at: Date;
  article: Article | null;
  detail: string | null;
}

/** Marketplaces and tills tell nothing of what people look at. */
const CHANNELS = ['app', 'mini_program', 'website'];
/** How far back events are told: within the months that are kept, whatever the day of the month. */
const SINCE_DAYS = 390;
/** Days between two visits without a purchase, on average. */
const VISIT_GAP: Record<Habit['name'], number> = {
  PROSPECT: 60,
  ONCE: 120,
  OCCASIONAL: 70,
  REGULAR: 45,
  LOYAL: 25,
  VIP: 14,
};
const SEARCHES = ['龙井', '礼盒', '白茶', '茶具', '新品', '满减', '送礼', '普洱'];

/** One step of a visit: what is done, and whether with an article. */
interface Step {
  kind: Browse['kind'];
  weight: number;
}
const STEPS: readonly Step[] = [
  { kind: 'VIEW', weight: 60 },
  { kind: 'SEARCH', weight: 12 },
  { kind: 'FAVORITE', weight: 8 },
  { kind: 'ADD_TO_CART', weight: 10 },
  { kind: 'CLICK', weight: 5 },
  { kind: 'SHARE', weight: 3 },
  { kind: 'REVIEW', weight: 1 },
  { kind: 'SUBSCRIBE', weight: 1 },
];

/** All that people do without buying, and on the way to what they buy, in the order of time. */
export function makeBrowsing(random: Random, now: Date, people: Person[], purchases: Purchase[]): Browse[] {
  const bought = Map.groupBy(purchases, ({ person }) => person);
  const visits = people.flatMap((person) => {
    const channel = [person, person.second].find((one) => one && CHANNELS.includes(one.source));
    if (!channel) {
      return [];
    }
    const since = Math.max(person.registeredAt.getTime(), now.getTime() - SINCE_DAYS * DAY);
    const before = (bought.get(person.index) ?? []).flatMap(({ at, lines }) => {
      const start = at.getTime() - random.between(300, 3_000) * 1000;
      return start > since ? visit(random, person, channel, start, lines[0]!.article) : [];
    });
    const idle = idleVisits(random, now, person, since).flatMap((at) => visit(random, person, channel, at, null));
    return [...before, ...idle];
  });
  return visits.filter(({ at }) => at < now).toSorted((a, b) => +a.at - +b.at || (a.id < b.id ? -1 : 1));
}

/** When somebody looks in without buying: as long as they buy, and a few go on looking every other day. */
function idleVisits(random: Random, now: Date, { habit, until, index }: Person, since: number): number[] {
  const addicted = random.chance(0.04);
  const gap = addicted ? 4 : VISIT_GAP[habit.name];
  const end = addicted ? now.getTime() : Math.min(now.getTime(), until.getTime() + 20 * DAY);
  const times: number[] = [];
  for (let at = since + random.between(0, gap) * DAY; at < end; at += gap * random.between(0.3, 1.7) * DAY) {
    const evening = Math.floor(at / DAY) * DAY + random.between(1, 15) * 3_600_000;
    times.push(Math.min(evening, now.getTime() - (index + 1) * 1000));
  }
  return times;
}

function visit(
  random: Random,
  person: Person,
  { source, externalId }: { source: string; externalId: string },
  start: number,
  wanted: Article | null,
): Browse[] {
  const steps = Array.from({ length: random.int(0, 2) }, () => random.weighted(STEPS).kind);
  const kinds: Browse['kind'][] = ['LOGIN', ...steps, ...(wanted ? (['VIEW', 'ADD_TO_CART'] as const) : [])];
  let at = start;
  return kinds.map((kind, n) => {
    at += n === 0 ? 0 : random.int(5, 60) * 1000;
    const article = wanted && n > steps.length ? wanted : random.pick(CATALOGUE);
    return {
      person: person.index,
      source,
      customerExternalId: externalId,
      id: `${externalId}-${Math.floor(start / 1000).toString(36)}-${n}`,
      kind,
      at: new Date(Math.floor(at / 1000) * 1000),
      article: kind === 'LOGIN' || kind === 'SEARCH' || kind === 'SUBSCRIBE' ? null : article,
      detail: kind === 'SEARCH' ? random.pick(SEARCHES) : null,
    };
  });
}
