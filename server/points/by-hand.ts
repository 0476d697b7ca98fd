import { UserErrorCode } from '../../schema/common/user-error.js';
import { PointsEntryKind } from '../../schema/points/enums.js';
import type { PointsAdjustInput, PointsReverseInput, PointsSpendInput } from '../../schema/points/points.js';
import { authorize, staffIdOf } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { isId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { fail } from '../graphql/errors.js';
import { InputCheck } from '../graphql/validate.js';
import { loadLots, lockAccounts } from './accounts.js';
import { expiryOf } from './expiry-day.js';
import type { Account, EntryDetails, NewEntry } from './ledger.js';
import { writePlanned } from './orders.js';
import { ENTRY_COLUMNS, type PointsEntryRow } from './rows.js';

const MAX_POINTS = 1_000_000_000;

/** Corrects a balance by hand (V2). */
export async function adjust(app: App, caller: Caller, input: PointsAdjustInput): Promise<{ entry: PointsEntryRow }> {
  authorize(caller.principal, 'POINTS_ADJUST');
  const check = new InputCheck();
  check.range('points', input.points, -MAX_POINTS, MAX_POINTS);
  if (input.points === 0) {
    check.add('points', UserErrorCode.INVALID, 'Not zero.');
  }
  return postOnce(app, caller, input, check, {
    action: 'pointsAdjust',
    same: (entry) => entry.kind === PointsEntryKind.ADJUST && entry.points === input.points,
    plan: async (_tx, account, details) => {
      if (input.points > 0) {
        return account.credit(PointsEntryKind.ADJUST, input.points, await expiryOf(app), details);
      }
      ensureBalance(account, -input.points);
      return account.debit(PointsEntryKind.ADJUST, -input.points, details);
    },
  });
}

/** Takes points for something that the customer gets for them (V2). */
export async function spend(app: App, caller: Caller, input: PointsSpendInput): Promise<{ entry: PointsEntryRow }> {
  authorize(caller.principal, 'POINTS_SPEND');
  const check = new InputCheck();
  check.range('points', input.points, 1, MAX_POINTS);
  return postOnce(app, caller, input, check, {
    action: 'pointsSpend',
    same: (entry) => entry.kind === PointsEntryKind.SPEND && entry.points === -input.points,
    plan: async (_tx, account, details) => {
      ensureBalance(account, input.points);
      return account.debit(PointsEntryKind.SPEND, input.points, details);
    },
  });
}

interface ReversibleEntry {
  kind: PointsEntryKind;
  points: number;
  taken: [number, number][] | null;
  reversedBy: number | null;
}

/**
 * Undoes a SPEND or an ADJUST (V2). Points come back into the lots that they were taken from, with their old expiry.
 * An upward ADJUST is taken back only as far as the balance bears it. What orders earn follows their refunds instead.
 */
export async function reverse(app: App, caller: Caller, input: PointsReverseInput): Promise<{ entry: PointsEntryRow }> {
  authorize(caller.principal, 'PERK_REVERSE');
  return postOnce(app, caller, input, new InputCheck(), {
    action: 'pointsReverse',
    same: (entry) => entry.kind === PointsEntryKind.REVERSE && entry.reversesSeq === input.seq,
    plan: async (tx, account, details) => {
      const entry = await tx.row<ReversibleEntry>(
        `select e.kind, e.points, e.taken, r.seq as "reversedBy" from points_entry e
           left join points_entry r on r.customer_id = e.customer_id and r.reverses_seq = e.seq
          where e.customer_id = $1 and e.seq = $2`,
        [account.customerId, input.seq],
      );
      if (!entry) {
        return fail('seq', UserErrorCode.NOT_FOUND, 'There is no such entry.');
      }
      if (entry.kind !== PointsEntryKind.SPEND && entry.kind !== PointsEntryKind.ADJUST) {
        return fail('seq', UserErrorCode.INVALID, 'Only SPEND and ADJUST entries are undone by hand.');
      }
      if (entry.kind === PointsEntryKind.ADJUST) {
        authorize(caller.principal, 'POINTS_ADJUST');
      }
      if (entry.reversedBy !== null) {
        return fail('seq', UserErrorCode.ALREADY_DONE, `Entry ${entry.reversedBy} has already undone it.`);
      }
      const undoing = { ...details, reversesSeq: input.seq };
      if (entry.points > 0) {
        ensureBalance(account, entry.points);
        return account.debit(PointsEntryKind.REVERSE, entry.points, undoing, input.seq);
      }
      const taken = entry.taken ?? [];
      await loadLots(
        tx,
        [account],
        taken.map(([seq]) => seq),
      );
      return account.restore(taken, undoing);
    },
  });
}

interface Posting {
  action: string;
  /** Whether an entry found under the key is what this input asks for. */
  same(entry: PointsEntryRow & { reversesSeq: number | null }): boolean;
  plan(tx: Transaction, account: Account, details: EntryDetails): Promise<NewEntry>;
}

/** Posts one entry under an idempotency key: a second try with the same input finds the first one's entry. */
async function postOnce(
  app: App,
  caller: Caller,
  input: { customerId: string; reason: string; idempotencyKey: string },
  check: InputCheck,
  posting: Posting,
): Promise<{ entry: PointsEntryRow }> {
  const reason = check.text('reason', input.reason, { min: 1, max: 200 });
  const idempotencyKey = check.text('idempotencyKey', input.idempotencyKey, { min: 1, max: 100 });
  check.done();
  return app.db.transaction(async (tx) => {
    const account = await lockActive(tx, input.customerId);
    const earlier = await entryByKey(tx, input.customerId, idempotencyKey);
    if (earlier) {
      if (earlier.reason !== reason || !posting.same(earlier)) {
        fail('idempotencyKey', UserErrorCode.IDEMPOTENCY_KEY_REUSED, 'This key was used for something else.');
      }
      return { entry: earlier };
    }
    const at = app.clock.now();
    await loadLots(tx, [account]);
    account.expire(at);
    const details = { at, reason, idempotencyKey, actorId: staffIdOf(caller.principal) };
    const { seq } = await posting.plan(tx, account, details);
    await writePlanned(tx, [account]);
    const entry = (await entryByKey(tx, input.customerId, idempotencyKey))!;
    await app.audit.record(tx, caller, {
      action: posting.action,
      subjectType: 'Customer',
      subjectId: input.customerId,
      after: { seq, points: entry.points, balance: account.balance },
      reason,
    });
    return { entry };
  });
}

async function lockActive(tx: Transaction, customerId: string): Promise<Account> {
  const active =
    isId(customerId) && (await tx.row(`select 1 from customer where id = $1 and status = 'ACTIVE'`, [customerId]));
  const account = active && (await lockAccounts(tx, [customerId])).get(customerId);
  return account || fail('customerId', UserErrorCode.NOT_FOUND, 'There is no such customer.');
}

function entryByKey(tx: Transaction, customerId: string, key: string) {
  return tx.row<PointsEntryRow & { reversesSeq: number | null }>(
    `select ${ENTRY_COLUMNS}, e.reverses_seq as "reversesSeq" from points_entry e
      where e.customer_id = $1 and e.idempotency_key = $2`,
    [customerId, key],
  );
}

function ensureBalance(account: Account, points: number): void {
  if (account.balance < points) {
    fail('points', UserErrorCode.INSUFFICIENT_POINTS, `The balance is ${account.balance}.`);
  }
}
