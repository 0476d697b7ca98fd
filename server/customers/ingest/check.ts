import { DateTime, LocalDate, LocalTime } from '../../../schema/common/scalars.js';
import { UserErrorCode } from '../../../schema/common/user-error.js';
import type { CustomerIngestInput } from '../../../schema/customers/ingest.js';
import type { ProfileInput } from '../../../schema/customers/inputs.js';
import type { UserErrorShape } from '../../graphql/errors.js';
import { InputCheck } from '../../graphql/validate.js';
import { checkConsent } from '../consents.js';
import { checkLabels, checkProfile, type ProfilePatch } from '../profile-input.js';

/** A pushed row with its texts checked. */
export interface CheckedRow {
  index: number;
  externalId: string;
  /** All that the source says the person is known by, the row's own identity first. */
  identities: Identity[];
  patch: ProfilePatch;
  tags: string[];
  registeredAt: Date | null;
  updatedAt: Date | null;
  consents: { purpose: string; documentVersion: string; granted: boolean; at: Date }[];
  /** What is wrong with it; such a row is not taken. */
  errors: UserErrorShape[];
}

export interface Identity {
  source: string;
  externalId: string;
}

/** One text per identity, for maps. */
export const keyOf = ({ source, externalId }: Identity) => JSON.stringify([source, externalId]);

const MAX_PARTS = 50;

/** Checks one row by itself; fields of errors are paths inside the mutation's input. */
export function checkRow(
  source: string,
  row: CustomerIngestInput,
  index: number,
  context: { today: string; now: Date },
): CheckedRow {
  const check = new InputCheck();
  const prefix = `customers.${index}.`;
  const externalId = check.text(`${prefix}externalId`, row.externalId, { min: 1, max: 200 });
  const others = (row.identities ?? []).map((identity, i) => ({
    source: checkSource(`${prefix}identities.${i}.source`, identity.source, check),
    externalId: check.text(`${prefix}identities.${i}.externalId`, identity.externalId, { min: 1, max: 200 }),
  }));
  const registeredAt = readInstant(`${prefix}registeredAt`, row.registeredAt, check, context.now);
  const updatedAt = readInstant(`${prefix}updatedAt`, row.updatedAt, check, context.now);
  const consents = (row.consents ?? []).map((consent, i) => ({
    ...checkConsent(consent, check, `${prefix}consents.${i}.`),
    at: readInstant(`${prefix}consents.${i}.at`, consent.at, check, context.now) ?? updatedAt ?? context.now,
  }));
  for (const [field, parts] of [
    ['identities', others],
    ['consents', consents],
  ] as const) {
    if (parts.length > MAX_PARTS) {
      check.add(`${prefix}${field}`, UserErrorCode.OUT_OF_RANGE, `At most ${MAX_PARTS}.`);
    }
  }
  const unique = new Map([{ source, externalId }, ...others].map((identity) => [keyOf(identity), identity]));
  return {
    index,
    externalId,
    identities: [...unique.values()],
    patch: checkProfile(readDays(row, check, prefix), check, context.today, prefix),
    tags: checkLabels(`${prefix}tags`, row.tags, check),
    registeredAt,
    updatedAt,
    consents,
    errors: check.errors,
  };
}

/** How far the clocks of other systems may be ahead of ours, in milliseconds. */
const CLOCK_TOLERANCE = 86_400_000;

/** The value as a scalar reads it; null when missing or refused. */
function read<T>(field: string, text: string | null | undefined, check: InputCheck, parse: (text: string) => T) {
  try {
    return text === null || text === undefined ? null : parse(text);
  } catch (error) {
    check.add(field, UserErrorCode.INVALID, (error as Error).message);
    return null;
  }
}

/** An instant; one far ahead of our clock would make every later push stale. */
function readInstant(field: string, text: string | null | undefined, check: InputCheck, now: Date): Date | null {
  const instant = read(field, text, check, (value) => DateTime.parseValue(value));
  if (instant && instant.getTime() > now.getTime() + CLOCK_TOLERANCE) {
    check.add(field, UserErrorCode.OUT_OF_RANGE, 'This lies in the future.');
    return null;
  }
  return instant;
}

/** The row with its birthday and quiet hours read; what cannot be read is left out and noted. */
function readDays(row: CustomerIngestInput, check: InputCheck, prefix: string): ProfileInput {
  const { birthday, quietHours, ...rest } = row;
  const time = (part: 'from' | 'until') =>
    read(`${prefix}quietHours.${part}`, quietHours?.[part], check, (value) => LocalTime.parseValue(value));
  const [from, until] = [time('from'), time('until')];
  return {
    ...rest,
    ...(birthday === undefined
      ? {}
      : { birthday: read(`${prefix}birthday`, birthday, check, (value) => LocalDate.parseValue(value)) }),
    ...(quietHours === undefined ? {} : { quietHours: from && until ? { from, until } : null }),
  };
}

/** A source's name; `erased:` is where the traces of deleted people stand. */
export function checkSource(field: string, source: string, check: InputCheck): string {
  const text = check.text(field, source, { min: 1, max: 50 });
  if (text.startsWith('erased:')) {
    check.add(field, UserErrorCode.INVALID, 'No source may be called this.');
  }
  return text;
}
