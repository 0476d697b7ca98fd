import type { App } from '../app.js';
import { addDays, addMonths, companyDay, startOfDay } from '../calendar/days.js';

/**
 * When points run out (V2), in SQL: at the end of the company day that lies so many months after the day of the
 * purchase; null when `months` is null.
 */
export function expirySql(at: string, timeZone: string, months: string): string {
  return `((${at} at time zone ${timeZone})::date + make_interval(months => ${months}::int) + interval '1 day')
            at time zone ${timeZone}`;
}

/** The same for points given now. */
export async function expiryOf(app: App): Promise<Date | null> {
  const { pointsExpireMonths } = (await app.program.published()).settings;
  const { timeZone } = await app.company.settings();
  const today = companyDay(app.clock.now(), timeZone);
  return pointsExpireMonths === null ? null : startOfDay(addDays(addMonths(today, pointsExpireMonths), 1), timeZone);
}
