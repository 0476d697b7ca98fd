import type { LevelPreviewInput, LevelPublishInput } from '../../schema/levels/inputs.js';
import type { LevelPreview } from '../../schema/levels/version.js';
import { authorize, staffIdOf } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import type { Transaction } from '../database/transaction.js';
import { computeCutoffs } from './cutoffs.js';
import { noteOf, SUBJECT } from './drafts.js';
import { computePreview, type KeptPreview } from './preview.js';
import { lockRules, putInForce } from './rules.js';
import { PUBLISH_JOB } from './sweep.js';
import { checkRules } from './validate.js';
import { type LevelVersionRow, levelVersions } from './versions.js';

/** What the draft would do to everybody, kept with it until it is edited. */
export async function previewOfDraft(app: App, caller: Caller, input: LevelPreviewInput): Promise<LevelPreview> {
  authorize(caller.principal, 'LEVEL_EDIT');
  const { id, version, content } = await levelVersions.draftForWork(app.db, input);
  const preview = await computePreview(app, content);
  await app.db.transaction(async (tx) => {
    await levelVersions.lock(tx);
    // Whoever edited the draft meanwhile gets a preview of their own: this one would be of other rules.
    await levelVersions.draftForWork(tx, { id, version });
    await keepPreview(tx, id, preview);
  });
  return { ...preview, computedAt: new Date(preview.computedAt) };
}

/**
 * Puts a draft in force: from the commit on its rules count for everything that happens, with cut-offs for its shares, and in
 * the background every customer is moved to what they give; until then the version is PUBLISHING.
 */
export async function publishDraft(app: App, caller: Caller, input: LevelPublishInput): Promise<LevelVersionRow> {
  authorize(caller.principal, 'LEVEL_PUBLISH');
  const seen = await levelVersions.draftForWork(app.db, input);
  const preview = seen.preview ?? (await computePreview(app, seen.content));
  return app.db.transaction(async (tx) => {
    await levelVersions.lock(tx);
    await levelVersions.refuseWhilePublishing(tx);
    const draft = await levelVersions.draftForWork(tx, input);
    const note = noteOf(input.note, draft.note);
    const rules = checkRules(draft.content);
    const now = app.clock.now();
    const [last] = await tx.rows<{ number: number }>('select max(number) as number from level_version');
    const number = last!.number + 1;
    await tx.run(
      `update level_version set status = 'PUBLISHING', number = $2, note = $3, preview = $4::jsonb, progress_done = 0,
              progress_total = $5, published_by = $6, published_at = $7, updated_at = $7, version = version + 1
        where id = $1`,
      [draft.id, number, note, JSON.stringify(preview), preview.total, staffIdOf(caller.principal), now],
    );
    const { total, stay, changed } = preview;
    await app.audit.record(tx, caller, {
      action: 'levelPublish',
      subjectType: SUBJECT,
      subjectId: draft.id,
      before: { number: number - 1 },
      after: { number, preview: { total, stay, changed } },
    });
    await app.jobs.enqueue(tx, PUBLISH_JOB, {});
    const cutoffs = await computeCutoffs(tx, rules.monetaryShares);
    await lockRules(tx);
    await putInForce(tx, draft.id, rules, cutoffs, now);
    tx.afterCommit(() => app.configuration.forget('level_rule'));
    return (await levelVersions.find(tx, { id: draft.id }))!;
  });
}

async function keepPreview(tx: Transaction, id: string, preview: KeptPreview): Promise<void> {
  await tx.run('update level_version set preview = $2::jsonb where id = $1', [id, JSON.stringify(preview)]);
}
