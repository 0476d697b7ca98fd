import DataLoader from 'dataloader';
import type { ProgramVersion } from '../../schema/tiers/program.js';
import type { App } from '../app.js';
import { VersionTable } from '../versions/table.js';
import type { ProgramContent } from './content.js';
import type { Impact } from './impact.js';

/** A version as a plain row. */
export type VersionRow = Omit<ProgramVersion, 'content' | 'impact' | 'sweptTo'> & {
  content: ProgramContent;
  impact: Impact | null;
};

const versions = new VersionTable<VersionRow>({
  table: 'program_version',
  columns: `v.id, v.number, v.status, v.content, v.note, v.based_on_id as "basedOnId",
    v.rollback_of_id as "rollbackOfId", v.impact, v.impact_at as "impactAt", v.progress_done as "progressDone",
    v.progress_total as "progressTotal", v.error, v.created_by as "createdBy", v.created_at as "createdAt",
    v.updated_at as "updatedAt", v.published_by as "publishedBy", v.published_at as "publishedAt", v.version`,
  lock: 72_816,
});

export const {
  find: findVersion,
  list: listVersions,
  lock: lockProgram,
  draftForWork,
  refuseSecondDraft,
  refuseWhilePublishing,
} = versions;

/** Versions by id; null for those that do not exist. */
export const versionLoader = (app: App) =>
  new DataLoader<string, VersionRow | null>(async (ids) => {
    const byId = new Map((await versions.byIds(app.db, ids)).map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  });
