import { ProgramImpactDocument } from '../api/generated/operations.js';
import { ComputeStep } from '../ui/ComputeStep.js';
import { ImpactView } from './ImpactView.js';
import { PublishButton } from './PublishButton.js';
import type { Draft } from './types.js';

/** What publishing the saved draft would do, computed on demand; then the way to publish it (V6). */
export function ImpactStep({ draft, dirty }: { draft: Draft; dirty: boolean }) {
  return (
    <ComputeStep
      title="program.impact"
      hint="program.noImpactHint"
      permission="PROGRAM_EDIT"
      mutation={ProgramImpactDocument}
      input={{ id: draft.id, version: draft.version }}
      dirty={dirty}
    >
      {draft.impact ? (
        <>
          <ImpactView impact={draft.impact} />
          <PublishButton draft={draft} disabled={dirty} />
        </>
      ) : null}
    </ComputeStep>
  );
}
