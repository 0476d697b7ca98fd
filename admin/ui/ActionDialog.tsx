import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Typography,
  useMediaQuery,
} from '@mui/material';
import type { Theme } from '@mui/material/styles';
import { Form, useTranslate } from 'ra-core';
import { type ReactNode, useId } from 'react';
import { useFormState } from 'react-hook-form';
import type { FieldErrors } from '../api/errors.js';

interface ActionDialogProps {
  open: boolean;
  onClose: () => void;
  /** Translation keys. */
  title: string;
  intro?: string;
  submit?: string;
  tone?: 'primary' | 'error';
  defaults?: Record<string, unknown>;
  /** Sends the form; answers the errors by field, or undefined when it was carried out (the dialog then closes). */
  onSubmit: (values: Record<string, unknown>) => Promise<FieldErrors | undefined>;
  children?: ReactNode;
  wide?: boolean;
  keepOpen?: boolean;
}

/** The form of one intent in a dialog: errors land at their fields, the rest above them. */
export function ActionDialog(props: ActionDialogProps) {
  const { open, onClose, title, intro, defaults, onSubmit, children, wide, keepOpen } = props;
  const translate = useTranslate();
  const id = useId();
  const phone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const submit = async (values: Record<string, unknown>) => {
    const errors = await onSubmit(values);
    if (errors) return errors;
    if (!keepOpen) onClose();
    return undefined;
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      fullWidth
      fullScreen={phone && wide}
      maxWidth={wide ? 'md' : 'sm'}
      aria-labelledby={id}
    >
      <Form onSubmit={submit} defaultValues={defaults} sanitizeEmptyValues>
        <DialogTitle id={id}>{translate(title)}</DialogTitle>
        <DialogContent>
          {intro ? (
            <Typography color="text.secondary" sx={{ mb: 1.5 }}>
              {translate(intro)}
            </Typography>
          ) : null}
          <FormError />
          <Box sx={{ display: 'flex', flexDirection: 'column' }}>{children}</Box>
        </DialogContent>
        <DialogButtons {...props} />
      </Form>
    </Dialog>
  );
}

function DialogButtons({ onClose, submit = 'ra.action.confirm', tone = 'primary' }: ActionDialogProps) {
  const translate = useTranslate();
  const { isSubmitting } = useFormState();
  return (
    <DialogActions sx={{ px: 3, pb: 2 }}>
      <Button onClick={onClose} color="inherit">
        {translate('ra.action.cancel')}
      </Button>
      <Button
        type="submit"
        variant="contained"
        color={tone}
        loading={isSubmitting}
        loadingPosition="start"
        startIcon={<span />}
      >
        {translate(submit)}
      </Button>
    </DialogActions>
  );
}

/** The error of a form that belongs to no single field. */
export function FormError() {
  const translate = useTranslate();
  const { errors } = useFormState();
  const root = errors.root as { serverError?: { message?: string } } | undefined;
  const message = root?.serverError?.message;
  if (!message) return null;
  return (
    <Alert severity="error" sx={{ mb: 1.5 }}>
      {translate(message)}
    </Alert>
  );
}
