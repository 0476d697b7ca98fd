/** Why an import cannot go on, in words for the person who started it. */
export class ImportFailure extends Error {
  override name = 'ImportFailure';
}

/** Faults of the file as ImportFailure; every other error as it is. */
export function fileFault(error: unknown): unknown {
  const { code, message } = error as { code?: unknown; message: string };
  if (typeof code === 'string' && code.startsWith('Z_')) {
    return new ImportFailure(`The gzip archive is damaged (${code}).`);
  }
  if (typeof code === 'string' && code.startsWith('CSV_')) {
    return new ImportFailure(`The file cannot be read as CSV: ${message}`);
  }
  return error;
}

/** Whether the database went away or refuses work for now: trying again later is right, and nobody is to blame. */
export function isPassing(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'string') {
    return /^(08|53|57P)/.test(code) || code.startsWith('ECONN') || code === 'EPIPE';
  }
  return /^(Connection terminated|Cannot use a pool after|the database is closed)/.test(String(message));
}
