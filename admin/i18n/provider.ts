import type { I18nProvider } from 'ra-core';
import polyglotI18nProvider from 'ra-i18n-polyglot';
import { browserLanguage, type Language } from './language.js';

const LANGUAGES = [
  { locale: 'zh', name: '中文' },
  { locale: 'en', name: 'English' },
];

const load = async (locale: string) =>
  locale === 'en' ? (await import('./en/index.js')).en : (await import('./zh/index.js')).zh;

/** The language this browser was last switched to, as react-admin's store keeps it. */
function keptLanguage(): Language | null {
  const kept = localStorage.getItem('RaStoreliuke.locale');
  return kept === '"zh"' ? 'zh' : kept === '"en"' ? 'en' : null;
}

/** The catalogues, each loaded when it is first needed. */
export async function makeI18nProvider(): Promise<I18nProvider> {
  const initial = keptLanguage() ?? browserLanguage(navigator.languages ?? []);
  const messages = await load(initial);
  return polyglotI18nProvider((locale) => (locale === initial ? messages : load(locale)), initial, LANGUAGES);
}
