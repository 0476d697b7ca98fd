import { LinearProgress } from '@mui/material';
import { useIsFetching } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';

/** A thin line below the app bar while anything is being asked of the server. */
export function BusyBar() {
  const translate = useTranslate();
  if (useIsFetching() === 0) return null;
  return (
    <LinearProgress
      data-busy
      aria-label={translate('ra.message.loading')}
      sx={{ position: 'absolute', left: 0, right: 0, bottom: -2, height: 2, borderRadius: 0 }}
    />
  );
}
