/** How a character looks when it is drawn, as data to compare. */
function drawn(character: string, context: CanvasRenderingContext2D): string {
  const { canvas } = context;
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.fillText(character, 2, 20);
  return context.getImageData(0, 0, canvas.width, canvas.height).data.join();
}

/** Whether the machine has Chinese glyphs: without them every Chinese character is drawn as the same box. */
export function hasChineseGlyphs(): boolean {
  const canvas = document.createElement('canvas');
  canvas.width = 28;
  canvas.height = 28;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return true;
  context.font = '20px sans-serif';
  return drawn('留', context) !== drawn('客', context);
}

/** Loads the bundled Chinese font where the machine lacks one; everywhere else nothing is fetched. */
export async function ensureChineseGlyphs(): Promise<void> {
  if (!hasChineseGlyphs()) await import('./chinese-font.js');
}
