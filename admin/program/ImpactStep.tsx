import Insights from '@mui/icons-material/InsightsOutlined';
import { Alert, Button } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useCan } from '../access/useCan.js';
import { FORM_ERROR, firstError } from '../api/errors.js';
import { ProgramImpactDocument } from '../api/generated/operations.js';
import { useIntent } from '../api/useIntent.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Section } from '../ui/Section.js';
import { ProgressLine } from '../ui/Waiting.js';
import { ImpactView } from './ImpactView.js';
import { PublishButton } from './PublishButton.js';
import type { Draft } from './types.js';

/** What publishing the saved draft would do, computed on demand; then the way to publish it (V6). */
export function ImpactStep({ draft, dirty }: { draft: Draft; dirty: boolean }) {
  const translate = useTranslate();
  const allowed = useCan('PROGRAM_EDIT');
  const { send, pending } = useIntent(ProgramImpactDocument);
  const [error, setError] = useState<{ path: string; message: string } | null>(null);
  const compute = async () => setError(firstError(await send({ id: draft.id, version: draft.version })));
  const button = allowed ? (
    <Button
      variant={draft.impact ? 'outlined' : 'contained'}
      startIcon={<Insights />}
      disabled={dirty || pending}
      onClick={compute}
    >
      {translate(draft.impact ? 'program.computeAgain' : 'program.compute')}
    </Button>
  ) : null;
  return (
    <Section title="program.impact" actions={draft.impact ? button : null}>
      {dirty ? (
        <Alert severity="info" sx={{ mb: 2 }}>
          {translate('program.saveFirst')}
        </Alert>
      ) : null}
      {error ? (
        <Alert severity="error" sx={{ mb: 2 }}>
          {error.path === FORM_ERROR ? '' : `${error.path}: `}
          {translate(error.message)}
        </Alert>
      ) : null}
      {pending ? <ProgressLine label="program.computing" done={0} total={0} text="" /> : null}
      {draft.impact ? (
        <>
          <ImpactView impact={draft.impact} />
          <PublishButton draft={draft} disabled={dirty} />
        </>
      ) : (
        <EmptyState dense icon={<Insights />} title="program.noImpact" hint="program.noImpactHint">
          {button}
        </EmptyState>
      )}
    </Section>
  );
}
