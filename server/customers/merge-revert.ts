import { UserErrorCode } from '../../schema/common/user-error.js';
import { Customer } from '../../schema/customers/customer.js';
import { CustomerStatus } from '../../schema/customers/enums.js';
import type { CustomerMergeRevertInput } from '../../schema/customers/inputs.js';
import { LevelCause } from '../../schema/levels/enums.js';
import { TierMoveCause } from '../../schema/tiers/enums.js';
import { authorize, staffIdOf } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { isId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { fail, notFound } from '../graphql/errors.js';
import { InputCheck } from '../graphql/validate.js';
import { lockFigures } from './merge.js';
import { returnPoints } from './merge-points.js';
import { type MergeSnapshot, MOVED_TABLES } from './merge-snapshot.js';
import { changeTierState, sameState, setTierState, tierStateOf } from './merge-tiers.js';
import { MERGE_COLUMNS, type MergeRow } from './related.js';

/**
 * Undoes a merge (A1): all that went over and is still there goes back, and what the survivor's profile got from it is taken
 * out again unless somebody has changed it since. What came after the merge stays with the survivor.
 */
export async function revertMerge(
  app: App,
  caller: Caller,
  input: CustomerMergeRevertInput,
): Promise<{ merge: MergeRow }> {
  authorize(caller.principal, 'CUSTOMER_MERGE');
  const check = new InputCheck();
  const reason = check.text('reason', input.reason, { min: 2, max: 500 });
  check.done();
  return app.db.transaction(async (tx) => {
    const { id, survivorId, mergedId, snapshot } = await lockMerge(tx, input.mergeId);
    const [survivor, merged] = await lockBoth(tx, survivorId, mergedId);
    await app.savedSegments.followRevert(tx, survivorId, id);
    const untouched = sameState(await tierStateOf(tx, survivorId), snapshot.survivorAfter);
    await moveBack(tx, survivorId, mergedId, snapshot);
    unfill(survivor, merged, snapshot);
    const now = app.clock.now();
    Object.assign(merged, { status: CustomerStatus.ACTIVE, mergedIntoId: null, updatedAt: now });
    survivor.updatedAt = now;
    await tx.em.flush();
    await returnPoints(app, tx, survivorId, mergedId, snapshot);
    await returnUsage(tx, survivorId, mergedId, snapshot.usage);
    await app.orders.refreshFigures(tx, [survivorId, mergedId].sort(), { cause: LevelCause.MERGE });
    await app.events.separate(tx, survivorId, mergedId);
    await setTierState(tx, mergedId, snapshot.mergedBefore);
    if (untouched) {
      const words = `a merge was undone: ${reason}`;
      await changeTierState(app, tx, caller, survivorId, snapshot.survivorBefore, words);
    }
    // Time has passed and orders may have come: what was restored must still be true.
    await app.tiers.evaluate(tx, [survivorId, mergedId].sort(), { cause: TierMoveCause.MERGE, reason, caller });
    const row = await tx.row<MergeRow>(
      `update customer_merge m set reverted_by = $2, reverted_at = $3 where id = $1 returning ${MERGE_COLUMNS}`,
      [id, staffIdOf(caller.principal), now],
    );
    await app.audit.record(tx, caller, {
      action: 'customerMergeRevert',
      subjectType: 'Customer',
      subjectId: survivorId,
      after: { mergeId: id, mergedId },
      reason,
    });
    return { merge: row! };
  });
}

async function lockMerge(tx: Transaction, id: string): Promise<MergeRow & { snapshot: MergeSnapshot }> {
  const row = isId(id)
    ? await tx.row<MergeRow & { snapshot: MergeSnapshot }>(
        `select ${MERGE_COLUMNS}, m.snapshot from customer_merge m where m.id = $1 for update`,
        [id],
      )
    : undefined;
  if (!row) {
    throw notFound('merge');
  }
  if (row.revertedAt) {
    fail('mergeId', UserErrorCode.ALREADY_DONE, 'This merge was undone already.');
  }
  return row;
}

async function lockBoth(tx: Transaction, survivorId: string, mergedId: string): Promise<[Customer, Customer]> {
  const rows = await tx.rows<{ id: string; status: string; merged_into_id: string | null }>(
    `select id, status, merged_into_id from customer where id = any($1::uuid[]) order by id for update`,
    [[survivorId, mergedId]],
  );
  const survivor = rows.find(({ id }) => id === survivorId)!;
  const merged = rows.find(({ id }) => id === mergedId)!;
  if (survivor.status !== 'ACTIVE' || merged.status !== 'MERGED' || merged.merged_into_id !== survivorId) {
    fail('mergeId', UserErrorCode.CONFLICT, 'The profile was merged on or deleted since; undo that merge first.');
  }
  await lockFigures(tx, [survivorId, mergedId]);
  return [await tx.em.findOneOrFail(Customer, survivorId), await tx.em.findOneOrFail(Customer, mergedId)];
}

async function moveBack(tx: Transaction, survivorId: string, mergedId: string, snapshot: MergeSnapshot): Promise<void> {
  for (const table of MOVED_TABLES) {
    await tx.run(`update ${table} set customer_id = $2 where id = any($3::uuid[]) and customer_id = $1`, [
      survivorId,
      mergedId,
      snapshot.moved[table],
    ]);
  }
  for (const { table, id, key } of snapshot.renamedKeys) {
    await tx.run(`update ${table} set idempotency_key = $2 where id = $1`, [id, key]);
  }
  await tx.run(
    `update customer_identity i set customer_id = $2
       from unnest($3::text[], $4::text[]) as x (source, external_id)
      where i.source = x.source and i.external_id = x.external_id and i.customer_id = $1`,
    [survivorId, mergedId, snapshot.identities.map(([source]) => source), snapshot.identities.map(([, id]) => id)],
  );
}

/** Takes out of the survivor's profile what the merge put in, where it still stands as it was put in. */
function unfill(survivor: Customer, merged: Customer, snapshot: MergeSnapshot): void {
  const values = merged as unknown as Record<string, unknown>;
  const target = survivor as unknown as Record<string, unknown>;
  for (const field of snapshot.filled) {
    if (target[field] === values[field]) {
      target[field] = field === 'name' ? '' : null;
    }
  }
  survivor.tags = survivor.tags.filter((tag) => !snapshot.addedTags.includes(tag));
  survivor.interests = survivor.interests.filter((interest) => !snapshot.addedInterests.includes(interest));
  if (snapshot.registeredAt) {
    survivor.registeredAt = new Date(snapshot.registeredAt);
  }
}

async function returnUsage(
  tx: Transaction,
  survivorId: string,
  mergedId: string,
  usage: MergeSnapshot['usage'],
): Promise<void> {
  const columns = [
    usage.map(({ benefitId }) => benefitId),
    usage.map(({ periodStart }) => periodStart),
    usage.map(({ used }) => used),
  ];
  await tx.run(
    `update benefit_usage u set used = greatest(0, u.used - x.used)
       from unnest($2::uuid[], $3::date[], $4::int[]) as x (benefit_id, period_start, used)
      where u.customer_id = $1 and u.benefit_id = x.benefit_id and u.period_start = x.period_start`,
    [survivorId, ...columns],
  );
  await tx.run(
    `insert into benefit_usage (customer_id, benefit_id, period_start, used)
     select $1, * from unnest($2::uuid[], $3::date[], $4::int[])`,
    [mergedId, ...columns],
  );
}
