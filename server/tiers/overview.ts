import type { App } from '../app.js';
import { addDays, companyDay, type LocalDate, startOfDay, startOfMonth } from '../calendar/days.js';

const DAYS = 30;

type Lazy<T> = () => Promise<T>;

/** The programme at a glance; each figure is a function that graphql-js calls when, and only when, it is asked for. */
export interface Overview {
  customers: Lazy<number>;
  newMembers: Lazy<number>;
  membersByTier: Lazy<{ tierId: string; count: number }[]>;
  noTier: Lazy<number>;
  movesUp: Lazy<number>;
  movesDown: Lazy<number>;
  movesByDay: Lazy<{ day: LocalDate; up: number; down: number }[]>;
  redemptionsThisMonth: Lazy<number>;
  redemptionsByDay: Lazy<{ day: LocalDate; count: number; cost: number }[]>;
  topBenefits: Lazy<{ benefitId: string; count: number }[]>;
  ordersByDay: Lazy<{ day: LocalDate; orders: number; spend: number }[]>;
  pointsOutstanding: Lazy<number>;
  pointsExpiring30Days: Lazy<number>;
}

/** Counts members, moves, redemptions, orders and points: one statement each, at most 30 days back or one pass. */
export async function overviewOf(app: App): Promise<Overview> {
  const { timeZone } = await app.company.settings();
  const now = app.clock.now();
  const today = companyDay(now, timeZone);
  const firstDay = addDays(today, 1 - DAYS);
  const since = startOfDay(firstDay, timeZone);
  const month = startOfDay(startOfMonth(today), timeZone);
  const earliest = startOfDay([firstDay, startOfMonth(today)].sort()[0]!, timeZone);
  const members = once(() => readMembers(app));
  const moves = once(() => readMoves(app, earliest, timeZone));
  const redemptions = once(() => readRedemptions(app, earliest, timeZone));
  const byDay = <R extends { day: LocalDate }>(rows: R[], empty: Omit<R, 'day'>): R[] => {
    const known = new Map(rows.map((row) => [row.day, row]));
    const days = Array.from({ length: DAYS }, (_, n) => addDays(firstDay, n));
    return days.map((day) => known.get(day) ?? ({ ...empty, day } as R));
  };
  const thisMonth = <R extends { day: LocalDate }>(rows: R[]) => rows.filter(({ day }) => day >= startOfMonth(today));
  return {
    customers: async () => (await members()).customers,
    membersByTier: async () => (await members()).byTier,
    noTier: async () => {
      const { customers, byTier } = await members();
      return customers - sum(byTier, ({ count }) => count);
    },
    pointsOutstanding: async () => (await members()).points,
    newMembers: () =>
      number(app, `select count(*) as n from customer where registered_at >= $1 and status = 'ACTIVE'`, [month]),
    movesUp: async () => sum(thisMonth(await moves()), ({ up }) => up),
    movesDown: async () => sum(thisMonth(await moves()), ({ down }) => down),
    movesByDay: async () => byDay(await moves(), { up: 0, down: 0 }),
    redemptionsThisMonth: async () => sum(thisMonth(await redemptions()), ({ count }) => count),
    redemptionsByDay: async () => byDay(await redemptions(), { count: 0, cost: 0 }),
    topBenefits: () =>
      app.db.rows(
        `select benefit_id as "benefitId", sum(quantity) as count from redemption
          where created_at >= $1 and status in ('RESERVED', 'COMMITTED')
          group by benefit_id order by sum(quantity) desc, benefit_id limit 5`,
        [since],
      ),
    ordersByDay: async () => byDay(await readOrders(app, since, timeZone), { orders: 0, spend: 0 }),
    pointsExpiring30Days: () =>
      number(app, `select coalesce(sum(remaining), 0) as n from points_lot where remaining > 0 and expires_at <= $1`, [
        startOfDay(addDays(today, DAYS + 1), timeZone),
      ]),
  };
}

async function readMembers(app: App) {
  const [rows, inactive, { tiers }] = await Promise.all([
    app.db.rows<{ tierId: string | null; count: number; points: number }>(
      'select tier_id as "tierId", count(*) as count, sum(points_balance) as points from customer_stats group by tier_id',
    ),
    number(app, `select count(*) as n from customer where status <> 'ACTIVE'`, []),
    app.program.published(),
  ]);
  const counts = new Map(rows.map(({ tierId, count }) => [tierId, count]));
  return {
    customers: sum(rows, ({ count }) => count) - inactive,
    points: sum(rows, ({ points }) => points),
    byTier: tiers.map(({ id }) => ({ tierId: id, count: counts.get(id) ?? 0 })),
  };
}

const readMoves = (app: App, since: Date, timeZone: string) =>
  app.db.rows<{ day: LocalDate; up: number; down: number }>(
    `select (at at time zone $2)::date as day, count(*) filter (where direction = 'UP') as up,
            count(*) filter (where direction = 'DOWN') as down
       from tier_move where at >= $1 group by 1`,
    [since, timeZone],
  );

const readRedemptions = (app: App, since: Date, timeZone: string) =>
  app.db.rows<{ day: LocalDate; count: number; cost: number }>(
    `select (created_at at time zone $2)::date as day, sum(quantity) as count, sum(cost) as cost
       from redemption where created_at >= $1 and status in ('RESERVED', 'COMMITTED') group by 1`,
    [since, timeZone],
  );

const readOrders = (app: App, since: Date, timeZone: string) =>
  app.db.rows<{ day: LocalDate; orders: number; spend: number }>(
    `select (placed_at at time zone $2)::date as day, count(*) filter (where status in ('PLACED', 'PARTLY_REFUNDED')) as orders,
            sum(base_net) as spend
       from orders where placed_at >= $1 group by 1`,
    [since, timeZone],
  );

async function number(app: App, sql: string, params: unknown[]): Promise<number> {
  const [row] = await app.db.rows<{ n: number }>(sql, params);
  return row!.n;
}

function once<T>(load: () => Promise<T>): Lazy<T> {
  let value: Promise<T> | undefined;
  return () => {
    value ??= load();
    return value;
  };
}

const sum = <R>(rows: R[], of: (row: R) => number) => rows.reduce((total, row) => total + of(row), 0);
