import { Button } from '@mui/material';
import { Form, minLength, required, useTranslate } from 'ra-core';
import { useState } from 'react';
import { PasswordInput } from 'react-admin';
import { useFormState } from 'react-hook-form';
import { ChangePasswordDocument } from '../api/generated/operations.js';
import { useIntent } from '../api/useIntent.js';
import { FormError } from '../ui/ActionDialog.js';

function SubmitButton() {
  const translate = useTranslate();
  const { isSubmitting } = useFormState();
  return (
    <Button type="submit" variant="contained" loading={isSubmitting} sx={{ mt: 1 }}>
      {translate('account.changePassword')}
    </Button>
  );
}

/** Changes one's own password; the form empties itself afterwards. */
export function ChangePasswordForm() {
  const [round, setRound] = useState(0);
  const { send } = useIntent(ChangePasswordDocument, {
    success: 'account.passwordChanged',
    onDone: () => setRound((before) => before + 1),
  });
  const change = ({ currentPassword, newPassword }: Record<string, unknown>) =>
    send({ currentPassword: String(currentPassword), newPassword: String(newPassword) });
  return (
    <Form key={round} onSubmit={change}>
      <FormError />
      <PasswordInput
        source="currentPassword"
        label="account.currentPassword"
        autoComplete="current-password"
        validate={required()}
        fullWidth
      />
      <PasswordInput
        source="newPassword"
        label="staff.newPassword"
        helperText="staff.passwordHint"
        autoComplete="new-password"
        validate={[required(), minLength(12)]}
        fullWidth
      />
      <SubmitButton />
    </Form>
  );
}
