import { Autocomplete, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useFormat } from '../../ui/useFormat.js';
import { useChoices } from '../choices.js';
import type { ValueProps } from './types.js';

/** One of the known values. */
export function OptionValue({ info, draft, set, error, strict }: ValueProps) {
  const translate = useTranslate();
  const { text } = useFormat();
  const value = draft.texts?.[0] ?? '';
  return (
    <TextField
      select
      label={translate('segments.value')}
      value={info.options.some((option) => option.value === value) ? value : ''}
      error={Boolean(error) || (strict && value === '')}
      helperText={error}
      onChange={({ target }) => set({ texts: [target.value] })}
      sx={{ minWidth: 170, m: 0 }}
    >
      {info.options.map((option) => (
        <MenuItem key={option.value} value={option.value}>
          {text(option.label)}
        </MenuItem>
      ))}
    </TextField>
  );
}

interface ManyProps {
  label: string;
  options: readonly { id: string; name: string }[];
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
  error?: boolean;
  helper?: string;
  placeholder?: string;
}

/** Several of a list of named things; one that has gone since is shown by its id and can be taken out. */
export function ManyOf({ label, options, chosen, onChange, error, helper, placeholder }: ManyProps) {
  const known = new Map(options.map((option) => [option.id, option]));
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      filterSelectedOptions
      options={options}
      value={chosen.map((id) => known.get(id) ?? { id, name: id })}
      getOptionLabel={(option) => option.name}
      getOptionKey={(option) => option.id}
      isOptionEqualToValue={(option, value) => option.id === value.id}
      onChange={(_event, list) => onChange(list.map(({ id }) => id))}
      slotProps={{ chip: { size: 'small' } }}
      sx={{ minWidth: 220, flex: '1 1 220px', maxWidth: 520 }}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          error={error}
          helperText={helper}
          placeholder={chosen.length === 0 ? placeholder : undefined}
          sx={{ m: 0 }}
        />
      )}
    />
  );
}

/** Several of the known values. */
export function OptionsValue({ info, draft, set, error, strict }: ValueProps) {
  const translate = useTranslate();
  const { text } = useFormat();
  const chosen = draft.texts ?? [];
  return (
    <ManyOf
      label={translate('segments.values')}
      options={info.options.map(({ value, label }) => ({ id: value, name: text(label) }))}
      chosen={chosen}
      error={Boolean(error) || (strict && chosen.length === 0)}
      helper={error}
      onChange={(texts) => set({ texts })}
    />
  );
}

/** Tiers, benefits or segments, by name. */
export function IdsValue({ info, draft, set, error, strict }: ValueProps) {
  const translate = useTranslate();
  const options = useChoices(info.type);
  const chosen = draft.ids ?? [];
  return (
    <ManyOf
      label={translate(`segments.pick.${info.type}`)}
      options={options}
      chosen={chosen}
      error={Boolean(error) || (strict && chosen.length === 0)}
      helper={error}
      onChange={(ids) => set({ ids })}
    />
  );
}
