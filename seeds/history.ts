import type { Channel, Locale } from '../schema/common/enums.js';
import { formatMoney } from '../schema/common/scalars.js';
import type { Gender } from '../schema/customers/enums.js';
import type { CustomerIngestInput } from '../schema/customers/ingest.js';
import type { EventKind } from '../schema/events/enums.js';
import type { ReversalKind } from '../schema/orders/enums.js';
import type { OrderInput, OrderReversalInput } from '../schema/orders/inputs.js';
import type { Caller } from '../server/access/principal.js';
import type { App } from '../server/app.js';
import type { ManualClock } from '../server/clock.js';
import type { Browse } from './browsing.js';
import { DAY, HISTORY_DAYS, type Person } from './people.js';
import type { Purchase, Return } from './shopping.js';

/** All that happens from outside. */
export interface Plan {
  people: Person[];
  purchases: Purchase[];
  returns: Return[];
  browsing: Browse[];
}

/** What pushes customers and orders: the demo's shop systems. */
const SHOPS: Caller = {
  principal: { kind: 'job', name: 'demo' },
  origin: { ip: '127.0.0.1', userAgent: undefined, requestId: 'demo' },
};

/** Days before now at which the systems push: every six weeks at first, every eight days lately. */
const PUSHES = [
  ...Array.from({ length: 11 }, (_, n) => HISTORY_DAYS - 42 * (n + 1)),
  ...Array.from({ length: 8 }, (_, n) => 60 - 8 * n),
  0,
];

/** Every how many pushes each source takes part: small ones report seldom. All do at the end. */
const RHYTHM: Record<string, number> = { app: 1, mini_program: 1, tmall: 2, website: 3, jd: 4, store: 4 };

/** What the night does, in this order. */
const NIGHTLY = [
  'levels.refresh',
  'points.expire',
  'tiers.grants',
  'tiers.daily',
  'points.remind',
  'benefits.birthdays',
];

/**
 * Lets the past happen, push by push, with the clock moved along, through the same services that real pushes go through: so
 * points, tiers and messages are what they would be. `between` is what the company does after each push.
 */
export async function playHistory(
  app: App,
  clock: ManualClock,
  now: Date,
  plan: Plan,
  between: (daysAgo: number, daysToNext: number) => Promise<void>,
): Promise<void> {
  const told = new Set<number | null>([null]);
  const waiting = { ...plan };
  for (const [n, daysAgo] of PUSHES.entries()) {
    const until = new Date(now.getTime() - daysAgo * DAY);
    clock.set(until);
    const reporting = (source: string, less: number) => daysAgo === 0 || n % (RHYTHM[source]! * less) === 0;
    const people = takeFrom(waiting, 'people', (one) => one.registeredAt <= until && reporting(one.source, 1));
    await pushPeople(app, people);
    for (const { index } of people) {
      told.add(index);
    }
    // An order waits for the profile that it belongs to, or it would make another one.
    const due = (one: Purchase) => one.at <= until && told.has(one.person) && reporting(one.source, 1);
    await pushPurchases(app, takeFrom(waiting, 'purchases', due));
    await pushReturns(
      app,
      takeFrom(waiting, 'returns', (one) => one.at <= until && reporting(one.source, 3)),
    );
    const seen = (one: Browse) => one.at <= until && told.has(one.person) && reporting(one.source, 1);
    await pushBrowsing(app, takeFrom(waiting, 'browsing', seen));
    for (const job of NIGHTLY) {
      await app.jobs.run(job);
    }
    await between(daysAgo, daysAgo - (PUSHES[n + 1] ?? 0));
  }
}

/** Takes what is due out of what waits. */
function takeFrom<K extends keyof Plan>(waiting: Plan, kind: K, due: (row: Plan[K][number]) => boolean): Plan[K] {
  const rows = waiting[kind] as Plan[K][number][];
  waiting[kind] = rows.filter((row) => !due(row)) as Plan[K];
  return rows.filter(due) as Plan[K];
}

async function pushPeople(app: App, people: Person[]): Promise<void> {
  const bySource = [...Map.groupBy(people, (person) => person.source)];
  // Nobody is in two sources' first pushes, so their order does not matter.
  await Promise.all(
    bySource.flatMap(([source, mine]) =>
      pages(mine.map(customerRow)).map((customers) => mustTakeAll(app.customers.ingest(SHOPS, { source, customers }))),
    ),
  );
}

function customerRow(person: Person): CustomerIngestInput {
  const { externalId, name, gender, birthday, phone, email, city, interests, tags, quietHours } = person;
  const registeredAt = person.registeredAt.toISOString();
  return {
    externalId,
    name,
    birthday,
    phone,
    email,
    city,
    interests,
    tags,
    quietHours,
    registeredAt,
    updatedAt: registeredAt,
    gender: gender as Gender | null,
    locale: 'zh' as Locale,
    preferredChannel: person.preferredChannel as Channel | null,
    identities: person.second ? [person.second] : [],
    consents: person.consents.map((purpose) => ({ purpose, documentVersion: '2024-05', granted: true })),
  };
}

/** Those who later withdrew their consent to marketing. */
export async function pushWithdrawals(app: App, people: Person[]): Promise<void> {
  const withdrawn = people.filter((person) => person.withdrew && person.consents.includes('marketing'));
  for (const [source, mine] of Map.groupBy(withdrawn, (person) => person.source)) {
    const customers = mine.map(({ externalId }) => ({
      externalId,
      consents: [{ purpose: 'marketing', documentVersion: '2024-05', granted: false }],
    }));
    await mustTakeAll(app.customers.ingest(SHOPS, { source, customers }));
  }
}

/** The shop systems push side by side; each one's rows come in order. */
async function bySource<T extends { source: string }>(rows: T[], push: (source: string, mine: T[]) => Promise<void>) {
  await Promise.all([...Map.groupBy(rows, ({ source }) => source)].map(([source, mine]) => push(source, mine)));
}

function pushPurchases(app: App, purchases: Purchase[]): Promise<void> {
  return bySource(purchases, async (source, mine) => {
    for (const orders of pages(mine.map(orderRow))) {
      await mustTakeAll(app.orders.ingest(SHOPS, { source, orders }));
    }
  });
}

function orderRow({ number, customerExternalId, at, amount, lines }: Purchase): OrderInput {
  return {
    number,
    customerExternalId,
    placedAt: at.toISOString(),
    currency: 'CNY',
    amount: formatMoney(amount),
    updatedAt: at.toISOString(),
    lines: lines.map(({ article: { sku, name, category, price }, quantity }) => {
      return { sku, name, category, quantity, unitPrice: formatMoney(price) };
    }),
  };
}

function pushReturns(app: App, returns: Return[]): Promise<void> {
  return bySource(returns, async (source, mine) => {
    const reversals = mine.map(({ number, orderNumber, kind, amount, reason, at }): OrderReversalInput => {
      const text = amount === null ? null : formatMoney(amount);
      return { number, orderNumber, kind: kind as ReversalKind, amount: text, reason, occurredAt: at.toISOString() };
    });
    await mustTakeAll(app.orders.ingestReversals(SHOPS, { source, reversals }));
  });
}

function pushBrowsing(app: App, browsing: Browse[]): Promise<void> {
  return bySource(browsing, async (source, mine) => {
    for (const events of pages(mine)) {
      const rows = events.map(({ id, kind, customerExternalId, at, article, detail }) => {
        const { sku, category } = article ?? { sku: null, category: null };
        return { id, kind: kind as EventKind, customerExternalId, at: at.toISOString(), sku, category, detail };
      });
      await mustTakeAll(app.events.ingest(SHOPS, { source, events: rows }));
    }
  });
}

function pages<T>(rows: T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / 1_000) }, (_, n) => rows.slice(n * 1_000, (n + 1) * 1_000));
}

/** The demo is made by us: a row that is refused is a bug of ours. A return may wait for its order. */
async function mustTakeAll(pushed: Promise<{ results: { number: string; status: string; errors: object[] }[] }>) {
  const bad = (await pushed).results.filter(({ status }) => status === 'REJECTED');
  if (bad.length > 0) {
    throw new Error(`the demo's own rows were refused: ${JSON.stringify(bad.slice(0, 3))}`);
  }
}
