import { maskEmail, maskName, maskPhone } from './contact.js';
import type { ProfilePatch } from './profile-input.js';

type Field = keyof ProfilePatch;

/** How fields that name or reach a person look in the audit log, which outlives their data (A4). */
const MASKS: Partial<Record<Field, (value: never) => unknown>> = {
  name: (value: string) => maskName(value),
  phone: (value: string | null) => maskPhone(value),
  email: (value: string | null) => maskEmail(value),
  birthday: (value: string | null) => value && `${value.slice(0, 4)}-**-**`,
};

/** What a patch changes, as before and after for the audit log; null when it changes nothing. */
export function maskedChanges(
  current: Required<ProfilePatch>,
  patch: ProfilePatch,
): { before: object; after: object } | null {
  const changed = (Object.keys(patch) as Field[]).filter(
    (field) => JSON.stringify(patch[field]) !== JSON.stringify(current[field]),
  );
  if (changed.length === 0) {
    return null;
  }
  const shown = (from: ProfilePatch) =>
    Object.fromEntries(changed.map((field) => [field, MASKS[field]?.(from[field] as never) ?? from[field] ?? null]));
  return { before: shown(current), after: shown(patch) };
}
