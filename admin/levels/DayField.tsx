import { TextField } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useEffect, useState } from 'react';
import { isDay } from './useShown.js';

interface DayFieldProps {
  /** Translation keys. */
  label: string;
  hint?: string;
  /** A company day (yyyy-MM-dd); null: empty. */
  value: string | null;
  onDay: (day: string | null) => void;
  error?: string;
}

/** A company day; it is taken over as soon as it is whole, so that a half-typed year asks for nothing. */
export function DayField({ label, hint, value, onDay, error }: DayFieldProps) {
  const translate = useTranslate();
  const [typed, setTyped] = useState(value ?? '');
  useEffect(() => setTyped(value ?? ''), [value]);
  const change = (text: string) => {
    setTyped(text);
    if (text === '') onDay(null);
    else if (isDay(text)) onDay(text);
  };
  const help = error ?? hint;
  return (
    <TextField
      type="date"
      label={translate(label)}
      value={typed}
      onChange={(event) => change(event.target.value)}
      error={error !== undefined}
      helperText={help ? translate(help) : undefined}
      slotProps={{ inputLabel: { shrink: true } }}
      sx={{ m: 0, width: { xs: 150, sm: 170 } }}
    />
  );
}
