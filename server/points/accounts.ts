import type { Transaction } from '../database/transaction.js';
import { Account, type Lot } from './ledger.js';

interface AccountRow {
  customerId: string;
  balance: number;
  debt: number;
  seq: number;
  tierId: string | null;
}

/**
 * Locks and reads customers' accounts, in the order of their ids as everything does that locks several.
 * Lots are not read yet: only those need them from whom points are taken (`loadLots`).
 */
export async function lockAccounts(tx: Transaction, customerIds: string[]): Promise<Map<string, Account>> {
  const rows = await tx.rows<AccountRow>(
    `select customer_id as "customerId", points_balance as balance, points_debt as debt, points_seq as seq,
            tier_id as "tierId"
       from customer_stats where customer_id = any($1::uuid[]) order by customer_id for update`,
    [customerIds],
  );
  return new Map(
    rows.map(({ customerId, balance, debt, seq, tierId }) => [
      customerId,
      new Account(customerId, balance, debt, seq, [], tierId),
    ]),
  );
}

/** Reads the open lots of locked accounts, so that points can be taken from them, and the used-up lots of `seqs`. */
export async function loadLots(tx: Transaction, accounts: Account[], seqs: number[] = []): Promise<void> {
  if (accounts.length === 0) {
    return;
  }
  const byId = new Map(accounts.map((account) => [account.customerId, account]));
  const rows = await tx.rows<Lot & { customerId: string }>(
    `select l.customer_id as "customerId", l.seq, l.remaining, l.expires_at as "expiresAt", e.order_id as "orderId"
       from points_lot l join points_entry e using (customer_id, seq)
      where l.customer_id = any($1::uuid[]) and (l.remaining > 0 or l.seq = any($2::int[]))`,
    [[...byId.keys()], seqs],
  );
  for (const { customerId, ...lot } of rows) {
    byId.get(customerId)?.lots.push(lot);
  }
}

/** Writes the entries and lots that were planned on any number of accounts; `writeBalances` must follow. */
export async function writeLedger(tx: Transaction, accounts: Account[]): Promise<void> {
  const lots = accounts.flatMap((account) => account.lots.map((lot) => ({ customerId: account.customerId, ...lot })));
  await Promise.all([insertEntries(tx, accounts), writeLots(tx, lots)]);
}

async function insertEntries(tx: Transaction, accounts: Account[]): Promise<void> {
  const rows = accounts.flatMap(({ customerId, entries }) => entries.map((entry) => ({ customerId, entry })));
  if (rows.length === 0) {
    return;
  }
  await tx.run(
    `insert into points_entry (customer_id, seq, kind, points, balance_after, order_id, reason, actor_id,
       idempotency_key, expires_at, at, taken, reverses_seq)
     select * from unnest($1::uuid[], $2::int[], $3::text[], $4::bigint[], $5::bigint[], $6::uuid[], $7::text[],
       $8::uuid[], $9::text[], $10::timestamptz[], $11::timestamptz[], $12::jsonb[], $13::int[])`,
    [
      rows.map(({ customerId }) => customerId),
      rows.map(({ entry }) => entry.seq),
      rows.map(({ entry }) => entry.kind),
      rows.map(({ entry }) => entry.points),
      rows.map(({ entry }) => entry.balanceAfter),
      rows.map(({ entry }) => entry.orderId),
      rows.map(({ entry }) => entry.reason),
      rows.map(({ entry }) => entry.actorId),
      rows.map(({ entry }) => entry.idempotencyKey),
      rows.map(({ entry }) => entry.expiresAt),
      rows.map(({ entry }) => entry.at),
      rows.map(({ entry }) => entry.taken && JSON.stringify(entry.taken)),
      rows.map(({ entry }) => entry.reversesSeq),
    ],
  );
}

async function writeLots(tx: Transaction, lots: (Lot & { customerId: string })[]): Promise<void> {
  const fresh = lots.filter(({ state }) => state === 'new');
  if (fresh.length > 0) {
    await tx.run(
      `insert into points_lot (customer_id, seq, remaining, expires_at)
       select * from unnest($1::uuid[], $2::int[], $3::bigint[], $4::timestamptz[])`,
      [
        fresh.map(({ customerId }) => customerId),
        fresh.map(({ seq }) => seq),
        fresh.map(({ remaining }) => remaining),
        fresh.map(({ expiresAt }) => expiresAt),
      ],
    );
  }
  const changed = lots.filter(({ state }) => state === 'changed');
  if (changed.length > 0) {
    await tx.run(
      `update points_lot l set remaining = v.remaining
         from unnest($1::uuid[], $2::int[], $3::bigint[]) as v (customer_id, seq, remaining)
        where l.customer_id = v.customer_id and l.seq = v.seq`,
      [
        changed.map(({ customerId }) => customerId),
        changed.map(({ seq }) => seq),
        changed.map(({ remaining }) => remaining),
      ],
    );
  }
}
