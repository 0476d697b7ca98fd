import { Autocomplete, TextField } from '@mui/material';
import { useState } from 'react';
import type { SegmentField, SegmentSuggestion } from '../../api/generated/operations.js';
import { useSuggestions } from './useSuggestions.js';

interface TextListProps {
  label: string;
  values: readonly string[];
  onChange: (values: string[]) => void;
  field: SegmentField;
  of?: SegmentSuggestion;
  suggests: boolean;
  error?: boolean;
  helper?: string;
  placeholder?: string;
}

/** Splits what was pasted: one value per line, comma or semicolon, in either script. */
export const splitValues = (text: string): string[] =>
  text
    .split(/[\n\r\t,;，；、]+/)
    .map((one) => one.trim())
    .filter(Boolean);

/** Several texts, typed, chosen from those in use, or pasted as a list. */
export function TextList(props: TextListProps) {
  const { label, values, onChange, field, of = 'VALUE', suggests, error, helper, placeholder } = props;
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const suggestions = useSuggestions(field, of, typed, suggests && open);
  const take = (added: string[]) => {
    onChange([...new Set([...values, ...added])]);
    setTyped('');
  };
  return (
    <Autocomplete
      multiple
      freeSolo
      autoSelect
      filterSelectedOptions
      open={open && suggestions.length > 0}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      options={suggestions}
      filterOptions={(options) => options}
      value={[...values]}
      inputValue={typed}
      onInputChange={(_event, text) => setTyped(text)}
      onChange={(_event, chosen) => onChange([...new Set(chosen.map((one) => one.trim()).filter(Boolean))])}
      slotProps={{ chip: { size: 'small' } }}
      sx={{ minWidth: 'min(220px, 100%)', flex: '1 1 220px', maxWidth: 520 }}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          error={error}
          helperText={helper}
          placeholder={values.length === 0 ? placeholder : undefined}
          sx={{ m: 0 }}
          onPaste={(event) => {
            const pasted = splitValues(event.clipboardData.getData('text'));
            if (pasted.length < 2) return;
            event.preventDefault();
            take(pasted);
          }}
        />
      )}
    />
  );
}
