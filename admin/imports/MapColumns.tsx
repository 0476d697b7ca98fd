import { Alert, Box, Button, Typography } from '@mui/material';
import { Form, required, useTranslate } from 'ra-core';
import { SelectInput, TextInput, useRedirect } from 'react-admin';
import { useFormState } from 'react-hook-form';
import { useAsk } from '../api/ask.js';
import { type ImportKind, ImportPreviewDocument, ImportStartDocument } from '../api/generated/operations.js';
import { useIntent } from '../api/useIntent.js';
import { FormError } from '../ui/ActionDialog.js';
import { MiniTable } from '../ui/MiniTable.js';
import { Section } from '../ui/Section.js';
import { useCompany } from '../ui/useFormat.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { FIELDS, mappingInput } from './fields.js';
import { renameMappingErrors } from './mappingErrors.js';
import type { Uploaded } from './upload.js';

/** One line of the file as it stands. */
interface Sample {
  line: number;
  cells: string[];
}

/** The source that a form proposes. */
const SOURCES: Record<ImportKind, string> = { ORDERS: 'shop', EVENTS: 'app' };

interface MapColumnsProps {
  kind: ImportKind;
  file: Uploaded;
  onBack: () => void;
}

function Buttons({ onBack }: { onBack: () => void }) {
  const translate = useTranslate();
  const { isSubmitting } = useFormState();
  return (
    <Box sx={{ display: 'flex', gap: 1, mt: 2 }}>
      <Button onClick={onBack}>{translate('imports.otherFile')}</Button>
      <Button type="submit" variant="contained" loading={isSubmitting}>
        {translate('imports.run')}
      </Button>
    </Box>
  );
}

/** What each column means, over the first lines of the file. */
export function MapColumns({ kind, file, onBack }: MapColumnsProps) {
  const translate = useTranslate();
  const redirect = useRedirect();
  const { timeZone, currency } = useCompany();
  const { data, error } = useAsk('importPreview', ImportPreviewDocument, { input: { uploadId: file.uploadId, kind } });
  const { send } = useIntent(ImportStartDocument, {
    onDone: (payload) => payload.import && redirect('show', 'imports', payload.import.id),
  });
  if (error) return <Failed error={error} />;
  if (!data) return <Waiting />;
  const { columns, sample, suggestedMapping, issues } = data.importPreview;
  const choices = columns.map((column) => ({ id: column, name: column }));
  const mapping = Object.fromEntries(suggestedMapping.map((one) => [one.field, one.column]));
  const run = async (values: Record<string, unknown>) => {
    const chosen = mappingInput((values.mapping ?? {}) as Record<string, string>);
    const errors = await send({
      uploadId: file.uploadId,
      kind,
      mapping: chosen,
      source: String(values.source),
      currency: values.currency === undefined ? null : String(values.currency),
      timeZone: String(values.timeZone),
    });
    return renameMappingErrors(errors, chosen);
  };
  return (
    <Form defaultValues={{ mapping, source: SOURCES[kind], currency, timeZone }} onSubmit={run} sanitizeEmptyValues>
      <Section title="imports.steps.columns" note={file.fileName}>
        {issues.map((issue) => (
          <Alert key={`${issue.field}${issue.code}`} severity="warning" sx={{ mb: 1 }}>
            {issue.field} – {translate(`errors.${issue.code}`)}
          </Alert>
        ))}
        <FormError />
        <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: 'repeat(3, 1fr)' } }}>
          <TextInput source="source" label="imports.source" helperText="imports.sourceHint" validate={required()} />
          {kind === 'ORDERS' ? (
            <TextInput
              source="currency"
              label="imports.currency"
              helperText="imports.currencyHint"
              validate={required()}
            />
          ) : null}
          <TextInput
            source="timeZone"
            label="imports.timeZone"
            helperText="imports.timeZoneHint"
            validate={required()}
          />
        </Box>
        <Typography variant="subtitle1" component="h3" sx={{ mt: 1 }}>
          {translate('imports.mapping')}
        </Typography>
        <Box
          sx={{
            display: 'grid',
            columnGap: 2,
            gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', md: 'repeat(3, 1fr)' },
          }}
        >
          {FIELDS[kind].map(({ name, required: needed }) => (
            <SelectInput
              key={name}
              source={`mapping.${name}`}
              label={`imports.fields.${name}`}
              choices={choices}
              translateChoice={false}
              validate={needed ? required() : undefined}
              helperText={false}
            />
          ))}
        </Box>
        <Buttons onBack={onBack} />
      </Section>
      <Section title="imports.preview" flush sx={{ mt: 2 }}>
        <MiniTable
          label="imports.preview"
          rows={sample.map((cells, line) => ({ line, cells }))}
          rowKey={(row) => String(row.line)}
          columns={columns.map((column, index) => ({ title: column, cell: (row: Sample) => row.cells[index] }))}
        />
      </Section>
    </Form>
  );
}
