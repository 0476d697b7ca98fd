import { createHash } from 'node:crypto';
import { UserErrorCode } from '../../schema/common/user-error.js';
import type { SegmentRule } from '../../schema/segments/rules.js';
import type { Playbook } from '../../schema/segments/segment.js';
import { SegmentUseKind } from '../../schema/segments/segment-enums.js';
import type { Transaction } from '../database/transaction.js';
import { fail } from '../graphql/errors.js';
import type { InputCheck } from '../graphql/validate.js';
import { MAX_NESTING } from './rules/tree.js';
import { registerUses } from './uses.js';

const MAX_ACTIONS = 20;
/** Definitions change one at a time: names stay unique, and no circle closes from two sides at once. */
const LOCK = 72_816;

/** Makes other changes of definitions wait until the transaction ends. */
export async function lockDefinitions(tx: Transaction): Promise<void> {
  await tx.run('select pg_advisory_xact_lock($1)', [LOCK]);
}

/** A segment's name, with its faults noted. */
export function checkName(check: InputCheck, name: string): string {
  return check.text('name', name, { min: 1, max: 80 });
}

/** A segment's description, with its faults noted. */
export function checkDescription(check: InputCheck, description: string): string {
  return check.text('description', description, { max: 1_000 });
}

/** A playbook (S8), with its faults noted. */
export function checkPlaybook(check: InputCheck, { goal, actions }: Playbook): Playbook {
  check.range('playbook.actions', actions.length, 0, MAX_ACTIONS);
  return {
    goal: check.text('playbook.goal', goal, { max: 500 }),
    actions: actions
      .slice(0, MAX_ACTIONS)
      .map((action, i) => check.text(`playbook.actions.${i}`, action, { min: 1, max: 500 })),
  };
}

/** Refuses a name that another segment in use has, whatever the case; definitions are locked. */
export async function refuseTakenName(tx: Transaction, name: string, self: string | null): Promise<void> {
  const other = await tx.row(
    'select 1 from segment where lower(name) = lower($1) and archived_at is null and id is distinct from $2::uuid',
    [name, self],
  );
  if (other) {
    fail('name', UserErrorCode.TAKEN, 'Another segment has this name.');
  }
}

/**
 * Registers the segments that a segment's rules name; definitions are locked. Refuses, at `rules`, one that is missing or archived, rules
 * that lead back to the segment itself, and chains longer than the compiler follows.
 */
export async function connect(tx: Transaction, self: { id: string; name: string }, usedIds: string[]): Promise<void> {
  const down = await tx.row<{ depth: number; circle: boolean }>(
    `with recursive below as (
       select id, 1 as depth from unnest($1::uuid[]) as x (id)
       union
       select u.segment_id, b.depth + 1 from below b join segment_use u on u.kind = 'SEGMENT' and u.user_id = b.id
        where b.id <> $2 and b.depth <= ${MAX_NESTING})
     select coalesce(max(depth), 0) as depth, coalesce(bool_or(id = $2), false) as circle from below`,
    [usedIds, self.id],
  );
  if (down!.circle) {
    fail('rules', UserErrorCode.INVALID, 'These rules lead back to this segment.');
  }
  const up = await tx.row<{ depth: number }>(
    `with recursive above as (
       select $1::uuid as id, 0 as depth
       union
       select u.user_id, a.depth + 1 from above a join segment_use u on u.kind = 'SEGMENT' and u.segment_id = a.id)
     select max(depth) as depth from above`,
    [self.id],
  );
  if (usedIds.length > 0 && down!.depth + up!.depth > MAX_NESTING) {
    fail('rules', UserErrorCode.OUT_OF_RANGE, `Segments go at most ${MAX_NESTING} deep into each other.`);
  }
  await registerUses(tx, { kind: SegmentUseKind.SEGMENT, ...self }, usedIds, 'rules');
}

/** Whether two trees say the same; neither knows undefined members once it is JSON. */
export function sameRules(a: SegmentRule | null, b: SegmentRule | null): boolean {
  return canonical(a) === canonical(b);
}

/** What a request asks for, to tell a repetition from another request under the same key. */
export function requestHash(request: object): Buffer {
  return createHash('sha256').update(canonical(request)).digest();
}

/** JSON with sorted keys and without nulls: the database keeps neither order nor absence. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([, one]) => one !== null && one !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part,
  );
}
