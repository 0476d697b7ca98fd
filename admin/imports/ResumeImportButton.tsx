import { Button } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useCan } from '../access/useCan.js';
import { ImportResumeDocument, type ImportStatus } from '../api/generated/operations.js';
import { useIntent } from '../api/useIntent.js';
import { isResumable } from './state.js';

/** Goes on with an import from where it stopped; lines that were taken in are not taken in again. */
export function ResumeImportButton({ job }: { job: { id: string; status: ImportStatus } }) {
  const translate = useTranslate();
  const allowed = useCan('IMPORT_RUN');
  const { send, pending } = useIntent(ImportResumeDocument, { success: 'imports.resumeDone' });
  if (!allowed || !isResumable(job.status)) return null;
  return (
    <Button size="small" variant="outlined" loading={pending} onClick={() => send({ id: job.id })}>
      {translate('imports.resume')}
    </Button>
  );
}
