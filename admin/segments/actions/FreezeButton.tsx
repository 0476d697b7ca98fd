import AcUnit from '@mui/icons-material/AcUnitOutlined';
import { required, useTranslate } from 'ra-core';
import { DateInput, TextInput, useRedirect } from 'react-admin';
import { SegmentFreezeDocument } from '../../api/generated/operations.js';
import { useIntent } from '../../api/useIntent.js';
import { ActionButton } from '../../ui/ActionButton.js';
import { ActionDialog } from '../../ui/ActionDialog.js';
import { toDay } from '../../ui/days.js';
import { useFormat } from '../../ui/useFormat.js';
import { useOnceKey } from '../../ui/useOnceKey.js';
import type { SegmentRecord } from '../types.js';

function FreezeDialog({ segment, close }: { segment: SegmentRecord; close: () => void }) {
  const translate = useTranslate();
  const redirect = useRedirect();
  const { localFullDay, timeZone } = useFormat();
  const idempotencyKey = useOnceKey();
  const { send } = useIntent(SegmentFreezeDocument, {
    success: 'segments.frozen',
    onDone: ({ segment: list }) => list && redirect(`/segments/${list.id}/show?tab=members`),
  });
  const today = localFullDay(toDay(new Date().toISOString(), timeZone));
  return (
    <ActionDialog
      open
      onClose={close}
      title="segments.freeze"
      intro="segments.freezeIntro"
      submit="segments.freeze"
      defaults={{ name: translate('segments.frozenName', { name: segment.name, day: today }) }}
      onSubmit={({ name, asOf }) =>
        send({ id: segment.id, name: String(name), asOf: (asOf as string | null | undefined) || null, idempotencyKey })
      }
    >
      <TextInput source="name" label="segments.name" validate={required()} fullWidth helperText={false} />
      {segment.kind === 'DYNAMIC' ? (
        <DateInput source="asOf" label="segments.asOf" helperText="segments.asOfNow" />
      ) : null}
    </ActionDialog>
  );
}

/** Keeps who is in a segment now as a list that does not change by itself. */
export function FreezeButton({ segment }: { segment: SegmentRecord }) {
  return (
    <ActionButton label="segments.freeze" icon={<AcUnit />} permission="SEGMENT_EDIT">
      {(close) => <FreezeDialog segment={segment} close={close} />}
    </ActionButton>
  );
}
