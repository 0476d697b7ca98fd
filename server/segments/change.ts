import { UserErrorCode } from '../../schema/common/user-error.js';
import { SegmentKind } from '../../schema/segments/segment-enums.js';
import type {
  SegmentArchiveInput,
  SegmentRestoreInput,
  SegmentUpdateInput,
} from '../../schema/segments/segment-inputs.js';
import { authorize, staffIdOf } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { isId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { fail, notFound, versionConflict } from '../graphql/errors.js';
import { InputCheck } from '../graphql/validate.js';
import { asksContactItself, auditable, isConfidential, refuseConfidential } from './confidential.js';
import { insertVersion } from './create.js';
import {
  checkDescription,
  checkName,
  checkPlaybook,
  connect,
  lockDefinitions,
  refuseTakenName,
  sameRules,
} from './definition.js';
import { JOB } from './job-names.js';
import { usedSegments } from './rules/tree.js';
import { SEGMENT_COLUMNS, type SegmentRow, type SegmentVersionRow, VERSION_COLUMNS } from './saved-rows.js';
import { usesOf } from './uses.js';

/** Changes a segment; other rules make a new version, and its members are counted anew in the background. */
export async function updateSegment(
  app: App,
  caller: Caller,
  input: SegmentUpdateInput,
): Promise<{ segment: SegmentRow }> {
  authorize(caller.principal, 'SEGMENT_EDIT');
  const check = new InputCheck();
  const name = input.name == null ? null : checkName(check, input.name);
  const description = input.description == null ? null : checkDescription(check, input.description);
  const playbook = input.playbook ? checkPlaybook(check, input.playbook) : null;
  const note = check.text('note', input.note ?? '', { max: 500 });
  check.done();
  const rules = input.rules ? await app.segments.check(caller, input.rules, 'rules') : null;
  return app.db.transaction(async (tx) => {
    await lockDefinitions(tx);
    const segment = await lockSegment(tx, input);
    refuseArchived(segment);
    const current = await currentVersion(tx, segment);
    const changesRules = rules !== null && !sameRules(rules, current.rules);
    if (rules && segment.kind === SegmentKind.LIST) {
      fail('rules', UserErrorCode.INVALID, 'Nobody is on a list by rule.');
    }
    if (changesRules) {
      // Old members and movements stay readable under the new rules, so they must be the caller's to read.
      refuseConfidential(caller, await isConfidential(tx, segment.id));
    }
    const number = segment.currentVersion + (changesRules ? 1 : 0);
    const after = {
      name: name ?? segment.name,
      description: description ?? segment.description,
      playbook: playbook ?? segment.playbook,
    };
    if (name !== null) {
      await refuseTakenName(tx, name, segment.id);
    }
    await tx.run(
      `update segment set name = $2, description = $3, goal = $4, actions = $5::text[], current_version = $6,
              confidential = $7, updated_at = $8, version = version + 1 where id = $1`,
      [
        segment.id,
        after.name,
        after.description,
        after.playbook.goal,
        after.playbook.actions,
        number,
        changesRules ? asksContactItself(rules) : segment.sealed,
        app.clock.now(),
      ],
    );
    await tx.run(`update segment_use set name = $2 where kind = 'SEGMENT' and user_id = $1`, [segment.id, after.name]);
    if (changesRules) {
      await connect(tx, { id: segment.id, name: after.name }, usedSegments(rules));
      await insertVersion(tx, {
        segmentId: segment.id,
        number,
        rules,
        note,
        createdBy: staffIdOf(caller.principal),
        at: app.clock.now(),
      });
      await app.jobs.enqueue(tx, JOB.refresh, { id: segment.id }, { key: segment.id });
    }
    const { name: oldName, description: oldDescription, playbook: oldPlaybook } = segment;
    const before = { name: oldName, description: oldDescription, playbook: oldPlaybook };
    await app.audit.record(tx, caller, {
      action: 'segmentUpdate',
      subjectType: 'Segment',
      subjectId: segment.id,
      before: { ...before, ...(changesRules ? { version: current.number, rules: auditable(current.rules) } : {}) },
      after: { ...after, ...(changesRules ? { version: number, rules: auditable(rules) } : {}) },
      reason: note || null,
    });
    return { segment: await readSegment(tx, segment.id) };
  });
}

/** Takes a segment out of use; IN_USE names what still uses it. */
export async function archiveSegment(
  app: App,
  caller: Caller,
  input: SegmentArchiveInput,
): Promise<{ segment: SegmentRow }> {
  authorize(caller.principal, 'SEGMENT_EDIT');
  return app.db.transaction(async (tx) => {
    await lockDefinitions(tx);
    const segment = await lockSegment(tx, input);
    refuseArchived(segment);
    const uses = await usesOf(tx, segment.id);
    if (uses.length > 0) {
      const names = uses.map(({ name }) => `“${name}”`).join(', ');
      fail('id', UserErrorCode.IN_USE, `It is used by ${names}.`);
    }
    await setArchived(app, tx, caller, segment, app.clock.now());
    return { segment: await readSegment(tx, segment.id) };
  });
}

/** Takes an archived segment into use again. */
export async function restoreSegment(
  app: App,
  caller: Caller,
  input: SegmentRestoreInput,
): Promise<{ segment: SegmentRow }> {
  authorize(caller.principal, 'SEGMENT_EDIT');
  return app.db.transaction(async (tx) => {
    await lockDefinitions(tx);
    const segment = await lockSegment(tx, input);
    if (!segment.archivedAt) {
      fail('id', UserErrorCode.ALREADY_DONE, 'This segment is in use.');
    }
    const { rules } = await currentVersion(tx, segment);
    await refuseNameTakenMeanwhile(tx, segment);
    const missing = await archivedAmong(tx, rules ? usedSegments(rules) : []);
    if (missing.length > 0) {
      fail(
        'id',
        UserErrorCode.CONFLICT,
        `Restore first what it uses: ${missing.map((name) => `“${name}”`).join(', ')}.`,
      );
    }
    await setArchived(app, tx, caller, segment, null);
    await app.jobs.enqueue(tx, JOB.refresh, { id: segment.id }, { key: segment.id });
    return { segment: await readSegment(tx, segment.id) };
  });
}

async function refuseNameTakenMeanwhile(tx: Transaction, segment: SegmentRow): Promise<void> {
  const other = await tx.row('select 1 from segment where lower(name) = lower($1) and archived_at is null', [
    segment.name,
  ]);
  if (other) {
    fail('id', UserErrorCode.TAKEN, 'Another segment has its name by now: rename that one first.');
  }
}

async function archivedAmong(tx: Transaction, ids: string[]): Promise<string[]> {
  const rows = await tx.rows<{ name: string }>(
    'select name from segment where id = any($1::uuid[]) and archived_at is not null order by name',
    [ids],
  );
  return rows.map(({ name }) => name);
}

async function setArchived(app: App, tx: Transaction, caller: Caller, segment: SegmentRow, at: Date | null) {
  await tx.run('update segment set archived_at = $2, updated_at = $3, version = version + 1 where id = $1', [
    segment.id,
    at,
    app.clock.now(),
  ]);
  await app.audit.record(tx, caller, {
    action: at ? 'segmentArchive' : 'segmentRestore',
    subjectType: 'Segment',
    subjectId: segment.id,
    after: { name: segment.name },
  });
}

/** The segment, locked for changing as the caller saw it; throws VERSION_CONFLICT when it is another one by now. */
async function lockSegment(tx: Transaction, { id, version }: { id: string; version: number }): Promise<SegmentRow> {
  const segment = await findForChange(tx, id);
  if (segment.version !== version) {
    throw versionConflict(segment.version);
  }
  return segment;
}

/** The segment, locked; throws NOT_FOUND. */
export async function findForChange(tx: Transaction, id: string): Promise<SegmentRow> {
  const segment = isId(id)
    ? await tx.row<SegmentRow>(`select ${SEGMENT_COLUMNS} from segment g where g.id = $1 for update`, [id])
    : undefined;
  if (!segment) {
    throw notFound('segment');
  }
  return segment;
}

/** Refuses, at `id`, to work with an archived segment. */
export function refuseArchived(segment: SegmentRow, field = 'id'): void {
  if (segment.archivedAt) {
    fail(field, UserErrorCode.CONFLICT, 'This segment is archived: restore it first.');
  }
}

/** The segment as it is now in the transaction. */
export async function readSegment(tx: Transaction, id: string): Promise<SegmentRow> {
  return (await tx.row<SegmentRow>(`select ${SEGMENT_COLUMNS} from segment g where g.id = $1`, [id]))!;
}

/** The version in force of a segment. */
export async function currentVersion(
  tx: Transaction,
  segment: Pick<SegmentRow, 'id' | 'currentVersion'>,
): Promise<SegmentVersionRow> {
  const row = await tx.row<SegmentVersionRow>(
    `select ${VERSION_COLUMNS} from segment_version v where v.segment_id = $1 and v.number = $2`,
    [segment.id, segment.currentVersion],
  );
  return row!;
}
