import { Form } from 'ra-core';
import { useState } from 'react';
import { useFormState } from 'react-hook-form';
import { useCan } from '../access/useCan.js';
import { ProgramDraftUpdateDocument } from '../api/generated/operations.js';
import { useIntent } from '../api/useIntent.js';
import { SaveBar } from '../ui/SaveBar.js';
import { Steps } from '../ui/Steps.js';
import { BenefitsEditor } from './BenefitsEditor.js';
import { type DraftValues, draftInput } from './draftInput.js';
import { ImpactStep } from './ImpactStep.js';
import { SettingsEditor } from './SettingsEditor.js';
import { TiersEditor } from './TiersEditor.js';
import type { Draft } from './types.js';

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
      <DraftSteps draft={draft} step={step} onStep={setStep} />
    </Form>
  );
}

function DraftSteps({ draft, step, onStep }: { draft: Draft; step: number; onStep: (step: number) => void }) {
  const { isDirty } = useFormState();
  const allowed = useCan('PROGRAM_EDIT');
  const rules = (
    <>
      <SettingsEditor />
      <TiersEditor />
    </>
  );
  const steps = [
    { title: 'program.steps.rules', content: rules },
    { title: 'program.steps.benefits', content: <BenefitsEditor /> },
    { title: 'program.steps.impact', content: <ImpactStep draft={draft} dirty={isDirty} /> },
  ];
  const next = step < steps.length - 1 ? () => onStep(step + 1) : undefined;
  return (
    <>
      <Steps label="program.draft" step={step} onStep={onStep} steps={steps} />
      <SaveBar allowed={allowed} onNext={next} />
    </>
  );
}
