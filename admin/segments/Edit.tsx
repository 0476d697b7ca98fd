import { useMemo, useState } from 'react';
import { useParams } from 'react-router-dom';
import { useAsk } from '../api/ask.js';
import { SegmentOneDocument, SegmentUpdateDocument } from '../api/generated/operations.js';
import { useIntent } from '../api/useIntent.js';
import { PageTitle } from '../ui/PageTitle.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { fromRule } from './builder/fromRule.js';
import { formErrors, playbookOf } from './formValues.js';
import { SegmentForm } from './SegmentForm.js';
import type { SegmentRecord } from './types.js';
import { useFields } from './useFields.js';

/** A segment being changed: other rules make a new version (S7). */
export default function SegmentEdit() {
  const { id = '' } = useParams();
  const { data, error } = useAsk('segment', SegmentOneDocument, { id });
  const fields = useFields();
  const segment = data?.one;
  if (error ?? fields.error) return <Failed error={error ?? fields.error} />;
  if (data && !segment) return <Failed error={new Error('errors.NOT_FOUND')} />;
  if (!segment || !fields.ready) return <Waiting lines={8} />;
  return (
    <>
      <PageTitle title={segment.name} lead={segment.description} />
      <EditForm key={segment.id} segment={segment} />
    </>
  );
}

function EditForm({ segment }: { segment: SegmentRecord }) {
  // What was opened is what is changed: a save after somebody else's is refused by its version.
  const [opened] = useState(segment);
  const { send } = useIntent(SegmentUpdateDocument, { success: 'segments.saved' });
  const { id, name, description, version, playbook, currentVersion, kind } = opened;
  const values = useMemo(
    () => ({ name, description, goal: playbook.goal, actions: playbook.actions.join('\n'), note: '' }),
    [name, description, playbook],
  );
  return (
    <SegmentForm
      creates={false}
      values={values}
      tree={kind === 'DYNAMIC' ? () => fromRule(currentVersion.rules) : null}
      back={`/segments/${id}/show`}
      save={async (typed, rules, changed) => {
        const errors = await send({
          id,
          version,
          name: typed.name,
          description: typed.description ?? '',
          playbook: playbookOf(typed),
          ...(changed && rules && { rules, note: typed.note || null }),
        });
        return errors ? formErrors(errors) : `/segments/${id}/show`;
      }}
    />
  );
}
