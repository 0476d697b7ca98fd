import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { StaffRole } from '../../schema/staff/enums.js';
import { DowngradePolicy, QualificationWindow, TierMoveCause } from '../../schema/tiers/enums.js';
import type { Impact } from '../../server/tiers/impact.js';
import { createTestApp, TEST_NOW } from '../support/app.js';
import { makeStaff } from '../support/factories.js';
import { look, population, savedDraft, setRules, threshold } from './support.js';

const pairsOf = ({ pairs }: Impact) =>
  pairs
    .filter(({ from, to }) => from?.code !== to?.code)
    .map(({ from, to, count }) => `${from?.code ?? '-'}>${to?.code ?? '-'} ${count}`)
    .sort();

const scenario = fc.record({
  histories: fc.array(
    fc.array(fc.record({ yuan: fc.integer({ min: 200, max: 9_000 }), hoursAgo: fc.integer({ min: 0, max: 26_000 }) }), {
      maxLength: 6,
    }),
    { minLength: 30, maxLength: 30 },
  ),
  granted: fc.array(
    fc.record({ who: fc.nat(29), rank: fc.nat(2), days: fc.option(fc.integer({ min: 1, max: 300 })) }),
    { maxLength: 8 },
  ),
  /** Days that pass before the draft, so that periods end and graces run. */
  days: fc.integer({ min: 0, max: 420 }),
  downgrade: fc.constantFrom(...Object.values(DowngradePolicy)),
  next: fc.record({
    window: fc.constantFrom(...Object.values(QualificationWindow)),
    downgrade: fc.constantFrom(...Object.values(DowngradePolicy)),
    gold: fc.integer({ min: 1_001, max: 15_000 }),
    retire: fc.constantFrom('none', 'silver', 'gold'),
  }),
});

test('V6: over random histories, grants and graces, publishing does exactly what its impact said', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async ({ histories, granted, days, downgrade, next }) => {
      const t = await createTestApp();
      const admin = await makeStaff(t.app, StaffRole.ADMIN);
      await setRules(t.app, { downgrade });
      const at = (hoursAgo: number) => new Date(Date.parse(TEST_NOW) - hoursAgo * 3_600_000);
      const ids = await population(
        t.app,
        histories.map((own) => own.map(({ yuan, hoursAgo }) => ({ yuan, at: at(hoursAgo) }))),
      );
      await look(t.app, ids, TierMoveCause.ORDER);
      const { tiers } = await t.app.program.published();
      for (const { who, rank, days: length } of granted) {
        const endsAt = length === null ? null : new Date(Date.parse(TEST_NOW) + length * 86_400_000);
        await t.app.tiers.grant(admin, { customerId: ids[who]!, tierId: tiers[rank]!.id, reason: 'x', endsAt });
      }
      for (let passed = 0; passed < days; passed += 28) {
        t.clock.advanceDays(Math.min(28, days - passed));
        await t.app.jobs.run('tiers.daily');
        await t.app.jobs.run('tiers.grants');
      }
      const draft = await savedDraft(t.app, admin, (content) => {
        content.settings = { ...content.settings, window: next.window, downgrade: next.downgrade };
        threshold('gold', next.gold)(content);
        content.tiers = content.tiers.filter(({ code }) => code !== next.retire);
        content.benefits = [];
      });
      const { impact } = await t.app.program.impact(admin, draft);
      const { programVersion } = await t.app.program.publish(admin, draft);
      await t.app.jobs.run('tiers.publish');
      const moved = await t.app.db.rows<{ pair: string }>(
        `select coalesce(f.code, '-') || '>' || coalesce(t.code, '-') || ' ' || count(*) as pair from tier_move m
           left join tier f on f.id = m.from_tier_id left join tier t on t.id = m.to_tier_id
          where m.program_version_id = $1 and m.cause = 'PUBLISH' group by f.code, t.code`,
        [programVersion.id],
      );
      expect(moved.map(({ pair }) => pair).sort()).toEqual(pairsOf(impact));
      const ways = await t.app.db.rows<{ way: string; n: number }>(
        `select direction as way, count(*) as n from tier_move where program_version_id = $1 and cause = 'PUBLISH' group by 1`,
        [programVersion.id],
      );
      const count = (way: string) => ways.find((one) => one.way === way)?.n ?? 0;
      expect(impact).toMatchObject({ up: count('UP'), down: count('DOWN'), stay: 30 - count('UP') - count('DOWN') });
      const again = await t.app.program.createDraft(admin, {});
      expect((await t.app.program.impact(admin, again.programVersion)).impact).toMatchObject({ up: 0, down: 0 });
      await t.close();
    }),
    { numRuns: 6, seed: 7 },
  );
}, 180_000);
