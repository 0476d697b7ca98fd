import { Alert, Box } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useParams } from 'react-router-dom';
import { useAsk } from '../api/ask.js';
import { ImportOneDocument } from '../api/generated/operations.js';
import { PageTitle } from '../ui/PageTitle.js';
import { Section } from '../ui/Section.js';
import { useFormat } from '../ui/useFormat.js';
import { StatusChip } from '../ui/values.js';
import { Failed, ProgressLine, Waiting } from '../ui/Waiting.js';
import { CancelImportButton } from './CancelImportButton.js';
import { ImportCounts } from './ImportCounts.js';
import { Reconciliation } from './Reconciliation.js';
import { Rejects } from './Rejects.js';
import { ResumeImportButton } from './ResumeImportButton.js';
import { isRunning } from './state.js';

/** One import: how far it has come, what became of every line, what was rejected. */
export default function ImportShow() {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const { compact, minute, number } = useFormat();
  const { data, error } = useAsk(
    'import',
    ImportOneDocument,
    { id },
    {
      again: (answer) => (answer?.one && isRunning(answer.one.status) ? 1000 : false),
    },
  );
  const job = data?.one;
  if (error) return <Failed error={error} />;
  if (!job) return <Waiting lines={8} />;
  const running = isRunning(job.status);
  return (
    <>
      <PageTitle
        title={job.fileName}
        lead={[translate(`enums.ImportKind.${job.kind}`), job.createdBy?.name, minute(job.createdAt)]
          .filter(Boolean)
          .join(' · ')}
      >
        <StatusChip type="ImportStatus" value={job.status} />
        <CancelImportButton job={job} />
        <ResumeImportButton job={job} />
      </PageTitle>
      <Box sx={{ display: 'grid', gap: 2 }}>
        {job.error ? <Alert severity="error">{job.error}</Alert> : null}
        {running ? (
          <Section>
            <ProgressLine
              label="imports.running"
              done={job.bytesDone}
              total={job.bytesTotal}
              text={translate('imports.progress', {
                lines: number(job.linesDone),
                percent: job.bytesTotal > 0 ? Math.floor((job.bytesDone / job.bytesTotal) * 100) : 0,
                done: compact(job.bytesDone),
              })}
            />
          </Section>
        ) : null}
        <ImportCounts job={job} />
        <Reconciliation job={job} />
        <Rejects job={job} />
      </Box>
    </>
  );
}
