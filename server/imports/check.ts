import { UserErrorCode } from '../../schema/common/user-error.js';
import { ImportField, ImportKind } from '../../schema/imports/enums.js';
import type { ImportStartInput } from '../../schema/imports/inputs.js';
import type { App } from '../app.js';
import type { UserErrorShape } from '../graphql/errors.js';
import { InputCheck } from '../graphql/validate.js';
import { FIELDS, fieldNames, type Mapping } from './fields.js';

/** What is wrong with a mapping for a file with these columns. */
export function mappingErrors(kind: ImportKind, mapping: Mapping[], columns: string[]): UserErrorShape[] {
  const check = new InputCheck();
  const names = fieldNames(kind);
  mapping.forEach(({ field, column }, i) => {
    if (!Object.hasOwn(FIELDS[kind], field)) {
      check.add(`mapping.${i}.field`, UserErrorCode.INVALID, `A field is one of ${names.join(', ')}.`);
    } else if (mapping.findIndex((other) => other.field === field) < i) {
      check.add(`mapping.${i}.field`, UserErrorCode.TAKEN, 'This field is mapped twice.');
    }
    if (!columns.includes(column)) {
      check.add(`mapping.${i}.column`, UserErrorCode.NOT_FOUND, 'The file has no such column.');
    }
  });
  const missing = names.filter((field) => FIELDS[kind][field]!.required && !mapping.some((one) => one.field === field));
  for (const field of missing) {
    check.add('mapping', UserErrorCode.REQUIRED, `No column is mapped to ${field}.`);
  }
  return check.errors;
}

/** What deserves a second look before a mapping is used, although it can be. */
export function mappingWarnings(kind: ImportKind, mapping: Mapping[]): UserErrorShape[] {
  if (kind !== ImportKind.ORDERS || mapping.some(({ field }) => field === ImportField.customerExternalId)) {
    return [];
  }
  const message = 'Without a customer column, every order is anonymous.';
  return [{ field: ImportField.customerExternalId, code: UserErrorCode.REQUIRED, message }];
}

/** How a file is to be read, checked; errors are noted at their fields. */
export async function checkOptions(
  app: App,
  check: InputCheck,
  input: Pick<ImportStartInput, 'source' | 'currency' | 'timeZone'>,
): Promise<{ source: string; currency: string; timeZone: string }> {
  const company = await app.company.settings();
  const source = check.text('source', input.source, { min: 1, max: 50 });
  const currency = (input.currency?.trim() || company.currency).toUpperCase();
  if (currency !== company.currency && company.exchangeRates[currency] === undefined) {
    check.add('currency', UserErrorCode.UNKNOWN_CURRENCY, 'The company has no exchange rate for this currency.');
  }
  const timeZone = input.timeZone?.trim() || company.timeZone;
  if (!isTimeZone(timeZone)) {
    check.add('timeZone', UserErrorCode.INVALID, 'This is no IANA time zone, like Europe/London.');
  }
  return { source, currency, timeZone };
}

function isTimeZone(name: string): boolean {
  try {
    // Only named zones: PostgreSQL and Intl read offsets like +08 with opposite signs.
    return /^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/.test(name) && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
