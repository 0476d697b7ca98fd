import { QualificationWindow } from '../../schema/tiers/enums.js';
import { addDays, addMonths, companyDay, type LocalDate, startOfYear } from '../calendar/days.js';
import type { ProgramSettings } from './published.js';

/** The company days over which spend or points count now, both included; null: without bound. */
export interface QualificationPeriod {
  start: LocalDate | null;
  end: LocalDate | null;
}

/** The qualification window (V1) that a day lies in: everything, its year, or the months up to and with it. */
export function windowOf(
  settings: Pick<ProgramSettings, 'window' | 'windowMonths'>,
  now: Date,
  timeZone: string,
): QualificationPeriod {
  const today = companyDay(now, timeZone);
  switch (settings.window) {
    case QualificationWindow.LIFETIME:
      return { start: null, end: null };
    case QualificationWindow.CALENDAR_YEAR:
      return { start: startOfYear(today), end: `${today.slice(0, 4)}-12-31` };
    case QualificationWindow.ROLLING_MONTHS:
      return { start: addDays(addMonths(today, -settings.windowMonths), 1), end: today };
  }
}
