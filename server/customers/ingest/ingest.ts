import { type IngestPayload, type IngestResult, IngestStatus } from '../../../schema/common/ingest.js';
import type { CustomersIngestInput } from '../../../schema/customers/ingest.js';
import { authorize } from '../../access/authorize.js';
import type { Caller } from '../../access/principal.js';
import type { App } from '../../app.js';
import { companyDay } from '../../calendar/days.js';
import type { Transaction } from '../../database/transaction.js';
import { badInput } from '../../graphql/errors.js';
import { InputCheck } from '../../graphql/validate.js';
import { checkBatchSize, ingestPayload } from '../../ingest/batch.js';
import { addConsents } from '../consents.js';
import { type CheckedRow, checkRow, checkSource } from './check.js';
import { type Change, fold } from './fold.js';
import { good, raced, resolveRows } from './resolve.js';
import { writeProfiles } from './write.js';

/**
 * Takes customers as a source knows them: idempotent by (source, external id), late pushes change nothing, a bad row does
 * not sink its batch. A dozen statements, however many rows there are.
 */
export async function ingest(app: App, caller: Caller, input: CustomersIngestInput): Promise<IngestPayload> {
  authorize(caller.principal, 'CUSTOMER_INGEST');
  checkBatchSize('customers', input.customers);
  const check = new InputCheck();
  const source = checkSource('source', input.source, check);
  if (check.errors[0]) {
    throw badInput('source', check.errors[0].message);
  }
  const now = app.clock.now();
  const context = { now, today: companyDay(now, (await app.company.settings()).timeZone) };
  return app.db.transaction(async (tx) => {
    const rows = input.customers.map((row, index) => checkRow(source, row, index, context));
    const statuses = await take(app, tx, source, rows);
    const payload = ingestPayload(rows.map((row) => resultOf(row, statuses)));
    if (caller.principal.kind === 'staff') {
      const after = { source, ...payload.counts };
      await app.audit.record(tx, caller, { action: 'customersIngest', subjectType: 'Customer', after });
    }
    return payload;
  });
}

async function take(app: App, tx: Transaction, source: string, rows: CheckedRow[]) {
  const statuses = new Map<number, IngestStatus>();
  const { customerOf, created, linked } = await resolveRows(app, tx, source, rows);
  const knownAt = await lock(tx, [...new Set(customerOf.values())]);
  const firsts = new Map<string, number>();
  const changes: Change[] = [];
  for (const [customerId, mine] of byCustomer(good(rows), customerOf)) {
    const change = fold(customerId, mine, knownAt.get(customerId) ?? null, statuses);
    if (change) {
      changes.push(change);
      firsts.set(customerId, mine.find(({ index }) => !statuses.has(index))!.index);
    }
  }
  const changed = await writeProfiles(app, tx, changes);
  const consented = await addConsents(
    tx,
    changes.flatMap(({ customerId, consents }) => consents.map((consent) => ({ ...consent, customerId, source }))),
  );
  for (const [customerId, index] of firsts) {
    const updated = changed.has(customerId) || consented.has(customerId) || linked.has(customerId);
    const known = updated ? IngestStatus.UPDATED : IngestStatus.UNCHANGED;
    statuses.set(index, created.has(customerId) ? IngestStatus.CREATED : known);
  }
  return statuses;
}

/** Locks the customers in the order of their ids and gives the newest push that each has accepted. */
async function lock(tx: Transaction, ids: string[]): Promise<Map<string, Date | null>> {
  const rows = await tx.rows<{ id: string; status: string; at: Date | null }>(
    `select id, status, source_updated_at as at from customer where id = any($1::uuid[]) order by id for update`,
    [ids],
  );
  if (rows.some(({ status }) => status !== 'ACTIVE')) {
    throw raced();
  }
  return new Map(rows.map(({ id, at }) => [id, at]));
}

function byCustomer(rows: CheckedRow[], customerOf: Map<string, string>): Map<string, CheckedRow[]> {
  return Map.groupBy(rows, ({ externalId }) => customerOf.get(externalId)!);
}

function resultOf({ index, externalId, errors }: CheckedRow, statuses: Map<number, IngestStatus>): IngestResult {
  const status = errors.length > 0 ? IngestStatus.REJECTED : statuses.get(index)!;
  return { index, number: externalId, status, errors };
}
