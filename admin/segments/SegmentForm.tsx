import { Box } from '@mui/material';
import { Form, required, useNotify } from 'ra-core';
import { useEffect, useState } from 'react';
import { TextInput } from 'react-admin';
import { useController, useFormContext, useFormState } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import { type FieldErrors, RefusedError } from '../api/errors.js';
import type { SegmentRuleInput } from '../api/generated/operations.js';
import { FormError } from '../ui/ActionDialog.js';
import { Section } from '../ui/Section.js';
import { BuilderBar } from './builder/BuilderBar.js';
import { fromRule } from './builder/fromRule.js';
import { LivePanel } from './builder/LivePanel.js';
import { RuleBuilder } from './builder/RuleBuilder.js';
import { Templates } from './builder/Templates.js';
import { conditionsOf, type GroupNode } from './builder/tree.js';
import { errorsByKey, type PathError, pathErrors, pathErrorsOf, useBuilderState } from './builder/useBuilderState.js';
import { useLiveCount } from './builder/useLiveCount.js';
import { useFields } from './useFields.js';

/** What the form holds besides the rules. */
export interface SegmentValues {
  name: string;
  description: string;
  goal: string;
  /** One action per line. */
  actions: string;
  note: string;
}

interface SegmentFormProps {
  values: SegmentValues;
  /** Where the rules begin; null for a list, which has none. */
  tree: (() => GroupNode) | null;
  asOf?: string | null;
  creates: boolean;
  back: string;
  /**
   * Sends everything; `changed` says whether the rules are others than at the beginning. Answers where to go, or the
   * errors by the path of the API's input.
   */
  save: (values: SegmentValues, rules: SegmentRuleInput | null, changed: boolean) => Promise<string | FieldErrors>;
}

const wide = {
  display: 'grid',
  gap: 2,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 340px' },
};

/** A segment being made or changed: name, rules with their live count, playbook (S7, S8). */
export function SegmentForm({ values, tree, asOf: initialDay = null, creates, back, save }: SegmentFormProps) {
  const notify = useNotify();
  const { fields, byName } = useFields();
  const state = useBuilderState(tree ?? fallback, byName);
  const [asOf, setAsOf] = useState(initialDay);
  const [exactFor, setExactFor] = useState<SegmentRuleInput | null>(null);
  const [strict, setStrict] = useState(false);
  const [refused, setRefused] = useState<{ rules: SegmentRuleInput | null; errors: PathError[] } | null>(null);
  const rules = tree ? state.rules : null;
  const [leaving, setLeaving] = useState<string | null>(null);
  const live = useLiveCount(rules, asOf, exactFor !== null && exactFor === rules);
  // Errors of a save hold until the rules change; those of the count come with every count.
  const said =
    refused && refused.rules === rules
      ? refused.errors
      : live.error instanceof RefusedError
        ? pathErrorsOf(live.error.userErrors)
        : [];
  const submit = async (typed: Record<string, unknown>) => {
    if (tree && (state.open > 0 || rules === null)) {
      setStrict(true);
      notify('segments.completeFirst', { type: 'error' });
      return { root: { serverError: 'segments.completeFirst' } };
    }
    const answer = await save(typed as unknown as SegmentValues, rules, state.canUndo);
    if (typeof answer === 'string') {
      setLeaving(answer);
      return undefined;
    }
    setRefused({ rules, errors: pathErrors(answer) });
    // The rules are no field of the form: an error left there would keep it from ever being sent again.
    const { rules: wrongRules, ...fields } = answer;
    return wrongRules ? { ...fields, root: { serverError: 'segments.fixMarked' } } : fields;
  };
  const pristine = creates && conditionsOf(state.tree).every((one) => !one.condition.field);
  return (
    <Form record={{ ...values }} onSubmit={submit} warnWhenUnsavedChanges sanitizeEmptyValues={false}>
      <FormError />
      <Box sx={tree ? wide : undefined}>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <Section>
            <Box sx={{ display: 'grid', columnGap: 2, pt: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1.6fr' } }}>
              <TextInput source="name" label="segments.name" validate={required()} helperText={false} />
              <TextInput source="description" label="segments.description" helperText={false} />
            </Box>
          </Section>
          {tree ? (
            <>
              {pristine ? <TemplateChoice onTree={(next) => state.change(() => next)} /> : null}
              <RuleBuilder
                state={state}
                fields={fields}
                byName={byName}
                errors={errorsByKey(said, state.keys)}
                strict={strict}
              />
              <DirtyRules dirty={state.canUndo} />
            </>
          ) : null}
          <Section title="segments.playbook">
            <TextInput source="goal" label="segments.goal" multiline fullWidth helperText={false} />
            <TextInput
              source="actions"
              label="segments.actions"
              multiline
              minRows={3}
              fullWidth
              helperText="segments.actionsHint"
            />
            {tree && !creates && state.canUndo ? (
              <TextInput source="note" label="segments.note" fullWidth helperText="segments.noteHint" />
            ) : null}
          </Section>
        </Box>
        {tree ? (
          <Box sx={BESIDE}>
            <LivePanel
              rules={rules}
              live={live}
              open={state.open}
              asOf={asOf}
              onAsOf={setAsOf}
              onExact={() => setExactFor(rules)}
            />
          </Box>
        ) : null}
      </Box>
      <Leave to={leaving} />
      <BuilderBar live={tree ? live : null} back={back} />
    </Form>
  );
}

/** On a wide screen it stays in sight, and scrolls by itself when it is taller than the window. */
const BESIDE = {
  minWidth: 0,
  position: { lg: 'sticky' },
  top: { lg: 60 },
  maxHeight: { lg: 'calc(100vh - 150px)' },
  overflowY: { lg: 'auto' },
};

const fallback = (): GroupNode => ({ key: 'root', join: 'ALL', rules: [] });

/** Fills the rules from a template, and the name and description where nothing stands yet. */
function TemplateChoice({ onTree }: { onTree: (tree: GroupNode) => void }) {
  const { getValues, setValue } = useFormContext();
  return (
    <Templates
      onChoose={({ name, description, rules }) => {
        onTree(fromRule(rules));
        if (!getValues('name')) setValue('name', name, { shouldDirty: true });
        if (!getValues('description')) setValue('description', description, { shouldDirty: true });
      }}
    />
  );
}

/** Tells the form that the rules have changed, so that leaving without saving is warned of. */
function DirtyRules({ dirty }: { dirty: boolean }) {
  const { field } = useController({ name: 'rulesChanged', defaultValue: false });
  const { onChange, value } = field;
  useEffect(() => {
    if (value !== dirty) onChange(dirty);
  }, [dirty, value, onChange]);
  return null;
}

/** Leaves once the form knows that it was saved: before, it would warn of unsaved changes. */
function Leave({ to }: { to: string | null }) {
  const navigate = useNavigate();
  const { isSubmitSuccessful } = useFormState();
  useEffect(() => {
    if (to && isSubmitSuccessful) navigate(to);
  }, [to, isSubmitSuccessful, navigate]);
  return null;
}
