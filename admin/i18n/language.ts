/** The languages of the panel. */
export type Language = 'zh' | 'en';

/** The first of the browser's languages that the panel speaks; Chinese where it speaks none of them. */
export function browserLanguage(languages: readonly string[]): Language {
  for (const language of languages) {
    if (/^zh\b/i.test(language)) return 'zh';
    if (/^en\b/i.test(language)) return 'en';
  }
  return 'zh';
}
