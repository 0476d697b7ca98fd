import Download from '@mui/icons-material/DownloadOutlined';
import { Box, Button } from '@mui/material';
import { useNotify, useTranslate } from 'ra-core';
import { useState } from 'react';
import type { ImportOneQuery } from '../api/generated/operations.js';
import { MiniTable } from '../ui/MiniTable.js';
import { Section } from '../ui/Section.js';
import { useFormat } from '../ui/useFormat.js';
import { downloadReport } from './upload.js';

type Job = NonNullable<ImportOneQuery['one']>;

/** The first rejected lines with their reasons, and all of them as a file. */
export function Rejects({ job }: { job: Job }) {
  const translate = useTranslate();
  const notify = useNotify();
  const { number } = useFormat();
  const [busy, setBusy] = useState(false);
  if (job.rejects.nodes.length === 0) return null;
  const { rejectReportUrl } = job;
  const fetchReport = async () => {
    if (!rejectReportUrl) return;
    setBusy(true);
    await downloadReport(rejectReportUrl, `rejects-${job.id}.csv`).catch((error: Error) =>
      notify(error.message, { type: 'error' }),
    );
    setBusy(false);
  };
  const actions = rejectReportUrl ? (
    <Button size="small" startIcon={<Download />} loading={busy} loadingPosition="start" onClick={fetchReport}>
      {translate('imports.report')}
    </Button>
  ) : null;
  return (
    <Section title="imports.rejects" note={number(job.rejects.totalCount)} actions={actions} flush>
      <MiniTable
        label="imports.rejects"
        rows={job.rejects.nodes}
        rowKey={(row) => `${row.line}-${row.code}`}
        columns={[
          { title: 'imports.line', number: true, cell: (row) => number(row.line) },
          { title: 'app.reason', cell: (row) => translate(`imports.codes.${row.code}`, { _: row.message }) },
          {
            title: 'imports.fate',
            cell: (row) => translate(row.skipped ? 'enums.ImportCategory.SKIPPED' : 'enums.ImportCategory.REJECTED'),
          },
          {
            title: 'imports.raw',
            cell: (row) => (
              <Box component="code" sx={{ overflowWrap: 'anywhere' }}>
                {row.raw}
              </Box>
            ),
          },
        ]}
      />
    </Section>
  );
}
