import { Alert, Box } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { ImportOneQuery } from '../api/generated/operations.js';
import { MiniTable } from '../ui/MiniTable.js';
import { Section } from '../ui/Section.js';
import { useFormat } from '../ui/useFormat.js';

type Job = NonNullable<ImportOneQuery['one']>;

/** Every line of the file once, by what became of it, and whether that adds up to the file. */
export function Reconciliation({ job }: { job: Job }) {
  const translate = useTranslate();
  const { number, money } = useFormat();
  const { reconciliation, balanced } = job.counts;
  if (reconciliation.length === 0) return null;
  return (
    <Section title="imports.reconciliation" flush>
      {balanced === null ? null : (
        <Box sx={{ px: 2.5, pb: 1.5 }}>
          <Alert severity={balanced ? 'success' : 'error'}>
            {translate(balanced ? 'imports.balanced' : 'imports.unbalanced')}
          </Alert>
        </Box>
      )}
      <MiniTable
        label="imports.reconciliation"
        rows={reconciliation}
        rowKey={(row) => `${row.category}-${row.code}`}
        columns={[
          { title: 'imports.fate', cell: (row) => translate(`enums.ImportCategory.${row.category}`) },
          {
            title: 'app.reason',
            cell: (row) => (row.code ? translate(`imports.codes.${row.code}`, { _: row.code }) : ''),
          },
          { title: 'imports.lines', number: true, cell: (row) => number(row.lines) },
          ...(job.kind === 'ORDERS'
            ? [
                {
                  title: 'imports.amountInFile',
                  number: true,
                  cell: (row: (typeof reconciliation)[number]) => money(row.amount, job.options.currency),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
