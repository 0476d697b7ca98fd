import { useTranslate } from 'ra-core';
import { useMemo, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { SegmentCreateDocument, type SegmentRuleInput } from '../api/generated/operations.js';
import { useIntent } from '../api/useIntent.js';
import { PageTitle } from '../ui/PageTitle.js';
import { useOnceKey } from '../ui/useOnceKey.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { fromRule } from './builder/fromRule.js';
import { newGroup } from './builder/tree.js';
import { formErrors, NO_VALUES, playbookOf } from './formValues.js';
import { SegmentForm } from './SegmentForm.js';
import { useFields } from './useFields.js';

/** What a screen hands over that begins a segment: a cell of the RFM matrix, a copy of another segment. */
interface Handed {
  record?: { name?: string; description?: string; rules?: SegmentRuleInput };
  asOf?: string | null;
}

/** A new segment: from nothing, from a template, or from what another screen handed over (S7). */
export default function SegmentCreate() {
  const translate = useTranslate();
  const handed = (useLocation().state ?? {}) as Handed;
  const { ready, error } = useFields();
  const idempotencyKey = useOnceKey();
  const made = useRef<string | null>(null);
  const { send } = useIntent(SegmentCreateDocument, {
    success: 'segments.saved',
    onDone: ({ segment }) => {
      made.current = segment?.id ?? null;
    },
  });
  const { name = '', description = '', rules } = handed.record ?? {};
  const values = useMemo(() => ({ ...NO_VALUES, name, description }), [name, description]);
  if (error) return <Failed error={error} />;
  return (
    <>
      <PageTitle title="segments.create" lead={translate('segments.createLead')} />
      {ready ? (
        <SegmentForm
          creates
          values={values}
          tree={() => (rules ? fromRule(rules) : newGroup())}
          asOf={handed.asOf ?? null}
          back="/segments"
          save={async (typed, input) => {
            const errors = await send({
              name: typed.name,
              description: typed.description || null,
              kind: 'DYNAMIC',
              rules: input,
              playbook: playbookOf(typed),
              idempotencyKey,
            });
            return errors ? formErrors(errors) : `/segments/${made.current}/show`;
          }}
        />
      ) : (
        <Waiting lines={8} />
      )}
    </>
  );
}
