import type { LevelRules } from '../../schema/levels/rules.js';
import type { LevelPreview, LevelVersion } from '../../schema/levels/version.js';

/** A version as a plain row. */
export type LevelVersionRow = Omit<LevelVersion, 'content' | 'preview' | 'sweptTo'> & {
  content: LevelRules;
  preview: LevelPreview | null;
};
