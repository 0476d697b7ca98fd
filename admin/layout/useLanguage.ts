import { useLocaleState } from 'ra-core';

/** The other language, and the way there; the choice is kept in this browser. */
export function useLanguage() {
  const [locale, setLocale] = useLocaleState();
  const next = locale === 'zh' ? 'en' : 'zh';
  return { locale, next, change: () => setLocale(next) };
}
