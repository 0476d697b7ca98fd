import UploadFile from '@mui/icons-material/UploadFileOutlined';
import { Alert, Box, Button, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { type DragEvent, useId, useState } from 'react';
import type { ImportKind } from '../api/generated/operations.js';
import { Section } from '../ui/Section.js';
import { ProgressLine } from '../ui/Waiting.js';
import { type Uploaded, uploadFile } from './upload.js';

const KINDS: readonly ImportKind[] = ['ORDERS', 'EVENTS'];

interface ChooseFileProps {
  kind: ImportKind;
  onKind: (kind: ImportKind) => void;
  onUploaded: (file: Uploaded) => void;
}

/** What is imported, and the file; it goes to the server as soon as it is chosen. */
export function ChooseFile({ kind, onKind, onUploaded }: ChooseFileProps) {
  const translate = useTranslate();
  const id = useId();
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<string | null>(null);
  const send = async (file: File | undefined) => {
    if (!file) return;
    setError(null);
    setShare(0);
    try {
      onUploaded(await uploadFile(file, setShare));
    } catch (failure) {
      setError((failure as Error).message);
    } finally {
      setShare(null);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void send(event.dataTransfer.files[0]);
  };
  return (
    <Section title="imports.steps.file">
      <ToggleButtonGroup
        exclusive
        size="small"
        value={kind}
        onChange={(_event, next: ImportKind | null) => next && onKind(next)}
        aria-label={translate('imports.kind')}
        disabled={share !== null}
        sx={{ mb: 1.5 }}
      >
        {KINDS.map((one) => (
          <ToggleButton key={one} value={one}>
            {translate(`enums.ImportKind.${one}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Box
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
        sx={{
          border: '2px dashed',
          borderColor: 'divider',
          borderRadius: 3,
          p: { xs: 3, sm: 5 },
          textAlign: 'center',
          mt: 1,
        }}
      >
        {share === null ? (
          <>
            <UploadFile color="primary" sx={{ fontSize: 44 }} />
            <Typography sx={{ my: 1 }}>{translate(`imports.dropHint.${kind}`)}</Typography>
            <Button component="label" htmlFor={id} variant="contained">
              {translate('imports.choose')}
            </Button>
            <input
              id={id}
              type="file"
              accept=".csv,.gz,text/csv,application/gzip"
              onChange={(event) => send(event.target.files?.[0])}
              style={{ position: 'absolute', width: 1, height: 1, opacity: 0 }}
            />
          </>
        ) : (
          <ProgressLine label="imports.uploading" done={share * 100} total={100} />
        )}
      </Box>
      {error ? (
        <Alert severity="error" sx={{ mt: 2 }}>
          {translate(error)}
        </Alert>
      ) : null}
    </Section>
  );
}
