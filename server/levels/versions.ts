import type { LevelRules } from '../../schema/levels/rules.js';
import type { LevelPreview, LevelVersion } from '../../schema/levels/version.js';
import { VersionTable } from '../versions/table.js';

/** A version as a plain row. */
export type LevelVersionRow = Omit<LevelVersion, 'content' | 'preview' | 'sweptTo'> & {
  content: LevelRules;
  preview: LevelPreview | null;
};

/** The versions of the thresholds. */
export const levelVersions = new VersionTable<LevelVersionRow>({
  table: 'level_version',
  columns: `v.id, v.number, v.status, v.content, v.note, v.preview, v.progress_done as "progressDone",
    v.progress_total as "progressTotal", v.created_by as "createdBy", v.created_at as "createdAt",
    v.updated_at as "updatedAt", v.published_by as "publishedBy", v.published_at as "publishedAt", v.version`,
  lock: 72_819,
});
