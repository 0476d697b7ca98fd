import type { App } from '../../app.js';
import { companyDay, type LocalDate } from '../../calendar/days.js';
import type { PublishedProgram } from '../../tiers/published.js';
import type { NestedSegment } from './nested.js';

/** What rules are judged by, besides the customers themselves. */
export interface RuleFacts {
  now: Date;
  /** The company day that counts as today: the one asked for, or the present one. */
  today: LocalDate;
  timeZone: string;
  /** At the end of which day everybody is judged; null: now. */
  asOf: LocalDate | null;
  program: PublishedProgram;
  /** Every segment that the rules name, or that those name. */
  segments: ReadonlyMap<string, NestedSegment>;
}

/** The facts at this moment. */
export async function factsOf(
  app: App,
  asOf: LocalDate | null,
  segments: ReadonlyMap<string, NestedSegment>,
): Promise<RuleFacts> {
  const { timeZone } = await app.company.settings();
  const now = app.clock.now();
  return {
    now,
    today: asOf ?? companyDay(now, timeZone),
    timeZone,
    asOf,
    program: await app.program.published(),
    segments,
  };
}
