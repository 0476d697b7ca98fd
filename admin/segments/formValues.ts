import type { FieldErrors } from '../api/errors.js';
import type { PlaybookInput } from '../api/generated/operations.js';
import type { SegmentValues } from './SegmentForm.js';

/** An empty form. */
export const NO_VALUES: SegmentValues = { name: '', description: '', goal: '', actions: '', note: '' };

/** The playbook of the form: an action per line, empty lines left out. */
export const playbookOf = ({ goal, actions }: SegmentValues): PlaybookInput => ({
  goal: (goal ?? '').trim(),
  actions: (actions ?? '')
    .split('\n')
    .map((action) => action.trim())
    .filter(Boolean),
});

/** Errors of the API's input at the fields of the form: each action is a line of one field here. */
export function formErrors(errors: FieldErrors): FieldErrors {
  const { playbook, ...rest } = errors;
  if (typeof playbook !== 'object') return errors;
  const { goal, actions } = playbook;
  const first = (value: string | FieldErrors): string =>
    typeof value === 'string' ? value : first(Object.values(value)[0] ?? 'errors.INVALID');
  return { ...rest, ...(goal && { goal: first(goal) }), ...(actions && { actions: first(actions) }) };
}
