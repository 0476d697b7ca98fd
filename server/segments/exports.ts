import type { Page, PageArgs } from '../../schema/common/connection.js';
import type { SegmentExportStartInput } from '../../schema/segments/export.js';
import { authorize } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import type { ExportRow } from './export-rows.js';

/** Use cases of exports. */
export class SegmentExports {
  constructor(readonly app: App) {}

  async get(caller: Caller, _id: string): Promise<ExportRow | null> {
    authorize(caller.principal, 'SEGMENT_EXPORT');
    return null;
  }

  async list(caller: Caller, _segmentId: string | null, _page: PageArgs): Promise<Page<ExportRow>> {
    authorize(caller.principal, 'SEGMENT_EXPORT');
    throw new Error('not yet');
  }

  async start(caller: Caller, _input: SegmentExportStartInput): Promise<{ export: ExportRow }> {
    authorize(caller.principal, 'SEGMENT_EXPORT');
    throw new Error('not yet');
  }

  async cancel(caller: Caller, _id: string): Promise<{ export: ExportRow }> {
    authorize(caller.principal, 'SEGMENT_EXPORT');
    throw new Error('not yet');
  }
}
