import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { RelativeDaysInput, TimeUnit } from '../../api/generated/operations.js';
import { NumberBox } from './NumberBox.js';
import { Pair } from './Pair.js';
import type { ValueProps } from './types.js';

interface DayBoxProps {
  label: string;
  value: string;
  onChange: (day: string) => void;
  error?: boolean;
  helper?: string;
}

/** A day of the company's calendar. */
export function DayBox({ label, value, onChange, error, helper }: DayBoxProps) {
  return (
    <TextField
      type="date"
      label={label}
      value={value}
      error={error}
      helperText={helper}
      onChange={({ target }) => onChange(target.value)}
      sx={{ width: 170, m: 0 }}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}

/** One day. */
export function DayValue({ draft, set, error, strict }: ValueProps) {
  const translate = useTranslate();
  const value = draft.days?.[0] ?? '';
  return (
    <DayBox
      label={translate('segments.day')}
      value={value}
      error={Boolean(error) || (strict && value === '')}
      helper={error}
      onChange={(day) => set({ days: day ? [day] : [] })}
    />
  );
}

/** Two days; both count. */
export function DaysValue({ draft, set, error, strict }: ValueProps) {
  const translate = useTranslate();
  const [first = '', last = ''] = draft.days ?? [];
  return (
    <Pair
      from={
        <DayBox
          label={translate('segments.from')}
          value={first}
          error={Boolean(error) || (strict && first === '')}
          helper={error}
          onChange={(day) => set({ days: [day, last] })}
        />
      }
      to={
        <DayBox
          label={translate('segments.until')}
          value={last}
          error={Boolean(error) || (strict && last === '')}
          onChange={(day) => set({ days: [first, day] })}
        />
      }
    />
  );
}

const UNITS: TimeUnit[] = ['DAY', 'WEEK', 'MONTH', 'YEAR'];

interface SpanProps {
  value: RelativeDaysInput;
  onChange: (value: RelativeDaysInput) => void;
  error?: boolean;
  helper?: string;
}

/** A length of time: a number of days, weeks, months or years. */
export function Span({ value, onChange, error, helper }: SpanProps) {
  const translate = useTranslate();
  return (
    <>
      <NumberBox
        label={translate('segments.number')}
        whole
        width={90}
        value={value.amount}
        error={error}
        helper={helper}
        onChange={(amount) => onChange({ ...value, amount: amount as number })}
      />
      <TextField
        select
        label={translate('segments.unit')}
        value={value.unit}
        onChange={({ target }) => onChange({ ...value, unit: target.value as TimeUnit })}
        sx={{ width: 110, m: 0 }}
      >
        {UNITS.map((unit) => (
          <MenuItem key={unit} value={unit}>
            {translate(`enums.TimeUnit.${unit}`)}
          </MenuItem>
        ))}
      </TextField>
    </>
  );
}

/** How long ago or ahead. */
export function RelativeValue({ draft, set, error, strict }: ValueProps) {
  const value = draft.relative ?? { amount: null as unknown as number, unit: 'DAY' as const };
  return (
    <Span
      value={value}
      error={Boolean(error) || (strict && value.amount === null)}
      helper={error}
      onChange={(relative) => set({ relative })}
    />
  );
}
