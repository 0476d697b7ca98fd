import type { ImportKind } from '../api/generated/operations.js';

/** A field of an import and whether the file must have it. */
export interface ImportField {
  name: string;
  required: boolean;
}

const field = (name: string, required = false): ImportField => ({ name, required });

/** What a column of a file can mean, by kind of import, in the order of the form. */
export const IMPORT_FIELDS: Record<ImportKind, ImportField[]> = {
  ORDERS: [
    field('number', true),
    field('placedAt', true),
    field('quantity', true),
    field('unitPrice', true),
    field('customerExternalId'),
    field('sku'),
    field('name'),
    field('category'),
    field('country'),
  ],
  CUSTOMERS: [
    field('externalId', true),
    field('name'),
    field('phone'),
    field('email'),
    field('gender'),
    field('birthday'),
    field('city'),
    field('tags'),
    field('registeredAt'),
  ],
};

/** The mapping of a form (`{ number: 'InvoiceNo' }`) as the API takes it: only what is mapped. */
export function mappingInput(values: Record<string, string | undefined>): { field: string; column: string }[] {
  return Object.entries(values).flatMap(([name, column]) => (column ? [{ field: name, column }] : []));
}
