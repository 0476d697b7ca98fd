import { Button } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useCan } from '../access/useCan.js';
import { ImportCancelDocument, type ImportStatus } from '../api/generated/operations.js';
import { useIntent } from '../api/useIntent.js';
import { isRunning } from './state.js';

/** Stops an import; what was taken in stays, and it can go on later. */
export function CancelImportButton({ job }: { job: { id: string; status: ImportStatus } }) {
  const translate = useTranslate();
  const allowed = useCan('IMPORT_RUN');
  const { send, pending } = useIntent(ImportCancelDocument, { success: 'imports.cancelDone' });
  if (!allowed || !isRunning(job.status)) return null;
  return (
    <Button size="small" variant="outlined" loading={pending} onClick={() => send({ id: job.id })}>
      {translate('imports.cancel')}
    </Button>
  );
}
