/**
 * Remembers where the pages of a list end. The API jumps by offset only up to a bound; past it the panel goes on from
 * the cursor at the end of the page before, which stays fast on page 10,000.
 */
export const OFFSET_LIMIT = 10_000;

/** What of the page arguments goes to the API. */
export interface PageVariables {
  first: number;
  offset?: number;
  after?: string;
}

const ends = new Map<string, Map<number, string>>();

/** The list a page belongs to: the same resource, filter, sort and page size. */
export const listKey = (...parts: unknown[]): string => JSON.stringify(parts);

/** Keeps the cursor at the end of a page. */
export function rememberEnd(key: string, page: number, cursor: string | null | undefined): void {
  if (!cursor) return;
  const pages = ends.get(key) ?? new Map<number, string>();
  pages.set(page, cursor);
  ends.delete(key);
  ends.set(key, pages);
  // The lists looked at last are enough: memory stays bounded in a tab that is open for weeks.
  for (const old of [...ends.keys()].slice(0, Math.max(0, ends.size - 20))) ends.delete(old);
}

/** How to ask for a page: by offset within the bound, else from the cursor of the page before. */
export function pageVariables(key: string, page: number, perPage: number): PageVariables {
  const offset = (page - 1) * perPage;
  if (offset === 0) return { first: perPage };
  const after = ends.get(key)?.get(page - 1);
  if (after !== undefined) return { first: perPage, after };
  return { first: perPage, offset: Math.min(offset, OFFSET_LIMIT) };
}
