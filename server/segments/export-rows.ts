import type {
  SegmentExportColumn,
  SegmentExportContacts,
  SegmentExportStatus,
} from '../../schema/segments/segment-enums.js';

/** An export as a plain row. */
export interface ExportRow {
  id: string;
  segmentId: string;
  segmentVersion: number;
  asOf: string | null;
  status: SegmentExportStatus;
  contacts: SegmentExportContacts;
  columns: SegmentExportColumn[];
  total: number | null;
  rows: number;
  /** From 0 to 1. */
  progress: number;
  bytes: number;
  error: string | null;
  requestedById: string;
  requestedAt: Date;
  finishedAt: Date | null;
  expiresAt: Date | null;
}

/** The select list of an ExportRow from `segment_export e`. */
export const EXPORT_COLUMNS = `e.id, e.segment_id as "segmentId", e.segment_version as "segmentVersion", e.as_of as "asOf",
  e.status, e.contacts, e.columns, e.total, e.rows, e.bytes, e.error, e.requested_by as "requestedById",
  e.requested_at as "requestedAt", e.finished_at as "finishedAt", e.expires_at as "expiresAt",
  case when e.status in ('DONE', 'EXPIRED') then 1::float8 when e.total > 0 then least(1, e.rows::float8 / e.total) else 0::float8 end
    as progress`;

/** The path of the file, where there is one. */
export function urlOf(row: Pick<ExportRow, 'id' | 'status'>): string | null {
  return row.status === 'DONE' ? `/segment-exports/${row.id}.csv` : null;
}
