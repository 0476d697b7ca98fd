import UploadFile from '@mui/icons-material/UploadFileOutlined';
import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from '@mui/material';
import { downloadCSV, useTranslate } from 'ra-core';
import { type ChangeEvent, useId, useMemo, useState } from 'react';
import { toCsv } from '../../api/csv.js';
import { ActionButton } from '../../ui/ActionButton.js';
import { useFormat } from '../../ui/useFormat.js';
import { areOwnIds, idsOf } from '../listIds.js';
import type { SegmentRecord } from '../types.js';
import { SourcePicker } from './SourcePicker.js';
import { UploadResult } from './UploadResult.js';
import { useUpload } from './useUpload.js';

function UploadDialog({ segment, close }: { segment: SegmentRecord; close: () => void }) {
  const translate = useTranslate();
  const { number } = useFormat();
  const id = useId();
  const fileId = useId();
  const [text, setText] = useState('');
  const [source, setSource] = useState('');
  const { upload, start, stop } = useUpload(segment.id);
  const ids = useMemo(() => idsOf(text), [text]);
  const own = areOwnIds(ids);
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file) setText(await file.text());
    event.target.value = '';
  };
  const leave = () => {
    stop();
    close();
  };
  return (
    <Dialog open onClose={upload?.running ? undefined : close} fullWidth maxWidth="sm" aria-labelledby={id}>
      <DialogTitle id={id}>{translate('segments.list.upload')}</DialogTitle>
      <DialogContent>
        {upload ? (
          <UploadResult
            upload={upload}
            onUnknown={() =>
              downloadCSV(
                `\uFEFF${toCsv(
                  ['id'],
                  upload.unknown.map((one) => [one]),
                )}`,
                'unknown-ids',
              )
            }
          />
        ) : (
          <>
            <Typography color="text.secondary" sx={{ mb: 1 }}>
              {translate('segments.list.intro')}
            </Typography>
            <TextField
              multiline
              fullWidth
              minRows={5}
              maxRows={10}
              label={translate('segments.list.ids')}
              value={text}
              onChange={({ target }) => setText(target.value)}
              helperText={translate('segments.list.found', { smart_count: ids.length, count: number(ids.length) })}
            />
            <Box sx={{ my: 1 }}>
              <Button component="label" htmlFor={fileId} startIcon={<UploadFile />} size="small">
                {translate('segments.list.file')}
              </Button>
              <input
                id={fileId}
                type="file"
                accept=".csv,.txt,text/csv,text/plain"
                onChange={take}
                style={{ position: 'absolute', width: 1, height: 1, opacity: 0 }}
              />
            </Box>
            {own ? (
              <Typography variant="body2" color="text.secondary">
                {translate('segments.list.ownIds')}
              </Typography>
            ) : (
              <SourcePicker value={source} onChange={setSource} />
            )}
          </>
        )}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={leave} color="inherit">
          {translate(upload && !upload.running ? 'ra.action.close' : 'ra.action.cancel')}
        </Button>
        {upload ? null : (
          <Button
            variant="contained"
            disabled={ids.length === 0 || (!own && source.trim() === '')}
            onClick={() => start(ids, own ? '' : source.trim())}
          >
            {translate('segments.list.send')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

/** Puts customers on a list: pasted ids or a file of them. */
export function UploadListButton({ segment }: { segment: SegmentRecord }) {
  return (
    <ActionButton label="segments.list.upload" icon={<UploadFile />} permission="SEGMENT_EDIT" variant="contained">
      {(close) => <UploadDialog segment={segment} close={close} />}
    </ActionButton>
  );
}
