import { Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useFormat } from '../../ui/useFormat.js';
import { NumberBox } from './NumberBox.js';
import type { ValueProps } from './types.js';

const at = <T,>(list: readonly T[] | null | undefined, index: number): T | null => list?.[index] ?? null;

/** One number, with what it counts. */
export function NumberValue({ info, draft, set, error, strict }: ValueProps) {
  const translate = useTranslate();
  const { text } = useFormat();
  const value = at(draft.numbers, 0);
  return (
    <NumberBox
      label={translate('segments.value')}
      value={value}
      unit={info.unit ? text(info.unit) : undefined}
      error={Boolean(error) || (strict && value === null)}
      helper={error}
      onChange={(number) => set({ numbers: number === null ? [] : [number] })}
    />
  );
}

/** Two numbers; both ends count. */
export function RangeValue({ info, draft, set, error, strict }: ValueProps) {
  const translate = useTranslate();
  const { text } = useFormat();
  const [low, high] = [at(draft.numbers, 0), at(draft.numbers, 1)];
  const put = (pair: (number | null)[]) => set({ numbers: pair as number[] });
  const unit = info.unit ? text(info.unit) : undefined;
  return (
    <>
      <NumberBox
        label={translate('segments.from')}
        value={low}
        error={Boolean(error) || (strict && low === null)}
        helper={error}
        onChange={(number) => put([number, high])}
      />
      <Typography color="text.secondary">{translate('segments.and')}</Typography>
      <NumberBox
        label={translate('segments.until')}
        value={high}
        unit={unit}
        error={Boolean(error) || (strict && high === null)}
        onChange={(number) => put([low, number])}
      />
    </>
  );
}
