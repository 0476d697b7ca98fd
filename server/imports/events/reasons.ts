import type { Reason } from '../left-out.js';

const fault = (message: string): Reason => ({ message, skipped: false });

/** Every reason for which a line of a file of events is not imported. */
export const EVENT_REASONS = {
  WRONG_COLUMN_COUNT: fault('The line has more or fewer cells than the header.'),
  BAD_TEXT: fault('A text is too long or holds characters that cannot be stored.'),
  ID_MISSING: fault('There is no id.'),
  CUSTOMER_MISSING: fault('There is no customer.'),
  UNKNOWN_KIND: fault(
    'The kind is none of login, view, favorite, add_to_cart, search, share, click, review, subscribe, other.',
  ),
  BAD_DATE: fault('The time is not like 2026-02-28 12:00 or 2026-02-28T12:00:00+08:00.'),
  FUTURE_DATE: fault('The time lies in the future.'),
  TOO_OLD: fault('Events of that month are not kept any more.'),
} satisfies Record<string, Reason>;

/** The stable code of a reason. */
export type EventReasonCode = keyof typeof EVENT_REASONS;
