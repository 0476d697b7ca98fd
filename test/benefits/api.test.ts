import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ApiScope, StaffRole } from '../../schema/staff/enums.js';
import { createTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/http.js';
import { apiKey, customerToken, signIn } from '../support/tokens.js';
import { asked, benefitId, expectExactCounts, type Member, makeMember } from './support.js';

let t: TestApp;
let member: Member;
let manager: TestClient;
let app: TestClient;
beforeAll(async () => {
  t = await createTestApp();
  member = await makeMember(t, 'gold');
  manager = t.client(await signIn(t, StaffRole.SERVICE_MANAGER));
  app = t.client(await customerToken(t, member.externalId));
});
afterAll(() => t.close());

const REDEEM = `mutation ($input: BenefitRedeemInput!) {
  benefitRedeem(input: $input) { redemption { id code status } perk { remaining } userErrors { field code } } }`;

test('the panel grants, finds by code, reverses and lists', async () => {
  const coupon = await benefitId(t, 'apology_coupon');
  const input = {
    customerId: member.id,
    benefitId: coupon,
    reason: '延误',
    origin: 'COMPENSATION',
    idempotencyKey: 'g1',
  };
  const { data: granted } = await manager(
    `mutation ($input: BenefitGrantInput!) { benefitGrant(input: $input) {
       grant { id status quantity grantedBy { name } customer { id } benefit { code } } userErrors { code } } }`,
    { input },
  );
  expect(granted.benefitGrant).toMatchObject({
    grant: { status: 'ACTIVE', quantity: 1, customer: { id: member.id }, benefit: { code: 'apology_coupon' } },
    userErrors: [],
  });
  const { data: redeemed } = await manager(REDEEM, {
    input: { benefitId: coupon, customerId: member.id, idempotencyKey: 'r1' },
  });
  expect(redeemed.benefitRedeem).toMatchObject({ redemption: { status: 'COMMITTED' }, perk: null });
  const { code } = redeemed.benefitRedeem.redemption;
  const { data: found } = await manager(
    'query ($code: String!) { redemptionByCode(code: $code) { id status cost customer { id } grant { status } tier { code } } }',
    { code: code.toLowerCase() },
  );
  expect(found.redemptionByCode).toMatchObject({
    cost: '30.00',
    customer: { id: member.id },
    grant: { status: 'USED_UP' },
    tier: { code: 'gold' },
  });
  const { data: reversed } = await manager(
    `mutation ($input: RedemptionReverseInput!) { redemptionReverse(input: $input) { redemption { status endReason } perk { remaining } userErrors { code } } }`,
    { input: { id: found.redemptionByCode.id, reason: '误操作' } },
  );
  expect(reversed.redemptionReverse).toEqual({
    redemption: { status: 'REVERSED', endReason: '误操作' },
    perk: { remaining: 1 },
    userErrors: [],
  });
  const { data: profile, errors } = await manager(
    `query ($id: ID!) { customer(id: $id) {
       perks { source benefit { code } } grants { totalCount nodes { used } } redemptions { totalCount nodes { status } } pointsEntries { totalCount } }
       benefitGrants(filter: { customerId: $id, status: ACTIVE }) { totalCount } redemptions(filter: { status: REVERSED }) { totalCount } }`,
    { id: member.id },
  );
  expect(errors).toBeUndefined();
  expect(profile).toMatchObject({
    customer: {
      grants: { totalCount: 1, nodes: [{ used: 0 }] },
      redemptions: { totalCount: 1, nodes: [{ status: 'REVERSED' }] },
      pointsEntries: { totalCount: 0 },
    },
    benefitGrants: { totalCount: 1 },
    redemptions: { totalCount: 1 },
  });
  await expectExactCounts(t);
});

test('points by hand, over the API', async () => {
  const adjust = (points: number) =>
    manager(
      `mutation ($input: PointsAdjustInput!) { pointsAdjust(input: $input) { entry { seq points balanceAfter actor } userErrors { field code } } }`,
      { input: { customerId: member.id, points, reason: '活动补发', idempotencyKey: `p${points}` } },
    );
  expect((await adjust(50)).data.pointsAdjust).toEqual({
    entry: { seq: 1, points: 50, balanceAfter: 50, actor: StaffRole.SERVICE_MANAGER },
    userErrors: [],
  });
  expect((await adjust(-51)).data.pointsAdjust).toEqual({
    entry: null,
    userErrors: [{ field: 'points', code: 'INSUFFICIENT_POINTS' }],
  });
});

test('other systems redeem and read by their scopes', async () => {
  const input = await asked(t, 'free_shipping', { customerId: member.id });
  const reader = t.client(await apiKey(t, [ApiScope.PERKS_READ]));
  const writer = t.client(await apiKey(t, [ApiScope.PERKS_WRITE]));
  expect((await reader(REDEEM, { input })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const { data } = await writer(REDEEM, { input });
  expect(data.benefitRedeem.userErrors).toEqual([]);
  expect((await reader('{ redemptions { totalCount } }')).data.redemptions.totalCount).toBeGreaterThan(0);
  expect((await writer('{ redemptions { totalCount } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('odd inputs are refused where they stand, without an internal error', async () => {
  const good = await asked(t, 'free_shipping');
  const answer = async (more: object) => {
    const { data, errors } = await app(REDEEM, { input: { ...good, ...more } });
    return data?.benefitRedeem.userErrors[0] ?? errors?.[0]?.extensions.code;
  };
  expect(await answer({ idempotencyKey: 'a\0b' })).toEqual({ field: 'idempotencyKey', code: 'INVALID' });
  expect(await answer({ idempotencyKey: '\ud800' })).toEqual({ field: 'idempotencyKey', code: 'INVALID' });
  expect(await answer({ idempotencyKey: 'x'.repeat(101) })).toEqual({ field: 'idempotencyKey', code: 'TOO_LONG' });
  expect(await answer({ quantity: 101 })).toEqual({ field: 'quantity', code: 'OUT_OF_RANGE' });
  const huge = await app(
    REDEEM.replace('input: $input', 'input: { benefitId: "x", quantity: 1e309, idempotencyKey: "k" }').replace(
      '($input: BenefitRedeemInput!)',
      '',
    ),
  );
  expect(huge.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  expect(await answer({ quantity: 2 ** 31 })).toBe('BAD_USER_INPUT');
  expect(await answer({ benefitId: "' or 1=1 --" })).toEqual({ field: 'benefitId', code: 'NOT_FOUND' });
  expect(await answer({ customerId: member.id })).toBe('FORBIDDEN');
  expect((await app(REDEEM, { input: { ...good, idempotencyKey: '🎁' } })).data.benefitRedeem.redemption).toMatchObject(
    {
      status: 'COMMITTED',
    },
  );
});
