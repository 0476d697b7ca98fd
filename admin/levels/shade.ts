import { decomposeColor, getContrastRatio } from '@mui/material/styles';

/** A colour between two (hex), `share` of the way from the first to the second, and the ink that can be read on it. */
export function shadeOf(share: number, from: string, to: string): { ground: string; ink: string } {
  const start = decomposeColor(from).values;
  const end = decomposeColor(to).values;
  const mixed = [0, 1, 2].map((at) => Math.round((start[at] ?? 0) + ((end[at] ?? 0) - (start[at] ?? 0)) * share));
  const ground = `rgb(${mixed.join(', ')})`;
  const ink = getContrastRatio(ground, '#000000') >= getContrastRatio(ground, '#ffffff') ? '#000000' : '#ffffff';
  return { ground, ink };
}
