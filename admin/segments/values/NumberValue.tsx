import { useTranslate } from 'ra-core';
import { useFormat } from '../../ui/useFormat.js';
import { NumberBox, numberOf } from './NumberBox.js';
import { Pair } from './Pair.js';
import { TextList } from './TextList.js';
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

/** Several numbers, typed or pasted. */
export function NumbersValue({ info, draft, set, error, strict }: ValueProps) {
  const translate = useTranslate();
  const values = (draft.numbers ?? []).map(String);
  return (
    <TextList
      label={translate('segments.values')}
      values={values}
      onChange={(texts) => set({ numbers: texts.flatMap((text) => numberOf(text) ?? []) })}
      field={info.field}
      suggests={false}
      error={Boolean(error) || (strict && values.length === 0)}
      helper={error}
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
    <Pair
      from={
        <NumberBox
          label={translate('segments.from')}
          width={90}
          value={low}
          error={Boolean(error) || (strict && low === null)}
          helper={error}
          onChange={(number) => put([number, high])}
        />
      }
      to={
        <NumberBox
          label={translate('segments.until')}
          width={unit ? 120 : 90}
          value={high}
          unit={unit}
          error={Boolean(error) || (strict && high === null)}
          onChange={(number) => put([low, number])}
        />
      }
    />
  );
}
