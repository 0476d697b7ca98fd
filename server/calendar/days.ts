/** A day in the company's time zone, as 'yyyy-MM-dd'. Strings of this form compare as days do. */
export type LocalDate = string;

const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA-u-ca-iso8601-nu-latn', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  return format;
}

const QUARTER = 900_000;
/** Since then clocks everywhere have been changed at whole quarters of an hour only. */
const WHOLE_QUARTERS_SINCE = Date.UTC(1980, 0, 1);
/** Offsets by zone and quarter of an hour: formatting takes microseconds, and a batch of orders asks about a few days. */
const offsets = new Map<string, Map<number, number>>();
const MOST_QUARTERS = 4096;

/** The wall clock of a time zone at an instant, as milliseconds since 1970 as if it were UTC; whole seconds. */
function wallClock(instant: Date, timeZone: string): number {
  const at = instant.getTime();
  const second = Math.floor(at / 1000) * 1000;
  const quarter = Math.floor(at / QUARTER);
  let known = offsets.get(timeZone);
  const offset = known?.get(quarter);
  if (offset !== undefined) {
    return second + offset;
  }
  const wall = formattedClock(instant, timeZone);
  if (at >= WHOLE_QUARTERS_SINCE) {
    if (!known || known.size >= MOST_QUARTERS) {
      known = new Map();
      offsets.set(timeZone, known);
    }
    known.set(quarter, wall - second);
  }
  return wall;
}

function formattedClock(instant: Date, timeZone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(instant)) {
    part[type] = Number(value);
  }
  return Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute, part.second);
}

const utc = (day: LocalDate) => Date.parse(`${day}T00:00:00Z`);
const toDay = (ms: number): LocalDate => new Date(ms).toISOString().slice(0, 10);

/** The day that it is in a time zone at an instant. */
export function companyDay(instant: Date, timeZone: string): LocalDate {
  return toDay(wallClock(instant, timeZone));
}

/** The first instant of a day in a time zone, also where clocks are changed at midnight. */
export function startOfDay(day: LocalDate, timeZone: string): Date {
  const midnight = utc(day);
  // The offset may change around that midnight: both offsets give a candidate, the first one inside the day counts.
  const candidates = [midnight - DAY, midnight + DAY]
    .map((near) => midnight - (wallClock(new Date(near), timeZone) - near))
    .sort((a, b) => a - b);
  const first = candidates.find((at) => companyDay(new Date(at), timeZone) >= day);
  return new Date(first ?? candidates.at(-1)!);
}

/** So many days later (or earlier). */
export function addDays(day: LocalDate, days: number): LocalDate {
  return toDay(utc(day) + days * DAY);
}

/** How many days lie between two days; negative when the second is the earlier one. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (utc(to) - utc(from)) / DAY;
}

/** So many months later (or earlier); where the month is too short, its last day. As PostgreSQL's date + interval. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return toDay(Date.UTC(year, month - 1 + months, Math.min(date, lastDay)));
}

/** The Monday of a day's week. */
export function startOfWeek(day: LocalDate): LocalDate {
  const weekday = (new Date(utc(day)).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

/** The first day of a day's month. */
export function startOfMonth(day: LocalDate): LocalDate {
  return `${day.slice(0, 7)}-01`;
}

/** The first day of a day's quarter. */
export function startOfQuarter(day: LocalDate): LocalDate {
  const month = Number(day.slice(5, 7));
  return `${day.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`;
}

/** The first of January of a day's year. */
export function startOfYear(day: LocalDate): LocalDate {
  return `${day.slice(0, 4)}-01-01`;
}
