import { staffIdOf } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { newId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { TIER_COLUMNS, type TierState } from './merge-snapshot.js';

const COLUMNS = TIER_COLUMNS.join(', ');

/** How a customer holds their tier now. */
export async function tierStateOf(tx: Transaction, customerId: string): Promise<TierState> {
  const row = await tx.row<{ state: TierState }>(
    `select to_jsonb(t) as state from (select ${COLUMNS} from customer_stats where customer_id = $1) t`,
    [customerId],
  );
  return row!.state;
}

/** Whether two states are the same. */
export const sameState = (a: TierState, b: TierState) => TIER_COLUMNS.every((column) => a[column] === b[column]);

/** Makes a customer hold a tier as the state says, without history: for profiles that go out of use or come back. */
export async function setTierState(tx: Transaction, customerId: string, state: TierState | null): Promise<void> {
  const json = JSON.stringify(state ?? { earned_kept: false });
  await tx.run(
    `update customer_stats set (${COLUMNS}) = (select ${COLUMNS} from jsonb_populate_record(null::customer_stats, $2::jsonb))
      where customer_id = $1`,
    [customerId, json],
  );
}

/** The same, with history and a message when the tier becomes another one (V1, V5). */
export async function changeTierState(
  app: App,
  tx: Transaction,
  caller: Caller,
  customerId: string,
  state: TierState,
  reason: string,
): Promise<void> {
  const before = await tierStateOf(tx, customerId);
  await setTierState(tx, customerId, state);
  if (before.tier_id === state.tier_id) {
    return;
  }
  const tiers = await tx.rows<{ id: string; rank: number; code: string; name: object }>(
    'select id, rank, code, name from tier where id = any($1::uuid[])',
    [[before.tier_id, state.tier_id].filter(Boolean)],
  );
  const of = (id: unknown) => tiers.find((tier) => tier.id === id);
  const [from, to] = [of(before.tier_id), of(state.tier_id)];
  const direction = (to?.rank ?? 0) > (from?.rank ?? 0) ? 'UP' : 'DOWN';
  await tx.run(
    `insert into tier_move (id, customer_id, from_tier_id, to_tier_id, direction, cause, reason, actor_id, at)
     values ($1, $2, $3, $4, $5, 'MERGE', $6, $7, $8)`,
    [
      newId(),
      customerId,
      from?.id ?? null,
      to?.id ?? null,
      direction,
      reason,
      staffIdOf(caller.principal),
      app.clock.now(),
    ],
  );
  const facts = (tier: typeof from) => tier && { code: tier.code, name: tier.name };
  await app.notifications.add(tx, [
    {
      customerId,
      kind: direction === 'UP' ? 'TIER_UP' : 'TIER_DOWN',
      data: { from: facts(from) ?? null, to: facts(to) ?? null, cause: 'MERGE', until: state.tier_expires_at },
    },
  ]);
}

/** Whether the first state's tier ranks above the second's. */
export async function ranksAbove(tx: Transaction, a: TierState, b: TierState): Promise<boolean> {
  const row = await tx.row<{ above: boolean }>(
    `select coalesce((select rank from tier where id = $1), 0) > coalesce((select rank from tier where id = $2), 0) as above`,
    [a.tier_id, b.tier_id],
  );
  return row!.above;
}
