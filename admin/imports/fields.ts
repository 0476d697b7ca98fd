import type { ImportKind } from '../api/generated/operations.js';

/** A field of an import and whether the file must have it. */
export interface ImportField {
  name: string;
  required: boolean;
}

const field = (name: string, required = false): ImportField => ({ name, required });

/** What a column of an order file can mean. */
const ORDER_FIELDS: readonly ImportField[] = [
  field('number', true),
  field('placedAt', true),
  field('quantity', true),
  field('unitPrice', true),
  field('customerExternalId'),
  field('sku'),
  field('name'),
  field('category'),
];

/** What a column of a file of events can mean. */
const EVENT_FIELDS: readonly ImportField[] = [
  field('id', true),
  field('kind', true),
  field('customerExternalId', true),
  field('at', true),
  field('sku'),
  field('category'),
  field('detail'),
];

/** The fields of each kind of file, in the order of the form. */
export const FIELDS: Record<ImportKind, readonly ImportField[]> = { ORDERS: ORDER_FIELDS, EVENTS: EVENT_FIELDS };

/** The mapping of a form (`{ number: 'InvoiceNo' }`) as the API takes it: only what is mapped. */
export function mappingInput(values: Record<string, string | undefined>): { field: string; column: string }[] {
  return Object.entries(values).flatMap(([name, column]) => (column ? [{ field: name, column }] : []));
}
