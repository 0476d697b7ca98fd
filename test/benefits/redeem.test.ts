import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { asJob, callerAs, createTestApp, TEST_NOW, type TestApp } from '../support/app.js';
import { makeStaff } from '../support/factories.js';
import { asked, benefitId, changeBenefit, expectExactCounts, given, holdTier, makeMember, refusal } from './support.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
beforeEach(() => t.clock.set(TEST_NOW));
afterEach(() => expectExactCounts(t));
afterAll(() => t.close());

test('V4: a redemption is counted against the quota of the period, and begins anew with the company month', async () => {
  const { caller } = await makeMember(t, 'gold');
  const redeem = async (quantity = 1) => t.app.benefits.redeem(caller, await asked(t, 'free_shipping', { quantity }));
  const { redemption } = await redeem(2);
  expect(redemption).toMatchObject({ status: 'COMMITTED', quantity: 2, periodStart: '2026-03-01', cost: 2_000 });
  expect(redemption.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  await expect(redeem(2)).rejects.toMatchObject(refusal('benefitId', 'OUT_OF_QUOTA'));
  await redeem(1);
  await expect(redeem()).rejects.toMatchObject(refusal('benefitId', 'OUT_OF_QUOTA'));
  t.clock.set('2026-03-31T15:59:59Z');
  await expect(redeem()).rejects.toMatchObject(refusal('benefitId', 'OUT_OF_QUOTA'));
  t.clock.set('2026-03-31T16:00:00Z');
  expect((await redeem()).redemption.periodStart).toBe('2026-04-01');
});

test.each([
  ['DAY', '2026-03-14'],
  ['WEEK', '2026-03-09'],
  ['MONTH', '2026-03-01'],
  ['QUARTER', '2026-01-01'],
  ['YEAR', '2026-01-01'],
  ['LIFETIME', '0001-01-01'],
])('V3: a quota per %s is counted from %s', async (period, start) => {
  const { caller } = await makeMember(t, 'gold');
  await changeBenefit(t, 'free_shipping', { quota_period: period });
  const { redemption } = await t.app.benefits.redeem(caller, await asked(t, 'free_shipping'));
  await changeBenefit(t, 'free_shipping', { quota_period: 'MONTH' });
  expect(redemption.periodStart).toBe(start);
});

test('V4: each refusal has its own code', async () => {
  const { id, caller } = await makeMember(t, 'silver');
  const redeem = async (code: string, more = {}) => t.app.benefits.redeem(caller, await asked(t, code, more));
  const expectRefused = (code: string, field: string, refused: string, more = {}) =>
    expect(redeem(code, more)).rejects.toMatchObject(refusal(field, refused));

  await expectRefused('member_discount', 'benefitId', 'NOT_IN_TIER');
  await expectRefused('priority_service', 'benefitId', 'NOT_REDEEMABLE');
  await expectRefused('birthday_gift', 'benefitId', 'NOT_YET_VALID');
  await expectRefused('free_shipping', 'quantity', 'OUT_OF_RANGE', { quantity: 0 });
  await expectRefused('free_shipping', 'idempotencyKey', 'REQUIRED', { idempotencyKey: ' ' });
  for (const wrong of ['nonsense', '00000000-0000-7000-8000-000000000000', '\0']) {
    await expectRefused('free_shipping', 'benefitId', 'NOT_FOUND', { benefitId: wrong });
    await expectRefused('free_shipping', 'grantId', 'NOT_FOUND', { grantId: wrong });
  }
  await changeBenefit(t, 'free_shipping', { valid_from: '2026-03-14T04:00:01Z' });
  await expectRefused('free_shipping', 'benefitId', 'NOT_YET_VALID');
  await changeBenefit(t, 'free_shipping', { valid_from: null, valid_until: TEST_NOW });
  await expectRefused('free_shipping', 'benefitId', 'EXPIRED');
  await changeBenefit(t, 'free_shipping', { valid_until: null, retired: true });
  await expectRefused('free_shipping', 'benefitId', 'RETIRED');
  await changeBenefit(t, 'free_shipping', { retired: false, stock: 0 });
  await expectRefused('free_shipping', 'benefitId', 'OUT_OF_STOCK');
  await changeBenefit(t, 'free_shipping', { stock: null });
  await holdTier(t, id, null);
  await expectRefused('free_shipping', 'benefitId', 'NOT_IN_TIER');
});

test('V4: a grant is refused by its own time, use and revocation', async () => {
  const { id, caller } = await makeMember(t, null);
  const redeem = async (more = {}) => t.app.benefits.redeem(caller, await asked(t, 'apology_coupon', more));
  const expectRefused = async (field: string, code: string, more = {}) =>
    expect(redeem(more)).rejects.toMatchObject(refusal(field, code));
  const { grant } = await t.app.benefits.grant(
    asJob,
    await given(t, id, 'apology_coupon', {
      quantity: 2,
      startsAt: new Date('2026-03-20T00:00:00Z'),
      endsAt: new Date('2026-03-25T00:00:00Z'),
    }),
  );
  await expectRefused('benefitId', 'NOT_YET_VALID');
  await expectRefused('grantId', 'NOT_YET_VALID', { grantId: grant.id });
  t.clock.set('2026-03-21T00:00:00Z');
  expect((await redeem()).redemption).toMatchObject({ grantId: grant.id, periodStart: null });
  await expectRefused('benefitId', 'OUT_OF_QUOTA', { quantity: 2 });
  t.clock.set('2026-03-25T00:00:00Z');
  await expectRefused('grantId', 'EXPIRED', { grantId: grant.id });
  await expectRefused('benefitId', 'EXPIRED');
  t.clock.set('2026-03-21T00:00:00Z');
  await t.app.benefits.revoke(asJob, { id: grant.id, reason: 'by mistake' });
  await expectRefused('grantId', 'NOT_REDEEMABLE', { grantId: grant.id });
  const other = await makeMember(t, null);
  await expect(
    t.app.benefits.redeem(other.caller, await asked(t, 'apology_coupon', { grantId: grant.id })),
  ).rejects.toMatchObject(refusal('grantId', 'NOT_FOUND'));
});

test('V4: of tier and grants, that whose time runs out first is drawn from', async () => {
  const { id, caller } = await makeMember(t, 'gold');
  const grant = async (endsAt: string | null) =>
    (
      await t.app.benefits.grant(
        asJob,
        await given(t, id, 'free_shipping', { endsAt: endsAt ? new Date(endsAt) : null }),
      )
    ).grant.id;
  const soon = await grant('2026-03-20T00:00:00Z');
  const late = await grant('2026-12-31T00:00:00Z');
  const endless = await grant(null);
  const drawn: (string | null)[] = [];
  for (let i = 0; i < 6; i++) {
    drawn.push((await t.app.benefits.redeem(caller, await asked(t, 'free_shipping'))).redemption.grantId);
  }
  expect(drawn).toEqual([soon, null, null, null, late, endless]);
});

test('V4: a grant of a retired benefit can still be redeemed', async () => {
  const { id, caller } = await makeMember(t, null);
  await t.app.benefits.grant(asJob, await given(t, id, 'custom_packaging'));
  await changeBenefit(t, 'custom_packaging', { retired: true });
  const { redemption } = await t.app.benefits.redeem(caller, await asked(t, 'custom_packaging'));
  await changeBenefit(t, 'custom_packaging', { retired: false });
  expect(redemption.status).toBe('COMMITTED');
});

test('V4: the same key gives the same redemption, another payload is refused, another member is not concerned', async () => {
  const [a, b] = [await makeMember(t, 'gold'), await makeMember(t, 'gold')];
  const input = await asked(t, 'free_shipping', { idempotencyKey: 'tap' });
  const first = await t.app.benefits.redeem(a.caller, input);
  t.clock.advanceDays(60);
  expect(await t.app.benefits.redeem(a.caller, input)).toEqual(first);
  const reused = refusal('idempotencyKey', 'IDEMPOTENCY_KEY_REUSED');
  await expect(t.app.benefits.redeem(a.caller, { ...input, quantity: 2 })).rejects.toMatchObject(reused);
  await expect(t.app.benefits.reserve(a.caller, input)).rejects.toMatchObject(reused);
  await expect(
    t.app.benefits.redeem(a.caller, { ...input, benefitId: await benefitId(t, 'member_discount') }),
  ).rejects.toMatchObject(reused);
  expect((await t.app.benefits.redeem(b.caller, input)).redemption.id).not.toBe(first.redemption.id);
});

test('customers redeem for themselves only; staff and systems name an active customer, and are audited', async () => {
  const { id, caller } = await makeMember(t, 'gold');
  const agent = await makeStaff(t.app, 'SERVICE_AGENT');
  const analyst = await makeStaff(t.app, 'ANALYST');
  const input = await asked(t, 'free_shipping', { customerId: id });
  const forbidden = { extensions: { code: 'FORBIDDEN' } };
  await expect(t.app.benefits.redeem(caller, input)).rejects.toMatchObject(forbidden);
  await expect(t.app.benefits.redeem(analyst, input)).rejects.toMatchObject(forbidden);
  await expect(t.app.benefits.redeem(callerAs({ kind: 'anonymous' }), input)).rejects.toMatchObject({
    extensions: { code: 'UNAUTHENTICATED' },
  });
  await expect(t.app.benefits.redeem(agent, { ...input, customerId: null })).rejects.toMatchObject(
    refusal('customerId', 'REQUIRED'),
  );
  await expect(t.app.benefits.redeem(agent, { ...input, customerId: 'nobody' })).rejects.toMatchObject(
    refusal('customerId', 'NOT_FOUND'),
  );
  const stranger = callerAs({ kind: 'customer', source: 'app', subject: 'never seen' });
  await expect(t.app.benefits.redeem(stranger, await asked(t, 'free_shipping'))).rejects.toMatchObject({
    extensions: { code: 'NOT_FOUND' },
  });
  await t.app.benefits.redeem(agent, input);
  expect(await t.app.db.rows('select action, actor_id from audit_entry where subject_id = $1', [id])).toEqual([
    { action: 'benefitRedeem', actor_id: agent.staffId },
  ]);
});
