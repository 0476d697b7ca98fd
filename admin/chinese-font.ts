import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/600.css';

// Chromium keeps the boxes it drew inside buttons while a part of the font was still on its way, until their style
// changes. Each arriving part flips an attribute that the style sheet turns into such a change.
document.fonts.addEventListener('loadingdone', () => {
  const { dataset } = document.documentElement;
  dataset.glyphs = dataset.glyphs === 'odd' ? 'even' : 'odd';
});
