import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EventKind } from '../../schema/events/enums.js';
import type { LevelRules } from '../../schema/levels/rules.js';
import { StaffRole } from '../../schema/staff/enums.js';
import { addDays, companyDay } from '../../server/calendar/days.js';
import { refreshCutoffs } from '../../server/levels/cutoffs.js';
import { order, push, pushReversals, refund } from '../orders/support.js';
import { asJob, createTestApp, type TestApp } from '../support/app.js';
import { makeStaff } from '../support/factories.js';
import { cutoffsOf, frequentUntil, type Life, levelsOn, spendOf } from './oracle.js';
import { brokenHistories, keptLevels, publishRules, rulesWith } from './support.js';

const PEOPLE = 10;
const who = fc.nat(PEOPLE - 1);
const hoursAgo = fc.oneof(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 10_000 }));

const rules = fc
  .record({
    bounds: fc.uniqueArray(fc.integer({ min: 1, max: 250 }), { minLength: 3, maxLength: 3 }),
    shares: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 3, maxLength: 3 }),
    newDays: fc.integer({ min: 1, max: 60 }),
    activeDays: fc.integer({ min: 1, max: 120 }),
    more: fc.integer({ min: 1, max: 150 }),
    logins: fc.integer({ min: 1, max: 4 }),
    days: fc.integer({ min: 4, max: 60 }),
    slow: fc.integer({ min: 2, max: 5 }),
  })
  .map(
    ({ bounds, shares, newDays, activeDays, more, logins, days, slow }): LevelRules =>
      rulesWith({
        recencyDays: bounds.toSorted((a, b) => a - b),
        frequency: [
          { times: 3, days: 30 },
          { times: 1, days: 30 * slow },
          { times: 1, days: 400 },
        ],
        monetaryShares: shares.toSorted((a, b) => a - b),
        newDays,
        activeDays,
        dormantDays: activeDays + more,
        often: { logins, days },
        midValue: { recency: 3, frequency: 2, monetary: 3 },
      }),
  );

const step = fc.oneof(
  fc.record({
    do: fc.constant('buy' as const),
    orders: fc.array(fc.record({ who, hoursAgo, yuan: fc.integer({ min: 1, max: 500 }) }), {
      minLength: 1,
      maxLength: 6,
    }),
  }),
  fc.record({ do: fc.constant('refund' as const), which: fc.nat(), part: fc.boolean() }),
  fc.record({
    do: fc.constant('interact' as const),
    events: fc.array(fc.record({ who, hoursAgo: fc.nat(4_000), login: fc.boolean() }), { minLength: 1, maxLength: 12 }),
  }),
  fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 1_500 }), refresh: fc.boolean() }),
  fc.record({ do: fc.constant('cutoffs' as const) }),
  fc.record({ do: fc.constant('publish' as const), rules }),
);

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Lets a history happen, both in the house and in the lives that the oracle reads. */
async function happen(t: TestApp, steps: Step[]) {
  const marketer = await makeStaff(t.app, StaffRole.MARKETING);
  const lives = Array.from({ length: PEOPLE }, (): Life => ({ orders: [], events: [] }));
  const numbers: { number: string; order: Life['orders'][number] }[] = [];
  let inForce = rulesWith();
  let serial = 0;
  const ago = (hours: number) => new Date(t.clock.now().getTime() - hours * 3_600_000);
  for (const one of steps) {
    if (one.do === 'buy') {
      const rows = one.orders.map(({ who: n, hoursAgo: hours, yuan }) => {
        const made = { at: ago(hours), amount: yuan * 100, refunded: 0 };
        const number = `o${++serial}`;
        lives[n]!.orders.push(made);
        numbers.push({ number, order: made });
        return order(number, { customerExternalId: `c${n}`, placedAt: made.at.toISOString(), amount: `${yuan}.00` });
      });
      await push(t, ...rows);
    } else if (one.do === 'refund' && numbers.length > 0) {
      const { number, order: made } = numbers[one.which % numbers.length]!;
      const left = made.amount - made.refunded;
      if (left > 0) {
        const taken = one.part ? Math.min(left, 100) : left;
        made.refunded += taken;
        const amount = one.part ? (taken / 100).toFixed(2) : null;
        await pushReversals(t, refund(`r${++serial}`, number, { amount, occurredAt: ago(0).toISOString() }));
      }
    } else if (one.do === 'interact') {
      const events = one.events.map(({ who: n, hoursAgo: hours, login }) => {
        const at = ago(hours);
        lives[n]!.events.push({ at, login });
        const kind = login ? EventKind.LOGIN : EventKind.VIEW;
        return { id: `e${++serial}`, kind, customerExternalId: `c${n}`, at: at.toISOString() };
      });
      const { results } = await t.app.events.ingest(asJob, { source: 'shop', events });
      expect(results.filter(({ status }) => status === 'REJECTED')).toEqual([]);
    } else if (one.do === 'wait') {
      t.clock.advanceDays(one.hours / 24);
      if (one.refresh) {
        await t.app.jobs.run('levels.refresh');
      }
    } else if (one.do === 'cutoffs') {
      await refreshCutoffs(t.app);
    } else if (one.do === 'publish') {
      inForce = one.rules;
      await publishRules(t, marketer, inForce);
    }
  }
  return { lives, rules: inForce };
}

test.each(['Asia/Shanghai', 'America/New_York'])(
  'S6: over random histories in %s, what is kept step by step is what a full recomputation gives',
  async (timeZone) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16 }), async (steps) => {
        const t = await createTestApp();
        await t.app.db.rows('update company_setting set time_zone = $1', [timeZone]);
        t.app.configuration.forget('company_setting');
        const { lives, rules: inForce } = await happen(t, steps);
        await t.app.jobs.run('levels.refresh');
        await refreshCutoffs(t.app);
        const cutoffs = cutoffsOf(lives, inForce.monetaryShares);
        expect((await t.app.levels.rulesInForce()).cutoffs).toEqual(cutoffs);
        const kept = await keptLevels(t);
        const today = companyDay(t.clock.now(), timeZone);
        for (const [n, life] of lives.entries()) {
          const row = kept.get(`c${n}`);
          if (row) {
            const wanted = levelsOn(today, life, inForce, cutoffs, timeZone);
            const lastEventOn =
              life.events
                .map(({ at }) => companyDay(at, timeZone))
                .sort()
                .at(-1) ?? null;
            const facts = { spend: spendOf(life), lastEventOn, frequentUntil: frequentUntil(life, inForce, timeZone) };
            expect(row).toMatchObject({ ...wanted, ...facts });
            expect([row.externalId, row.due]).toEqual([row.externalId, dueOf(today, life, inForce, cutoffs, timeZone)]);
          }
        }
        expect(await brokenHistories(t)).toEqual([]);
        await t.close();
      }),
      { numRuns: 12 },
    );
  },
  240_000,
);

/** The first later day on which anything is different, found by trying them all; the qualification window is the calendar year. */
function dueOf(...[today, life, inForce, cutoffs, timeZone]: Parameters<typeof levelsOn>): string | null {
  const now = JSON.stringify(levelsOn(today, life, inForce, cutoffs, timeZone));
  const year = life.orders.some(({ at }) => companyDay(at, timeZone) >= `${today.slice(0, 4)}-01-01`);
  for (let n = 1; n <= 6_000; n++) {
    const day = addDays(today, n);
    if ((year && day.endsWith('-01-01')) || JSON.stringify(levelsOn(day, life, inForce, cutoffs, timeZone)) !== now) {
      return day;
    }
  }
  return null;
}
