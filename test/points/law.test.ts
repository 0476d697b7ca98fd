import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { UserInputFailure } from '../../server/graphql/errors.js';
import { asJob, createTestApp, TEST_NOW, type TestApp } from '../support/app.js';
import { makeCustomer, makeOrderRow } from '../support/factories.js';
import { expectSoundLedger, orderNets } from './support.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const amount = fc.integer({ min: 0, max: 30_000 });
const points = fc.integer({ min: 1, max: 200 });
/** One thing that happens to a customer's points; a list of several happens at once. */
const happening = fc.oneof(
  fc.record({ kind: fc.constant('order' as const), amount, daysAgo: fc.integer({ min: 0, max: 500 }) }),
  fc.record({ kind: fc.constant('net' as const), order: fc.nat(9), amount }),
  fc.record({ kind: fc.constant('spend' as const), points }),
  fc.record({ kind: fc.constant('adjust' as const), points: fc.integer({ min: -200, max: 200 }) }),
  fc.record({ kind: fc.constant('reverse' as const), seq: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ kind: fc.constant('days' as const), days: fc.integer({ min: 1, max: 200 }) }),
);
type Happening = typeof happening extends fc.Arbitrary<infer H> ? H : never;

test('V2: whatever happens, also at once, the balance is the sum of the ledger and of the lots, and never negative', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(happening, { minLength: 1, maxLength: 4 }), { maxLength: 8 }),
      async (rounds) => {
        t.clock.set(TEST_NOW);
        const { id } = await makeCustomer(t.app);
        const orders: string[] = [];
        for (const round of rounds) {
          await Promise.all(round.map((one) => refusable(happen(id, orders, one))));
        }
        await expectSoundLedger(t.app, id);
        await expectOldestFirst(id);
        await expectOrdersEarn(id);
      },
    ),
    { numRuns: 30, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: false },
  );
});

let key = 0;
async function happen(customerId: string, orders: string[], one: Happening): Promise<unknown> {
  const input = { customerId, reason: 'r', idempotencyKey: `k${++key}` };
  switch (one.kind) {
    case 'order': {
      const placedAt = new Date(t.clock.now().getTime() - one.daysAgo * 86_400_000);
      const orderId = await makeOrderRow(t.app, { customerId, amount: one.amount, placedAt });
      orders.push(orderId);
      return t.app.db.transaction((tx) => t.app.points.syncOrders(tx, [orderId]));
    }
    case 'net':
      return orders[one.order] && orderNets(t.app, orders[one.order]!, one.amount);
    case 'spend':
      return t.app.points.spend(asJob, { ...input, points: one.points });
    case 'adjust':
      return t.app.points.adjust(asJob, { ...input, points: one.points });
    case 'reverse':
      return t.app.points.reverse(asJob, { ...input, seq: one.seq });
    case 'days':
      t.clock.advanceDays(one.days);
      return t.app.jobs.run('points.expire');
  }
}

const refusable = (work: Promise<unknown>) =>
  work.catch((error: unknown) => {
    if (!(error instanceof UserInputFailure)) {
      throw error;
    }
  });

/** No spend or expiry passed over a lot that runs out earlier and had points left at that time. */
async function expectOldestFirst(customerId: string): Promise<void> {
  const entries = await t.app.db.rows<{
    seq: number;
    kind: string;
    points: number;
    taken: [number, number][] | null;
    expires_at: Date | null;
    reverses: [number, number][] | null;
  }>(
    `select e.seq, e.kind, e.points, e.taken, e.expires_at, u.taken as reverses from points_entry e
       left join points_entry u on u.customer_id = e.customer_id and u.seq = e.reverses_seq
      where e.customer_id = $1 order by e.seq`,
    [customerId],
  );
  const left = new Map<number, number>();
  const expiry = new Map(entries.map((entry) => [entry.seq, entry.expires_at?.getTime() ?? Number.POSITIVE_INFINITY]));
  for (const { seq, kind, points, taken, reverses } of entries) {
    if (kind === 'SPEND') {
      const latest = Math.max(...taken!.map(([lot]) => expiry.get(lot)!));
      const passedOver = [...left].filter(
        ([lot, remaining]) => expiry.get(lot)! < latest && remaining > (taken!.find(([one]) => one === lot)?.[1] ?? 0),
      );
      expect(passedOver).toEqual([]);
    }
    for (const [lot, part] of taken ?? []) {
      left.set(lot, left.get(lot)! - part);
    }
    for (const [lot, part] of points > 0 ? (reverses ?? []) : []) {
      left.set(lot, left.get(lot)! + part);
    }
    if (points > 0 && !reverses) {
      left.set(seq, points);
    }
  }
  const lots = await t.app.db.rows<{ seq: number; remaining: number }>(
    'select seq, remaining from points_lot where customer_id = $1',
    [customerId],
  );
  expect(new Map(lots.map(({ seq, remaining }) => [seq, remaining]))).toEqual(left);
}

/** Each order stands with the points of its present net amount. */
async function expectOrdersEarn(customerId: string): Promise<void> {
  const wrong = await t.app.db.rows(
    'select id from orders where customer_id = $1 and (points <> base_net / 100 or points_held > points)',
    [customerId],
  );
  expect(wrong).toEqual([]);
}
