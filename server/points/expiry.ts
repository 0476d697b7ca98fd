import type { App } from '../app.js';
import type { NewNotification } from '../notifications/service.js';
import { loadLots, lockAccounts } from './accounts.js';
import { writePlanned } from './orders.js';

/** How many customers one transaction of the expiry run takes. */
const BATCH = 500;

/** Lets all points run out that are due (V2), in batches of customers; may stop and begin again anywhere. */
export async function expirePoints(app: App): Promise<void> {
  for (;;) {
    const due = await app.db.rows<{ customerId: string }>(
      `select distinct customer_id as "customerId" from (
         select customer_id from points_lot where remaining > 0 and expires_at <= $1 order by expires_at limit $2) x`,
      [app.clock.now(), BATCH],
    );
    if (due.length === 0) {
      return;
    }
    await app.db.transaction(async (tx) => {
      const ids = due.map(({ customerId }) => customerId);
      const accounts = [...(await lockAccounts(tx, ids)).values()];
      await loadLots(tx, accounts);
      for (const account of accounts) {
        account.expire(app.clock.now());
      }
      await writePlanned(tx, accounts);
    });
  }
}

/** Tells customers once per lot that points will run out within the reminder days (V2, V5), one message per customer and day. */
export async function remindOfExpiry(app: App): Promise<void> {
  const { pointsReminderDays } = (await app.program.published()).settings;
  const now = app.clock.now();
  const until = new Date(now.getTime() + pointsReminderDays * 86_400_000);
  while (
    await app.db.transaction(async (tx) => {
      const lots = await tx.rows<RemindedLot>(
        `with due as (
           select customer_id, seq from points_lot
            where remaining > 0 and reminded_at is null and expires_at > $1 and expires_at <= $2
            order by expires_at limit $3 for update skip locked),
         reminded as (
           update points_lot l set reminded_at = $1 from due
            where l.customer_id = due.customer_id and l.seq = due.seq
            returning l.customer_id, l.remaining, l.expires_at)
         select r.customer_id as "customerId", r.remaining, r.expires_at as "expiresAt", c.status = 'ACTIVE' as active
           from reminded r join customer c on c.id = r.customer_id`,
        [now, until, BATCH],
      );
      await app.notifications.add(tx, reminders(lots));
      return lots.length;
    })
  );
}

interface RemindedLot {
  customerId: string;
  remaining: number;
  expiresAt: Date;
  active: boolean;
}

function reminders(lots: RemindedLot[]): NewNotification[] {
  const byCustomerAndDay = new Map<string, RemindedLot[]>();
  for (const lot of lots.filter(({ active }) => active)) {
    const key = `${lot.customerId} ${lot.expiresAt.toISOString()}`;
    byCustomerAndDay.set(key, [...(byCustomerAndDay.get(key) ?? []), lot]);
  }
  return [...byCustomerAndDay.values()].map((together) => ({
    customerId: together[0]!.customerId,
    kind: 'POINTS_EXPIRING',
    data: { points: together.reduce((sum, lot) => sum + lot.remaining, 0), expiresAt: together[0]!.expiresAt },
  }));
}
