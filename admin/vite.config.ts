import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The Chinese font comes as woff2 and woff; every browser that runs the panel reads woff2. */
const woff2Only: Plugin = {
  name: 'woff2-only',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('@fontsource')) return null;
    return { code: code.replaceAll(/, url\([^)]*\.woff\) format\('woff'\)/g, ''), map: null };
  },
};

const chunkOf = (id: string): string | undefined => {
  if (/node_modules\/(echarts|zrender)\//.test(id)) return 'charts';
  if (/node_modules\/(@apollo|graphql|graphql-tag|ra-data-graphql|zen-observable)/.test(id)) return 'graphql';
  if (/node_modules\/(react|react-dom|scheduler|react-router|react-router-dom)\//.test(id)) return 'react';
  if (/node_modules\/(@mui|@emotion)\//.test(id)) return 'mui';
  return undefined;
};

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  plugins: [react(), woff2Only],
  build: {
    outDir: fileURLToPath(new URL('../dist/panel', import.meta.url)),
    emptyOutDir: true,
    sourcemap: false,
    // The content security policy allows fonts from the server itself only, not from data: URLs.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { output: { advancedChunks: { groups: [{ name: (id: string) => chunkOf(id) ?? null }] } } },
  },
  server: {
    // Files only: the panel's own modules lie under /imports/ as well.
    proxy: Object.fromEntries(
      ['^/graphql', '^/uploads', '^/imports/.*\\.csv', '^/segment-exports/'].map((path) => [
        path,
        process.env.LIUKE_API ?? 'http://localhost:4000',
      ]),
    ),
  },
});
