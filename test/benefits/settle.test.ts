import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { asJob, createTestApp, TEST_NOW, type TestApp } from '../support/app.js';
import { makeStaff } from '../support/factories.js';
import { asked, changeBenefit, expectExactCounts, given, type Member, makeMember, refusal } from './support.js';

let t: TestApp;
let member: Member;
beforeAll(async () => {
  t = await createTestApp();
});
beforeEach(async () => {
  t.clock.set(TEST_NOW);
  member = await makeMember(t, 'diamond');
});
afterEach(() => expectExactCounts(t));
afterAll(() => t.close());

const reserve = async (code = 'free_shipping', quantity = 3) =>
  (await t.app.benefits.reserve(member.caller, await asked(t, code, { quantity }))).redemption;
const commit = (id: string) => t.app.benefits.settle(member.caller, 'redemptionCommit', { id });
const release = (id: string) => t.app.benefits.settle(member.caller, 'redemptionRelease', { id });
const reverse = (id: string) => t.app.benefits.settle(asJob, 'redemptionReverse', { id, reason: 'broken' });

test('V4: a reservation holds quota, and is committed once however often that is asked', async () => {
  const { id, reservedUntil } = await reserve();
  expect(reservedUntil).toEqual(new Date('2026-03-14T04:30:00Z'));
  await expect(reserve('free_shipping', 1)).rejects.toMatchObject(refusal('benefitId', 'OUT_OF_QUOTA'));
  const { redemption } = await commit(id);
  expect(redemption).toMatchObject({ status: 'COMMITTED', committedAt: t.clock.now(), endedAt: null });
  t.clock.advanceDays(1);
  expect((await commit(id)).redemption).toEqual(redemption);
  await expect(release(id)).rejects.toMatchObject(refusal('id', 'CONFLICT'));
});

test('V4: a release gives everything back: quota, grant and stock', async () => {
  await changeBenefit(t, 'custom_packaging', { stock: 2 });
  const ofTier = await reserve('custom_packaging', 2);
  await expect(reserve('custom_packaging', 1)).rejects.toMatchObject(refusal('benefitId', 'OUT_OF_QUOTA'));
  await t.app.benefits.grant(asJob, await given(t, member.id, 'custom_packaging'));
  await expect(reserve('custom_packaging', 1)).rejects.toMatchObject(refusal('benefitId', 'OUT_OF_STOCK'));
  expect((await release(ofTier.id)).redemption).toMatchObject({ status: 'RELEASED', endedAt: t.clock.now() });
  await release(ofTier.id);
  await expect(commit(ofTier.id)).rejects.toMatchObject(refusal('id', 'CONFLICT'));
  const again = await reserve('custom_packaging', 2);
  await release(again.id);
});

test('V4: a committed redemption is reversed by those who may, and gives everything back', async () => {
  await t.app.benefits.grant(asJob, await given(t, member.id, 'apology_coupon'));
  const { redemption } = await t.app.benefits.redeem(member.caller, await asked(t, 'apology_coupon'));
  await expect(
    t.app.benefits.settle(member.caller, 'redemptionReverse', { id: redemption.id, reason: 'please' }),
  ).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  const agent = await makeStaff(t.app, 'SERVICE_AGENT');
  await expect(
    t.app.benefits.settle(agent, 'redemptionReverse', { id: redemption.id, reason: 'please' }),
  ).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  await expect(
    t.app.benefits.settle(asJob, 'redemptionReverse', { id: redemption.id, reason: ' ' }),
  ).rejects.toMatchObject(refusal('reason', 'REQUIRED'));
  expect((await reverse(redemption.id)).redemption).toMatchObject({ status: 'REVERSED', endReason: 'broken' });
  await reverse(redemption.id);
  const { redemption: second } = await t.app.benefits.redeem(member.caller, await asked(t, 'apology_coupon'));
  expect(second.grantId).toBe(redemption.grantId);
});

test('a reservation must be released, not reversed', async () => {
  const { id } = await reserve();
  await expect(reverse(id)).rejects.toMatchObject(refusal('id', 'CONFLICT'));
});

test('V4: a reservation runs out at its minute and gives back, whether or not the job has come', async () => {
  const { id } = await reserve();
  t.clock.set('2026-03-14T04:29:59.999Z');
  await t.app.jobs.run('benefits.releaseOverdue');
  t.clock.set('2026-03-14T04:30:00Z');
  await expect(commit(id)).rejects.toMatchObject(refusal('id', 'EXPIRED'));
  await t.app.jobs.run('benefits.releaseOverdue');
  await t.app.jobs.run('benefits.releaseOverdue');
  const [row] = await t.app.db.rows('select status, end_reason from redemption where id = $1', [id]);
  expect(row).toEqual({ status: 'RELEASED', end_reason: 'reservation ran out' });
  await reserve();
});

test("another member's redemption is like a missing one", async () => {
  const { id } = await reserve();
  const other = await makeMember(t, 'gold');
  for (const [caller, asks] of [
    [other.caller, id],
    [member.caller, '00000000-0000-7000-8000-000000000000'],
    [member.caller, 'x'],
  ] as const) {
    for (const step of ['redemptionCommit', 'redemptionRelease'] as const) {
      await expect(t.app.benefits.settle(caller, step, { id: asks })).rejects.toMatchObject({
        message: 'There is no such redemption.',
        extensions: { code: 'NOT_FOUND' },
      });
    }
  }
});

test('V4: the till finds a redemption by its code, typed as people type', async () => {
  const { id, code } = await reserve();
  for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), ` ${code.replaceAll('0', 'o')} `]) {
    expect((await t.app.benefits.byCode(asJob, typed))?.id).toBe(id);
  }
  expect(await t.app.benefits.byCode(asJob, "' or 1=1")).toBeNull();
  expect(await t.app.benefits.byCode(asJob, '0000-0000-0000')).toBeNull();
});
