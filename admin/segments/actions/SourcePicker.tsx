import { Autocomplete, TextField } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useSuggestions } from '../values/useSuggestions.js';

/** Whose ids they are: the shop or platform, typed or chosen from those in use. */
export function SourcePicker({ value, onChange }: { value: string; onChange: (source: string) => void }) {
  const translate = useTranslate();
  const options = useSuggestions('SOURCE', 'VALUE', '', true);
  return (
    <Autocomplete
      freeSolo
      options={options}
      inputValue={value}
      onInputChange={(_event, text) => onChange(text)}
      renderInput={(params) => (
        <TextField {...params} label={translate('imports.source')} helperText={translate('segments.list.sourceHint')} />
      )}
    />
  );
}
