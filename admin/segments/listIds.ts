/** As many ids as the API takes at once. */
export const BATCH = 10_000;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Titles that a first line can have instead of an id. */
const HEADER = /^(id|ids|customer|customers|customer[ _-]?id|external[ _-]?id|客户编号|编号|客户|客户id)$/i;

/**
 * The ids of a pasted text or a CSV file, each once, in order: the first column of every line, or everything in a
 * single line of commas; quotes, a byte-order mark and a header line are left out.
 */
export function idsOf(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/[\r\n]+/);
  const separator = /[,;\t，；]/;
  const cells =
    lines.filter((line) => line.trim()).length === 1
      ? text.split(separator)
      : lines.map((line) => line.split(separator)[0] ?? '');
  const ids = cells
    .map((cell) =>
      cell
        .trim()
        .replace(/^\uFEFF/, '')
        .replace(/^["'](.*)["']$/, '$1')
        .trim(),
    )
    .filter(Boolean);
  if (ids[0] && HEADER.test(ids[0])) ids.shift();
  return [...new Set(ids)];
}

/** One request's worth of ids: the customers' own ids apart from a shop's. */
export interface ListBatch {
  customerIds: string[];
  externalIds: string[];
}

/** Batches as the API takes them. Without a source all must be customers' own ids; with one, all belong to it. */
export function batchesOf(ids: readonly string[], source: string): ListBatch[] {
  const batches: ListBatch[] = [];
  for (let from = 0; from < ids.length; from += BATCH) {
    const part = ids.slice(from, from + BATCH);
    batches.push(source ? { customerIds: [], externalIds: part } : { customerIds: part, externalIds: [] });
  }
  return batches;
}

/** Whether every id looks like a customer's own. */
export const areOwnIds = (ids: readonly string[]): boolean => ids.length > 0 && ids.every((id) => UUID.test(id));
