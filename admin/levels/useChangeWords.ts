import { useTranslate } from 'ra-core';
import { useFormat } from '../ui/useFormat.js';
import type { LevelChange } from './types.js';
import { useLevelWords } from './useLevelWords.js';
import { whyKey } from './why.js';

/** What changed and why, in words: "Lifecycle stage · Active → Dormant", "no purchase for 91 days". */
export function useChangeWords() {
  const translate = useTranslate();
  const { number, money } = useFormat();
  // Bands go by their letters: the bounds may have been others at the time.
  const { level } = useLevelWords();
  const kind = (change: LevelChange): string => translate(`enums.LevelKind.${change.kind}`);
  const from = (change: LevelChange): string => level(change.kind, change.from);
  const to = (change: LevelChange): string => level(change.kind, change.to);
  const moved = (change: LevelChange): string => `${kind(change)} · ${from(change)} → ${to(change)}`;
  const why = (change: LevelChange): string =>
    translate(`levels.why.${whyKey(change)}`, {
      smart_count: change.daysSinceOrder ?? change.daysSinceEvent ?? 0,
      event_days: number(change.daysSinceEvent),
      orders: number(change.orderCount),
      spend: money(change.spend),
    });
  return { kind, from, to, moved, why };
}
