import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.js';
import { makeI18nProvider } from './i18n/provider.js';

const place = document.getElementById('root');
if (place) {
  const i18nProvider = await makeI18nProvider();
  createRoot(place).render(
    <StrictMode>
      <App i18nProvider={i18nProvider} />
    </StrictMode>,
  );
  // Only names and ranges: a font file is fetched when the machine itself lacks the glyphs.
  void import('./fonts.js');
}
