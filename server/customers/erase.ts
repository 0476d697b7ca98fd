import { UserErrorCode } from '../../schema/common/user-error.js';
import type { CustomerEraseInput } from '../../schema/customers/inputs.js';
import { LevelCause } from '../../schema/levels/enums.js';
import { PointsEntryKind } from '../../schema/points/enums.js';
import { authorize, staffIdOf } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { isId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { fail, notFound } from '../graphql/errors.js';
import { InputCheck } from '../graphql/validate.js';
import { loadLots, lockAccounts } from '../points/accounts.js';
import { writePlanned } from '../points/orders.js';
import { erasedIdentity } from './erased.js';
import { FAMILY } from './family.js';
import { lockFigures } from './merge.js';
import { setTierState } from './merge-tiers.js';
import { CUSTOMER_COLUMNS, type CustomerRow } from './rows.js';

/** Deletes a person's data on their behalf, or because its time has come; admins only. */
export async function erase(app: App, caller: Caller, input: CustomerEraseInput): Promise<{ customer: CustomerRow }> {
  authorize(caller.principal, 'CUSTOMER_ERASE');
  const check = new InputCheck();
  const reason = check.text('reason', input.reason, { min: 2, max: 500 });
  check.done();
  return { customer: await eraseData(app, caller, 'customerErase', input.id, reason) };
}

/** A customer deletes their own data; `customerId` is the caller's own, as `idOf` gave it. */
export async function eraseOwn(app: App, caller: Caller, customerId: string): Promise<void> {
  authorize(caller.principal, 'ME');
  // The log outlives the person's data, so it names them by the id that means nothing any more.
  const nameless: Caller = { ...caller, principal: { kind: 'customer', source: 'erased', subject: customerId } };
  await eraseData(app, nameless, 'meErase', customerId, null);
}

/**
 * Deletes all that says who somebody is, of this profile and of those merged into it (A4). What bookkeeping must keep stays
 * without them: orders become anonymous ones; ledgers, redemptions, consents and tier history stay under an id that leads to nobody.
 * Points are forfeited and grants end. It cannot be undone.
 */
async function eraseData(app: App, caller: Caller, action: string, id: string, reason: string | null) {
  return app.db.transaction(async (tx) => {
    const family = await lockFamily(tx, id);
    await forfeitPoints(app, tx, id);
    const counts = await anonymise(app, tx, caller, family);
    await leaveTraces(app, tx, family);
    await app.savedSegments.erase(tx, family);
    await tx.run(
      `update customer set name = '', gender = null, birthday = null, phone = null, email = null, city = null,
              preferred_channel = null, quiet_from = null, quiet_until = null, interests = '{}', tags = '{}',
              status = 'ERASED', version = version + 1, updated_at = $2
        where id = any($1::uuid[])`,
      [family, app.clock.now()],
    );
    for (const member of family) {
      await setTierState(tx, member, null);
    }
    await app.orders.refreshFigures(tx, family, { cause: LevelCause.MERGE });
    const events = await app.events.erase(tx, family);
    await app.audit.record(tx, caller, {
      action,
      subjectType: 'Customer',
      subjectId: id,
      after: { ...counts, events },
      reason,
    });
    const row = await tx.row<CustomerRow>(`select ${CUSTOMER_COLUMNS} from customer c where c.id = $1`, [id]);
    return row!;
  });
}

/** The profile and those merged into it, locked with their figures, in the order of their ids. */
async function lockFamily(tx: Transaction, id: string): Promise<string[]> {
  const rows = isId(id) ? await tx.rows<{ id: string }>(`with recursive ${FAMILY} select id from family`, [[id]]) : [];
  const locked = await tx.rows<{ id: string; status: string }>(
    'select id, status from customer where id = any($1::uuid[]) order by id for update',
    [rows.map((row) => row.id)],
  );
  const root = locked.find((row) => row.id === id);
  if (!root) {
    throw notFound('customer');
  }
  if (root.status === 'ERASED') {
    fail('id', UserErrorCode.ALREADY_DONE, 'These data were deleted already.');
  }
  if (root.status === 'MERGED') {
    fail('id', UserErrorCode.CONFLICT, 'This profile has gone into another one: delete that one.');
  }
  const family = locked.map((row) => row.id);
  await lockFigures(tx, family);
  return family;
}

async function forfeitPoints(app: App, tx: Transaction, id: string): Promise<void> {
  const account = (await lockAccounts(tx, [id])).get(id)!;
  await loadLots(tx, [account]);
  account.debt = 0;
  if (account.balance > 0) {
    account.debit(PointsEntryKind.EXPIRE, account.balance, { at: app.clock.now(), reason: 'the account was deleted' });
  }
  await writePlanned(tx, [account]);
}

/** Cuts orders loose, ends what still runs, deletes what is only about the person. */
async function anonymise(app: App, tx: Transaction, caller: Caller, family: string[]) {
  const now = app.clock.now();
  const by = staffIdOf(caller.principal);
  const orders = await tx.run(
    `update orders set customer_id = null, points = 0, points_held = 0, points_rate = null where customer_id = any($1::uuid[])`,
    [family],
  );
  await tx.run(
    `update benefit_grant set revoked_at = coalesce(revoked_at, $2), revoked_by = coalesce(revoked_by, $3), reason = ''
      where customer_id = any($1::uuid[])`,
    [family, now, by],
  );
  await tx.run(
    `update tier_grant set revoked_at = coalesce(revoked_at, $2), revoked_by = coalesce(revoked_by, $3), reason = ''
      where customer_id = any($1::uuid[])`,
    [family, now, by],
  );
  await tx.run(
    `update redemption set end_reason = null where customer_id = any($1::uuid[]) and end_reason is not null`,
    [family],
  );
  const notes = await tx.run('delete from customer_note where customer_id = any($1::uuid[])', [family]);
  await tx.run('delete from notification where customer_id = any($1::uuid[])', [family]);
  await tx.run(
    `update customer_merge set reason = '', snapshot = '{}' where survivor_id = any($1::uuid[]) or merged_id = any($1::uuid[])`,
    [family],
  );
  return { profiles: family.length, orders, notes };
}

/** Identities become fingerprints, so that a late push of old data does not bring the person back. */
async function leaveTraces(app: App, tx: Transaction, family: string[]): Promise<void> {
  const secret = (await app.company.settings()).secrets.session ?? '';
  const gone = await tx.rows<{ source: string; externalId: string; customerId: string }>(
    `delete from customer_identity where customer_id = any($1::uuid[])
     returning source, external_id as "externalId", customer_id as "customerId"`,
    [family],
  );
  const traces = gone.map((one) => ({ ...erasedIdentity(secret, one.source, one.externalId), id: one.customerId }));
  await tx.run(
    `insert into customer_identity (source, external_id, customer_id, created_at)
     select source, external_id, id, $4 from unnest($1::text[], $2::text[], $3::uuid[]) as x (source, external_id, id)
     on conflict (source, external_id) do update set customer_id = excluded.customer_id, created_at = excluded.created_at`,
    [
      traces.map(({ source }) => source),
      traces.map(({ externalId }) => externalId),
      traces.map(({ id }) => id),
      app.clock.now(),
    ],
  );
}
