import { Box, Button, Card } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useFormContext, useFormState } from 'react-hook-form';

interface SaveBarProps {
  /** Whether the person may save at all. */
  allowed: boolean;
  /** Where to go on when everything is saved; left out on the last step. */
  onNext?: () => void;
}

/** Stays at the bottom of a long form: whether everything is saved, the way back and the way on. */
export function SaveBar({ allowed, onNext }: SaveBarProps) {
  const translate = useTranslate();
  const { isDirty, isSubmitting } = useFormState();
  const { reset } = useFormContext();
  return (
    <Card
      sx={{
        position: 'sticky',
        bottom: 12,
        mt: 2,
        p: 1.25,
        display: 'flex',
        gap: 1,
        alignItems: 'center',
        zIndex: 2,
        boxShadow: '0 4px 20px rgb(0 0 0 / 12%)',
      }}
    >
      <Box
        role="status"
        sx={{ flex: 1, px: 1, color: isDirty ? 'warning.main' : 'text.secondary', fontSize: '0.875rem' }}
      >
        {translate(isDirty ? 'app.unsaved' : 'app.allSaved')}
      </Box>
      {isDirty ? <Button onClick={() => reset()}>{translate('ra.action.undo')}</Button> : null}
      {allowed && (isDirty || !onNext) ? (
        <Button type="submit" variant="contained" disabled={!isDirty} loading={isSubmitting}>
          {translate('app.saveDraft')}
        </Button>
      ) : null}
      {!isDirty && onNext ? (
        <Button variant="contained" onClick={onNext}>
          {translate('app.nextStep')}
        </Button>
      ) : null}
    </Card>
  );
}
