import { Alert, Button } from '@mui/material';
import { useTranslate } from 'react-admin';

/** What stands in place of a screen that could not be drawn. */
export function ErrorScreen() {
  const translate = useTranslate();
  return (
    <Alert
      severity="error"
      action={
        <Button color="inherit" size="small" onClick={() => window.location.reload()}>
          {translate('app.tryAgain')}
        </Button>
      }
    >
      {translate('ra.message.error')}
    </Alert>
  );
}
