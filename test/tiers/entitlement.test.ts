import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { QualificationMeasure, QualificationWindow, TierMoveCause } from '../../schema/tiers/enums.js';
import { addDays, addMonths, companyDay, startOfDay } from '../../server/calendar/days.js';
import { createTestApp, TEST_NOW, type TestApp } from '../support/app.js';
import { held, look, population, setRules } from './support.js';

const ZONE = 'Asia/Shanghai';
const LADDER = [
  { code: 'silver', from: 1_000 },
  { code: 'gold', from: 5_000 },
  { code: 'diamond', from: 20_000 },
];

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

interface Bought {
  yuan: number;
  at: Date;
}

const tierOf = (yuan: number) => LADDER.filter(({ from }) => yuan >= from).length;
const sum = (orders: Bought[]) => orders.reduce((total, { yuan }) => total + yuan, 0);
const best = (chances: { rank: number; expires: string | null }[]) =>
  chances.sort((a, b) => b.rank - a.rank || (b.expires ?? '').localeCompare(a.expires ?? ''))[0];

/** The rules told once more, customer by customer and day by day. */
function told(orders: Bought[], window: QualificationWindow, months: number, now: Date) {
  const today = companyDay(now, ZONE);
  const dayOf = ({ at }: Bought) => companyDay(at, ZONE);
  const midnight = (day: string) => startOfDay(day, ZONE).toISOString();
  if (window === QualificationWindow.LIFETIME) {
    return { rank: tierOf(sum(orders)), expires: null };
  }
  if (window === QualificationWindow.CALENDAR_YEAR) {
    const year = Number(today.slice(0, 4));
    return best(
      [year, year - 1].map((y) => ({
        rank: tierOf(sum(orders.filter((order) => dayOf(order).startsWith(`${y}-`)))),
        expires: midnight(`${y + 2}-01-01`),
      })),
    );
  }
  const days = [...new Set(orders.map(dayOf))].filter((day) => day <= today && addMonths(day, months) > today);
  return best(
    days.map((day) => {
      const first = addDays(addMonths(day, -months), 1);
      const inside = orders.filter((order) => dayOf(order) >= first && dayOf(order) <= day);
      return { rank: tierOf(sum(inside)), expires: midnight(addMonths(day, months)) };
    }),
  );
}

const history = fc.array(
  fc.record({
    yuan: fc.integer({ min: 1, max: 9_000 }),
    at: fc.integer({ min: 0, max: 3 * 366 * 24 }).map((hours) => new Date(Date.parse(TEST_NOW) - hours * 3_600_000)),
  }),
  { maxLength: 8 },
);
const rules = fc.record({
  window: fc.constantFrom(...Object.values(QualificationWindow)),
  windowMonths: fc.integer({ min: 1, max: 18 }),
  measure: fc.constantFrom(...Object.values(QualificationMeasure)),
});

test('V1: whatever was bought and whatever the window, the tier and its end are those of the rules', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(history, { minLength: 25, maxLength: 25 }), rules, async (histories, settings) => {
      t.clock.set(TEST_NOW);
      await setRules(t.app, settings);
      const ids = await population(t.app, histories);
      await look(t.app, ids, TierMoveCause.ORDER);
      for (const [i, id] of ids.entries()) {
        const expected = told(histories[i]!, settings.window, settings.windowMonths, t.clock.now());
        const rank = expected?.rank ?? 0;
        const now = await held(t.app, id);
        expect(now.tier).toBe(LADDER[rank - 1]?.code ?? null);
        expect(now.expires).toBe(rank > 0 ? expected!.expires : null);
      }
    }),
    { numRuns: 12, seed: 2026 },
  );
}, 180_000);
