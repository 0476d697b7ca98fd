import DataLoader from 'dataloader';
import type { SegmentRule } from '../../schema/segments/rules.js';
import type { Playbook } from '../../schema/segments/segment.js';
import type { SegmentKind } from '../../schema/segments/segment-enums.js';
import type { App } from '../app.js';

/** A saved segment as a plain row. */
export interface SegmentRow {
  id: string;
  name: string;
  description: string;
  kind: SegmentKind;
  builtIn: string | null;
  ownerId: string | null;
  /** The number of the version in force. */
  currentVersion: number;
  playbook: Playbook;
  /** As stored: a list made by rules over contact data. For segments by rule see `SavedSegmentService.confidential`. */
  sealed: boolean;
  members: number | null;
  refreshedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  archivedAt: Date | null;
  version: number;
}

/** The select list of a SegmentRow from `segment g`. */
export const SEGMENT_COLUMNS = `g.id, g.name, g.description, g.kind, g.built_in as "builtIn", g.owner_id as "ownerId",
  g.current_version as "currentVersion", json_build_object('goal', g.goal, 'actions', g.actions) as playbook,
  g.confidential as sealed, g.members, g.refreshed_at as "refreshedAt", g.created_at as "createdAt",
  g.updated_at as "updatedAt", g.archived_at as "archivedAt", g.version`;

/** A version of a segment's rules as a plain row; `rules` is null for lists. */
export interface SegmentVersionRow {
  id: string;
  segmentId: string;
  number: number;
  rules: SegmentRule | null;
  note: string;
  createdById: string | null;
  createdAt: Date;
}

/** The select list of a SegmentVersionRow from `segment_version v`. */
export const VERSION_COLUMNS = `v.id, v.segment_id as "segmentId", v.number, v.rules, v.note,
  v.created_by as "createdById", v.created_at as "createdAt"`;

/** Segments by id; null for those that do not exist. */
export const segmentLoader = (app: App) =>
  new DataLoader<string, SegmentRow | null>(async (ids) => {
    const rows = await app.db.hot.rows<SegmentRow>(
      'segments by id',
      `select ${SEGMENT_COLUMNS} from segment g where g.id = any($1::uuid[])`,
      [ids],
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  });

/** All versions of segments by their segment's id, newest first. */
export const versionLoader = (app: App) =>
  new DataLoader<string, SegmentVersionRow[]>(async (ids) => {
    const rows = await app.db.rows<SegmentVersionRow>(
      `select ${VERSION_COLUMNS} from segment_version v where v.segment_id = any($1::uuid[]) order by v.number desc`,
      [ids],
    );
    const bySegment = Map.groupBy(rows, ({ segmentId }) => segmentId);
    return ids.map((id) => bySegment.get(id) ?? []);
  });

/** The versions in force by their segment's id. */
export const currentVersionLoader = (app: App) =>
  new DataLoader<string, SegmentVersionRow>(async (ids) => {
    const rows = await app.db.hot.rows<SegmentVersionRow>(
      'segment versions in force',
      `select ${VERSION_COLUMNS} from segment g
         join segment_version v on v.segment_id = g.id and v.number = g.current_version
        where g.id = any($1::uuid[])`,
      [ids],
    );
    const bySegment = new Map(rows.map((row) => [row.segmentId, row]));
    return ids.map((id) => bySegment.get(id) ?? new Error('a segment has no version'));
  });
