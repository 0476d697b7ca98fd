import type { Reason } from '../left-out.js';

const fault = (message: string): Reason => ({ message, skipped: false });
const noSale = (message: string): Reason => ({ message, skipped: true });

/** Every reason for which a line of an order file is not imported. docs/import.md explains the decisions. */
export const REASONS = {
  WRONG_COLUMN_COUNT: fault('The line has more or fewer cells than the header.'),
  BAD_TEXT: fault('A text is too long or holds characters that cannot be stored.'),
  NUMBER_MISSING: fault('There is no order number.'),
  BAD_DATE: fault('The date is not like 2026-02-28 12:00 or 2026-02-28T12:00:00+08:00.'),
  FUTURE_DATE: fault('The date lies in the future.'),
  BAD_QUANTITY: fault('The quantity is not a whole number.'),
  BAD_PRICE: fault('The price is not a decimal number with at most four places.'),
  OUT_OF_RANGE: fault('The line comes to more than can be kept.'),
  SEVERAL_CUSTOMERS: fault('The lines of this order name different customers.'),
  NEGATIVE_TOTAL: fault('The discounts of this order exceed its sales.'),
  NOTHING_TO_REFUND: fault('The customer has no earlier order that can bear this credit.'),
  REFUSED: fault('The order refused this refund.'),
  BAD_DEBT: noSale('An adjustment for bad debts.'),
  FEE: noSale('A fee between the shop and its partners.'),
  STOCK_MOVEMENT: noSale('A stock movement without a price.'),
  ANONYMOUS_CREDIT: noSale('A credit without a customer: there is nobody whose order it could belong to.'),
} satisfies Record<string, Reason>;

/** The stable code of a reason. */
export type ReasonCode = keyof typeof REASONS;

/** Article codes by which tills book what is no article: what they mean for the line. */
export const SPECIAL_CODES: { sku: RegExp; name: RegExp; skip?: ReasonCode; category?: string }[] = [
  { sku: /^B$/, name: /bad debt/i, skip: 'BAD_DEBT' },
  { sku: /^(BANK CHARGES|AMAZONFEE|CRUK)$/, name: /./, skip: 'FEE' },
  { sku: /^(POST|DOT|C2)$/, name: /postage|carriage/i, category: 'postage' },
];
