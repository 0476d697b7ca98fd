import type { App } from '../app.js';
import { addMonths, companyDay, type LocalDate, startOfDay, startOfMonth } from '../calendar/days.js';
import type { CompanySettings } from '../company/service.js';
import { sqlState } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';

/** For how many whole months events are kept beside the current one, when the company has not said otherwise (A4). */
const EVENT_MONTHS = 13;
/** How many months' tables are made ahead of time. */
const AHEAD = 2;
/** PostgreSQL's word for a row that belongs to no partition. */
const NO_PARTITION = '23514';

/** A month's table, and the function that drops it. */
interface MonthTable {
  drop: 'drop_event_month' | 'drop_event_day_month';
  month: LocalDate;
}
const MONTH_TABLES = `
select case i.inhparent when 'customer_event'::regclass then 'drop_event_month' else 'drop_event_day_month' end as drop,
       to_date(right(c.relname, 7), 'YYYY_MM') as month
  from pg_inherits i join pg_class c on c.oid = i.inhrelid
 where i.inhparent in ('customer_event'::regclass, 'customer_event_day'::regclass) order by 1, 2`;

/** For how many whole months the company keeps events beside the current one (A4, ⚙). */
export function eventMonths({ retention }: Pick<CompanySettings, 'retention'>): number {
  return retention.events ?? EVENT_MONTHS;
}

/** The first day of the oldest month that is kept. */
export function oldestMonth(now: Date, settings: Pick<CompanySettings, 'retention' | 'timeZone'>): LocalDate {
  return addMonths(startOfMonth(companyDay(now, settings.timeZone)), -eventMonths(settings));
}

/** The tables of the months: made when an event needs one, or ahead of time, and dropped when their time has come. */
export class EventMonths {
  /** First days of months whose tables are known to be there. */
  readonly #made = new Set<LocalDate>();

  constructor(private readonly app: App) {}

  /**
   * Does work that writes events of these instants, when the tables of their months are there. Where another server has dropped
   * one meanwhile, or our calendar and the database's disagree about a midnight, it is done again with the months around.
   */
  async with<T>(instants: readonly Date[], work: () => Promise<T>): Promise<T> {
    const { timeZone } = await this.app.company.settings();
    const months = [...new Set(instants.map((at) => startOfMonth(companyDay(at, timeZone))))];
    await this.#ensure(months);
    try {
      return await work();
    } catch (error) {
      if (sqlState(error) !== NO_PARTITION) {
        throw error;
      }
      this.#made.clear();
      await this.#ensure(months.flatMap((month) => [addMonths(month, -1), month, addMonths(month, 1)]));
      return work();
    }
  }

  async #ensure(months: readonly LocalDate[]): Promise<void> {
    for (const month of months.filter((one) => !this.#made.has(one))) {
      await this.app.db.rows('select ensure_event_month($1::date)', [month]);
      this.#made.add(month);
    }
  }

  /** Makes the coming months' tables, and drops those of months that are kept no longer (A4); run daily. */
  async keep(): Promise<void> {
    const settings = await this.app.company.settings();
    const now = this.app.clock.now();
    const current = startOfMonth(companyDay(now, settings.timeZone));
    await this.#ensure(Array.from({ length: AHEAD + 1 }, (_, n) => addMonths(current, n)));
    const oldest = oldestMonth(now, settings);
    for (const { drop, month } of await this.app.db.rows<MonthTable>(MONTH_TABLES)) {
      if (month < oldest) {
        this.#made.delete(month);
        await this.app.db.rows(`select ${drop}($1::date)`, [month]);
      }
    }
  }

  /** Drops all months' tables, since the company's midnights have moved; only while there are no events. */
  async reset(tx: Transaction): Promise<void> {
    for (const { drop, month } of await tx.rows<MonthTable>(MONTH_TABLES)) {
      await tx.run(`select ${drop}($1::date)`, [month]);
    }
    tx.afterCommit(() => this.#made.clear());
  }
}

/** The terms that events are checked against now. */
export async function eventTerms(app: App): Promise<{ now: Date; oldest: Date }> {
  const settings = await app.company.settings();
  const now = app.clock.now();
  return { now, oldest: startOfDay(oldestMonth(now, settings), settings.timeZone) };
}
