import { LevelPreviewDocument } from '../api/generated/operations.js';
import { ComputeStep } from '../ui/ComputeStep.js';
import { PreviewView } from './PreviewView.js';
import { PublishButton } from './PublishButton.js';
import type { Draft } from './types.js';

/** What publishing the saved draft would do, computed on demand; then the way to publish it. */
export function PreviewStep({ draft, dirty }: { draft: Draft; dirty: boolean }) {
  return (
    <ComputeStep
      title="levels.preview"
      hint="levels.noPreviewHint"
      permission="LEVEL_EDIT"
      mutation={LevelPreviewDocument}
      input={{ id: draft.id }}
      dirty={dirty}
    >
      {draft.preview ? (
        <>
          <PreviewView preview={draft.preview} />
          <PublishButton draft={draft} disabled={dirty} />
        </>
      ) : null}
    </ComputeStep>
  );
}
