import { Autocomplete, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { Choice } from '../../ui/choices.js';
import { useFormat } from '../../ui/useFormat.js';
import { useChoices } from '../choices.js';
import type { FieldInfo } from '../types.js';
import type { ValueProps } from './types.js';

interface OneProps {
  label: string;
  options: readonly Choice[];
  chosen: string | undefined;
  onChange: (id: string) => void;
  error?: boolean;
  helper?: string;
}

/** One of a list of named things. */
function OneOf({ label, options, chosen, onChange, error, helper }: OneProps) {
  return (
    <TextField
      select
      label={label}
      value={options.some(({ id }) => id === chosen) ? chosen : ''}
      error={error}
      helperText={helper}
      onChange={({ target }) => onChange(target.value)}
      sx={{ minWidth: 140, m: 0 }}
    >
      {options.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** The known values of a field by their words. */
function useOptions({ options }: FieldInfo): Choice[] {
  const { text } = useFormat();
  return options.map(({ value, label }) => ({ id: value, name: text(label) }));
}

/** One of the known values. */
export function OptionValue({ info, draft, set, error, strict }: ValueProps) {
  const translate = useTranslate();
  const chosen = draft.texts?.[0];
  return (
    <OneOf
      label={translate('segments.value')}
      options={useOptions(info)}
      chosen={chosen}
      error={Boolean(error) || (strict && !chosen)}
      helper={error}
      onChange={(value) => set({ texts: [value] })}
    />
  );
}

/** One of the known numbers, like a band. */
export function NumberOptionValue({ info, draft, set, error, strict }: ValueProps) {
  const translate = useTranslate();
  const chosen = draft.numbers?.[0];
  return (
    <OneOf
      label={translate('segments.value')}
      options={useOptions(info)}
      chosen={chosen === undefined ? undefined : String(chosen)}
      error={Boolean(error) || (strict && chosen === undefined)}
      helper={error}
      onChange={(value) => set({ numbers: [Number(value)] })}
    />
  );
}

/** One tier, as the border of "at least" and "at most". */
export function IdValue({ info, draft, set, error, strict }: ValueProps) {
  const translate = useTranslate();
  const chosen = draft.ids?.[0];
  return (
    <OneOf
      label={translate('app.tier')}
      options={useChoices(info.type)}
      chosen={chosen}
      error={Boolean(error) || (strict && !chosen)}
      helper={error}
      onChange={(id) => set({ ids: [id] })}
    />
  );
}

interface ManyProps {
  label: string;
  options: readonly Choice[];
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
      sx={{ minWidth: 'min(220px, 100%)', flex: '1 1 220px', maxWidth: 520 }}
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
  const chosen = draft.texts ?? [];
  return (
    <ManyOf
      label={translate('segments.values')}
      options={useOptions(info)}
      chosen={chosen}
      error={Boolean(error) || (strict && chosen.length === 0)}
      helper={error}
      onChange={(texts) => set({ texts })}
    />
  );
}

/** Several of the known numbers. */
export function NumberOptionsValue({ info, draft, set, error, strict }: ValueProps) {
  const translate = useTranslate();
  const chosen = (draft.numbers ?? []).map(String);
  return (
    <ManyOf
      label={translate('segments.values')}
      options={useOptions(info)}
      chosen={chosen}
      error={Boolean(error) || (strict && chosen.length === 0)}
      helper={error}
      onChange={(values) => set({ numbers: values.map(Number) })}
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
