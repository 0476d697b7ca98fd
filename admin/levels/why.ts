import type { LevelChange } from './types.js';

/** The facts of a change that its reason is told from. */
export type WhyFacts = Pick<LevelChange, 'kind' | 'from' | 'to' | 'cause' | 'daysSinceOrder' | 'daysSinceEvent'>;

/** Why a level changed, as the last part of its key in the catalogue; its variables are the facts of the change. */
export function whyKey({ kind, from, to, cause, daysSinceOrder, daysSinceEvent }: WhyFacts): string {
  if (cause === 'EVENT') return daysSinceEvent === null ? 'interacted' : 'interactedDays';
  if (cause !== 'TIME') return cause.toLowerCase();
  if (daysSinceOrder === null) return 'timeProspect';
  if (kind === 'FREQUENCY') return 'timeFrequency';
  if (to === 'CHURNED') return 'timeChurned';
  if (from === 'NEW' && to !== 'DORMANT') return 'timeNotNew';
  if (kind === 'VALUE_SEGMENT' && to !== 'DORMANT') return 'timeValue';
  return 'timeNoPurchase';
}
