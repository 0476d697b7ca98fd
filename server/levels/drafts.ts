import { UserErrorCode } from '../../schema/common/user-error.js';
import type { LevelDraftCreateInput, LevelDraftUpdateInput } from '../../schema/levels/inputs.js';
import { authorize, staffIdOf } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { changes } from '../audit/changes.js';
import { newId } from '../database/id.js';
import { fail, versionConflict } from '../graphql/errors.js';
import { InputCheck } from '../graphql/validate.js';
import { checkRules } from './validate.js';
import { type LevelVersionRow, levelVersions } from './versions.js';

/** How these versions are called in the audit log. */
export const SUBJECT = 'LevelVersion';

/** The most characters of a note. */
const MOST_NOTE = 500;

/** Begins the one draft there may be, from the version in force or another one. */
export async function createDraft(app: App, caller: Caller, input: LevelDraftCreateInput): Promise<LevelVersionRow> {
  authorize(caller.principal, 'LEVEL_EDIT');
  const { versionId } = await app.levels.rulesInForce();
  return app.db.transaction(async (tx) => {
    await levelVersions.lock(tx);
    await levelVersions.refuseWhilePublishing(tx);
    await levelVersions.refuseSecondDraft(tx);
    const base = await levelVersions.find(tx, { id: input.from ?? versionId });
    if (!base) {
      return fail('from', UserErrorCode.NOT_FOUND, 'There is no such version.');
    }
    const id = newId();
    await tx.run(
      `insert into level_version (id, status, content, created_by, created_at, updated_at)
       values ($1, 'DRAFT', $2::jsonb, $3, $4, $4)`,
      [id, JSON.stringify(base.content), staffIdOf(caller.principal), app.clock.now()],
    );
    await app.audit.record(tx, caller, {
      action: 'levelDraftCreate',
      subjectType: SUBJECT,
      subjectId: id,
      after: { basedOn: base.number },
    });
    return (await levelVersions.find(tx, { id }))!;
  });
}

/** Saves the draft; whoever saw an older one gets VERSION_CONFLICT, and nothing is overwritten. */
export async function updateDraft(app: App, caller: Caller, input: LevelDraftUpdateInput): Promise<LevelVersionRow> {
  authorize(caller.principal, 'LEVEL_EDIT');
  return app.db.transaction(async (tx) => {
    await levelVersions.lock(tx);
    const draft = await levelVersions.draftForWork(tx, input);
    const note = noteOf(input.note, draft.note);
    const rules = input.rules ? checkRules(input.rules) : draft.content;
    const saved = await tx.run(
      `update level_version set content = $3::jsonb, note = $4, preview = null, updated_at = $5, version = version + 1
        where id = $1 and version = $2 and status = 'DRAFT'`,
      [draft.id, input.version, JSON.stringify(rules), note, app.clock.now()],
    );
    if (saved === 0) {
      throw versionConflict(draft.version);
    }
    const { before, after } = changes({ note: draft.note, ...draft.content }, { note, ...rules });
    await app.audit.record(tx, caller, {
      action: 'levelDraftUpdate',
      subjectType: SUBJECT,
      subjectId: draft.id,
      before,
      after,
    });
    return (await levelVersions.find(tx, { id: draft.id }))!;
  });
}

/** Throws the draft away; it stays among the versions as what was not published. */
export async function discardDraft(app: App, caller: Caller, id: string): Promise<void> {
  authorize(caller.principal, 'LEVEL_EDIT');
  await app.db.transaction(async (tx) => {
    await levelVersions.lock(tx);
    const draft = await levelVersions.draftForWork(tx, { id });
    await tx.run(
      `update level_version set status = 'DISCARDED', preview = null, updated_at = $2, version = version + 1 where id = $1`,
      [draft.id, app.clock.now()],
    );
    await app.audit.record(tx, caller, {
      action: 'levelDraftDiscard',
      subjectType: SUBJECT,
      subjectId: draft.id,
      before: { note: draft.note, ...draft.content },
    });
  });
}

/** The checked note of an input; left out, the one there is. */
export function noteOf(note: string | null | undefined, there: string | null): string | null {
  if (typeof note !== 'string') {
    return there;
  }
  const check = new InputCheck();
  const text = check.text('note', note, { max: MOST_NOTE });
  check.done();
  return text || null;
}
