import { UserErrorCode } from '../../schema/common/user-error.js';
import type { InputCheck } from '../graphql/validate.js';

const MIN_PASSWORD = 10;
/** Long enough for any passphrase, short enough not to be work for the hash. */
export const MAX_PASSWORD = 200;
const EMAIL = /^[^\s@<>"'`\\]+@[^\s@<>"'`\\]+\.[^\s@<>"'`\\.]+$/;

/** The trimmed address, with its faults noted. */
export function checkEmail(check: InputCheck, field: string, email: string): string {
  return check.text(field, email, { min: 1, max: 254, pattern: EMAIL });
}

/** Notes what makes a new password too easy to guess; its characters are otherwise free, and not trimmed. */
export function checkNewPassword(check: InputCheck, field: string, password: string, email: string): void {
  const length = [...password].length;
  if (!password.isWellFormed()) {
    check.add(field, UserErrorCode.INVALID, 'The password holds characters that cannot be typed again.');
  } else if (length < MIN_PASSWORD) {
    check.add(field, UserErrorCode.TOO_SHORT, `At least ${MIN_PASSWORD} characters.`);
  } else if (length > MAX_PASSWORD) {
    check.add(field, UserErrorCode.TOO_LONG, `At most ${MAX_PASSWORD} characters.`);
  } else if (password.toLowerCase().includes(email.toLowerCase()) || new Set(password).size < 4) {
    check.add(field, UserErrorCode.INVALID, 'This is too easy to guess.');
  }
}
