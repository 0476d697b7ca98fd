import { UserErrorCode } from '../../schema/common/user-error.js';
import type { Customer } from '../../schema/customers/customer.js';
import { CustomerStatus } from '../../schema/customers/enums.js';
import type { CustomerMergeInput } from '../../schema/customers/inputs.js';
import { LevelCause } from '../../schema/levels/enums.js';
import { TierMoveCause } from '../../schema/tiers/enums.js';
import { authorize, staffIdOf } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { newId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { InputCheck } from '../graphql/validate.js';
import { carryPoints } from './merge-points.js';
import { KEYED_TABLES, type MergeSnapshot, MOVED_TABLES } from './merge-snapshot.js';
import { changeTierState, ranksAbove, setTierState, tierStateOf } from './merge-tiers.js';
import { lockActive } from './profile.js';
import { MERGE_COLUMNS, type MergeRow } from './related.js';

/** Fields that the merged profile fills where the survivor has nothing. */
const FILLABLE = ['name', 'gender', 'birthday', 'phone', 'email', 'city', 'preferredChannel'] as const;

/**
 * Puts two profiles of one person together (A1): identities, orders, grants, redemptions, points and what is missing in the
 * profile go to the survivor; ledgers, consents and tier history stay where they were written and are read with it.
 * Nobody loses by it: of the two tiers the higher is held on.
 */
export async function merge(app: App, caller: Caller, input: CustomerMergeInput): Promise<{ merge: MergeRow }> {
  authorize(caller.principal, 'CUSTOMER_MERGE');
  const check = new InputCheck();
  const reason = check.text('reason', input.reason, { min: 2, max: 500 });
  if (input.survivorId.toLowerCase() === input.mergedId.toLowerCase()) {
    check.add('mergedId', UserErrorCode.INVALID, 'A profile cannot go into itself.');
  }
  check.done();
  return app.db.transaction(async (tx) => {
    const [survivor, merged] = await lockBoth(tx, input.survivorId, input.mergedId);
    const [survivorBefore, mergedBefore] = [await tierStateOf(tx, survivor.id), await tierStateOf(tx, merged.id)];
    const moved = await moveAll(tx, survivor.id, merged.id);
    const filled = fill(survivor, merged, app.clock.now());
    merged.status = CustomerStatus.MERGED;
    merged.mergedIntoId = survivor.id;
    merged.updatedAt = app.clock.now();
    await tx.em.flush();
    const points = await carryPoints(app, tx, survivor.id, merged.id);
    const usage = await moveUsage(tx, survivor.id, merged.id);
    await setTierState(tx, merged.id, null);
    if (await ranksAbove(tx, mergedBefore, survivorBefore)) {
      await changeTierState(app, tx, caller, survivor.id, mergedBefore, `profiles were merged: ${reason}`);
    }
    await app.orders.refreshFigures(tx, [survivor.id, merged.id].sort(), { cause: LevelCause.MERGE });
    await app.events.merge(tx, survivor.id, merged.id);
    await app.tiers.evaluate(tx, [survivor.id], { cause: TierMoveCause.MERGE, reason, caller });
    const survivorAfter = await tierStateOf(tx, survivor.id);
    const snapshot: MergeSnapshot = {
      ...moved,
      ...filled,
      ...points,
      usage,
      survivorBefore,
      survivorAfter,
      mergedBefore,
    };
    const row = await record(app, tx, caller, survivor.id, merged.id, reason, snapshot);
    await app.savedSegments.followMerge(tx, row.id, survivor.id, merged.id);
    return { merge: row };
  });
}

/** Both profiles, locked in the order of their ids, with their figures. */
async function lockBoth(tx: Transaction, survivorId: string, mergedId: string): Promise<[Customer, Customer]> {
  const locked = new Map<string, Customer>();
  for (const id of [survivorId, mergedId].toSorted()) {
    locked.set(id, await lockActive(tx, id, id === survivorId ? 'survivorId' : 'mergedId'));
  }
  await lockFigures(tx, [survivorId, mergedId]);
  return [locked.get(survivorId)!, locked.get(mergedId)!];
}

/** Locks figures in the order of the customers' ids, as everything does that locks several; makes missing ones. */
export async function lockFigures(tx: Transaction, ids: string[]): Promise<void> {
  await tx.run('insert into customer_stats (customer_id) select unnest($1::uuid[]) on conflict do nothing', [ids]);
  await tx.run('select 1 from customer_stats where customer_id = any($1::uuid[]) order by customer_id for update', [
    ids,
  ]);
}

/** Re-keys all that simply goes over. */
async function moveAll(tx: Transaction, survivorId: string, mergedId: string) {
  const renamedKeys: MergeSnapshot['renamedKeys'] = [];
  for (const table of KEYED_TABLES) {
    const rows = await tx.rows<{ id: string; key: string }>(
      `update ${table} m set idempotency_key = 'merged:' || m.id
         from ${table} s where m.customer_id = $2 and s.customer_id = $1 and s.idempotency_key = m.idempotency_key
       returning m.id, s.idempotency_key as key`,
      [survivorId, mergedId],
    );
    renamedKeys.push(...rows.map((row) => ({ table, ...row })));
  }
  const moved = {} as MergeSnapshot['moved'];
  for (const table of MOVED_TABLES) {
    const rows = await tx.rows<{ id: string }>(
      `update ${table} set customer_id = $1 where customer_id = $2 returning id`,
      [survivorId, mergedId],
    );
    moved[table] = rows.map(({ id }) => id);
  }
  const identities = await tx.rows<{ source: string; external_id: string }>(
    `update customer_identity set customer_id = $1 where customer_id = $2 returning source, external_id`,
    [survivorId, mergedId],
  );
  return {
    moved,
    renamedKeys,
    identities: identities.map(({ source, external_id }): [string, string] => [source, external_id]),
  };
}

/** Fills the gaps of the survivor's profile and says which ones. */
function fill(survivor: Customer, merged: Customer, now: Date) {
  const gaps = FILLABLE.filter((field) => !survivor[field] && merged[field]);
  const filled: string[] = [...gaps];
  for (const field of gaps) {
    Object.assign(survivor, { [field]: merged[field] });
  }
  if (!survivor.quietFrom && merged.quietFrom) {
    Object.assign(survivor, { quietFrom: merged.quietFrom, quietUntil: merged.quietUntil });
    filled.push('quietFrom', 'quietUntil');
  }
  const addedTags = merged.tags.filter((tag) => !survivor.tags.includes(tag));
  const addedInterests = merged.interests.filter((interest) => !survivor.interests.includes(interest));
  survivor.tags = [...survivor.tags, ...addedTags];
  survivor.interests = [...survivor.interests, ...addedInterests];
  const earlier = merged.registeredAt < survivor.registeredAt;
  const registeredAt = earlier ? survivor.registeredAt.toISOString() : null;
  if (earlier) {
    survivor.registeredAt = merged.registeredAt;
  }
  survivor.updatedAt = now;
  return { filled, addedTags, addedInterests, registeredAt };
}

/** Quota that the merged profile has used is used for the survivor: one person has it once. */
async function moveUsage(tx: Transaction, survivorId: string, mergedId: string): Promise<MergeSnapshot['usage']> {
  const usage = await tx.rows<MergeSnapshot['usage'][number]>(
    `select benefit_id as "benefitId", period_start as "periodStart", used from benefit_usage
      where customer_id = $1 and used > 0 order by benefit_id, period_start`,
    [mergedId],
  );
  await tx.run(
    `insert into benefit_usage as u (customer_id, benefit_id, period_start, used)
     select $1, benefit_id, period_start, used from benefit_usage where customer_id = $2 and used > 0
     on conflict (customer_id, benefit_id, period_start) do update set used = u.used + excluded.used`,
    [survivorId, mergedId],
  );
  await tx.run('delete from benefit_usage where customer_id = $1', [mergedId]);
  return usage;
}

async function record(
  app: App,
  tx: Transaction,
  caller: Caller,
  survivorId: string,
  mergedId: string,
  reason: string,
  snapshot: MergeSnapshot,
): Promise<MergeRow> {
  const row = await tx.row<MergeRow>(
    `insert into customer_merge as m (id, survivor_id, merged_id, reason, snapshot, merged_by, merged_at)
     values ($1, $2, $3, $4, $5::jsonb, $6, $7) returning ${MERGE_COLUMNS}`,
    [newId(), survivorId, mergedId, reason, JSON.stringify(snapshot), staffIdOf(caller.principal), app.clock.now()],
  );
  const counts = Object.fromEntries(Object.entries(snapshot.moved).map(([table, ids]) => [table, ids.length]));
  await app.audit.record(tx, caller, {
    action: 'customerMerge',
    subjectType: 'Customer',
    subjectId: survivorId,
    after: { mergeId: row!.id, mergedId, moved: { ...counts, identities: snapshot.identities.length } },
    reason,
  });
  return row!;
}
