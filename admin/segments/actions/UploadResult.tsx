import { Alert, Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useFormat } from '../../ui/useFormat.js';
import { ProgressLine } from '../../ui/Waiting.js';
import type { Upload } from './useUpload.js';

/** No more unknown ids than these are shown; all of them are in the file. */
const SHOWN = 20;

/** How far an upload has come, and which ids lead to nobody. */
export function UploadResult({ upload, onUnknown }: { upload: Upload; onUnknown: () => void }) {
  const translate = useTranslate();
  const { number } = useFormat();
  const { done, total, added, unknown, error, running } = upload;
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }} aria-live="polite">
      <ProgressLine
        label={running ? 'segments.list.sending' : 'segments.list.sent'}
        done={done}
        total={total}
        text={`${number(done)} / ${number(total)}`}
      />
      {error ? <Alert severity="error">{translate(error)}</Alert> : null}
      {running ? null : (
        <Alert severity="success">
          {translate('segments.list.added', { smart_count: added, count: number(added) })}
        </Alert>
      )}
      {unknown.length > 0 ? (
        <Alert
          severity="warning"
          action={
            <Button color="inherit" size="small" onClick={onUnknown}>
              {translate('segments.list.unknownFile')}
            </Button>
          }
        >
          {translate('segments.list.unknown', { smart_count: unknown.length, count: number(unknown.length) })}
          <Typography variant="caption" component="div" sx={{ overflowWrap: 'anywhere' }}>
            {unknown.slice(0, SHOWN).join(', ')}
            {unknown.length > SHOWN ? ' …' : ''}
          </Typography>
        </Alert>
      ) : null}
    </Box>
  );
}
