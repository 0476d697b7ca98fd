import type { Transaction } from '../../database/transaction.js';
import type { PlacedOrder } from './write.js';

/** An order after its reversals were applied. */
export interface SettledOrder {
  id: string;
  baseNet: number;
}

/**
 * Applies all reversals of these orders anew, in the order in which they happened, and writes what each took off
 * and what is left. Arrival order thus does not matter. None takes more than was left: an excess, possible only when
 * the reversal came first or the order shrank since, is shown by `applied` staying below `amount`.
 */
export async function settle(tx: Transaction, orderIds: string[]): Promise<SettledOrder[]> {
  if (orderIds.length === 0) {
    return [];
  }
  return tx.rows<SettledOrder>(
    `with wanted as (
       select r.id, r.order_id, r.kind, o.amount as whole, coalesce(r.amount, o.amount) as wanted,
              sum(coalesce(r.amount, o.amount)) over earlier as before
         from order_reversal r join orders o on o.id = r.order_id
        where r.order_id = any($1::uuid[])
       window earlier as (partition by r.order_id order by r.occurred_at, r.number
                          rows between unbounded preceding and 1 preceding)
     ), applied as (
       select id, order_id, kind, greatest(least(wanted, whole - coalesce(before, 0)), 0)::bigint as applied from wanted
     ), written as (
       update order_reversal r set applied = a.applied from applied a where r.id = a.id and r.applied <> a.applied
     ), total as (
       select order_id, sum(applied)::bigint as refunded, bool_or(kind = 'CANCELLATION') as cancelled
         from applied group by order_id
     )
     update orders o
        set refunded = t.refunded,
            base_net = case when t.refunded = o.amount then 0
                       else o.base_amount - round(o.base_amount::numeric * t.refunded / o.amount)::bigint end,
            status = case when t.refunded = o.amount and t.cancelled then 'CANCELLED'
                          when t.refunded = 0 then 'PLACED'
                          when t.refunded = o.amount then 'REFUNDED'
                          else 'PARTLY_REFUNDED' end
       from total t where o.id = t.order_id
     returning o.id, o.base_net as "baseNet"`,
    [orderIds],
  );
}

/** Which of these order numbers a reversal waits for; none can come while the source is locked. */
export async function awaitedNumbers(tx: Transaction, source: string, numbers: string[]): Promise<Set<string>> {
  if (numbers.length === 0) {
    return new Set();
  }
  const rows = await tx.rows<{ number: string }>(
    `select order_number as number from order_reversal
      where source = $1 and order_number = any($2::text[]) and order_id is null`,
    [source, numbers],
  );
  return new Set(rows.map(({ number }) => number));
}

/** Gives reversals that waited for these new orders to them. */
export async function attachWaiting(tx: Transaction, source: string, orders: PlacedOrder[]): Promise<void> {
  if (orders.length > 0) {
    await tx.run(
      `update order_reversal r set order_id = x.id
         from unnest($2::uuid[], $3::text[]) as x (id, number)
        where r.source = $1 and r.order_number = x.number and r.order_id is null`,
      [source, orders.map(({ id }) => id), orders.map(({ row }) => row.number)],
    );
  }
}
