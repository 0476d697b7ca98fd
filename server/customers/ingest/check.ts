import { UserErrorCode } from '../../../schema/common/user-error.js';
import type { CustomerIngestInput } from '../../../schema/customers/ingest.js';
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
  const consents = (row.consents ?? []).map((consent, i) => ({
    ...checkConsent(consent, check, `${prefix}consents.${i}.`),
    at: consent.at ?? row.updatedAt ?? context.now,
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
    patch: checkProfile(row, check, context.today, prefix),
    tags: checkLabels(`${prefix}tags`, row.tags, check),
    registeredAt: row.registeredAt ?? null,
    updatedAt: row.updatedAt ?? null,
    consents,
    errors: check.errors,
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
