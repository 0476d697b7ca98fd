import { Form } from 'ra-core';
import { useState } from 'react';
import { useFormState } from 'react-hook-form';
import { useCan } from '../access/useCan.js';
import { LevelDraftUpdateDocument } from '../api/generated/operations.js';
import { useIntent } from '../api/useIntent.js';
import { SaveBar } from '../ui/SaveBar.js';
import { Steps } from '../ui/Steps.js';
import { type DraftValues, draftInput } from './draftInput.js';
import { PreviewStep } from './PreviewStep.js';
import { RulesEditor } from './RulesEditor.js';
import type { Draft } from './types.js';

/** The draft in two steps: the thresholds, then what they would do and publishing. */
export function DraftForm({ draft }: { draft: Draft }) {
  const { send } = useIntent(LevelDraftUpdateDocument, { success: 'program.saved' });
  const [step, setStep] = useState(0);
  const save = async (values: Record<string, unknown>) => {
    const errors = await send(draftInput(draft, values as unknown as DraftValues));
    if (errors && 'rules' in errors) setStep(0);
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
  const allowed = useCan('LEVEL_EDIT');
  const steps = [
    { title: 'levels.steps.rules', content: <RulesEditor /> },
    { title: 'levels.steps.preview', content: <PreviewStep draft={draft} dirty={isDirty} /> },
  ];
  return (
    <>
      <Steps label="levels.draft" step={step} onStep={onStep} steps={steps} />
      <SaveBar allowed={allowed} onNext={step === 0 ? () => onStep(1) : undefined} />
    </>
  );
}
