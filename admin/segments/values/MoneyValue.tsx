import { InputAdornment, TextField } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useCompany } from '../../ui/useFormat.js';
import { Pair } from './Pair.js';
import type { ValueProps } from './types.js';

interface AmountProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: boolean;
  helper?: string;
}

/** An amount in the company's currency; money stays a decimal text. */
function Amount({ label, value, onChange, error, helper }: AmountProps) {
  const { currency } = useCompany();
  return (
    <TextField
      label={label}
      value={value}
      error={error}
      helperText={helper}
      onChange={({ target }) => onChange(target.value.replaceAll(/[,，\s]/g, ''))}
      sx={{ width: 140, m: 0 }}
      slotProps={{
        htmlInput: { inputMode: 'decimal' },
        input: { endAdornment: <InputAdornment position="end">{currency}</InputAdornment> },
      }}
    />
  );
}

/** One amount. */
export function AmountValue({ draft, set, error, strict }: ValueProps) {
  const translate = useTranslate();
  const value = draft.amounts?.[0] ?? '';
  return (
    <Amount
      label={translate('segments.amount')}
      value={value}
      error={Boolean(error) || (strict && value === '')}
      helper={error}
      onChange={(amount) => set({ amounts: amount === '' ? [] : [amount] })}
    />
  );
}

/** Two amounts; both ends count. */
export function AmountsValue({ draft, set, error, strict }: ValueProps) {
  const translate = useTranslate();
  const [low = '', high = ''] = draft.amounts ?? [];
  return (
    <Pair
      from={
        <Amount
          label={translate('segments.from')}
          value={low}
          error={Boolean(error) || (strict && low === '')}
          helper={error}
          onChange={(amount) => set({ amounts: [amount, high] })}
        />
      }
      to={
        <Amount
          label={translate('segments.until')}
          value={high}
          error={Boolean(error) || (strict && high === '')}
          onChange={(amount) => set({ amounts: [low, amount] })}
        />
      }
    />
  );
}
