import { Box, Button, TextField, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { type FormEvent, useState } from 'react';
import { useCan } from '../../access/useCan.js';
import { CustomerNoteAddDocument } from '../../api/generated/operations.js';
import { useIntent } from '../../api/useIntent.js';
import { Section } from '../../ui/Section.js';
import { useFormat } from '../../ui/useFormat.js';
import type { CustomerRecord } from '../types.js';

function NoteForm({ customerId }: { customerId: string }) {
  const translate = useTranslate();
  const [body, setBody] = useState('');
  const [error, setError] = useState<string | null>(null);
  const { send, pending } = useIntent(CustomerNoteAddDocument, { success: 'customers.noteAdded' });
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const errors = await send({ id: customerId, body });
    setError(typeof errors?.body === 'string' ? errors.body : null);
    if (!errors) setBody('');
  };
  return (
    <Box component="form" onSubmit={add}>
      <TextField
        label={translate('customers.note')}
        value={body}
        onChange={(event) => setBody(event.target.value)}
        error={error !== null}
        helperText={error ? translate(error) : undefined}
        multiline
        minRows={2}
        fullWidth
      />
      <Button
        type="submit"
        size="small"
        variant="outlined"
        loading={pending}
        disabled={body.trim() === ''}
        sx={{ mt: 0.5 }}
      >
        {translate('customers.addNote')}
      </Button>
    </Box>
  );
}

/** What colleagues wrote down about the customer. */
export function NotesCard({ customer }: { customer: CustomerRecord }) {
  const { minute } = useFormat();
  const editable = useCan('CUSTOMER_EDIT') && customer.status === 'ACTIVE';
  if (!editable && customer.notes.length === 0) return null;
  return (
    <Section title="customers.notes">
      {customer.notes.map((note) => (
        <Box key={note.id} sx={{ mb: 1.5 }}>
          <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {note.body}
          </Typography>
          <Typography variant="caption" color="text.secondary">
            {note.author ? `${note.author.name} · ` : ''}
            {minute(note.createdAt)}
          </Typography>
        </Box>
      ))}
      {editable ? <NoteForm customerId={customer.id} /> : null}
    </Section>
  );
}
