import { UserErrorCode } from '../../schema/common/user-error.js';
import type { ProfileInput } from '../../schema/customers/inputs.js';
import type { InputCheck } from '../graphql/validate.js';
import { normalizeEmail, normalizePhone } from './contact.js';
import type { CustomerRow } from './rows.js';

/** What an input changes of a profile: only the fields that it names, checked and normalised. */
export type ProfilePatch = Partial<
  Pick<
    CustomerRow,
    | 'name'
    | 'gender'
    | 'birthday'
    | 'phone'
    | 'email'
    | 'city'
    | 'locale'
    | 'preferredChannel'
    | 'quietFrom'
    | 'quietUntil'
    | 'interests'
  >
>;

export const MAX_LABELS = 50;
const LABEL = { max: 40, min: 1 };

/** Checks the profile fields of an input; `prefix` is put before each field's name in errors, `today` is a company day. */
export function checkProfile(input: ProfileInput, check: InputCheck, today: string, prefix = ''): ProfilePatch {
  const patch: ProfilePatch = {};
  const at = (field: string) => `${prefix}${field}`;
  if (input.name !== undefined) {
    patch.name = check.text(at('name'), input.name ?? '', { max: 100 });
  }
  if (input.gender !== undefined) {
    patch.gender = input.gender;
  }
  if (input.birthday !== undefined) {
    if (input.birthday && (input.birthday < '1900-01-01' || input.birthday > today)) {
      check.add(at('birthday'), UserErrorCode.OUT_OF_RANGE, 'A birthday lies between 1900 and today.');
    }
    patch.birthday = input.birthday;
  }
  if (input.phone !== undefined) {
    patch.phone = input.phone?.trim() ? normalizePhone(input.phone) : null;
    if (input.phone?.trim() && patch.phone === null) {
      check.add(at('phone'), UserErrorCode.INVALID, 'This is not a phone number.');
    }
  }
  if (input.email !== undefined) {
    const email = check.text(at('email'), input.email ?? '', { max: 254 });
    patch.email = email ? normalizeEmail(email) : null;
    if (email && patch.email === null) {
      check.add(at('email'), UserErrorCode.INVALID, 'This is not an e-mail address.');
    }
  }
  if (input.city !== undefined) {
    patch.city = check.text(at('city'), input.city ?? '', { max: 100 }) || null;
  }
  if (input.locale) {
    patch.locale = input.locale;
  }
  if (input.preferredChannel !== undefined) {
    patch.preferredChannel = input.preferredChannel;
  }
  if (input.quietHours !== undefined) {
    if (input.quietHours && input.quietHours.from === input.quietHours.until) {
      check.add(at('quietHours.until'), UserErrorCode.INVALID, 'Quiet hours must end at another time than they begin.');
    }
    patch.quietFrom = input.quietHours?.from ?? null;
    patch.quietUntil = input.quietHours?.until ?? null;
  }
  if (input.interests !== undefined) {
    patch.interests = checkLabels(at('interests'), input.interests, check);
  }
  return patch;
}

/** Short texts like tags: trimmed, each once, in the order given. */
export function checkLabels(field: string, labels: readonly string[] | null | undefined, check: InputCheck): string[] {
  const clean = [...new Set((labels ?? []).map((label, i) => check.text(`${field}.${i}`, label, LABEL)))];
  if (clean.length > MAX_LABELS) {
    check.add(field, UserErrorCode.OUT_OF_RANGE, `At most ${MAX_LABELS}.`);
  }
  return clean;
}
