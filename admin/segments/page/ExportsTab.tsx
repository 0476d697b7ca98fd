import Download from '@mui/icons-material/DownloadOutlined';
import { Box } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useAsk } from '../../api/ask.js';
import { SegmentExportsDocument } from '../../api/generated/operations.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { MiniTable } from '../../ui/MiniTable.js';
import { useFormat } from '../../ui/useFormat.js';
import { Failed, Waiting } from '../../ui/Waiting.js';
import { ExportButton } from '../actions/ExportButton.js';
import { ExportState, isMoving } from '../ExportState.js';
import type { SegmentRecord } from '../types.js';

/** The files made of this segment's members, the latest first; each is its requester's alone. */
export function ExportsTab({ segment }: { segment: SegmentRecord }) {
  const translate = useTranslate();
  const { minute } = useFormat();
  const { data, error } = useAsk(
    'segmentExports',
    SegmentExportsDocument,
    { segmentId: segment.id, first: 50 },
    {
      again: (answer) => (answer?.segmentExports.nodes.some(({ status }) => isMoving(status)) ? 1000 : false),
    },
  );
  if (error) return <Failed error={error} />;
  if (!data) return <Waiting />;
  const rows = data.segmentExports.nodes;
  if (rows.length === 0) {
    return (
      <EmptyState icon={<Download />} title="segments.export.none" hint="segments.export.noneHint">
        <ExportButton segment={segment} />
      </EmptyState>
    );
  }
  return (
    <MiniTable
      label="segments.tabs.exports"
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { title: 'app.at', cell: (row) => minute(row.requestedAt) },
        { title: 'app.actor', cell: (row) => row.requestedBy.name },
        {
          title: 'segments.export.contacts',
          cell: (row) => translate(`enums.SegmentExportContacts.${row.contacts}`),
        },
        {
          title: 'app.status',
          cell: (row) => (
            <Box sx={{ minWidth: 260 }}>
              <ExportState file={row} />
            </Box>
          ),
        },
      ]}
    />
  );
}
