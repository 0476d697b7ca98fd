import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.js';
import { ensureChineseGlyphs } from './fonts.js';
import { makeI18nProvider } from './i18n/provider.js';

const place = document.getElementById('root');
if (place) {
  const [i18nProvider] = await Promise.all([makeI18nProvider(), ensureChineseGlyphs()]);
  createRoot(place).render(
    <StrictMode>
      <App i18nProvider={i18nProvider} />
    </StrictMode>,
  );
}
