import Download from '@mui/icons-material/DownloadOutlined';
import { Alert, Box, Button, Typography } from '@mui/material';
import { useNotify, useTranslate } from 'ra-core';
import { SegmentExportCancelDocument, type SegmentExportOneQuery } from '../api/generated/operations.js';
import { useIntent } from '../api/useIntent.js';
import { downloadReport } from '../imports/upload.js';
import { useFormat } from '../ui/useFormat.js';
import { ProgressLine } from '../ui/Waiting.js';

/** One export of a segment's members. */
export type ExportFile = NonNullable<SegmentExportOneQuery['segmentExport']>;

/** Whether it is still being made. */
export const isMoving = (status: ExportFile['status']): boolean => status === 'READY' || status === 'RUNNING';

/** How far an export has come, and what can be done with it: stop it, or fetch the file. */
export function ExportState({ file }: { file: ExportFile }) {
  const translate = useTranslate();
  const notify = useNotify();
  const { number, minute } = useFormat();
  const { send, pending } = useIntent(SegmentExportCancelDocument);
  if (isMoving(file.status)) {
    return (
      <Box sx={{ display: 'grid', gap: 1 }} aria-live="polite">
        <ProgressLine
          label="segments.export.running"
          done={file.rows}
          total={file.total ?? 0}
          text={translate('segments.export.progress', { rows: number(file.rows), total: number(file.total) })}
        />
        <Box>
          <Button size="small" color="inherit" loading={pending} onClick={() => send({ id: file.id })}>
            {translate('segments.export.cancel')}
          </Button>
        </Box>
      </Box>
    );
  }
  if (file.status === 'DONE' && file.url) {
    const { url } = file;
    const fetchFile = () =>
      downloadReport(url, `segment-${file.id}.csv`).catch((error: Error) => notify(error.message, { type: 'error' }));
    return (
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }} aria-live="polite">
        <Button variant="contained" size="small" startIcon={<Download />} onClick={fetchFile}>
          {translate('segments.export.download')}
        </Button>
        <Typography variant="body2" color="text.secondary">
          {translate('segments.export.done', { rows: number(file.rows), until: minute(file.expiresAt) })}
        </Typography>
      </Box>
    );
  }
  return (
    <Alert severity={file.status === 'FAILED' ? 'error' : 'info'}>
      {translate(`enums.SegmentExportStatus.${file.status}`)}
      {file.error ? ` · ${file.error}` : ''}
    </Alert>
  );
}
