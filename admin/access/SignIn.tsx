import { Box, Button, Card, Typography } from '@mui/material';
import { Form, required, useLogin, useTranslate } from 'ra-core';
import { useState } from 'react';
import { PasswordInput, TextInput, ToggleThemeButton } from 'react-admin';
import { useFormState } from 'react-hook-form';
import { type FieldErrors, fieldErrors, RefusedError, readableError } from '../api/errors.js';
import { LanguageButton } from '../layout/AppBar.js';
import { useDocumentLanguage } from '../layout/Layout.js';
import { FormError } from '../ui/ActionDialog.js';
import { Brand } from '../ui/Brand.js';
import { DemoSignIns } from './DemoSignIns.js';

interface Credentials {
  email: string;
  password: string;
}

/** Wrong credentials belong to no single field of the answer; people look for the message at the password. */
function credentialErrors(error: unknown): FieldErrors {
  if (error instanceof RefusedError) {
    const placed = error.userErrors.map((one) => ({ ...one, field: one.field ?? 'password' }));
    return fieldErrors(placed);
  }
  return { root: { serverError: readableError(error).message } };
}

function SubmitButton() {
  const translate = useTranslate();
  const { isSubmitting } = useFormState();
  return (
    <Button type="submit" variant="contained" size="large" fullWidth loading={isSubmitting} sx={{ mt: 1 }}>
      {translate('ra.auth.sign_in')}
    </Button>
  );
}

/** The sign-in page: brand, language, the form, and in the demo one sign-in per role. */
export function SignIn() {
  useDocumentLanguage();
  const translate = useTranslate();
  const login = useLogin();
  const [busy, setBusy] = useState(false);
  const signIn = async (credentials: Credentials): Promise<FieldErrors | undefined> => {
    setBusy(true);
    try {
      await login(credentials);
      return undefined;
    } catch (error) {
      return credentialErrors(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Box
      component="main"
      sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column', bgcolor: 'background.default' }}
    >
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', p: 1.5, gap: 0.5 }}>
        <LanguageButton />
        <ToggleThemeButton />
      </Box>
      <Box sx={{ flex: 1, display: 'grid', placeItems: 'center', p: 2, pb: 8 }}>
        <Box sx={{ width: '100%', maxWidth: 400 }}>
          <Box sx={{ mb: 3 }}>
            <Brand size={44} />
            <Typography variant="h5" component="h1" sx={{ mt: 3 }}>
              {translate('signIn.title')}
            </Typography>
            <Typography color="text.secondary">{translate('signIn.lead')}</Typography>
          </Box>
          <Card sx={{ p: 3 }}>
            <Form onSubmit={(values: unknown) => signIn(values as Credentials)} sanitizeEmptyValues>
              <FormError />
              <TextInput
                source="email"
                type="email"
                label="ra.auth.email"
                autoComplete="username"
                autoFocus
                fullWidth
                validate={required()}
              />
              <PasswordInput
                source="password"
                label="ra.auth.password"
                autoComplete="current-password"
                fullWidth
                validate={required()}
              />
              <SubmitButton />
            </Form>
          </Card>
          <DemoSignIns disabled={busy} onChoose={(email, password) => signIn({ email, password })} />
        </Box>
      </Box>
    </Box>
  );
}
