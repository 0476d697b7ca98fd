import type { LevelRules } from '../../schema/levels/rules.js';
import { addDays, companyDay, daysBetween, type LocalDate } from '../../server/calendar/days.js';

/** What a customer did, as a test knows it: the levels are told from this alone, in another way than the server does. */
export interface Life {
  orders: { at: Date; amount: number; refunded: number }[];
  events: { at: Date; login: boolean }[];
}

export interface Levels {
  stage: string;
  recency: number | null;
  frequency: number | null;
  monetary: number | null;
  valueSegment: string;
}

const counting = ({ orders }: Life) => orders.filter(({ amount, refunded }) => refunded < amount);

/** Spend net of refunds. */
export const spendOf = ({ orders }: Life) => orders.reduce((sum, { amount, refunded }) => sum + amount - refunded, 0);

/** S3: the spends at the ends of the shares, over those who bought; null when nobody did. */
export function cutoffsOf(lives: Life[], shares: number[]): number[] | null {
  const spends = lives.filter((life) => counting(life).length > 0).map(spendOf);
  spends.sort((a, b) => b - a);
  return spends.length === 0 ? null : shares.map((share) => spends[Math.ceil((share / 100) * spends.length) - 1]!);
}

/** The last day on which somebody interacts often; null when never. */
export function frequentUntil(life: Life, rules: LevelRules, timeZone: string): LocalDate | null {
  const logins = new Set(life.events.filter(({ login }) => login).map(({ at }) => companyDay(at, timeZone)));
  const nth = [...logins].sort().reverse()[rules.often.logins - 1];
  return nth ? addDays(nth, rules.often.days - 1) : null;
}

/** S1–S5 on a company day. */
export function levelsOn(
  today: LocalDate,
  life: Life,
  rules: LevelRules,
  cutoffs: number[] | null,
  timeZone: string,
): Levels {
  const days = counting(life)
    .map(({ at }) => daysBetween(companyDay(at, timeZone), today))
    .sort((a, b) => a - b);
  if (days.length === 0) {
    return { stage: 'PROSPECT', recency: null, frequency: null, monetary: null, valueSegment: 'OTHER' };
  }
  const [last, first] = [days[0]!, days.at(-1)!];
  const band = (fits: boolean[]) => (fits.includes(true) ? fits.indexOf(true) + 1 : 4);
  const recency = band(rules.recencyDays.map((bound) => last <= bound));
  const perDay = days.length / Math.max(first, 30);
  // Multiplied out by hand for the borders: a quotient may miss them by a rounding.
  const frequency = band(
    rules.frequency.map(({ times, days: per }) => Math.abs(perDay - times / per) < 1e-12 || perDay > times / per),
  );
  const spend = spendOf(life);
  const monetary = cutoffs && band(cutoffs.map((cut) => spend >= cut));
  const quiet = Math.min(
    ...life.events.map(({ at }) => daysBetween(companyDay(at, timeZone), today)),
    Number.POSITIVE_INFINITY,
  );
  const often = frequentUntil(life, rules, timeZone);
  const stage =
    first <= rules.newDays
      ? 'NEW'
      : last <= rules.activeDays || (often !== null && often >= today)
        ? 'ACTIVE'
        : Math.min(last, quiet) <= rules.dormantDays
          ? 'DORMANT'
          : 'CHURNED';
  const among = (worst: LevelRules['highValue']) =>
    recency <= worst.recency && frequency <= worst.frequency && monetary !== null && monetary <= worst.monetary;
  const valueSegment = among(rules.highValue)
    ? 'HIGH_VALUE'
    : among(rules.midValue)
      ? 'MID_VALUE'
      : stage === 'ACTIVE'
        ? 'OTHER'
        : stage;
  return { stage, recency, frequency, monetary, valueSegment };
}
