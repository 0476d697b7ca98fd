import { useLocaleState } from 'ra-core';
import { useMemo } from 'react';
import { useAsk } from '../api/ask.js';
import { CompanyFrameDocument } from '../api/generated/operations.js';
import { formats } from './formats.js';

/** The company's name, time zone and currency, asked once. */
export function useCompany() {
  const { data } = useAsk('company', CompanyFrameDocument);
  return data?.company ?? { name: '', timeZone: 'Asia/Shanghai', currency: 'CNY', demo: false };
}

/** Numbers, money, days and instants as the reader's language writes them, in the company's time zone and currency. */
export function useFormat() {
  const [locale] = useLocaleState();
  const { timeZone, currency } = useCompany();
  return useMemo(() => formats(locale === 'zh' ? 'zh' : 'en', timeZone, currency), [locale, timeZone, currency]);
}
