import Key from '@mui/icons-material/KeyOutlined';
import { Box, Chip } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Datagrid, FunctionField, SimpleList } from 'react-admin';
import { csvExporter } from '../api/csv.js';
import type { ApiKeyListQuery } from '../api/generated/operations.js';
import { ResourceList } from '../ui/ResourceList.js';
import { useFormat } from '../ui/useFormat.js';
import { CreateKeyButton } from './CreateKeyButton.js';
import { RevokeKeyButton } from './RevokeKeyButton.js';
import { SecretDialog } from './SecretDialog.js';

type Row = ApiKeyListQuery['list']['nodes'][number];

const label = (name: string) => `resources.apiKeys.fields.${name}`;

const exporter = csvExporter<Row>((translate) => [
  [translate(label('name')), (row) => row.name],
  [translate(label('prefix')), (row) => row.prefix],
  [translate(label('scopes')), (row) => row.scopes],
  [translate(label('createdAt')), (row) => row.createdAt],
  [translate(label('lastUsedAt')), (row) => row.lastUsedAt],
  [translate(label('revokedAt')), (row) => row.revokedAt],
]);

function KeyState({ row }: { row: Row }) {
  const translate = useTranslate();
  const { day } = useFormat();
  if (row.revokedAt)
    return (
      <Chip
        size="small"
        variant="outlined"
        color="error"
        label={translate('apiKeys.revokedOn', { day: day(row.revokedAt) })}
      />
    );
  return <RevokeKeyButton id={row.id} />;
}

function KeyTable() {
  const translate = useTranslate();
  const { minute, day } = useFormat();
  return (
    <Datagrid rowClick={false} bulkActionButtons={false}>
      <FunctionField<Row> label={label('name')} render={(row) => row.name} />
      <FunctionField<Row> label={label('prefix')} render={(row) => <Box component="code">{row.prefix}…</Box>} />
      <FunctionField<Row>
        label={label('scopes')}
        cellClassName="wrapping"
        render={(row) => row.scopes.map((scope) => translate(`enums.ApiScope.${scope}`)).join(' · ')}
      />
      <FunctionField<Row> label={label('createdBy')} render={(row) => row.createdBy?.name} />
      <FunctionField<Row>
        label={label('expiresAt')}
        render={(row) => (row.expiresAt ? day(row.expiresAt) : translate('app.noEnd'))}
      />
      <FunctionField<Row>
        label={label('lastUsedAt')}
        render={(row) => (row.lastUsedAt ? minute(row.lastUsedAt) : translate('apiKeys.neverUsed'))}
      />
      <FunctionField<Row> label="app.doIt" render={(row) => <KeyState row={row} />} />
    </Datagrid>
  );
}

function KeyCards() {
  const { day } = useFormat();
  return (
    <SimpleList<Row>
      rowClick={false}
      primaryText={(row) => (
        <Box component="span" sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
          <span>{row.name}</span>
          <KeyState row={row} />
        </Box>
      )}
      secondaryText={(row) => `${row.prefix}… · ${day(row.createdAt)}`}
    />
  );
}

/** The keys with which other systems call the API. */
export default function ApiKeyList() {
  // Here and not in the button: the first key takes the empty list away, and its button with it.
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <>
      <ResourceList
        resource="apiKeys"
        icon={<Key />}
        exporter={exporter}
        table={<KeyTable />}
        cards={<KeyCards />}
        actions={<CreateKeyButton onMade={setSecret} />}
        emptyActions={<CreateKeyButton onMade={setSecret} />}
      />
      {secret ? <SecretDialog secret={secret} onClose={() => setSecret(null)} /> : null}
    </>
  );
}
