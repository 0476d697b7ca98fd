import type { Locale } from '../../schema/common/enums.js';
import type { SegmentExportColumn } from '../../schema/segments/segment-enums.js';
import type { App } from '../app.js';
import { headerOf } from './export-run.js';

/** The bytes of a finished export: the header, then a batch at a time, so that its size costs no memory. */
export async function* exportFile(app: App, id: string): AsyncGenerator<Buffer> {
  const [head] = await app.db.rows<{ columns: SegmentExportColumn[]; locale: Locale }>(
    'select e.columns, p.locale from segment_export e join staff p on p.id = e.requested_by where e.id = $1',
    [id],
  );
  yield Buffer.from(headerOf(head!));
  for (let seq = 0; ; seq++) {
    const [chunk] = await app.db.rows<{ data: Buffer }>(
      'select data from segment_export_chunk where export_id = $1 and seq = $2',
      [id, seq],
    );
    if (!chunk) {
      return;
    }
    yield chunk.data;
  }
}
