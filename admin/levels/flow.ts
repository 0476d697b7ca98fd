import type { FlowPeriod, LevelKind } from '../api/generated/operations.js';
import { LEVEL_KINDS } from './codes.js';

export const FLOW_PERIODS: readonly FlowPeriod[] = ['DAY', 'WEEK', 'MONTH'];

/** How many days back each period looks unless somebody says otherwise. */
const DAYS_BACK: Record<FlowPeriod, number> = { DAY: 30, WEEK: 182, MONTH: 548 };

/** What the flow shows. */
export interface FlowShown {
  kind: LevelKind;
  per: FlowPeriod;
  since: string;
  until: string;
}

/** The day so many days before another. */
export const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);

/** What the address asks for; what it leaves open is weeks of stages up to today. */
export function flowShown(
  asked: { kind: string | null; per: string | null; since: string | null; until: string | null },
  today: string,
): FlowShown {
  const kind = LEVEL_KINDS.find((one) => one === asked.kind) ?? 'STAGE';
  const per = FLOW_PERIODS.find((one) => one === asked.per) ?? 'WEEK';
  const until = asked.until ?? today;
  return { kind, per, until, since: asked.since ?? daysBefore(until, DAYS_BACK[per]) };
}

/** Whether the time ends before it begins, so that there is nothing to ask for. */
export const isReversed = ({ since, until }: Pick<FlowShown, 'since' | 'until'>): boolean => since > until;
