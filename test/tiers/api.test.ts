import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { StaffRole } from '../../schema/staff/enums.js';
import { newId } from '../../server/database/id.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { makeCustomer } from '../support/factories.js';
import type { TestClient } from '../support/http.js';
import { signIn } from '../support/tokens.js';
import { buy, buyer } from './support.js';

let t: TestApp;
let admin: TestClient;
beforeAll(async () => {
  t = await createTestApp();
  admin = t.client(await signIn(t, StaffRole.ADMIN));
});
afterAll(() => t.close());

async function ask(query: string, variables: object = {}) {
  const { data, errors } = await admin(query, variables);
  expect(errors).toBeUndefined();
  return data;
}

test('V1, V3: tiers and benefits as published, with members and stock', async () => {
  await buyer(t.app, 6_000);
  const { tiers, benefits } = await ask(
    `{ tiers { id code rank retired memberCount benefits { code tiers { code } } }
       benefits(filter: { q: "试用" }) { id code kind stock stockUsed unitCost value tiers { code } } }`,
  );
  expect(tiers.map(({ code, rank }: { code: string; rank: number }) => `${rank} ${code}`)).toEqual([
    '1 silver',
    '2 gold',
    '3 diamond',
  ]);
  expect(tiers[1]).toMatchObject({ memberCount: 1, retired: false });
  expect(tiers[0].benefits).toContainEqual({
    code: 'birthday_gift',
    tiers: [{ code: 'silver' }, { code: 'gold' }, { code: 'diamond' }],
  });
  expect(benefits).toMatchObject([
    { code: 'product_trial', stock: 500, stockUsed: 0, unitCost: '80.00', tiers: [{ code: 'diamond' }] },
  ]);
  const one = await ask(
    'query ($tier: ID!, $benefit: ID!, $none: ID!) { tier(id: $tier) { code } benefit(id: $benefit) { code } none: tier(id: $none) { id } odd: benefit(id: "x") { id } }',
    {
      tier: tiers[2].id,
      benefit: benefits[0].id,
      none: newId(),
    },
  );
  expect(one).toEqual({ tier: { code: 'diamond' }, benefit: { code: 'product_trial' }, none: null, odd: null });
});

test('V5: membership says "¥380 or one more order to Gold"', async () => {
  const id = await buyer(t.app, 2_310, 2_310);
  const { customer } = await ask(
    `query ($id: ID!) { customer(id: $id) { tier { code } membership { since qualifiedBy expiresAt graceUntil tier { code }
       progress { next { code } spendGap pointsGap ordersGap spend orders periodStart periodEnd } } } }`,
    { id },
  );
  expect(customer).toEqual({
    tier: { code: 'silver' },
    membership: {
      tier: { code: 'silver' },
      since: t.clock.now().toISOString(),
      qualifiedBy: 'SPEND',
      expiresAt: '2027-12-31T16:00:00.000Z',
      graceUntil: null,
      progress: {
        next: { code: 'gold' },
        spendGap: '380.00',
        pointsGap: null,
        ordersGap: 1,
        spend: '4620.00',
        orders: 2,
        periodStart: '2026-01-01',
        periodEnd: '2026-12-31',
      },
    },
  });
});

test('V5: in a new year progress begins anew, without anybody having touched the customer', async () => {
  const id = await buyer(t.app, 3_000);
  const before = t.clock.now();
  t.clock.set('2026-12-31T16:00:00Z');
  const query =
    'query ($id: ID!) { customer(id: $id) { membership { progress { spendGap ordersGap spend orders periodStart } } } }';
  const token = t.client(await signIn(t, StaffRole.ANALYST));
  const { data } = await token(query, { id });
  expect(data.customer.membership.progress).toEqual({
    spendGap: '5000.00',
    ordersGap: 2,
    spend: '0.00',
    orders: 0,
    periodStart: '2027-01-01',
  });
  t.clock.set(before);
});

test('V5: whoever holds the highest tier has no progress, whoever never bought no number of orders', async () => {
  const [top, { id: none }] = [await buyer(t.app, 30_000), await makeCustomer(t.app)];
  const { top: a, none: b } = await ask(
    `query ($top: ID!, $none: ID!) { top: customer(id: $top) { membership { progress { spend } } }
       none: customer(id: $none) { tier { code } membership { since progress { next { code } spendGap ordersGap } } } }`,
    { top, none },
  );
  expect(a.membership.progress).toBeNull();
  expect(b).toEqual({
    tier: null,
    membership: { since: null, progress: { next: { code: 'silver' }, spendGap: '1000.00', ordersGap: null } },
  });
});

test('V1: grants and moves through the API, with people, tiers and the order', async () => {
  const id = await buyer(t.app);
  const order = await buy(t.app, id, 1_200);
  const { tiers } = await ask('{ tiers { id code } }');
  const gold = tiers.find(({ code }: { code: string }) => code === 'gold').id;
  const { tierGrant } = await ask(
    'mutation ($input: TierGrantInput!) { tierGrant(input: $input) { tierGrant { id reason endsAt grantedBy { role } customer { id } tier { code } } userErrors { field } } }',
    { input: { customerId: id, tierId: gold, reason: '包裹丢失', endsAt: '2026-12-01T00:00:00Z' } },
  );
  expect(tierGrant).toMatchObject({
    userErrors: [],
    tierGrant: {
      reason: '包裹丢失',
      endsAt: '2026-12-01T00:00:00.000Z',
      grantedBy: { role: 'ADMIN' },
      customer: { id },
      tier: { code: 'gold' },
    },
  });
  const { customer } = await ask(
    `query ($id: ID!) { customer(id: $id) { tierGrants { id tier { code } }
       tierMoves(first: 10) { totalCount nodes { direction cause actor from { code } to { code } order { id } customer { id } } } } }`,
    { id },
  );
  expect(customer.tierGrants).toEqual([{ id: tierGrant.tierGrant.id, tier: { code: 'gold' } }]);
  expect(customer.tierMoves).toMatchObject({
    totalCount: 2,
    nodes: [
      { direction: 'UP', cause: 'GRANT', from: { code: 'silver' }, to: { code: 'gold' }, order: null },
      {
        direction: 'UP',
        cause: 'ORDER',
        actor: null,
        from: null,
        to: { code: 'silver' },
        order: { id: order },
        customer: { id },
      },
    ],
  });
  expect(customer.tierMoves.nodes[0].actor).not.toBeNull();
  const revoked = await ask(
    'mutation ($input: TierGrantRevokeInput!) { tierGrantRevoke(input: $input) { tierGrant { revokedAt } userErrors { code } } }',
    {
      input: { id: tierGrant.tierGrant.id, reason: 'x' },
    },
  );
  expect(revoked.tierGrantRevoke).toEqual({ tierGrant: { revokedAt: t.clock.now().toISOString() }, userErrors: [] });
});

test('V1: moves are filtered and paged', async () => {
  const { tiers } = await ask('{ tiers { id code } }');
  const filter = {
    direction: 'UP',
    cause: 'ORDER',
    tierId: tiers[1].id,
    since: '2026-01-01T00:00:00Z',
    until: '2027-01-01T00:00:00Z',
  };
  const query =
    'query ($filter: TierMoveFilter, $first: Int!, $after: String) { tierMoves(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id to { code } } } }';
  await buyer(t.app, 5_000);
  await buyer(t.app, 5_000);
  const { tierMoves: page } = await ask(query, { filter, first: 1 });
  const { tierMoves: next } = await ask(query, { filter, first: 1, after: page.pageInfo.endCursor });
  expect(page.nodes).toHaveLength(1);
  expect(page.pageInfo.hasNextPage).toBe(true);
  expect(next.nodes[0].id).not.toBe(page.nodes[0].id);
  const { tierMoves: none } = await ask(query, { filter: { tierId: 'x' }, first: 5 });
  expect(none).toMatchObject({ totalCount: 0, nodes: [] });
});

test('a membership can be counted anew', async () => {
  const id = await buyer(t.app, 1_500);
  await t.app.db.rows(`update orders set base_net = 0 where customer_id = $1`, [id]);
  const { membershipRefresh } = await ask(
    'mutation ($input: MembershipRefreshInput!) { membershipRefresh(input: $input) { customer { tier { code } stats { spend } } userErrors { code } } }',
    {
      input: { customerId: id },
    },
  );
  expect(membershipRefresh).toEqual({ customer: { tier: null, stats: { spend: '0.00' } }, userErrors: [] });
  const missing = await ask(
    'mutation ($input: MembershipRefreshInput!) { membershipRefresh(input: $input) { customer { id } userErrors { field code } } }',
    {
      input: { customerId: newId() },
    },
  );
  expect(missing.membershipRefresh).toEqual({
    customer: null,
    userErrors: [{ field: 'customerId', code: 'NOT_FOUND' }],
  });
});
