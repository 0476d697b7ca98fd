import { SelectInput } from 'react-admin';
import { useBenefitChoices } from './choices.js';

/** Filters a list by one benefit of the programme. */
export function BenefitFilter(props: { source: string; label: string; alwaysOn?: boolean }) {
  return <SelectInput {...props} choices={useBenefitChoices()} />;
}
