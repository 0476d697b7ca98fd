import type { FieldErrors } from '../api/errors.js';

/**
 * The API names a place of the mapping by its position (`mapping.2.column`), the form by its field
 * (`mapping.placedAt`): this puts each error where the reader sees it.
 */
export function renameMappingErrors(
  errors: FieldErrors | undefined,
  chosen: readonly { field: string }[],
): FieldErrors | undefined {
  const mapping = errors?.mapping;
  if (!errors || typeof mapping !== 'object') return errors;
  const renamed: FieldErrors = {};
  for (const [position, error] of Object.entries(mapping)) {
    const message = typeof error === 'string' ? error : Object.values(error).find((one) => typeof one === 'string');
    renamed[chosen[Number(position)]?.field ?? position] = message ?? 'errors.INVALID';
  }
  return { ...errors, mapping: renamed };
}
