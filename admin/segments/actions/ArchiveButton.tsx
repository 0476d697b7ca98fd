import Archive from '@mui/icons-material/ArchiveOutlined';
import Unarchive from '@mui/icons-material/UnarchiveOutlined';
import { Alert, Link } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';
import { FORM_ERROR } from '../../api/errors.js';
import { SegmentArchiveDocument, SegmentRestoreDocument } from '../../api/generated/operations.js';
import { useIntent } from '../../api/useIntent.js';
import { ActionButton } from '../../ui/ActionButton.js';
import { ActionDialog } from '../../ui/ActionDialog.js';
import { IntentButton } from '../../ui/IntentButton.js';
import { useFormat } from '../../ui/useFormat.js';
import type { SegmentRecord } from '../types.js';

/** What uses a segment, each with the way to it. */
export function Uses({ uses }: { uses: SegmentRecord['usedBy'] }) {
  const { locale } = useFormat();
  return (
    <>
      {uses.map((use, at) => (
        <span key={use.id}>
          {at > 0 ? (locale === 'zh' ? '、' : ', ') : ''}
          <Link component={RouterLink} to={`/segments/${use.id}/show`}>
            {use.name}
          </Link>
        </span>
      ))}
    </>
  );
}

function ArchiveDialog({ segment, close }: { segment: SegmentRecord; close: () => void }) {
  const translate = useTranslate();
  const { send } = useIntent(SegmentArchiveDocument, { success: 'segments.archiveDone', rename: { id: FORM_ERROR } });
  const { id, version, usedBy } = segment;
  return (
    <ActionDialog
      open
      onClose={close}
      title="segments.archive"
      intro="segments.archiveIntro"
      submit="segments.archive"
      tone="error"
      onSubmit={() => send({ id, version })}
    >
      {usedBy.length > 0 ? (
        <Alert severity="warning">
          {translate('segments.archiveUsed')} <Uses uses={usedBy} />
        </Alert>
      ) : null}
    </ActionDialog>
  );
}

/** Puts a segment away, or takes it out again; one that others use is refused with their names. */
export function ArchiveButton({ segment }: { segment: SegmentRecord }) {
  if (segment.archivedAt) {
    return (
      <IntentButton
        label="segments.restore"
        icon={<Unarchive />}
        permission="SEGMENT_EDIT"
        variant="text"
        size="small"
        mutation={SegmentRestoreDocument}
        input={{ id: segment.id, version: segment.version }}
      />
    );
  }
  return (
    <ActionButton label="segments.archive" icon={<Archive />} permission="SEGMENT_EDIT" color="error">
      {(close) => <ArchiveDialog segment={segment} close={close} />}
    </ActionButton>
  );
}
