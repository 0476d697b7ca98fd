import { type IngestPayload, type IngestResult, IngestStatus } from '../../schema/common/ingest.js';
import { badInput } from '../graphql/errors.js';
import { searchText } from '../graphql/validate.js';

/** The most rows that one call may bring. */
export const MAX_BATCH = 1_000;

/** Throws BAD_USER_INPUT when a batch is longer than one call may bring. */
export function checkBatchSize(field: string, rows: readonly unknown[]): void {
  if (rows.length > MAX_BATCH) {
    throw badInput(field, `At most ${MAX_BATCH} rows in one call.`);
  }
}

/** The name of the system that a batch comes from; throws BAD_USER_INPUT when there is none. */
export function sourceOf(value: string): string {
  const source = searchText('source', value, 50);
  if (!source) {
    throw badInput('source', 'Name the source.');
  }
  return source;
}

/** The answer to a batch from what became of each row, given in the order of the input. */
export function ingestPayload(results: IngestResult[]): IngestPayload {
  const count = (...statuses: IngestStatus[]) => results.filter(({ status }) => statuses.includes(status)).length;
  return {
    counts: {
      created: count(IngestStatus.CREATED),
      updated: count(IngestStatus.UPDATED),
      unchanged: count(IngestStatus.UNCHANGED, IngestStatus.STALE),
      waiting: count(IngestStatus.WAITING),
      rejected: count(IngestStatus.REJECTED),
    },
    results,
  };
}
