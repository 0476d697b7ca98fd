import { UserErrorCode } from '../../schema/common/user-error.js';
import type { ImportPreview } from '../../schema/imports/payloads.js';
import type { App } from '../app.js';
import type { UserErrorShape } from '../graphql/errors.js';
import { badInput } from '../graphql/errors.js';
import { mappingErrors, mappingWarnings } from './check.js';
import { readCsv } from './csv.js';
import { ImportFailure } from './failure.js';
import { type Mapping, suggestMapping } from './fields.js';
import { LineReader } from './orders/line.js';
import { REASONS, type ReasonCode } from './orders/reasons.js';
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
export async function previewFile(app: App, storedPath: string, given: Mapping[] | null): Promise<ImportPreview> {
  try {
    const { columns, records } = await readCsv(await openSource(app, storedPath));
    const suggestedMapping = suggestMapping(columns);
    const mapping = given ?? suggestedMapping;
    const errors = mappingErrors(mapping, columns);
    const reader = errors.length === 0 ? new LineReader(columns, mapping, app.clock.now()) : null;
    const sample: string[][] = [];
    const faults = new Map<ReasonCode, number>();
    let tried = 0;
    for await (const { cells } of records) {
      if (sample.length < SAMPLE) {
        sample.push(columns.map((_, i) => (cells[i] ?? '').toWellFormed()));
      }
      const read = reader?.read(cells);
      if (read && 'reason' in read && !REASONS[read.reason].skipped) {
        faults.set(read.reason, (faults.get(read.reason) ?? 0) + 1);
      }
      if (++tried >= TRIED) {
        break;
      }
    }
    const issues = [...errors, ...mappingWarnings(mapping), ...faultIssues(faults, tried)];
    return { columns, sample, suggestedMapping, issues };
  } catch (error) {
    throw error instanceof ImportFailure ? badInput('uploadId', error.message) : error;
  }
}

function faultIssues(faults: Map<ReasonCode, number>, tried: number): UserErrorShape[] {
  return [...faults].map(([reason, count]) => ({
    field: null,
    code: UserErrorCode.INVALID,
    message: `${count} of the first ${tried} lines would be rejected (${reason}): ${REASONS[reason].message}`,
  }));
}
