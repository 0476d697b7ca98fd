import fc from 'fast-check';
import type { App } from '../../server/app.js';
import { makeCustomer, makeOrderRow } from '../support/factories.js';

/** An order as the oracle sees it; money in minor units. */
interface Bought {
  day: string;
  amount: number;
  cancelled: boolean;
  lines: { sku: string; category: string; quantity: number; amount: number }[];
}

/** A customer as the oracle sees it: only what was put into the database, nothing that the server made of it. */
export interface Person {
  id: string;
  city: string | null;
  gender: 'FEMALE' | 'MALE' | null;
  birthday: string | null;
  tags: string[];
  sources: string[];
  registered: string;
  orders: Bought[];
  events: { kind: string; day: string; events: number }[];
  /** Purposes with each answer, oldest first. */
  consents: { purpose: string; granted: boolean }[];
  listed: boolean;
}

export const CITIES = ['上海', '北京', '广州'];
export const TAGS = ['vip', 'new', '百%'];
export const SOURCES = ['app', 'tmall', 'jd'];
export const SKUS = ['A', 'B', 'C'];
export const CATEGORIES = ['茶', '咖啡'];
export const KINDS = ['LOGIN', 'VIEW', 'ADD_TO_CART'];
export const PURPOSES = ['marketing', 'sms'];
export const TODAY = '2026-03-14';

/** A day up to so many days before today. */
export const pastDay = (most: number) =>
  fc.integer({ min: 0, max: most }).map((ago) => {
    return new Date(Date.parse(`${TODAY}T00:00:00Z`) - ago * 86_400_000).toISOString().slice(0, 10);
  });

const line = fc.record({
  sku: fc.constantFrom(...SKUS),
  category: fc.constantFrom(...CATEGORIES),
  quantity: fc.integer({ min: 1, max: 4 }),
  amount: fc.integer({ min: 100, max: 20_000 }),
});

const order = fc
  .record({
    day: pastDay(400),
    cancelled: fc.boolean(),
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
  })
  .map((one) => ({ ...one, amount: one.lines.reduce((sum, { amount }) => sum + amount, 0) }));

const person = fc.record({
  city: fc.option(fc.constantFrom(...CITIES)),
  gender: fc.option(fc.constantFrom('FEMALE' as const, 'MALE' as const)),
  birthday: fc.option(
    fc.oneof(
      fc.constantFrom('1996-02-29', '2000-02-29', '1990-03-14', '1990-03-13', '1988-03-20', '1991-12-31'),
      pastDay(20_000),
    ),
  ),
  tags: fc.uniqueArray(fc.constantFrom(...TAGS)),
  sources: fc.uniqueArray(fc.constantFrom(...SOURCES), { minLength: 1 }),
  registered: pastDay(800),
  orders: fc.array(order, { maxLength: 5 }),
  events: fc.uniqueArray(
    fc.record({ kind: fc.constantFrom(...KINDS), day: pastDay(120), events: fc.integer({ min: 1, max: 5 }) }),
    { maxLength: 6, selector: ({ kind, day }) => `${kind} ${day}` },
  ),
  consents: fc.array(fc.record({ purpose: fc.constantFrom(...PURPOSES), granted: fc.boolean() }), { maxLength: 4 }),
  listed: fc.boolean(),
});

/** Puts so many customers of all sorts into the database; the same ones in each run. */
export async function makePeople(app: App, count: number): Promise<Person[]> {
  const people: Person[] = [];
  for (const [i, sketch] of fc.sample(person, { numRuns: count, seed: 3 }).entries()) {
    const { city, gender, birthday, tags, registered } = sketch;
    const { id } = await makeCustomer(app, {
      source: sketch.sources[0]!,
      externalId: `p${i}`,
      registeredAt: `${registered}T04:00:00Z`,
      tags,
      ...(city ? { city } : {}),
      ...(gender ? { gender } : {}),
      ...(birthday ? { birthday } : {}),
    });
    await putBeside(app, { id, ...sketch }, i);
    people.push({ id, ...sketch });
  }
  const ids = people.map(({ id }) => id);
  await app.db.transaction((tx) => app.orders.refreshFigures(tx, ids));
  return people;
}

async function putBeside(app: App, { id, sources, orders, events, consents }: Person, i: number): Promise<void> {
  for (const source of sources.slice(1)) {
    await app.db.rows(
      'insert into customer_identity (source, external_id, customer_id, created_at) values ($1, $2, $3, $4)',
      [source, `p${i}`, id, app.clock.now()],
    );
  }
  for (const { day, amount, cancelled, lines } of orders) {
    const orderId = await makeOrderRow(app, { customerId: id, amount, placedAt: `${day}T04:00:00Z` });
    if (cancelled) {
      await app.db.rows(`update orders set status = 'CANCELLED', base_net = 0 where id = $1`, [orderId]);
    }
    for (const [position, { sku, category, quantity, amount: lineAmount }] of lines.entries()) {
      await app.db.rows(
        `insert into order_line (order_id, position, sku, name, category, quantity, unit_price, amount)
         values ($1, $2, $3, $3, $4, $5, 0, $6)`,
        [orderId, position, sku, category, quantity, lineAmount],
      );
    }
  }
  for (const { kind, day, events: count } of events) {
    await app.db.rows('select ensure_event_month($1::date)', [day]);
    await app.db.rows('insert into customer_event_day (kind, customer_id, day, events) values ($1, $2, $3, $4)', [
      kind,
      id,
      day,
      count,
    ]);
  }
  for (const [n, { purpose, granted }] of consents.entries()) {
    await app.db.rows(
      `insert into customer_consent (id, customer_id, purpose, document_version, granted, source, at)
       values (gen_random_uuid(), $1, $2, '1', $3, 'app', $4)`,
      [id, purpose, granted, new Date(Date.parse('2026-01-01') + n * 1000)],
    );
  }
}
