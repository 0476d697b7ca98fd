import type { Page, PageArgs } from '../../schema/common/connection.js';
import type { TierMove, TierMoveFilter } from '../../schema/tiers/tier-move.js';
import type { App } from '../app.js';
import { isId } from '../database/id.js';
import { planPage, toPage } from '../graphql/keyset.js';

/** A move as a plain row, with the name of who made it. */
export type TierMoveRow = Omit<TierMove, 'programVersionId' | 'actorId'> & { actor: string | null };

type ListedMove = TierMoveRow & { cursor_keys: string[] };

/** The select list of a TierMoveRow from `tier_move m`. */
export const MOVE_COLUMNS = `m.id, m.customer_id as "customerId", m.from_tier_id as "fromTierId", m.to_tier_id as "toTierId",
  m.direction, m.cause, m.reason, m.order_id as "orderId", m.at,
  (select a.name from staff a where a.id = m.actor_id) as actor`;

/** A page of tier moves, newest first, of everybody or of one customer. */
export async function listMoves(
  app: App,
  args: PageArgs,
  filter: TierMoveFilter & { customerId?: string },
): Promise<Page<TierMoveRow>> {
  const params: unknown[] = [];
  const where = conditions(filter, params);
  const countParams = [...params];
  const plan = planPage(
    args,
    [
      { sql: 'm.at', type: 'timestamptz', descending: true },
      { sql: 'm.id', type: 'uuid', descending: true },
    ],
    params,
  );
  const rows = await app.db.rows<ListedMove>(
    `select ${MOVE_COLUMNS}, ${plan.cursorSql} as cursor_keys from tier_move m where ${where} and ${plan.where}
      order by ${plan.orderBy} limit ${plan.limit + 1} offset ${plan.offset}`,
    params,
  );
  const count = async () => {
    const [row] = await app.db.rows<{ n: number }>(`select count(*) as n from tier_move m where ${where}`, countParams);
    return row!.n;
  };
  return toPage(rows, plan, ({ cursor_keys: _, ...move }) => move, count);
}

function conditions(filter: TierMoveFilter & { customerId?: string }, params: unknown[]): string {
  const slot = (value: unknown) => `$${params.push(value)}`;
  const parts = ['true'];
  if (filter.customerId) {
    parts.push(`m.customer_id = ${slot(filter.customerId)}`);
  }
  if (filter.direction) {
    parts.push(`m.direction = ${slot(filter.direction)}`);
  }
  if (filter.cause) {
    parts.push(`m.cause = ${slot(filter.cause)}`);
  }
  if (filter.since) {
    parts.push(`m.at >= ${slot(filter.since)}`);
  }
  if (filter.until) {
    parts.push(`m.at < ${slot(filter.until)}`);
  }
  if (filter.tierId) {
    const id = isId(filter.tierId) ? slot(filter.tierId) : null;
    parts.push(id ? `(m.from_tier_id = ${id} or m.to_tier_id = ${id})` : 'false');
  }
  return parts.join(' and ');
}
