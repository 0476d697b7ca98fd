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

/** The same, of one instant. */
export function expiryAfter(at: Date, months: number | null, timeZone: string): Date | null {
  return months === null ? null : startOfDay(addDays(addMonths(companyDay(at, timeZone), months), 1), timeZone);
}

/** The same for a batch of instants, most of which lie in few quarters of an hour; no day begins within one. */
export function expiries(months: number | null, timeZone: string): (at: Date) => Date | null {
  const known = new Map<number, Date | null>();
  return (at) => {
    const quarter = Math.floor(at.getTime() / 900_000);
    let expiry = known.get(quarter);
    if (expiry === undefined) {
      expiry = expiryAfter(at, months, timeZone);
      known.set(quarter, expiry);
    }
    return expiry;
  };
}

/** The same for points given now. */
export async function expiryOf(app: App): Promise<Date | null> {
  const { pointsExpireMonths } = (await app.program.published()).settings;
  const { timeZone } = await app.company.settings();
  return expiryAfter(app.clock.now(), pointsExpireMonths, timeZone);
}
