import { Autocomplete, Box, Chip, TextField } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useCan } from '../../access/useCan.js';
import { CustomerTagDocument } from '../../api/generated/operations.js';
import { useIntent } from '../../api/useIntent.js';
import { useTagChoices } from '../../ui/choices.js';
import { Section } from '../../ui/Section.js';
import type { CustomerRecord } from '../types.js';

/** Tags, added by typing and removed by a click. */
export function TagsCard({ customer }: { customer: CustomerRecord }) {
  const translate = useTranslate();
  const editable = useCan('CUSTOMER_EDIT') && customer.status === 'ACTIVE';
  const known = useTagChoices().map(({ id }) => id);
  const { send, pending } = useIntent(CustomerTagDocument, { success: 'customers.tagsSaved' });
  const [error, setError] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const change = async (change: { add?: string[]; remove?: string[] }) => {
    const errors = await send({ id: customer.id, ...change });
    setError(errors && Object.keys(errors).length > 0 ? 'customers.tagRefused' : null);
    if (!errors) setTyped('');
  };
  return (
    <Section title="resources.customers.fields.tags">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, mb: editable ? 1.5 : 0 }}>
        {customer.tags.length === 0 ? (
          <Box sx={{ color: 'text.secondary' }}>{translate('customers.noTags')}</Box>
        ) : null}
        {customer.tags.map((tag) => (
          <Chip
            key={tag}
            size="small"
            label={tag}
            disabled={pending}
            onDelete={editable ? () => change({ remove: [tag] }) : undefined}
          />
        ))}
      </Box>
      {editable ? (
        <Autocomplete
          freeSolo
          options={known.filter((tag) => !customer.tags.includes(tag))}
          inputValue={typed}
          value={null}
          disabled={pending}
          onInputChange={(_event, value) => setTyped(value)}
          onChange={(_event, value) => value?.trim() && change({ add: [value.trim()] })}
          renderInput={(params) => (
            <TextField
              {...params}
              label={translate('customers.addTag')}
              error={error !== null}
              helperText={error ? translate(error) : translate('customers.addTagHint')}
            />
          )}
        />
      ) : null}
    </Section>
  );
}
