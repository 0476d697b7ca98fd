import { Autocomplete, Box, TextField, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useFormat } from '../../ui/useFormat.js';
import type { FieldInfo } from '../types.js';
import { useBuilder } from './context.js';
import { searchFields } from './searchFields.js';

interface FieldPickerProps {
  value: FieldInfo | undefined;
  onChange: (info: FieldInfo) => void;
  focus: boolean;
  error?: string;
}

/** Every field under its group, found by typing its name in either language; those one's role may not use say so. */
export function FieldPicker({ value, onChange, focus, error }: FieldPickerProps) {
  const translate = useTranslate();
  const { text } = useFormat();
  const { fields, strict } = useBuilder();
  return (
    <Autocomplete
      options={fields}
      value={value ?? null}
      openOnFocus={focus}
      disableClearable={value !== undefined}
      groupBy={(info) => text(info.groupLabel)}
      getOptionLabel={(info) => text(info.label)}
      getOptionKey={(info) => info.field}
      getOptionDisabled={(info) => !info.allowed}
      isOptionEqualToValue={(option, chosen) => option.field === chosen.field}
      filterOptions={(options, { inputValue }) => searchFields(options, inputValue)}
      onChange={(_event, info) => info && onChange(info)}
      slotProps={{ listbox: { sx: { maxHeight: 420 } } }}
      sx={{ flex: { xs: '1 1 100%', sm: '1 1 180px' }, minWidth: 160, maxWidth: { sm: 280 } }}
      renderOption={({ key, ...props }, info) => (
        <Box component="li" key={key} {...props}>
          <Box sx={{ minWidth: 0 }}>
            {text(info.label)}
            {info.allowed ? null : (
              <Typography variant="caption" component="div">
                {translate('segments.notAllowed')}
              </Typography>
            )}
          </Box>
        </Box>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          autoFocus={focus}
          label={translate('segments.field')}
          placeholder={translate('segments.fieldHint')}
          error={Boolean(error) || (strict && !value)}
          helperText={error}
          sx={{ m: 0 }}
        />
      )}
    />
  );
}
