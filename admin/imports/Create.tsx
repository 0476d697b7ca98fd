import { Box, Step, StepLabel, Stepper } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import type { ImportKind } from '../api/generated/operations.js';
import { PageTitle } from '../ui/PageTitle.js';
import { ChooseFile } from './ChooseFile.js';
import { MapColumns } from './MapColumns.js';
import type { Uploaded } from './upload.js';

/** Loads a file in two steps: say what it holds and upload it, say what its columns mean. Its progress is the import's own page. */
export default function ImportCreate() {
  const translate = useTranslate();
  const [kind, setKind] = useState<ImportKind>('ORDERS');
  const [file, setFile] = useState<Uploaded | null>(null);
  return (
    <>
      <PageTitle title="imports.start" lead={translate('imports.lead')} />
      <Stepper activeStep={file ? 1 : 0} sx={{ mb: 2.5, maxWidth: 640 }}>
        {['imports.steps.file', 'imports.steps.columns', 'imports.steps.run'].map((step) => (
          <Step key={step}>
            <StepLabel>{translate(step)}</StepLabel>
          </Step>
        ))}
      </Stepper>
      <Box sx={{ maxWidth: 960 }}>
        {file ? (
          <MapColumns kind={kind} file={file} onBack={() => setFile(null)} />
        ) : (
          <ChooseFile kind={kind} onKind={setKind} onUploaded={setFile} />
        )}
      </Box>
    </>
  );
}
