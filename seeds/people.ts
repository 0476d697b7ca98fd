import type { Random } from './random.js';
import { CITIES, INTERESTS, MENS_NAMES, SURNAMES, TAGS, WOMENS_NAMES } from './words.js';

export const DAY = 86_400_000;
/** How far back the demo's orders go. */
export const HISTORY_DAYS = 548;

/** How somebody buys: how often, how much, and for how long. */
export interface Habit {
  name: 'PROSPECT' | 'ONCE' | 'OCCASIONAL' | 'REGULAR' | 'LOYAL' | 'VIP';
  weight: number;
  /** Days between two orders, on average. */
  gap: number;
  /** Articles in an order, at most. */
  basket: number;
  /** How much the dear articles are preferred, from 0. */
  taste: number;
}

const HABITS: readonly Habit[] = [
  { name: 'PROSPECT', weight: 11, gap: 0, basket: 0, taste: 0 },
  { name: 'ONCE', weight: 29, gap: 400, basket: 2, taste: 0 },
  { name: 'OCCASIONAL', weight: 31, gap: 150, basket: 3, taste: 0.2 },
  { name: 'REGULAR', weight: 18, gap: 75, basket: 4, taste: 0.5 },
  { name: 'LOYAL', weight: 8.5, gap: 34, basket: 5, taste: 0.8 },
  { name: 'VIP', weight: 3.5, gap: 17, basket: 6, taste: 1.5 },
];

const SOURCES = [
  { source: 'app', weight: 34 },
  { source: 'mini_program', weight: 22 },
  { source: 'tmall', weight: 20 },
  { source: 'website', weight: 10 },
  { source: 'jd', weight: 9 },
  { source: 'store', weight: 5 },
];

/** Somebody of the demo, as their sources know them. */
export interface Person {
  index: number;
  name: string;
  gender: 'FEMALE' | 'MALE' | null;
  birthday: string | null;
  phone: string;
  email: string | null;
  city: string;
  /** Where they registered first; the same id names them there. */
  source: string;
  externalId: string;
  /** A second source that knows them too. */
  second: { source: string; externalId: string } | null;
  registeredAt: Date;
  habit: Habit;
  /** After this they buy no more. */
  until: Date;
  interests: string[];
  tags: string[];
  preferredChannel: 'SMS' | 'EMAIL' | 'PUSH' | 'WECHAT' | null;
  quietHours: { from: string; until: string } | null;
  /** Purposes agreed to, and whether marketing was withdrawn later. */
  consents: string[];
  withdrew: boolean;
}

/** All the demo's people, in the order in which they registered. */
export function makePeople(random: Random, now: Date, count: number): Person[] {
  const registrations = Array.from({ length: count }, () => registration(random, now)).sort((a, b) => +a - +b);
  return registrations.map((registeredAt, index) => makePerson(random, now, index, registeredAt));
}

function registration(random: Random, now: Date): Date {
  // A third were there before the history begins; the shop has grown, so later months bring more.
  const days = random.chance(0.33)
    ? random.between(HISTORY_DAYS, 1_100)
    : HISTORY_DAYS * (1 - Math.sqrt(random.next()));
  return new Date(now.getTime() - days * DAY);
}

function makePerson(random: Random, now: Date, index: number, registeredAt: Date): Person {
  const woman = random.chance(0.62);
  const [surname, family] = SURNAMES[Math.floor(SURNAMES.length * random.next() ** 1.8)]!;
  const [given, personal] = random.pick(woman ? WOMENS_NAMES : MENS_NAMES);
  const { source } = random.weighted(SOURCES);
  const { source: other } = random.weighted(SOURCES);
  const habit = random.weighted(HABITS);
  return {
    index,
    name: surname + given,
    gender: random.chance(0.9) ? (woman ? 'FEMALE' : 'MALE') : null,
    birthday: random.chance(0.72) ? birthday(random) : null,
    phone: phone(random, index),
    email: random.chance(0.55) ? `${family}.${personal}${index}@example.com` : null,
    city: random.weighted(CITIES).city,
    source,
    externalId: externalId(source, index),
    second: other !== source && random.chance(0.4) ? { source: other, externalId: externalId(other, index) } : null,
    registeredAt,
    habit,
    until: lastDay(random, now, habit),
    interests: random.some(INTERESTS, random.int(0, 3)),
    tags: random.chance(0.18) ? random.some(TAGS, random.int(1, 2)) : [],
    preferredChannel: random.chance(0.6) ? random.pick(['SMS', 'EMAIL', 'PUSH', 'WECHAT', 'WECHAT'] as const) : null,
    quietHours: random.chance(0.3)
      ? { from: random.pick(['21:00', '22:00', '22:30']), until: random.pick(['07:30', '08:00', '09:00']) }
      : null,
    consents: random.chance(0.78) ? ['profiling', ...(random.chance(0.8) ? ['marketing'] : [])] : [],
    withdrew: random.chance(0.06),
  };
}

/** Numbers of a range that no operator gives out, so that nobody can be called by a demo. */
function phone(random: Random, index: number): string {
  return `12${random.int(0, 9)}${String(10_000_000 + index * 4_337 + random.int(0, 4_000)).slice(-8)}`;
}

function externalId(source: string, index: number): string {
  const prefix: Record<string, string> = {
    app: 'u',
    mini_program: 'wx_',
    tmall: 'tb',
    jd: 'jd_',
    website: 'w',
    store: 'S',
  };
  return `${prefix[source]}${10_001 + index}`;
}

function birthday(random: Random): string {
  const at = new Date(Date.UTC(random.int(1958, 2005), 0, random.int(1, 365)));
  return at.toISOString().slice(0, 10);
}

/** Most still buy; some have fallen asleep, some have left. */
function lastDay(random: Random, now: Date, { name }: Habit): Date {
  const fate = random.next();
  const loyal = name === 'LOYAL' || name === 'VIP';
  const daysAgo =
    fate < (loyal ? 0.8 : 0.5) ? 0 : fate < (loyal ? 0.93 : 0.72) ? random.between(95, 175) : random.between(185, 500);
  return new Date(now.getTime() - daysAgo * DAY);
}
