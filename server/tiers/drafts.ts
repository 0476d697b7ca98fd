import { UserErrorCode } from '../../schema/common/user-error.js';
import type { ProgramDraftCreateInput, ProgramDraftUpdateInput } from '../../schema/tiers/program-inputs.js';
import { authorize, staffIdOf } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { changes } from '../audit/changes.js';
import { newId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { fail, versionConflict } from '../graphql/errors.js';
import { InputCheck } from '../graphql/validate.js';
import type { ProgramContent } from './content.js';
import { checkContent } from './validate.js';
import {
  draftForWork,
  findVersion,
  lockProgram,
  refuseSecondDraft,
  refuseWhilePublishing,
  type VersionRow,
} from './versions.js';

/** Begins the one draft there may be, from the version in force or another one (V6). */
export async function createDraft(app: App, caller: Caller, input: ProgramDraftCreateInput): Promise<VersionRow> {
  authorize(caller.principal, 'PROGRAM_EDIT');
  const { versionId } = await app.program.published();
  return app.db.transaction(async (tx) => {
    await lockProgram(tx);
    await refuseWhilePublishing(tx);
    await refuseSecondDraft(tx);
    const base = await findVersion(tx, { id: input.fromVersionId ?? versionId });
    if (!base) {
      return fail('fromVersionId', UserErrorCode.NOT_FOUND, 'There is no such version.');
    }
    const id = newId();
    const now = app.clock.now();
    await tx.run(
      `insert into program_version (id, status, content, based_on_id, created_by, created_at, updated_at)
       values ($1, 'DRAFT', $2::jsonb, $3, $4, $5, $5)`,
      [id, JSON.stringify(base.content), base.id, staffIdOf(caller.principal), now],
    );
    await app.audit.record(tx, caller, {
      action: 'programDraftCreate',
      subjectType: 'ProgramVersion',
      subjectId: id,
      after: { basedOn: base.number },
    });
    return (await findVersion(tx, { id }))!;
  });
}

/** Saves parts of the draft; whoever saw an older one gets VERSION_CONFLICT, and nothing is overwritten. */
export async function updateDraft(app: App, caller: Caller, input: ProgramDraftUpdateInput): Promise<VersionRow> {
  authorize(caller.principal, 'PROGRAM_EDIT');
  return app.db.transaction(async (tx) => {
    await lockProgram(tx);
    const draft = await draftForWork(tx, input);
    const check = new InputCheck();
    const note = typeof input.note === 'string' ? check.text('note', input.note, { max: 500 }) || null : draft.note;
    check.done();
    const content = await withIds(tx, checkContent(merged(draft.content, input)), draft.content);
    const saved = await tx.run(
      `update program_version set content = $3::jsonb, note = $4, impact = null, impact_at = null, updated_at = $5,
              version = version + 1 where id = $1 and version = $2 and status = 'DRAFT'`,
      [draft.id, input.version, JSON.stringify(content), note, app.clock.now()],
    );
    if (saved === 0) {
      throw versionConflict(draft.version);
    }
    const { before, after } = changes({ note: draft.note, ...draft.content }, { note, ...content });
    await app.audit.record(tx, caller, {
      action: 'programDraftUpdate',
      subjectType: 'ProgramVersion',
      subjectId: draft.id,
      before,
      after,
    });
    return (await findVersion(tx, { id: draft.id }))!;
  });
}

/** Throws the draft away; the audit log keeps what it said. */
export async function discardDraft(app: App, caller: Caller, id: string): Promise<void> {
  authorize(caller.principal, 'PROGRAM_EDIT');
  await app.db.transaction(async (tx) => {
    await lockProgram(tx);
    const draft = await draftForWork(tx, { id });
    await tx.run('delete from program_version where id = $1', [draft.id]);
    await app.audit.record(tx, caller, {
      action: 'programDraftDiscard',
      subjectType: 'ProgramVersion',
      subjectId: draft.id,
      before: { note: draft.note, ...draft.content },
    });
  });
}

function merged(content: ProgramContent, input: ProgramDraftUpdateInput): ProgramContent {
  const settings = input.settings
    ? { ...input.settings, pointsExpireMonths: input.settings.pointsExpireMonths ?? null }
    : content.settings;
  const tiers = input.tiers
    ? input.tiers.map(({ code, name, color, spendThreshold, pointsThreshold }) => ({
        id: '',
        code,
        name: { zh: name.zh, en: name.en },
        color,
        spendThreshold,
        pointsThreshold,
      }))
    : content.tiers;
  const benefits = input.benefits
    ? input.benefits.map((benefit) => ({
        id: '',
        code: benefit.code,
        kind: benefit.kind,
        name: { zh: benefit.name.zh, en: benefit.name.en },
        terms: { zh: benefit.terms.zh, en: benefit.terms.en },
        howToUse: { zh: benefit.howToUse.zh, en: benefit.howToUse.en },
        validFrom: benefit.validFrom?.toISOString() ?? null,
        validUntil: benefit.validUntil?.toISOString() ?? null,
        quota: benefit.quota ?? null,
        quotaPeriod: benefit.quotaPeriod,
        stock: benefit.stock ?? null,
        unitCost: benefit.unitCost,
        value: benefit.value ?? null,
        redeemable: benefit.redeemable,
        tierCodes: benefit.tierCodes,
      }))
    : content.benefits;
  return { settings, tiers, benefits };
}

/** Gives each tier and benefit the id that its code has, or a new one for a new code. */
async function withIds(tx: Transaction, content: ProgramContent, before: ProgramContent): Promise<ProgramContent> {
  const published = await tx.rows<{ kind: 'tier' | 'benefit'; code: string; id: string }>(
    `select 'tier' as kind, code, id from tier union all select 'benefit', code, id from benefit`,
  );
  const identify = <T extends { id: string; code: string }>(kind: 'tier' | 'benefit', items: T[], old: T[]): T[] =>
    items.map((item) => ({
      ...item,
      id:
        published.find((one) => one.kind === kind && one.code === item.code)?.id ??
        old.find(({ code }) => code === item.code)?.id ??
        newId(),
    }));
  return {
    settings: content.settings,
    tiers: identify('tier', content.tiers, before.tiers),
    benefits: identify('benefit', content.benefits, before.benefits),
  };
}
