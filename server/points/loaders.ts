import DataLoader from 'dataloader';
import type { ExpiringPoints } from '../../schema/points/points.js';
import type { App } from '../app.js';

/** A customer's points as the PointsAccount type wants them. */
export interface AccountView {
  balance: number;
  debt: number;
  expiringSoon: ExpiringPoints[];
}

/** Points accounts by customer id; an empty one for customers without figures. */
export const accountLoader = (app: App) =>
  new DataLoader<string, AccountView>(async (customerIds) => {
    const { pointsReminderDays } = (await app.program.published()).settings;
    const now = app.clock.now();
    const [accounts, lots] = await Promise.all([
      app.db.hot.rows<{ customerId: string; balance: number; debt: number }>(
        'points accounts',
        `select customer_id as "customerId", points_balance as balance, points_debt as debt
           from customer_stats where customer_id = any($1::uuid[])`,
        [customerIds],
      ),
      app.db.hot.rows<ExpiringPoints & { customerId: string }>(
        'points expiring',
        `select customer_id as "customerId", sum(remaining)::bigint as points, expires_at as "expiresAt"
           from points_lot where customer_id = any($1::uuid[]) and remaining > 0 and expires_at > $2 and expires_at <= $3
          group by customer_id, expires_at order by expires_at`,
        [customerIds, now, soon(now, pointsReminderDays)],
      ),
    ]);
    const byId = new Map(accounts.map((account) => [account.customerId, account]));
    return customerIds.map((id) => ({
      balance: byId.get(id)?.balance ?? 0,
      debt: byId.get(id)?.debt ?? 0,
      expiringSoon: lots.filter(({ customerId }) => customerId === id),
    }));
  });

/** Until when points count as expiring soon (V2). */
export const soon = (now: Date, reminderDays: number) => new Date(now.getTime() + reminderDays * 86_400_000);
