import type { ImportCounts } from '../../schema/imports/counts.js';
import type { ImportKind, ImportStatus } from '../../schema/imports/enums.js';
import { type Checkpoint, NO_COUNTS } from './checkpoint.js';
import type { Mapping } from './fields.js';

/** An import as a plain row: what the ImportJob type is given. */
export interface ImportJobRow {
  id: string;
  kind: ImportKind;
  fileName: string;
  storedPath: string;
  status: ImportStatus;
  mapping: Mapping[];
  options: { source: string; currency: string; timeZone: string };
  bytesTotal: number;
  bytesDone: number;
  linesDone: number;
  counts: ImportCounts;
  checkpoint: Checkpoint | null;
  error: string | null;
  createdById: string | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

/** The select list of an ImportJobRow from `import_job j`. */
export const IMPORT_COLUMNS = `j.id, j.kind, j.file_name as "fileName", j.stored_path as "storedPath", j.status, j.mapping,
  j.options, j.bytes_total as "bytesTotal", j.bytes_done as "bytesDone", j.lines_done as "linesDone", j.counts,
  j.checkpoint, j.error, j.created_by as "createdById", j.created_at as "createdAt", j.started_at as "startedAt",
  j.finished_at as "finishedAt"`;

/** A row as read, with the counts that an import has before its first batch. */
export function withCounts(row: ImportJobRow): ImportJobRow {
  return { ...row, counts: { ...NO_COUNTS, ...row.counts } };
}

/** A line that was left out, as a plain row. */
export interface ImportRejectRow {
  line: number;
  code: string;
  message: string;
  skipped: boolean;
  raw: string;
}
