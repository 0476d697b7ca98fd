/**
 * An array parameter as PostgreSQL's own array literal. node-postgres makes the same, but several times slower, which
 * shows in set-based statements of thousands of rows. Whatever is no flat array of plain values is left to it.
 */
export function arrayParameter(value: unknown): unknown {
  if (!Array.isArray(value)) {
    return value;
  }
  let text = '{';
  for (const element of value) {
    const part = literal(element);
    if (part === undefined) {
      return value;
    }
    text += text.length === 1 ? part : `,${part}`;
  }
  return `${text}}`;
}

function literal(element: unknown): string | undefined {
  switch (typeof element) {
    case 'string':
      return element.includes('"') || element.includes('\\')
        ? `"${element.replace(/["\\]/g, '\\$&')}"`
        : `"${element}"`;
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(element);
    case 'undefined':
      return 'NULL';
    default:
      return element === null ? 'NULL' : element instanceof Date ? `"${element.toISOString()}"` : undefined;
  }
}
