import { UserErrorCode } from '../../schema/common/user-error.js';
import type { ImportKind } from '../../schema/imports/enums.js';
import type { ImportPreview } from '../../schema/imports/payloads.js';
import type { App } from '../app.js';
import type { UserErrorShape } from '../graphql/errors.js';
import { badInput } from '../graphql/errors.js';
import { mappingErrors, mappingWarnings } from './check.js';
import { readCsv } from './csv.js';
import { ImportFailure } from './failure.js';
import { type Mapping, suggestMapping } from './fields.js';
import { KINDS } from './kinds.js';
import type { Reason } from './left-out.js';
import { openSource } from './source.js';

const SAMPLE = 20;
/** How many lines the mapping is tried on. */
const TRIED = 1_000;

/** The columns of a stored file. */
export async function readColumns(app: App, storedPath: string): Promise<string[]> {
  const { columns, records } = await readCsv(await openSource(app, storedPath));
  await records[Symbol.asyncIterator]().return?.();
  return columns;
}

/** A first look into a stored file, and a trial of the mapping on its first thousand lines. */
export async function previewFile(
  app: App,
  kind: ImportKind,
  storedPath: string,
  given: Mapping[] | null,
): Promise<ImportPreview> {
  const { reasons, tryOut } = KINDS[kind];
  try {
    const { columns, records } = await readCsv(await openSource(app, storedPath));
    const suggestedMapping = suggestMapping(kind, columns);
    const mapping = given ?? suggestedMapping;
    const errors = mappingErrors(kind, mapping, columns);
    const faultOf = errors.length === 0 ? await tryOut(app, columns, mapping) : null;
    const sample: string[][] = [];
    const faults = new Map<string, number>();
    let tried = 0;
    for await (const { cells } of records) {
      if (sample.length < SAMPLE) {
        sample.push(columns.map((_, i) => (cells[i] ?? '').toWellFormed()));
      }
      const code = faultOf?.(cells);
      if (code && !reasons[code]!.skipped) {
        faults.set(code, (faults.get(code) ?? 0) + 1);
      }
      if (++tried >= TRIED) {
        break;
      }
    }
    const issues = [...errors, ...mappingWarnings(kind, mapping), ...faultIssues(reasons, faults, tried)];
    return { columns, sample, suggestedMapping, issues };
  } catch (error) {
    throw error instanceof ImportFailure ? badInput('uploadId', error.message) : error;
  }
}

function faultIssues(reasons: Record<string, Reason>, faults: Map<string, number>, tried: number): UserErrorShape[] {
  return [...faults].map(([code, count]) => ({
    field: null,
    code: UserErrorCode.INVALID,
    message: `${count} of the first ${tried} lines would be rejected (${code}): ${reasons[code]!.message}`,
  }));
}
