import type { Page, PageArgs } from '../../schema/common/connection.js';
import { UserErrorCode } from '../../schema/common/user-error.js';
import type { SegmentExportStartInput } from '../../schema/segments/export.js';
import { SegmentExportContacts, SegmentKind } from '../../schema/segments/segment-enums.js';
import { authorizeStaff, may } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { companyDay } from '../calendar/days.js';
import { isId, newId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { fail, forbidden, notFound } from '../graphql/errors.js';
import { readPage } from '../graphql/read-page.js';
import { InputCheck } from '../graphql/validate.js';
import { findForChange, refuseArchived } from './change.js';
import { confidentialLoader, isConfidential, refuseConfidential } from './confidential.js';
import { checkKey } from './create.js';
import { requestHash } from './definition.js';
import { USUAL_COLUMNS } from './export-columns.js';
import { exportFile } from './export-file.js';
import { EXPORT_COLUMNS, type ExportRow } from './export-rows.js';
import { JOB } from './job-names.js';

/** How many exports somebody may have under way. */
const MAX_OPEN = 5;

/** Use cases of exports (S7). Everybody knows only their own: another's gets the same answer as none. */
export class SegmentExports {
  constructor(readonly app: App) {}

  /** One of the caller's own exports; null when there is none. */
  async get(caller: Caller, id: string): Promise<ExportRow | null> {
    const { id: staffId } = authorizeStaff(caller.principal, 'SEGMENT_EXPORT');
    if (!isId(id)) {
      return null;
    }
    const [row] = await this.app.db.rows<ExportRow>(
      `select ${EXPORT_COLUMNS} from segment_export e where e.id = $1 and e.requested_by = $2`,
      [id, staffId],
    );
    return row ?? null;
  }

  /** A page of the caller's own exports, of one segment or of all, newest first. */
  async list(caller: Caller, segmentId: string | null, page: PageArgs): Promise<Page<ExportRow>> {
    const { id: staffId } = authorizeStaff(caller.principal, 'SEGMENT_EXPORT');
    const conditions = ['e.requested_by = $1'];
    const params: unknown[] = [staffId];
    if (segmentId !== null) {
      conditions.push(isId(segmentId) ? `e.segment_id = $${params.push(segmentId)}` : 'false');
    }
    const keys = [
      { sql: 'e.requested_at', type: 'timestamptz', descending: true },
      { sql: 'e.id', type: 'uuid', descending: true },
    ];
    return readPage<ExportRow>(
      this.app.db,
      { columns: EXPORT_COLUMNS, from: 'segment_export e', conditions, params, keys },
      page,
    );
  }

  /** Begins to write a segment's members to a file in the background. */
  async start(caller: Caller, input: SegmentExportStartInput): Promise<{ export: ExportRow }> {
    const { id: staffId } = authorizeStaff(caller.principal, 'SEGMENT_EXPORT');
    refuseClear(caller, input.contacts);
    const check = new InputCheck();
    const key = checkKey(check, input.idempotencyKey);
    const columns = [...new Set(input.columns ?? USUAL_COLUMNS)];
    const asOf = input.asOf ?? null;
    const { timeZone } = await this.app.company.settings();
    if (asOf && asOf > companyDay(this.app.clock.now(), timeZone)) {
      check.add('asOf', UserErrorCode.OUT_OF_RANGE, 'This day has not come yet.');
    }
    check.done();
    const asked = { segmentId: input.segmentId.toLowerCase(), asOf, contacts: input.contacts, columns };
    const hash = requestHash(asked);
    return this.app.db.transaction(async (tx) => {
      await tx.run('select 1 from staff where id = $1 for update', [staffId]);
      const earlier = await tx.row<ExportRow & { same: boolean }>(
        `select ${EXPORT_COLUMNS}, e.request_hash = $3 as same from segment_export e
          where e.requested_by = $1 and e.idempotency_key = $2`,
        [staffId, key, hash],
      );
      if (earlier) {
        if (!earlier.same) {
          fail('idempotencyKey', UserErrorCode.IDEMPOTENCY_KEY_REUSED, 'Another request has used this key.');
        }
        return { export: earlier };
      }
      const segment = await findForChange(tx, input.segmentId);
      refuseArchived(segment, 'segmentId');
      refuseConfidential(caller, await isConfidential(tx, segment.id));
      if (asOf && segment.kind === SegmentKind.LIST) {
        fail('asOf', UserErrorCode.INVALID, 'A list has no past.');
      }
      await refuseTooMany(tx, staffId);
      const id = newId();
      const row = await tx.row<ExportRow>(
        `insert into segment_export as e (id, segment_id, segment_version, as_of, status, contacts, columns, requested_by,
                                          idempotency_key, request_hash, requested_at, touched_at)
         values ($1, $2, $3, $4, 'READY', $5, $6::text[], $7, $8, $9, $10, $10) returning ${EXPORT_COLUMNS}`,
        [
          id,
          segment.id,
          segment.currentVersion,
          asOf,
          input.contacts,
          columns,
          staffId,
          key,
          hash,
          this.app.clock.now(),
        ],
      );
      await this.app.audit.record(tx, caller, {
        action: 'segmentExportStart',
        subjectType: 'SegmentExport',
        subjectId: id,
        after: { ...asked, segment: segment.name, version: segment.currentVersion },
      });
      await this.app.jobs.enqueue(tx, JOB.export, { id });
      return { export: row! };
    });
  }

  /** Stops one of the caller's own exports; what was written is deleted. */
  async cancel(caller: Caller, id: string): Promise<{ export: ExportRow }> {
    const { id: staffId } = authorizeStaff(caller.principal, 'SEGMENT_EXPORT');
    return this.app.db.transaction(async (tx) => {
      const row = isId(id)
        ? await tx.row<ExportRow>(
            `select ${EXPORT_COLUMNS} from segment_export e where e.id = $1 and e.requested_by = $2 for update`,
            [id, staffId],
          )
        : undefined;
      if (!row) {
        throw notFound('export');
      }
      if (!['READY', 'RUNNING', 'DONE'].includes(row.status)) {
        fail('id', UserErrorCode.ALREADY_DONE, `This export is ${row.status.toLowerCase()}.`);
      }
      await tx.run('delete from segment_export_chunk where export_id = $1', [id]);
      const changed = await tx.row<ExportRow>(
        `update segment_export e set status = 'CANCELLED', finished_at = coalesce(finished_at, $2), expires_at = null
          where e.id = $1 returning ${EXPORT_COLUMNS}`,
        [id, this.app.clock.now()],
      );
      await this.app.audit.record(tx, caller, {
        action: 'segmentExportCancel',
        subjectType: 'SegmentExport',
        subjectId: id,
        before: { status: row.status, rows: row.rows },
      });
      return { export: changed! };
    });
  }

  /** The file of one of the caller's own exports, piece by piece; what their role may see is looked at again. */
  async download(caller: Caller, id: string): Promise<AsyncGenerator<Buffer>> {
    const row = await this.get(caller, id);
    if (row?.status !== 'DONE' || row.expiresAt! <= this.app.clock.now()) {
      throw notFound('file');
    }
    refuseClear(caller, row.contacts);
    refuseConfidential(caller, await confidentialLoader(this.app).load(row.segmentId));
    await this.app.db.transaction((tx) =>
      this.app.audit.record(tx, caller, {
        action: 'segmentExportDownload',
        subjectType: 'SegmentExport',
        subjectId: row.id,
        after: { segmentId: row.segmentId, contacts: row.contacts, rows: row.rows },
      }),
    );
    return exportFile(this.app, row.id);
  }
}

function refuseClear(caller: Caller, contacts: SegmentExportContacts): void {
  if (contacts === SegmentExportContacts.CLEAR && !may(caller.principal, 'CUSTOMER_REVEAL')) {
    throw forbidden('CUSTOMER_REVEAL');
  }
}

async function refuseTooMany(tx: Transaction, staffId: string): Promise<void> {
  const open = await tx.row<{ n: number }>(
    `select count(*) as n from segment_export where requested_by = $1 and status in ('READY', 'RUNNING')`,
    [staffId],
  );
  if (open!.n >= MAX_OPEN) {
    fail(null, UserErrorCode.CONFLICT, `At most ${MAX_OPEN} exports at a time: wait for one, or cancel one.`);
  }
}
