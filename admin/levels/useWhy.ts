import { useTranslate } from 'ra-core';
import { useFormat } from '../ui/useFormat.js';
import type { LevelChange } from './types.js';
import { whyKey } from './why.js';

/** Why a level changed, in a sentence: "no purchase for 91 days". */
export function useWhy() {
  const translate = useTranslate();
  const { number, money } = useFormat();
  return (change: LevelChange): string =>
    translate(`levels.why.${whyKey(change)}`, {
      smart_count: change.daysSinceOrder ?? change.daysSinceEvent ?? 0,
      event_days: number(change.daysSinceEvent),
      orders: number(change.orderCount),
      spend: money(change.spend),
    });
}
