import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DowngradePolicy, QualificationWindow, TierMoveCause } from '../../schema/tiers/enums.js';
import { createTestApp, TEST_NOW } from '../support/app.js';
import { makeCustomer } from '../support/factories.js';
import { buy, held, look, moves, setRules } from './support.js';

const step = fc.oneof(
  fc.record({
    yuan: fc.integer({ min: 100, max: 9_000 }),
    daysAgo: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 800 })),
  }),
  fc.record({ passing: fc.integer({ min: 1, max: 250 }) }),
);

test('V1: the quick look at orders overlooks nobody: looking at everybody after each order changes nothing', async () => {
  const t = await createTestApp();
  try {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 4, maxLength: 14 }),
        fc.constantFrom(...Object.values(QualificationWindow)),
        fc.constantFrom(...Object.values(DowngradePolicy)),
        async (steps, window, downgrade) => {
          t.clock.set(TEST_NOW);
          await setRules(t.app, { window, windowMonths: 6, downgrade, graceDays: 20 });
          const { id } = await makeCustomer(t.app);
          for (const one of steps) {
            if ('passing' in one) {
              t.clock.advanceDays(one.passing);
              await t.app.jobs.run('tiers.daily');
              continue;
            }
            const at = new Date(t.clock.now().getTime() - one.daysAgo * 86_400_000);
            await buy(t.app, id, one.yuan, at.toISOString());
            const before = [await held(t.app, id), await moves(t.app, id)];
            await look(t.app, [id], TierMoveCause.POINTS);
            expect([await held(t.app, id), await moves(t.app, id)]).toEqual(before);
          }
        },
      ),
      { numRuns: 25, seed: 11 },
    );
  } finally {
    await t.close();
  }
}, 180_000);
