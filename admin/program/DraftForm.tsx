import { Box, Button, Card, Tab, Tabs } from '@mui/material';
import { Form, useTranslate } from 'ra-core';
import { useState } from 'react';
import { useFormContext, useFormState } from 'react-hook-form';
import { useCan } from '../access/useCan.js';
import { ProgramDraftUpdateDocument } from '../api/generated/operations.js';
import { useIntent } from '../api/useIntent.js';
import { FormError } from '../ui/ActionDialog.js';
import { BenefitsEditor } from './BenefitsEditor.js';
import { type DraftValues, draftInput } from './draftInput.js';
import { ImpactStep } from './ImpactStep.js';
import { SettingsEditor } from './SettingsEditor.js';
import { TiersEditor } from './TiersEditor.js';
import type { Draft } from './types.js';

const STEPS = ['program.steps.rules', 'program.steps.benefits', 'program.steps.impact'] as const;

/** Which step the first error lies in, so that it is seen. */
const stepOfErrors = (errors: object): number =>
  'settings' in errors || 'tiers' in errors ? 0 : 'benefits' in errors ? 1 : 2;

/** The draft in three steps: rules and tiers, benefits, impact and publishing. */
export function DraftForm({ draft }: { draft: Draft }) {
  const { send } = useIntent(ProgramDraftUpdateDocument, { success: 'program.saved' });
  const [step, setStep] = useState(0);
  const save = async (values: Record<string, unknown>) => {
    const errors = await send(draftInput(draft, values as unknown as DraftValues));
    if (errors && Object.keys(errors).length > 0) setStep(stepOfErrors(errors));
    return errors;
  };
  return (
    <Form key={`${draft.id}-${draft.version}`} record={{ ...draft }} onSubmit={save} warnWhenUnsavedChanges>
      <Steps draft={draft} step={step} onStep={setStep} />
    </Form>
  );
}

function Steps({ draft, step, onStep }: { draft: Draft; step: number; onStep: (step: number) => void }) {
  const translate = useTranslate();
  const { isDirty } = useFormState();
  return (
    <>
      <Card sx={{ mb: 2 }}>
        <Tabs
          value={step}
          onChange={(_event, next: number) => onStep(next)}
          variant="scrollable"
          scrollButtons="auto"
          allowScrollButtonsMobile
          aria-label={translate('program.draft')}
        >
          {STEPS.map((label, index) => (
            <Tab
              key={label}
              id={`draft-tab-${index}`}
              aria-controls={`draft-panel-${index}`}
              label={`${index + 1}. ${translate(label)}`}
            />
          ))}
        </Tabs>
      </Card>
      <FormError />
      {/* Every step stays in the page: what was typed in one is kept while another is looked at. */}
      <Box role="tabpanel" id="draft-panel-0" aria-labelledby="draft-tab-0" hidden={step !== 0}>
        <SettingsEditor />
        <TiersEditor />
      </Box>
      <Box role="tabpanel" id="draft-panel-1" aria-labelledby="draft-tab-1" hidden={step !== 1}>
        <BenefitsEditor />
      </Box>
      <Box role="tabpanel" id="draft-panel-2" aria-labelledby="draft-tab-2" hidden={step !== 2}>
        <ImpactStep draft={draft} dirty={isDirty} />
      </Box>
      <SaveBar step={step} onStep={onStep} />
    </>
  );
}

function SaveBar({ step, onStep }: { step: number; onStep: (step: number) => void }) {
  const translate = useTranslate();
  const allowed = useCan('PROGRAM_EDIT');
  const { isDirty, isSubmitting } = useFormState();
  const { reset } = useFormContext();
  return (
    <Card
      sx={{
        position: 'sticky',
        bottom: 12,
        mt: 2,
        p: 1.25,
        display: 'flex',
        gap: 1,
        alignItems: 'center',
        zIndex: 2,
        boxShadow: '0 4px 20px rgb(0 0 0 / 12%)',
      }}
    >
      <Box
        role="status"
        sx={{ flex: 1, px: 1, color: isDirty ? 'warning.main' : 'text.secondary', fontSize: '0.875rem' }}
      >
        {translate(isDirty ? 'program.unsaved' : 'program.allSaved')}
      </Box>
      {isDirty ? <Button onClick={() => reset()}>{translate('ra.action.undo')}</Button> : null}
      {allowed && (isDirty || step === STEPS.length - 1) ? (
        <Button type="submit" variant="contained" disabled={!isDirty} loading={isSubmitting}>
          {translate('program.save')}
        </Button>
      ) : null}
      {!isDirty && step < STEPS.length - 1 ? (
        <Button variant="contained" onClick={() => onStep(step + 1)}>
          {translate('program.next')}
        </Button>
      ) : null}
    </Card>
  );
}
