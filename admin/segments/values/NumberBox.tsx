import { InputAdornment, TextField } from '@mui/material';
import { useEffect, useState } from 'react';

interface NumberBoxProps {
  label: string;
  value: number | null | undefined;
  onChange: (value: number | null) => void;
  unit?: string;
  error?: boolean;
  helper?: string;
  whole?: boolean;
  width?: number;
}

/** A number as it is typed: half-typed texts like "1." stay as they are and count once they are a number. */
export function NumberBox({ label, value, onChange, unit, error, helper, whole, width = 120 }: NumberBoxProps) {
  const [text, setText] = useState(value == null ? '' : String(value));
  // Undo, a template or a version put back changes the value from outside.
  useEffect(() => {
    setText((now) => (numberOf(now, whole) === (value ?? null) ? now : value == null ? '' : String(value)));
  }, [value, whole]);
  return (
    <TextField
      label={label}
      value={text}
      error={error}
      helperText={helper}
      onChange={({ target }) => {
        setText(target.value);
        onChange(numberOf(target.value, whole));
      }}
      sx={{ width, m: 0 }}
      slotProps={{
        htmlInput: { inputMode: whole ? 'numeric' : 'decimal' },
        input: unit ? { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> } : undefined,
      }}
    />
  );
}

/** The number of a text; null where it is none. */
export function numberOf(text: string, whole = false): number | null {
  const plain = text.trim().replaceAll(/[,，\s]/g, '');
  if (!(whole ? /^-?\d+$/ : /^-?(\d+\.?\d*|\.\d+)$/).test(plain)) return null;
  return Number(plain);
}
