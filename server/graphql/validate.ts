import { UserErrorCode } from '../../schema/common/user-error.js';
import { badInput, type UserErrorShape, UserInputFailure } from './errors.js';

/** Bounds of a text; lengths count characters as people see them (code points). */
export interface TextRule {
  max: number;
  /** 0: may be empty. Default 0. */
  min?: number;
  pattern?: RegExp;
}

/**
 * Collects what is wrong with a mutation's input, so that a form shows all of it at once.
 * Texts are trimmed; NUL and lone surrogates, which PostgreSQL cannot keep, are refused at their field.
 */
export class InputCheck {
  readonly errors: UserErrorShape[] = [];

  /** Notes one error. */
  add(field: string | null, code: UserErrorCode, message: string): void {
    this.errors.push({ field, code, message });
  }

  /** The trimmed text, with its faults noted. */
  text(field: string, value: string, rule: TextRule): string {
    const text = value.trim();
    const length = [...text].length;
    if (!isStorable(text)) {
      this.add(field, UserErrorCode.INVALID, 'The text holds characters that cannot be stored.');
    } else if (length === 0 && (rule.min ?? 0) > 0) {
      this.add(field, UserErrorCode.REQUIRED, 'This must be given.');
    } else if (length < (rule.min ?? 0)) {
      this.add(field, UserErrorCode.TOO_SHORT, `At least ${rule.min} characters.`);
    } else if (length > rule.max) {
      this.add(field, UserErrorCode.TOO_LONG, `At most ${rule.max} characters.`);
    } else if (length > 0 && rule.pattern && !rule.pattern.test(text)) {
      this.add(field, UserErrorCode.INVALID, 'This is not of the expected form.');
    }
    return text;
  }

  /** The number, noted when it lies outside its bounds. */
  range(field: string, value: number, min: number, max: number): number {
    if (!(value >= min && value <= max)) {
      this.add(field, UserErrorCode.OUT_OF_RANGE, `Between ${min} and ${max}.`);
    }
    return value;
  }

  /** Throws all that was noted, if anything was. */
  done(): void {
    if (this.errors.length > 0) {
      throw new UserInputFailure(this.errors);
    }
  }
}

/** Whether PostgreSQL can keep the text: no NUL, no lone surrogate. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** A text of a filter, which has no userErrors: throws BAD_USER_INPUT when it cannot be searched for. */
export function searchText(field: string, value: string, max = 200): string {
  const text = value.trim();
  if (!isStorable(text) || [...text].length > max) {
    throw badInput(field, `At most ${max} characters that can be stored.`);
  }
  return text;
}

/** The text as a LIKE pattern's literal part: its wildcards mean themselves. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
