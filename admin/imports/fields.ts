/** A field of an import and whether the file must have it. */
export interface ImportField {
  name: string;
  required: boolean;
}

const field = (name: string, required = false): ImportField => ({ name, required });

/** What a column of an order file can mean, in the order of the form. */
export const ORDER_FIELDS: readonly ImportField[] = [
  field('number', true),
  field('placedAt', true),
  field('quantity', true),
  field('unitPrice', true),
  field('customerExternalId'),
  field('sku'),
  field('name'),
  field('category'),
];

/** The mapping of a form (`{ number: 'InvoiceNo' }`) as the API takes it: only what is mapped. */
export function mappingInput(values: Record<string, string | undefined>): { field: string; column: string }[] {
  return Object.entries(values).flatMap(([name, column]) => (column ? [{ field: name, column }] : []));
}
