/** Style sheets that Vite bundles for their side effects. */
declare module '@fontsource/*';
