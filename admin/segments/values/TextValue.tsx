import { Autocomplete, TextField } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { TextList } from './TextList.js';
import type { ValueProps } from './types.js';
import { useSuggestions } from './useSuggestions.js';

/** One text, typed or chosen from those in use. */
export function TextValue({ info, draft, set, error, strict }: ValueProps) {
  const translate = useTranslate();
  const value = draft.texts?.[0] ?? '';
  const [open, setOpen] = useState(false);
  const suggestions = useSuggestions(info.field, 'VALUE', value, info.suggests && open);
  return (
    <Autocomplete
      freeSolo
      open={open && suggestions.length > 0}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      options={suggestions}
      filterOptions={(options) => options}
      inputValue={value}
      onInputChange={(_event, text) => set({ texts: text === '' ? [] : [text] })}
      sx={{ minWidth: 'min(200px, 100%)', flex: '1 1 200px', maxWidth: 360 }}
      renderInput={(params) => (
        <TextField
          {...params}
          label={translate('segments.value')}
          error={Boolean(error) || (strict && value === '')}
          helperText={error}
          sx={{ m: 0 }}
        />
      )}
    />
  );
}

/** Several texts. */
export function TextsValue({ info, draft, set, error, strict }: ValueProps) {
  const translate = useTranslate();
  const values = draft.texts ?? [];
  return (
    <TextList
      label={translate('segments.values')}
      placeholder={translate('segments.valuesHint')}
      values={values}
      onChange={(texts) => set({ texts })}
      field={info.field}
      suggests={info.suggests}
      error={Boolean(error) || (strict && values.length === 0)}
      helper={error}
    />
  );
}
