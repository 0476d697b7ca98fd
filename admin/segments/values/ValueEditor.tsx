import type { ComponentType } from 'react';
import { type Slot, slotOf } from '../builder/slots.js';
import { IdsValue, IdValue, NumberOptionsValue, NumberOptionValue, OptionsValue, OptionValue } from './ChoiceValue.js';
import { DaysValue, DayValue, RelativeValue } from './DayValue.js';
import { AmountsValue, AmountValue } from './MoneyValue.js';
import { NumbersValue, NumberValue, RangeValue } from './NumberValue.js';
import { TextsValue, TextValue } from './TextValue.js';
import type { ValueProps } from './types.js';

const EDITORS: Record<Slot, ComponentType<ValueProps>> = {
  text: TextValue,
  texts: TextsValue,
  option: OptionValue,
  options: OptionsValue,
  number: NumberValue,
  numbers: NumbersValue,
  numberOption: NumberOptionValue,
  numberOptions: NumberOptionsValue,
  range: RangeValue,
  amount: AmountValue,
  amounts: AmountsValue,
  day: DayValue,
  days: DaysValue,
  relative: RelativeValue,
  id: IdValue,
  ids: IdsValue,
};

/** What stands after the operator: the editor of what this field and operator ask for. */
export function ValueEditor(props: ValueProps) {
  const slot = props.draft.operator ? slotOf(props.info, props.draft.operator) : null;
  if (!slot) return null;
  const Editor = EDITORS[slot];
  return <Editor {...props} />;
}
