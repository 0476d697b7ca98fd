/** One line of what an audited step changed: the dotted path and the value on each side, as text. */
export interface Change {
  path: string;
  before: string | null;
  after: string | null;
}

/** Every leaf of a JSON value by its dotted path. */
function leaves(value: unknown, path: string, into: Map<string, string>): void {
  if (value === null || value === undefined) return;
  if (typeof value !== 'object') {
    into.set(path, String(value));
    return;
  }
  const entries = Object.entries(value);
  if (entries.length === 0 && path) into.set(path, Array.isArray(value) ? '[]' : '{}');
  for (const [name, child] of entries) leaves(child, path ? `${path}.${name}` : name, into);
}

/** What is different between two JSON values, in the order of the paths; equal leaves are left out. */
export function changesBetween(before: unknown, after: unknown): Change[] {
  const left = new Map<string, string>();
  const right = new Map<string, string>();
  leaves(before, '', left);
  leaves(after, '', right);
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((path) => left.get(path) !== right.get(path))
    .sort()
    .map((path) => ({ path, before: left.get(path) ?? null, after: right.get(path) ?? null }));
}
