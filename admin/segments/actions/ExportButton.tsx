import Download from '@mui/icons-material/DownloadOutlined';
import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useId, useState } from 'react';
import { AutocompleteArrayInput, DateInput, SelectInput } from 'react-admin';
import { useCan } from '../../access/useCan.js';
import { useAsk } from '../../api/ask.js';
import {
  type SegmentExportColumn,
  type SegmentExportContacts,
  SegmentExportOneDocument,
  SegmentExportStartDocument,
} from '../../api/generated/operations.js';
import { useIntent } from '../../api/useIntent.js';
import { ActionButton } from '../../ui/ActionButton.js';
import { ActionDialog } from '../../ui/ActionDialog.js';
import { enumChoices } from '../../ui/choices.js';
import { useOnceKey } from '../../ui/useOnceKey.js';
import { Waiting } from '../../ui/Waiting.js';
import { ExportState, isMoving } from '../ExportState.js';
import { EXPORT_COLUMNS } from '../exportColumns.js';
import type { SegmentRecord } from '../types.js';

const COLUMNS = enumChoices('SegmentExportColumn', EXPORT_COLUMNS);

interface DialogProps {
  segment: SegmentRecord;
  close: () => void;
}

function StartDialog({ segment, close, onStarted }: DialogProps & { onStarted: (id: string) => void }) {
  const clear = useCan('CUSTOMER_REVEAL');
  const idempotencyKey = useOnceKey();
  const { send } = useIntent(SegmentExportStartDocument, {
    onDone: (payload) => payload.export && onStarted(payload.export.id),
  });
  return (
    <ActionDialog
      open
      onClose={close}
      keepOpen
      title="segments.export.title"
      intro="segments.export.intro"
      submit="segments.export.start"
      defaults={{ contacts: 'MASKED', columns: [] }}
      onSubmit={({ contacts, columns, asOf }) =>
        send({
          segmentId: segment.id,
          contacts: contacts as SegmentExportContacts,
          columns: (columns as SegmentExportColumn[] | null)?.length ? (columns as SegmentExportColumn[]) : null,
          asOf: (asOf as string | null | undefined) || null,
          idempotencyKey,
        })
      }
    >
      <SelectInput
        source="contacts"
        label="segments.export.contacts"
        choices={enumChoices('SegmentExportContacts', clear ? ['MASKED', 'CLEAR'] : ['MASKED'])}
        helperText={clear ? 'segments.export.clearHint' : 'segments.export.maskedHint'}
      />
      <AutocompleteArrayInput
        source="columns"
        label="segments.export.columns"
        choices={COLUMNS}
        disableCloseOnSelect
        helperText="segments.export.columnsHint"
      />
      {segment.kind === 'DYNAMIC' ? (
        <DateInput source="asOf" label="segments.asOf" helperText="segments.asOfNow" />
      ) : null}
    </ActionDialog>
  );
}

function ProgressDialog({ id, close }: { id: string; close: () => void }) {
  const translate = useTranslate();
  const titleId = useId();
  const { data } = useAsk(
    'segmentExport',
    SegmentExportOneDocument,
    { id },
    { again: (answer) => (!answer || (answer.segmentExport && isMoving(answer.segmentExport.status)) ? 700 : false) },
  );
  return (
    <Dialog open onClose={close} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('segments.export.title')}</DialogTitle>
      <DialogContent>
        {data?.segmentExport ? <ExportState file={data.segmentExport} /> : <Waiting lines={2} />}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={close}>{translate('ra.action.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

function ExportDialog({ segment, close }: DialogProps) {
  const [started, setStarted] = useState<string | null>(null);
  if (started) return <ProgressDialog id={started} close={close} />;
  return <StartDialog segment={segment} close={close} onStarted={setStarted} />;
}

/** Makes a CSV file of the members in the background and shows how far it has come; it can be closed meanwhile. */
export function ExportButton({ segment }: { segment: SegmentRecord }) {
  return (
    <ActionButton label="segments.export.title" icon={<Download />} permission="SEGMENT_EXPORT">
      {(close) => <ExportDialog segment={segment} close={close} />}
    </ActionButton>
  );
}
