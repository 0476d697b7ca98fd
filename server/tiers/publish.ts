import { UserErrorCode } from '../../schema/common/user-error.js';
import { ProgramStatus } from '../../schema/tiers/enums.js';
import type { ProgramPublishInput, ProgramRollbackInput } from '../../schema/tiers/program-inputs.js';
import { authorize, staffIdOf } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { newId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { fail } from '../graphql/errors.js';
import { InputCheck } from '../graphql/validate.js';
import { applyContent } from './apply.js';
import { computeImpact, type Impact } from './impact.js';
import { PUBLISH_JOB } from './sweep.js';
import { checkContent } from './validate.js';
import { draftForWork, findVersion, lockProgram, refuseWhilePublishing, type VersionRow } from './versions.js';

/** What the draft would do to all customers (V6), kept with it until it is edited. */
export async function impactOfDraft(app: App, caller: Caller, input: ProgramPublishInput): Promise<Impact> {
  authorize(caller.principal, 'PROGRAM_EDIT');
  const draft = await draftForWork(app.db, input);
  const impact = await computeImpact(app, draft.content);
  await app.db.transaction(async (tx) => {
    await lockProgram(tx);
    await draftForWork(tx, input);
    await keepImpact(tx, draft.id, impact);
  });
  return impact;
}

/**
 * Puts a draft in force (V6): from the commit on its rules count for everything that happens, and in the background
 * every customer is moved to what they give; until then the version is PUBLISHING.
 */
export async function publishDraft(app: App, caller: Caller, input: ProgramPublishInput): Promise<VersionRow> {
  authorize(caller.principal, 'PROGRAM_PUBLISH');
  const seen = await draftForWork(app.db, input);
  const impact = seen.impact ?? (await computeImpact(app, seen.content));
  return app.db.transaction(async (tx) => {
    await lockProgram(tx);
    await refuseWhilePublishing(tx);
    const draft = await draftForWork(tx, input);
    checkContent(draft.content);
    await keepImpact(tx, draft.id, impact);
    return putInForce(app, tx, caller, draft, impact, { action: 'programPublish' });
  });
}

/** Puts what an earlier version said in force again, as a version of its own, on the same way (V6). */
export async function rollBack(app: App, caller: Caller, input: ProgramRollbackInput): Promise<VersionRow> {
  authorize(caller.principal, 'PROGRAM_PUBLISH');
  const check = new InputCheck();
  const reason = check.text('reason', input.reason, { min: 1, max: 500 });
  check.done();
  const target = await findVersion(app.db, { id: input.toVersionId });
  if (target?.status !== ProgramStatus.SUPERSEDED) {
    return fail('toVersionId', UserErrorCode.NOT_FOUND, 'There is no earlier version of this id.');
  }
  const impact = await computeImpact(app, target.content);
  return app.db.transaction(async (tx) => {
    await lockProgram(tx);
    await refuseWhilePublishing(tx);
    const id = newId();
    const now = app.clock.now();
    await tx.run(
      `insert into program_version (id, status, content, note, based_on_id, rollback_of_id, created_by, created_at, updated_at)
       select $1, 'PUBLISHING', content, $3, (select id from program_version where status = 'PUBLISHED'), id, $4, $5, $5
         from program_version where id = $2`,
      [id, target.id, reason, staffIdOf(caller.principal), now],
    );
    await keepImpact(tx, id, impact);
    const version = (await findVersion(tx, { id }))!;
    return putInForce(app, tx, caller, version, impact, { action: 'programRollback', reason });
  });
}

async function putInForce(
  app: App,
  tx: Transaction,
  caller: Caller,
  version: VersionRow,
  impact: Impact,
  audit: { action: string; reason?: string },
): Promise<VersionRow> {
  const [last] = await tx.rows<{ number: number }>('select max(number) as number from program_version');
  const number = last!.number + 1;
  await app.benefits.recountQuotas(tx, version.content);
  await applyContent(tx, version.content);
  await tx.run(
    `update program_version set status = 'PUBLISHING', number = $2, progress_done = 0, progress_total = $3,
            published_by = $4, published_at = $5, updated_at = $5, version = version + 1 where id = $1`,
    [version.id, number, impact.total, staffIdOf(caller.principal), app.clock.now()],
  );
  const { total, up, down, stay, yearlyCostBefore, yearlyCostAfter } = impact;
  await app.audit.record(tx, caller, {
    ...audit,
    subjectType: 'ProgramVersion',
    subjectId: version.id,
    before: { number: number - 1 },
    after: { number, impact: { total, up, down, stay, yearlyCostBefore, yearlyCostAfter } },
  });
  await app.jobs.enqueue(tx, PUBLISH_JOB, {});
  tx.afterCommit(() => app.configuration.forget('program'));
  return (await findVersion(tx, { id: version.id }))!;
}

async function keepImpact(tx: Transaction, id: string, impact: Impact): Promise<void> {
  await tx.run('update program_version set impact = $2::jsonb, impact_at = $3 where id = $1', [
    id,
    JSON.stringify(impact),
    impact.computedAt,
  ]);
}
