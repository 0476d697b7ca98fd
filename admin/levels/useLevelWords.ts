import { useTranslate } from 'ra-core';
import type { LevelKind } from '../api/generated/operations.js';
import { useFormat } from '../ui/useFormat.js';
import type { Code } from './codes.js';
import type { LevelRules } from './types.js';

/** The spans that people have words for. */
const SPANS: Record<number, string> = { 30: 'month', 91: 'quarter', 365: 'year' };
const LETTER: Partial<Record<LevelKind, string>> = { RECENCY: 'R', FREQUENCY: 'F', MONETARY: 'M' };

/** What levels are called in the reader's language; bands are named by the thresholds given. */
export function useLevelWords(rules?: LevelRules | null, cutoffs?: readonly string[] | null) {
  const translate = useTranslate();
  const { number, moneyWhole } = useFormat();

  const recency = (band: number): string => {
    const last = rules?.recencyDays[band - 1];
    const before = rules?.recencyDays[band - 2];
    if (last === undefined) return translate('levels.daysOver', { days: number(before) });
    if (before === undefined) return translate('levels.daysUpTo', { days: number(last) });
    return translate('levels.daysBetween', { from: number(before + 1), to: number(last) });
  };
  const frequency = (band: number): string => {
    const rule = rules?.frequency[band - 1];
    if (!rule) return translate('levels.timesLess');
    const span = SPANS[rule.days];
    const per = span ? translate(`levels.per.${span}`) : translate('levels.per.days', { days: number(rule.days) });
    return translate('levels.timesPer', { times: number(rule.times), per });
  };
  const monetary = (band: number): string => {
    const from = rules?.monetaryShares[band - 2];
    const to = rules?.monetaryShares[band - 1] ?? 100;
    if (from === undefined) return translate('levels.shareTop', { share: number(to) });
    return translate('levels.shareBetween', { from: number(from), to: number(to) });
  };
  const words: Partial<Record<LevelKind, (band: number) => string>> = {
    RECENCY: recency,
    FREQUENCY: frequency,
    MONETARY: monetary,
  };

  /** A band in words: "31–90 days". */
  const band = (kind: LevelKind, code: number): string => words[kind]?.(code) ?? '';
  /** A band with its letter: "R2 · 31–90 days". */
  const named = (kind: LevelKind, code: number): string => {
    const short = `${LETTER[kind]}${code}`;
    return rules ? `${short} · ${band(kind, code)}` : short;
  };
  /** Any level by its code. */
  const level = (kind: LevelKind, code: Code): string => {
    if (code === null) return translate('levels.noBand');
    if (kind === 'STAGE') return translate(`enums.LifecycleStage.${code}`);
    if (kind === 'VALUE_SEGMENT') return translate(`enums.ValueSegment.${code}`);
    return named(kind, Number(code));
  };
  /** From which spend on a monetary band begins; empty where there is no such cut-off. */
  const amount = (code: number): string => {
    const least = cutoffs?.[code - 1];
    const below = cutoffs?.[code - 2];
    if (least !== undefined) return translate('levels.spendFrom', { amount: moneyWhole(least) });
    return below === undefined ? '' : translate('levels.spendBelow', { amount: moneyWhole(below) });
  };
  return { band, named, level, amount };
}
