import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { SegmentOperator } from '../../api/generated/operations.js';
import type { FieldInfo } from '../types.js';
import { useOperatorWord } from '../useOperatorWord.js';

interface OperatorPickerProps {
  info: FieldInfo;
  value: SegmentOperator | undefined;
  onChange: (operator: SegmentOperator) => void;
  error?: string;
}

/** How the field is compared, in plain words. */
export function OperatorPicker({ info, value, onChange, error }: OperatorPickerProps) {
  const translate = useTranslate();
  const word = useOperatorWord();
  return (
    <TextField
      select
      label={translate('segments.operator')}
      value={value ?? ''}
      error={Boolean(error)}
      helperText={error}
      onChange={({ target }) => onChange(target.value as SegmentOperator)}
      sx={{ minWidth: 120, m: 0 }}
    >
      {info.operators.map((operator) => (
        <MenuItem key={operator} value={operator}>
          {word(operator, info)}
        </MenuItem>
      ))}
    </TextField>
  );
}
