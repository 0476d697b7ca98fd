import { DateTime } from '../../schema/common/scalars.js';
import { UserErrorCode } from '../../schema/common/user-error.js';
import type { UserErrorShape } from '../graphql/errors.js';
import { InputCheck } from '../graphql/validate.js';

/** How far the clocks of other systems may be ahead of ours, in milliseconds. */
const CLOCK_TOLERANCE = 86_400_000;

/** A checked row of a batch, or what is wrong with it. */
export type Checked<T> = { row: T } | { errors: UserErrorShape[] };

/** The checks of one row of a batch: fields are named below the row, instants are read from text. */
export class RowCheck extends InputCheck {
  constructor(
    private readonly prefix: string,
    private readonly now: Date,
  ) {
    super();
  }

  override add(field: string, code: UserErrorCode, message: string): void {
    super.add(`${this.prefix}.${field}`, code, message);
  }

  /** A text that may be missing; null when it is, or empty. */
  optional(field: string, value: string | null | undefined, max: number): string | null {
    return this.text(field, value ?? '', { max }) || null;
  }

  /** An instant that is not ahead of our clock; the epoch when it is refused. */
  instant(field: string, value: string): Date {
    try {
      const instant = DateTime.parseValue(value);
      if (instant.getTime() - this.now.getTime() <= CLOCK_TOLERANCE) {
        return instant;
      }
      this.add(field, UserErrorCode.OUT_OF_RANGE, 'This lies in the future.');
    } catch {
      this.add(field, UserErrorCode.INVALID, 'An instant must be like "2026-02-28T12:00:00+08:00".');
    }
    return new Date(0);
  }
}
