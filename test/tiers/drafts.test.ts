import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { StaffRole } from '../../schema/staff/enums.js';
import type { Caller } from '../../server/access/principal.js';
import { newId } from '../../server/database/id.js';
import { UserInputFailure } from '../../server/graphql/errors.js';
import type { ProgramContent } from '../../server/tiers/content.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { makeStaff } from '../support/factories.js';

let t: TestApp;
let admin: Caller;
beforeAll(async () => {
  t = await createTestApp();
  admin = await makeStaff(t.app, StaffRole.ADMIN);
});
afterAll(() => t.close());
beforeEach(async () => {
  const draft = await t.app.program.draft(admin);
  if (draft) {
    await t.app.program.discardDraft(admin, { id: draft.id });
  }
});

const begin = async () => (await t.app.program.createDraft(admin, {})).programVersion;

async function refused(work: Promise<unknown>): Promise<string[]> {
  const failure = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(UserInputFailure);
  return (failure as UserInputFailure).userErrors.map(({ field, code }) => `${field} ${code}`);
}

/** The content as the API takes it, changed by `edit`, saved into a new draft. */
async function save(edit: (content: ProgramContent) => void) {
  const draft = await begin();
  const content = structuredClone(draft.content);
  edit(content);
  const benefits = content.benefits.map((benefit) => ({
    ...benefit,
    validFrom: benefit.validFrom ? new Date(benefit.validFrom) : null,
    validUntil: benefit.validUntil ? new Date(benefit.validUntil) : null,
  }));
  return t.app.program.updateDraft(admin, { id: draft.id, version: draft.version, ...content, benefits });
}

test('V6: a draft begins from the programme in force, and there is one', async () => {
  const draft = await begin();
  const inForce = await t.app.program.inForce(admin);
  expect(draft).toMatchObject({ status: 'DRAFT', number: null, basedOnId: inForce!.id, content: inForce!.content });
  expect(await refused(begin())).toEqual(['null CONFLICT']);
});

test('V6: of two who begin a draft at once one gets it', async () => {
  const results = await Promise.allSettled([begin(), begin(), begin()]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('V6: a draft edited by two is never overwritten', async () => {
  const { id, version } = await begin();
  const edits = await Promise.allSettled(
    ['a', 'b', 'c'].map((note) => t.app.program.updateDraft(admin, { id, version, note })),
  );
  expect(edits.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const lost = edits.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
  expect(lost.reason.extensions).toEqual({ code: 'VERSION_CONFLICT', currentVersion: version + 1 });
});

test('V6: ids belong to codes, also of tiers that come back', async () => {
  const before = (await t.app.program.inForce(admin))!.content.tiers;
  const { programVersion } = await save((content) => {
    content.tiers = [{ ...content.tiers[0]!, code: 'bronze', spendThreshold: 1 }, ...content.tiers.slice(1)];
    content.benefits = [];
  });
  const [bronze, gold] = programVersion.content.tiers;
  expect(before.map(({ id }) => id)).not.toContain(bronze!.id);
  expect(gold!.id).toBe(before[1]!.id);
  const again = await t.app.program.updateDraft(admin, {
    id: programVersion.id,
    version: programVersion.version,
    tiers: programVersion.content.tiers.map((tier) => ({ ...tier, id: newId() })),
  });
  expect(again.programVersion.content.tiers.map(({ id }) => id)).toEqual(
    programVersion.content.tiers.map(({ id }) => id),
  );
});

test('V6: an edit clears the impact and is audited with what changed', async () => {
  const draft = await begin();
  await t.app.program.impact(admin, { id: draft.id, version: draft.version });
  expect((await t.app.program.draft(admin))!.impactAt).not.toBeNull();
  const { programVersion } = await t.app.program.updateDraft(admin, {
    id: draft.id,
    version: draft.version,
    settings: { ...draft.content.settings, graceDays: 7 },
  });
  expect(programVersion).toMatchObject({ impact: null, impactAt: null, version: draft.version + 1 });
  const [entry] = await t.app.db.rows<{ before: object; after: object }>(
    `select before, after from audit_entry where subject_id = $1 and action = 'programDraftUpdate'`,
    [draft.id],
  );
  expect(entry).toEqual({
    before: { settings: draft.content.settings },
    after: { settings: { ...draft.content.settings, graceDays: 7 } },
  });
});

const faults: [string, (content: ProgramContent) => void, string[]][] = [
  [
    'a tier that takes no more than the one below',
    ({ tiers }) => {
      tiers[1]!.spendThreshold = tiers[0]!.spendThreshold;
    },
    ['tiers.1.spendThreshold OUT_OF_RANGE'],
  ],
  [
    'thresholds of the measure that counts',
    (content) => {
      content.settings.measure = 'POINTS' as never;
      content.tiers[2]!.pointsThreshold = 5;
    },
    ['tiers.2.pointsThreshold OUT_OF_RANGE'],
  ],
  [
    'no tiers',
    (content) => {
      content.tiers = [];
      content.benefits = [];
    },
    ['tiers REQUIRED'],
  ],
  [
    'a code twice',
    ({ tiers }) => {
      tiers[1]!.code = 'silver';
    },
    ['tiers.1.code TAKEN', ...[0, 1, 2, 3, 4].map((i) => `benefits.${i}.tierCodes.${i < 2 ? 1 : 0} NOT_FOUND`)],
  ],
  [
    'a code of other characters',
    ({ tiers, benefits }) => {
      tiers.push({ ...tiers[2]!, code: 'Gold Plus', spendThreshold: 3_000_000 });
      benefits[0]!.code = '';
    },
    ['tiers.3.code INVALID', 'benefits.0.code REQUIRED'],
  ],
  [
    'a colour that is none',
    ({ tiers }) => {
      tiers[0]!.color = 'red';
    },
    ['tiers.0.color INVALID'],
  ],
  [
    'texts missing in one language, too long, or not storable',
    ({ tiers, benefits }) => {
      tiers[0]!.name.en = ' ';
      benefits[0]!.name.zh = '长'.repeat(61);
      benefits[1]!.terms.en = '\ud800';
    },
    ['tiers.0.name.en REQUIRED', 'benefits.0.name.zh TOO_LONG', 'benefits.1.terms.en INVALID'],
  ],
  [
    'money and numbers out of range',
    ({ tiers, benefits }) => {
      tiers[0]!.spendThreshold = -1;
      benefits[0]!.unitCost = -1;
      benefits[0]!.quota = 0;
      benefits[0]!.stock = -1;
    },
    [
      'tiers.0.spendThreshold OUT_OF_RANGE',
      'benefits.0.quota OUT_OF_RANGE',
      'benefits.0.stock OUT_OF_RANGE',
      'benefits.0.unitCost OUT_OF_RANGE',
    ],
  ],
  [
    'a validity that ends before it begins',
    ({ benefits }) => {
      benefits[0]!.validFrom = '2026-05-01T00:00:00.000Z';
      benefits[0]!.validUntil = '2026-04-01T00:00:00.000Z';
    },
    ['benefits.0.validUntil OUT_OF_RANGE'],
  ],
  [
    'a multiplier below one, or redeemed',
    ({ benefits }) => {
      Object.assign(benefits[5]!, { value: 0.5, redeemable: true });
    },
    ['benefits.5.value OUT_OF_RANGE', 'benefits.5.redeemable INVALID'],
  ],
  [
    'a discount without its percentage',
    ({ benefits }) => {
      benefits[2]!.value = null;
    },
    ['benefits.2.value REQUIRED'],
  ],
  [
    'tiers that do not exist, or twice',
    ({ benefits }) => {
      benefits[0]!.tierCodes = ['gold', 'platinum', 'gold'];
    },
    ['benefits.0.tierCodes.1 NOT_FOUND', 'benefits.0.tierCodes.2 TAKEN'],
  ],
  [
    'settings out of range',
    ({ settings }) => {
      Object.assign(settings, {
        windowMonths: 0,
        graceDays: 366,
        pointsPerUnit: -1,
        pointsExpireMonths: 0,
        reservationMinutes: 0,
      });
    },
    [
      'settings.windowMonths OUT_OF_RANGE',
      'settings.graceDays OUT_OF_RANGE',
      'settings.pointsPerUnit OUT_OF_RANGE',
      'settings.pointsExpireMonths OUT_OF_RANGE',
      'settings.reservationMinutes OUT_OF_RANGE',
    ],
  ],
  [
    'tiers by points where none are earned',
    ({ settings }) => {
      Object.assign(settings, { measure: 'POINTS', pointsPerUnit: 0 });
    },
    ['settings.pointsPerUnit OUT_OF_RANGE'],
  ],
];

test.each(faults)('V6: a draft is refused for %s, at the field', async (_, edit, errors) => {
  expect(await refused(save(edit))).toEqual(errors);
});

test('V6: what is no draft any more cannot be edited, discarded or published', async () => {
  const { id, version } = (await t.app.program.inForce(admin))!;
  expect(await refused(t.app.program.updateDraft(admin, { id, version, note: 'x' }))).toEqual(['id ALREADY_DONE']);
  expect(await refused(t.app.program.discardDraft(admin, { id }))).toEqual(['id ALREADY_DONE']);
  expect(await refused(t.app.program.publish(admin, { id: newId(), version }))).toEqual(['id NOT_FOUND']);
  expect(await refused(t.app.program.publish(admin, { id: 'x', version }))).toEqual(['id NOT_FOUND']);
});

test('V6: marketing edits drafts, admins alone publish and roll back', async () => {
  const marketing = await makeStaff(t.app, StaffRole.MARKETING);
  const agent = await makeStaff(t.app, StaffRole.SERVICE_AGENT);
  const { programVersion } = await t.app.program.createDraft(marketing, {});
  const forbidden = { extensions: { code: 'FORBIDDEN' } };
  await expect(t.app.program.publish(marketing, programVersion)).rejects.toMatchObject(forbidden);
  await expect(
    t.app.program.rollback(marketing, { toVersionId: programVersion.id, reason: 'x' }),
  ).rejects.toMatchObject(forbidden);
  await expect(
    t.app.program.updateDraft(agent, { ...programVersion, tiers: null, settings: null, benefits: null }),
  ).rejects.toMatchObject(forbidden);
});
