/** The colours of levels in charts, told apart on light and on dark ground. */
const COLOURS: Record<string, string> = {
  PROSPECT: '#8c9aa3',
  NEW: '#3f8fd0',
  ACTIVE: '#2f9e76',
  DORMANT: '#d99a2b',
  CHURNED: '#c4523f',
  HIGH_VALUE: '#2f9e76',
  MID_VALUE: '#7fbf5f',
  OTHER: '#8c9aa3',
  1: '#2f9e76',
  2: '#7fbf5f',
  3: '#d99a2b',
  4: '#c4523f',
};

/** The colour of a level; grey where there is no band. */
export const colourOf = (code: string | null): string => COLOURS[code ?? ''] ?? '#8c9aa3';
