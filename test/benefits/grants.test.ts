import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { ORIGINS_BY_HAND } from '../../admin/customers/actions/grantOrigins.js';
import { GrantOrigin } from '../../schema/benefits/enums.js';
import { perksLoader } from '../../server/benefits/loaders.js';
import { Loaders } from '../../server/graphql/loaders.js';
import { asJob, createTestApp, TEST_NOW, type TestApp } from '../support/app.js';
import { makeStaff } from '../support/factories.js';
import { asked, benefitId, changeBenefit, expectExactCounts, given, makeMember, refusal } from './support.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
beforeEach(() => t.clock.set(TEST_NOW));
afterEach(() => expectExactCounts(t));
afterAll(() => t.close());

const perksOf = async (customerId: string) =>
  (await new Loaders(t.app, asJob).get(perksLoader).load(customerId)).map((perk) => ({
    code: perk.benefit.code,
    source: perk.source,
    remaining: perk.remaining,
  }));
const notifications = (customerId: string) =>
  t.app.db.rows<{ kind: string; data: Record<string, unknown> }>(
    'select kind, data from notification where customer_id = $1 order by id',
    [customerId],
  );

test('V4: perks are the benefits of the tier and the running grants, with what is left by quota, grant and stock', async () => {
  const { id, caller } = await makeMember(t, 'diamond');
  await changeBenefit(t, 'custom_packaging', { stock: 1 });
  await t.app.benefits.grant(asJob, await given(t, id, 'apology_coupon', { quantity: 2 }));
  await t.app.benefits.grant(asJob, await given(t, id, 'free_shipping'));
  await t.app.benefits.redeem(caller, await asked(t, 'free_shipping', { quantity: 2 }));
  await t.app.benefits.redeem(caller, await asked(t, 'apology_coupon'));
  expect(await perksOf(id)).toEqual([
    { code: 'custom_packaging', source: 'TIER', remaining: 1 },
    { code: 'dedicated_agent', source: 'TIER', remaining: null },
    { code: 'free_shipping', source: 'TIER', remaining: 1 },
    { code: 'member_discount', source: 'TIER', remaining: 2 },
    { code: 'points_multiplier', source: 'TIER', remaining: null },
    { code: 'priority_service', source: 'TIER', remaining: null },
    { code: 'priority_shipping', source: 'TIER', remaining: null },
    { code: 'product_trial', source: 'TIER', remaining: 1 },
    { code: 'apology_coupon', source: 'GRANT', remaining: 1 },
    { code: 'free_shipping', source: 'GRANT', remaining: 1 },
  ]);
  await changeBenefit(t, 'custom_packaging', { stock: null });
});

test('V4: people may give what the panel offers, and nothing that Liuke gives by rule', async () => {
  const { id } = await makeMember(t, null);
  const manager = await makeStaff(t.app, 'SERVICE_MANAGER');
  for (const origin of Object.values(GrantOrigin)) {
    const giving = t.app.benefits.grant(manager, await given(t, id, 'apology_coupon', { origin }));
    if ((ORIGINS_BY_HAND as readonly string[]).includes(origin)) {
      expect((await giving).grant.origin).toBe(origin);
    } else {
      await expect(giving).rejects.toMatchObject(refusal('origin', 'INVALID'));
    }
  }
});

test('V4: a grant is given once per key, told to the customer and audited', async () => {
  const { id } = await makeMember(t, null);
  const manager = await makeStaff(t.app, 'SERVICE_MANAGER');
  const input = await given(t, id, 'apology_coupon', { endsAt: new Date('2026-04-14T00:00:00Z') });
  const { grant } = await t.app.benefits.grant(manager, input);
  expect(grant).toMatchObject({ origin: 'COMPENSATION', quantity: 1, used: 0, grantedById: manager.staffId });
  expect(await t.app.benefits.grant(manager, input)).toEqual({ grant });
  await expect(t.app.benefits.grant(manager, { ...input, quantity: 2 })).rejects.toMatchObject(
    refusal('idempotencyKey', 'IDEMPOTENCY_KEY_REUSED'),
  );
  expect(await notifications(id)).toMatchObject([
    { kind: 'PERK_GRANTED', data: { grantId: grant.id, quantity: 1, benefit: { code: 'apology_coupon' } } },
  ]);
  await t.app.benefits.revoke(manager, { id: grant.id, reason: 'wrong person' });
  expect((await t.app.benefits.revoke(manager, { id: grant.id, reason: 'again' })).grant.revokedAt).toEqual(
    t.clock.now(),
  );
  expect(await perksOf(id)).toEqual([]);
  expect(await t.app.db.rows('select action, reason from audit_entry where subject_id = $1 order by id', [id])).toEqual(
    [
      { action: 'benefitGrant', reason: '补偿' },
      { action: 'benefitGrantRevoke', reason: 'wrong person' },
    ],
  );
});

test('what cannot be granted is refused at its field', async () => {
  const { id } = await makeMember(t, null);
  const agent = await makeStaff(t.app, 'SERVICE_AGENT');
  const refused = async (more: object, field: string, code: string) =>
    expect(t.app.benefits.grant(agent, { ...(await given(t, id, 'apology_coupon')), ...more })).rejects.toMatchObject(
      refusal(field, code),
    );
  await refused({ customerId: 'x' }, 'customerId', 'NOT_FOUND');
  await refused({ benefitId: 'x' }, 'benefitId', 'NOT_FOUND');
  await refused({ quantity: 1_001 }, 'quantity', 'OUT_OF_RANGE');
  await refused({ reason: '' }, 'reason', 'REQUIRED');
  await refused({ origin: 'BIRTHDAY' }, 'origin', 'INVALID');
  await refused({ endsAt: new Date(TEST_NOW) }, 'endsAt', 'INVALID');
  await refused(
    { startsAt: new Date('2026-01-01T00:00:00Z'), endsAt: new Date('2026-02-01T00:00:00Z') },
    'endsAt',
    'EXPIRED',
  );
  await changeBenefit(t, 'apology_coupon', { retired: true });
  await refused({}, 'benefitId', 'RETIRED');
  await changeBenefit(t, 'apology_coupon', { retired: false });
  const analyst = await makeStaff(t.app, 'ANALYST');
  await expect(t.app.benefits.grant(analyst, await given(t, id, 'apology_coupon'))).rejects.toMatchObject({
    extensions: { code: 'FORBIDDEN' },
  });
});

test('V4: the birthday gift comes as a grant in the birthday month, once a year', async () => {
  const march = await makeMember(t, 'silver', '1990-03-31');
  const april = await makeMember(t, 'silver', '1990-04-01');
  const none = await makeMember(t, null, '1990-03-02');
  await t.app.jobs.run('benefits.birthdays');
  await t.app.jobs.run('benefits.birthdays');
  const gift = { code: 'birthday_gift', source: 'GRANT', remaining: 1 };
  expect(await perksOf(march.id)).toContainEqual(gift);
  expect((await notifications(march.id)).map(({ kind }) => kind)).toEqual(['PERK_GRANTED']);
  expect(await perksOf(april.id)).not.toContainEqual(gift);
  expect(await perksOf(none.id)).toEqual([]);
  await t.app.benefits.redeem(march.caller, await asked(t, 'birthday_gift'));
  await t.app.db.rows(`update customer set birthday = '1990-04-20' where id = $1`, [march.id]);
  t.clock.set('2026-03-31T16:00:00Z');
  await t.app.jobs.run('benefits.birthdays');
  expect(await perksOf(march.id)).not.toContainEqual(gift);
  expect(await perksOf(april.id)).toContainEqual(gift);
  t.clock.set('2026-04-30T16:00:00Z');
  await expect(t.app.benefits.redeem(april.caller, await asked(t, 'birthday_gift'))).rejects.toMatchObject(
    refusal('benefitId', 'EXPIRED'),
  );
});

test('the lists of grants and redemptions filter, page and count', async () => {
  const { id, caller } = await makeMember(t, null);
  for (let i = 0; i < 3; i++) {
    t.clock.advanceDays(0.001);
    await t.app.benefits.grant(asJob, await given(t, id, 'apology_coupon'));
  }
  const { redemption } = await t.app.benefits.redeem(caller, await asked(t, 'apology_coupon'));
  const grants = (filter: object, page = {}) =>
    t.app.benefits.grants(asJob, { first: 2, ...page }, { customerId: id, ...filter }, 'GRANTED_AT_DESC' as never);
  const first = await grants({});
  const second = await grants({}, { after: first.pageInfo.endCursor! });
  expect([first.nodes.length, second.nodes.length, await first.totalCount()]).toEqual([2, 1, 3]);
  expect(await (await grants({ status: 'ACTIVE' })).totalCount()).toBe(2);
  expect(await (await grants({ status: 'USED_UP' })).totalCount()).toBe(1);
  expect(await (await grants({ origin: 'BIRTHDAY' })).totalCount()).toBe(0);
  expect(await (await grants({ benefitId: 'x' })).totalCount()).toBe(0);
  const redemptions = await t.app.benefits.redemptions(
    asJob,
    { first: 10 },
    { customerId: id, benefitId: await benefitId(t, 'apology_coupon'), since: redemption.createdAt },
    'CREATED_AT_DESC' as never,
  );
  expect(redemptions.nodes.map((node) => node.id)).toEqual([redemption.id]);
  const analyst = await makeStaff(t.app, 'ANALYST');
  await expect(t.app.benefits.grants(analyst, { first: 1 }, {}, 'GRANTED_AT_ASC' as never)).resolves.toMatchObject({
    nodes: [expect.anything()],
  });
  await expect(t.app.benefits.grants(caller, { first: 1 }, {}, 'GRANTED_AT_ASC' as never)).rejects.toMatchObject({
    extensions: { code: 'FORBIDDEN' },
  });
});
