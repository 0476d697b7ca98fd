import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Caller } from '../../server/access/principal.js';
import { asJob, createTestApp, type TestApp } from '../support/app.js';
import { execute } from '../support/execute.js';
import { type MadeCustomer, makeCustomer, makeStaff } from '../support/factories.js';

let t: TestApp;
let admin: Caller;
let person: MadeCustomer;
beforeAll(async () => {
  t = await createTestApp();
  admin = await makeStaff(t.app, 'ADMIN');
  person = await makeCustomer(t.app, { registeredAt: '2025-01-01T00:00:00Z' });
  const other = await makeCustomer(t.app, { source: 'jd', registeredAt: '2025-02-01T00:00:00Z' });
  await ingest('app', person.externalId, 'T-1', '2026-01-10T00:00:00Z');
  await ingest('app', person.externalId, 'T-2', '2026-01-10T00:00:00Z');
  await ingest('jd', other.externalId, 'T-3', '2025-06-01T00:00:00Z');
  await t.app.orders.ingestReversals(asJob, {
    source: 'app',
    reversals: [
      {
        number: 'R-1',
        orderNumber: 'T-2',
        kind: 'CANCELLATION' as never,
        amount: null,
        reason: '缺货',
        occurredAt: '2026-01-12T00:00:00Z',
      },
    ],
  });
  t.clock.advanceDays(1);
  await t.app.customers.addNote(admin, { id: other.id, body: '并入前的备注' });
  t.clock.advanceDays(1);
  await t.app.customers.merge(admin, { survivorId: person.id, mergedId: other.id, reason: '同一人' });
  t.clock.advanceDays(1);
  const [{ id: benefitId }] = (await t.app.db.rows<{ id: string }>(
    `select id from benefit where code = 'apology_coupon'`,
  )) as [{ id: string }];
  const grant = await t.app.benefits.grant(admin, {
    customerId: person.id,
    benefitId,
    quantity: 1,
    reason: '补偿',
    origin: 'COMPENSATION' as never,
    idempotencyKey: 'g1',
  } as never);
  t.clock.advanceDays(1);
  await t.app.benefits.redeem(admin, {
    customerId: person.id,
    benefitId,
    grantId: (grant as { grant: { id: string } }).grant.id,
    quantity: 1,
    idempotencyKey: 'r1',
  } as never);
  t.clock.advanceDays(1);
  await t.app.customers.setConsent(admin, person.id, { purpose: 'sms', documentVersion: '1', granted: true });
});
afterAll(() => t.close());

const ingest = (source: string, customerExternalId: string, number: string, placedAt: string) =>
  t.app.orders.ingest(asJob, {
    source,
    orders: [{ number, customerExternalId, placedAt, amount: '1200.00', lines: [] }],
  });

const TIMELINE = `query ($id: ID!, $first: Int, $after: String) { customer(id: $id) { timeline(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } nodes { id at kind order { number } pointsEntry { kind points } tierMove { direction to { code } }
    grant { reason } redemption { quantity } note { body author { name } } merge { reason } consent { purpose }
    levelChange { kind from to cause orderCount } } } } }`;

async function page(first: number, after: string | null = null) {
  const { data, errors } = await execute(t.app, admin, TIMELINE, { id: person.id, first, after });
  expect(errors).toBeUndefined();
  return data.customer.timeline;
}

test('A2: one timeline shows all that happened, with what is behind it, also of merged profiles', async () => {
  const { nodes, totalCount } = await page(100);
  expect(nodes).toHaveLength(totalCount);
  const kinds = nodes.map(({ kind }: { kind: string }) => kind);
  expect(new Set(kinds)).toEqual(
    new Set([
      'CONSENT',
      'REDEMPTION',
      'GRANT',
      'MERGE',
      'NOTE',
      'POINTS',
      'TIER_MOVE',
      'CANCELLATION',
      'ORDER',
      'REGISTERED',
      'LEVEL',
    ]),
  );
  expect(nodes.slice(0, 3).map(({ kind }: { kind: string }) => kind)).toEqual(['CONSENT', 'REDEMPTION', 'GRANT']);
  expect(nodes.at(-1)).toMatchObject({ kind: 'REGISTERED', at: '2025-01-01T00:00:00.000Z', order: null });
  const of = (kind: string) => nodes.filter((node: { kind: string }) => node.kind === kind);
  expect(
    of('ORDER')
      .map(({ order }: { order: { number: string } }) => order.number)
      .sort(),
  ).toEqual(['T-1', 'T-2', 'T-3']);
  expect(of('CANCELLATION')).toMatchObject([{ order: { number: 'T-2' }, at: '2026-01-12T00:00:00.000Z' }]);
  expect(of('NOTE')).toMatchObject([
    { note: { body: '并入前的备注', author: { name: expect.stringMatching(/^ADMIN/) } } },
  ]);
  expect(of('MERGE')).toMatchObject([{ merge: { reason: '同一人' } }]);
  expect(of('GRANT')).toMatchObject([{ grant: { reason: '补偿' } }]);
  expect(of('REDEMPTION')).toMatchObject([{ redemption: { quantity: 1 } }]);
  expect(of('CONSENT')).toMatchObject([{ consent: { purpose: 'sms' } }]);
  const levels = of('LEVEL').map(({ levelChange }: { levelChange: { kind: string } }) => levelChange);
  expect(levels).toContainEqual({ kind: 'STAGE', from: 'PROSPECT', to: 'ACTIVE', cause: 'ORDER', orderCount: 1 });
  expect(levels.every(({ kind }: { kind: string }) => kind === 'STAGE' || kind === 'VALUE_SEGMENT')).toBe(true);
  expect(of('TIER_MOVE').length).toBeGreaterThan(0);
  expect(of('POINTS').every(({ pointsEntry }: { pointsEntry: object }) => pointsEntry !== null)).toBe(true);
});

test('A2: page by page it is the same timeline, also where things happened at one instant', async () => {
  const { nodes: whole } = await page(100);
  for (const first of [1, 2, 5]) {
    const ids: string[] = [];
    for (let after: string | null = null; ; ) {
      const { nodes, pageInfo } = await page(first, after);
      ids.push(...nodes.map(({ id }: { id: string }) => id));
      if (!pageInfo.hasNextPage) {
        break;
      }
      after = pageInfo.endCursor;
    }
    expect(ids).toEqual(whole.map(({ id }: { id: string }) => id));
  }
});
