import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/600.css';

// Chromium keeps the boxes it drew inside buttons while a part of the font was still on its way, for as long as their
// style is one it has drawn before. Each arriving part gives them a word spacing they never had, too small to be seen.
let arrived = 0;
document.fonts.addEventListener('loadingdone', () => {
  arrived += 1;
  document.documentElement.style.setProperty('--arrived', `${(arrived * 0.001).toFixed(3)}px`);
});
