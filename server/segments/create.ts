import { UserErrorCode } from '../../schema/common/user-error.js';
import type { SegmentRule } from '../../schema/segments/rules.js';
import type { Playbook } from '../../schema/segments/segment.js';
import { SegmentKind } from '../../schema/segments/segment-enums.js';
import type { SegmentCreateInput } from '../../schema/segments/segment-inputs.js';
import { authorize, staffIdOf } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { newId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { fail } from '../graphql/errors.js';
import { InputCheck } from '../graphql/validate.js';
import { asksContactItself, auditable } from './confidential.js';
import {
  checkDescription,
  checkName,
  checkPlaybook,
  connect,
  lockDefinitions,
  refuseTakenName,
  requestHash,
} from './definition.js';
import { JOB } from './job-names.js';
import { usedSegments } from './rules/tree.js';
import { SEGMENT_COLUMNS, type SegmentRow } from './saved-rows.js';

/** Saves a new segment; its members are counted in the background. */
export async function createSegment(
  app: App,
  caller: Caller,
  input: SegmentCreateInput,
): Promise<{ segment: SegmentRow }> {
  authorize(caller.principal, 'SEGMENT_EDIT');
  const check = new InputCheck();
  const sketch = {
    name: checkName(check, input.name),
    description: checkDescription(check, input.description ?? ''),
    kind: input.kind,
    playbook: checkPlaybook(check, input.playbook ?? { goal: '', actions: [] }),
  };
  const key = checkKey(check, input.idempotencyKey);
  if (input.kind === SegmentKind.LIST && input.rules) {
    check.add('rules', UserErrorCode.INVALID, 'Nobody is on a list by rule.');
  } else if (input.kind === SegmentKind.DYNAMIC && !input.rules) {
    check.add('rules', UserErrorCode.REQUIRED, 'Say who is in it.');
  }
  check.done();
  const rules = input.rules ? await app.segments.check(caller, input.rules, 'rules') : null;
  const hash = requestHash({ ...sketch, rules });
  return app.db.transaction(async (tx) => {
    await lockDefinitions(tx);
    const earlier = await madeBefore(tx, caller, key, hash);
    if (earlier) {
      return { segment: earlier };
    }
    const confidential = rules !== null && asksContactItself(rules);
    const segment = await insertSegment(app, tx, caller, { ...sketch, rules, confidential, key, hash });
    await app.audit.record(tx, caller, {
      action: 'segmentCreate',
      subjectType: 'Segment',
      subjectId: segment.id,
      after: { ...sketch, rules: auditable(rules) },
    });
    if (rules) {
      await app.jobs.enqueue(tx, JOB.refresh, { id: segment.id }, { key: segment.id });
    }
    return { segment };
  });
}

/** The key of a request that must not have its effect twice; null without one. */
export function checkKey(check: InputCheck, key: string | null | undefined): string | null {
  return key == null ? null : check.text('idempotencyKey', key, { min: 1, max: 200 });
}

/** What an earlier request with the same key made; refuses another request under that key. Definitions are locked. */
export async function madeBefore(
  tx: Transaction,
  caller: Caller,
  key: string | null,
  hash: Buffer,
): Promise<SegmentRow | null> {
  if (key === null) {
    return null;
  }
  const row = await tx.row<SegmentRow & { same: boolean }>(
    `select ${SEGMENT_COLUMNS}, g.request_hash = $3 as same from segment g
      where g.owner_id is not distinct from $1::uuid and g.idempotency_key = $2`,
    [staffIdOf(caller.principal), key, hash],
  );
  if (row && !row.same) {
    fail('idempotencyKey', UserErrorCode.IDEMPOTENCY_KEY_REUSED, 'Another request has used this key.');
  }
  return row ?? null;
}

/** A segment to be written. */
export interface NewSegment {
  name: string;
  description: string;
  kind: SegmentKind;
  playbook: Playbook;
  /** Null for lists. */
  rules: SegmentRule | null;
  confidential: boolean;
  sourceId?: string;
  note?: string;
  builtIn?: string;
  key: string | null;
  hash: Buffer | null;
}

/** Writes a segment with its first version; definitions are locked. */
export async function insertSegment(
  app: App,
  tx: Transaction,
  caller: Caller,
  segment: NewSegment,
): Promise<SegmentRow> {
  await refuseTakenName(tx, segment.name, null);
  const id = newId();
  const owner = staffIdOf(caller.principal);
  const now = app.clock.now();
  await tx.run(
    `insert into segment (id, name, description, kind, owner_id, goal, actions, confidential, source_id, built_in,
                          idempotency_key, request_hash, members, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7::text[], $8, $9, $10, $11, $12, $13, $14, $14)`,
    [
      id,
      segment.name,
      segment.description,
      segment.kind,
      owner,
      segment.playbook.goal,
      segment.playbook.actions,
      segment.confidential,
      segment.sourceId ?? null,
      segment.builtIn ?? null,
      segment.key,
      segment.hash,
      segment.kind === SegmentKind.LIST ? 0 : null,
      now,
    ],
  );
  await insertVersion(tx, {
    segmentId: id,
    number: 1,
    rules: segment.rules,
    note: segment.note ?? '',
    createdBy: owner,
    at: now,
  });
  await connect(tx, { id, name: segment.name }, segment.rules ? usedSegments(segment.rules) : []);
  return (await tx.row<SegmentRow>(`select ${SEGMENT_COLUMNS} from segment g where g.id = $1`, [id]))!;
}

/** Writes a version of a segment's rules. */
export async function insertVersion(
  tx: Transaction,
  version: {
    segmentId: string;
    number: number;
    rules: SegmentRule | null;
    note: string;
    createdBy: string | null;
    at: Date;
  },
): Promise<void> {
  await tx.run(
    `insert into segment_version (id, segment_id, number, rules, note, created_by, created_at)
     values ($1, $2, $3, $4::jsonb, $5, $6, $7)`,
    [
      newId(),
      version.segmentId,
      version.number,
      version.rules ? JSON.stringify(version.rules) : null,
      version.note,
      version.createdBy,
      version.at,
    ],
  );
}
