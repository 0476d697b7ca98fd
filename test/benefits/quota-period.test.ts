import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { QuotaPeriod } from '../../schema/benefits/enums.js';
import type { Caller } from '../../server/access/principal.js';
import { perksLoader } from '../../server/benefits/loaders.js';
import { Loaders } from '../../server/graphql/loaders.js';
import { asJob, createTestApp, TEST_NOW, type TestApp } from '../support/app.js';
import { makeStaff } from '../support/factories.js';
import { savedDraft } from '../tiers/support.js';
import { asked, expectExactCounts, given, makeMember, refusal } from './support.js';

let t: TestApp;
let admin: Caller;
beforeAll(async () => {
  t = await createTestApp();
  admin = await makeStaff(t.app, 'ADMIN');
});
beforeEach(() => t.clock.set(TEST_NOW));
afterEach(() => expectExactCounts(t));
afterAll(() => t.close());

/** Publishes free shipping with that quota and stock. */
async function publish(quota: number | null, quotaPeriod: QuotaPeriod, stock: number | null = null) {
  const draft = await savedDraft(t.app, admin, ({ benefits }) => {
    Object.assign(benefits.find(({ code }) => code === 'free_shipping')!, { quota, quotaPeriod, stock });
  });
  await t.app.program.publish(admin, draft);
  await t.app.jobs.run('tiers.publish');
}

/** A gold member who stays one when the programme changes. */
async function makeGold() {
  const member = await makeMember(t, null);
  const gold = (await t.app.program.published()).tiers.find(({ code }) => code === 'gold')!;
  await t.app.tiers.grant(admin, { customerId: member.id, tierId: gold.id, reason: 'sorry', endsAt: null });
  return member;
}

/** How many are left of free shipping, from the tier. */
async function left(customerId: string) {
  const perks = await new Loaders(t.app, asJob).get(perksLoader).load(customerId);
  return perks.find(({ benefit, source }) => benefit.code === 'free_shipping' && source === 'TIER')?.remaining;
}
const redeem = async (caller: Caller) => t.app.benefits.redeem(caller, await asked(t, 'free_shipping'));

test('V3, V6: a quota of another period counts what was redeemed in the present one, whatever its period was then', async () => {
  await publish(3, QuotaPeriod.MONTH);
  const { id, caller } = await makeGold();
  t.clock.set('2026-01-10T04:00:00Z');
  await redeem(caller);
  t.clock.set('2026-02-20T04:00:00Z');
  await redeem(caller);
  t.clock.set(TEST_NOW);
  await t.app.benefits.grant(asJob, await given(t, id, 'free_shipping', { endsAt: new Date('2026-03-20T00:00:00Z') }));
  await redeem(caller);
  await redeem(caller);
  expect(await left(id)).toBe(2);

  await publish(3, QuotaPeriod.YEAR);
  expect(await left(id)).toBe(0);
  await expect(redeem(caller)).rejects.toMatchObject(refusal('benefitId', 'OUT_OF_QUOTA'));

  await publish(3, QuotaPeriod.QUARTER);
  expect(await left(id)).toBe(0);
  await publish(3, QuotaPeriod.DAY);
  expect(await left(id)).toBe(2);
  await publish(3, QuotaPeriod.LIFETIME);
  expect(await left(id)).toBe(0);
  await publish(3, QuotaPeriod.MONTH);
  expect(await left(id)).toBe(2);
});

test('V3, V6: what was redeemed without limit counts once there is one, and what is reversed comes back', async () => {
  await publish(null, QuotaPeriod.MONTH);
  const { id, caller } = await makeGold();
  const { redemption } = await redeem(caller);
  await redeem(caller);
  await publish(2, QuotaPeriod.YEAR);
  expect(await left(id)).toBe(0);
  await t.app.benefits.settle(admin, 'redemptionReverse', { id: redemption.id, reason: 'returned' });
  expect(await left(id)).toBe(1);
});

test('V4, V6: a redemption under way when the period changes is counted in the new one', async () => {
  await publish(1, QuotaPeriod.MONTH, 100);
  await redeem((await makeGold()).caller);
  const { id, caller } = await makeGold();
  const holder = new pg.Client({ connectionString: t.database.ownerUrl });
  await holder.connect();
  await holder.query('begin');
  await holder.query('select 1 from benefit_stock for update');
  const redeeming = redeem(caller);
  await waiting(1);
  let published = false;
  const publishing = publish(1, QuotaPeriod.YEAR, 100).then(() => {
    published = true;
  });
  await waiting(2, () => published);
  await holder.query('commit');
  await holder.end();
  await Promise.all([redeeming, publishing]);
  expect(await left(id)).toBe(0);
  await expect(redeem(caller)).rejects.toMatchObject(refusal('benefitId', 'OUT_OF_QUOTA'));
});

/** Waits until so many of this database's sessions wait for a lock, or until something else has happened. */
async function waiting(count: number, orElse = () => false) {
  for (;;) {
    const [row] = await t.app.db.rows<{ n: number }>(
      `select count(*) as n from pg_locks l join pg_stat_activity a using (pid)
        where not l.granted and a.datname = current_database()`,
    );
    if (row!.n >= count || orElse()) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
