import { Alert, Box, Button, LinearProgress, Skeleton, Typography } from '@mui/material';
import { useRefresh, useTranslate } from 'ra-core';

/** Grey lines where content is about to be. */
export function Waiting({ lines = 4 }: { lines?: number }) {
  const translate = useTranslate();
  return (
    <Box role="status" aria-label={translate('ra.message.loading')} sx={{ p: 1 }}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={`line-${String(line)}`} height={32} width={`${96 - line * 9}%`} />
      ))}
    </Box>
  );
}

/** What went wrong, and a way to try again. */
export function Failed({ error }: { error: unknown }) {
  const translate = useTranslate();
  const refresh = useRefresh();
  const message = error instanceof Error ? error.message : 'errors.INTERNAL';
  return (
    <Alert
      severity="error"
      action={
        <Button color="inherit" size="small" onClick={refresh}>
          {translate('app.tryAgain')}
        </Button>
      }
    >
      {translate(message, { _: translate('errors.INTERNAL') })}
    </Alert>
  );
}

/** How far something long has come, as a bar and as words. */
export function ProgressLine({
  done,
  total,
  label,
  text,
}: {
  done: number;
  total: number;
  label: string;
  text?: string;
}) {
  const translate = useTranslate();
  const share = total > 0 ? Math.min(100, (done / total) * 100) : 0;
  return (
    <Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, mb: 0.5 }}>
        <Typography variant="body2">{translate(label)}</Typography>
        <Typography variant="body2" color="text.secondary">
          {text ?? `${Math.floor(share)} %`}
        </Typography>
      </Box>
      <LinearProgress
        variant={total > 0 ? 'determinate' : 'indeterminate'}
        value={share}
        aria-label={translate(label)}
      />
    </Box>
  );
}
