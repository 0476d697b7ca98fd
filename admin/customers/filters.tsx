import { useTranslate } from 'ra-core';
import {
  AutocompleteArrayInput,
  BooleanInput,
  SearchInput,
  SelectArrayInput,
  SelectInput,
  TextInput,
} from 'react-admin';
import { enumChoices, STAGES, useMonthChoices, useTagChoices, useTierChoices, VALUE_SEGMENTS } from '../ui/choices.js';
import { SinceInput, UntilInput } from '../ui/dayInputs.js';

interface FilterProps {
  source: string;
  label: string;
  alwaysOn?: boolean;
}

function TierFilter(props: FilterProps) {
  return <SelectArrayInput {...props} choices={useTierChoices()} sx={{ minWidth: 150 }} />;
}
function TagFilter(props: FilterProps) {
  return <AutocompleteArrayInput {...props} choices={useTagChoices()} sx={{ minWidth: 180 }} />;
}
/** Searches names, contacts and numbers; react-admin does not translate a placeholder by itself. */
function PersonSearch(props: Omit<FilterProps, 'label'>) {
  const translate = useTranslate();
  return <SearchInput {...props} placeholder={translate('resources.customers.filters.qHint')} sx={{ minWidth: 240 }} />;
}
function MonthFilter(props: FilterProps) {
  return <SelectInput {...props} choices={useMonthChoices()} translateChoice={false} />;
}

const label = (name: string) => `resources.customers.filters.${name}`;

/** The filters of the customer list, as the API's CustomerFilter has them. */
export const customerFilters = [
  <PersonSearch key="q" source="q" alwaysOn />,
  <TierFilter key="tierIds" source="tierIds" label={label('tierIds')} alwaysOn />,
  <SelectArrayInput
    key="stages"
    source="stages"
    label={label('stages')}
    choices={STAGES}
    alwaysOn
    sx={{ minWidth: 150 }}
  />,
  <SelectArrayInput
    key="valueSegments"
    source="valueSegments"
    label={label('valueSegments')}
    choices={VALUE_SEGMENTS}
    sx={{ minWidth: 150 }}
  />,
  <TagFilter key="tags" source="tags" label={label('tags')} />,
  <TextInput
    key="spendMin"
    source="spendMin"
    label={label('spendMin')}
    slotProps={{ htmlInput: { inputMode: 'decimal' } }}
  />,
  <TextInput
    key="spendMax"
    source="spendMax"
    label={label('spendMax')}
    slotProps={{ htmlInput: { inputMode: 'decimal' } }}
  />,
  <BooleanInput key="noTier" source="noTier" label={label('noTier')} />,
  <SinceInput key="lastOrderSince" source="lastOrderSince" label={label('lastOrderSince')} />,
  <UntilInput key="lastOrderUntil" source="lastOrderUntil" label={label('lastOrderUntil')} />,
  <SinceInput key="registeredSince" source="registeredSince" label={label('registeredSince')} />,
  <UntilInput key="registeredUntil" source="registeredUntil" label={label('registeredUntil')} />,
  <MonthFilter key="birthdayMonth" source="birthdayMonth" label={label('birthdayMonth')} />,
  <TextInput key="source" source="source" label={label('source')} />,
  <SelectInput
    key="status"
    source="status"
    label={label('status')}
    choices={enumChoices('CustomerStatus', ['ACTIVE', 'MERGED', 'ERASED'])}
  />,
];
