import type { Readable } from 'node:stream';
import type { Page, PageArgs } from '../../schema/common/connection.js';
import { UserErrorCode } from '../../schema/common/user-error.js';
import type { ImportKind } from '../../schema/imports/enums.js';
import type { ImportPreviewInput, ImportStartInput } from '../../schema/imports/inputs.js';
import type { ImportPreview } from '../../schema/imports/payloads.js';
import { authorize } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { isId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { fail, notFound } from '../graphql/errors.js';
import { JOB } from './jobs.js';
import { listImports, listRejects } from './list.js';
import { previewFile } from './preview.js';
import { rejectReport } from './report.js';
import { IMPORT_COLUMNS, type ImportJobRow, type ImportRejectRow, withCounts } from './rows.js';
import { runImport } from './run.js';
import { createImport, startImport } from './start.js';
import { findUpload, receiveUpload, type Upload } from './uploads.js';

/** Use cases of file imports. */
export class ImportService {
  constructor(readonly app: App) {}

  /** Takes a file in, to be previewed and imported afterwards. */
  receive(caller: Caller, fileName: string, file: Readable): Promise<Upload> {
    return receiveUpload(this.app, caller, fileName, file);
  }

  /** A first look into an uploaded file; throws BAD_USER_INPUT when it is no table. */
  async preview(caller: Caller, input: ImportPreviewInput): Promise<ImportPreview> {
    authorize(caller.principal, 'IMPORT_RUN');
    const upload = await findUpload(this.app, input.uploadId);
    if (!upload) {
      throw notFound('upload');
    }
    return previewFile(this.app, input.kind, `upload:${upload.uploadId}`, input.mapping ?? null);
  }

  /** Begins the import of an uploaded file in the background. */
  start(caller: Caller, input: ImportStartInput): Promise<{ import: ImportJobRow }> {
    return startImport(this.app, caller, input);
  }

  /** Makes the import of a file on this machine, to be run by the caller; for the command line. */
  create(
    tx: Transaction,
    job: Pick<ImportJobRow, 'fileName' | 'storedPath' | 'mapping' | 'options' | 'bytesTotal'> & {
      kind: ImportKind;
      fileHash: string;
    },
  ): Promise<string> {
    return createImport(this.app, tx, job, null);
  }

  /** Carries an import out, from wherever it was left. */
  run(id: string): Promise<void> {
    return runImport(this.app, id);
  }

  /** Stops an import after the batch under way; what was taken in stays. */
  async cancel(caller: Caller, id: string): Promise<{ import: ImportJobRow }> {
    authorize(caller.principal, 'IMPORT_RUN');
    return this.#change(caller, id, 'importCancel', ['READY', 'RUNNING'], `status = 'CANCELLED', finished_at = $2`);
  }

  /** Goes on with an import that failed, was cancelled or lost its worker, from its last batch. */
  async resume(caller: Caller, id: string): Promise<{ import: ImportJobRow }> {
    authorize(caller.principal, 'IMPORT_RUN');
    const job = await this.get(caller, id);
    const upload = job?.storedPath.startsWith('upload:') ? await findUpload(this.app, job.storedPath.slice(7)) : null;
    if (job && !upload && job.status !== 'DONE') {
      fail('id', UserErrorCode.EXPIRED, 'The file is not kept here any more: import it again.');
    }
    const statuses = ['FAILED', 'CANCELLED', 'RUNNING'];
    return this.#change(caller, id, 'importResume', statuses, `status = 'READY', error = null, touched_at = $2`, (tx) =>
      this.app.jobs.enqueue(tx, JOB.run, { id }),
    );
  }

  async #change(
    caller: Caller,
    id: string,
    action: string,
    from: string[],
    set: string,
    then?: (tx: Transaction) => Promise<void>,
  ): Promise<{ import: ImportJobRow }> {
    const job = await this.app.db.transaction(async (tx) => {
      const row = isId(id)
        ? await tx.row<ImportJobRow>(`select ${IMPORT_COLUMNS} from import_job j where id = $1 for update`, [id])
        : undefined;
      if (!row) {
        throw notFound('import');
      }
      if (!from.includes(row.status)) {
        fail('id', UserErrorCode.ALREADY_DONE, `This import is ${row.status.toLowerCase()}.`);
      }
      const changed = await tx.row<ImportJobRow>(
        `update import_job j set ${set} where id = $1 and $2::timestamptz is not null returning ${IMPORT_COLUMNS}`,
        [id, this.app.clock.now()],
      );
      await this.app.audit.record(tx, caller, {
        action,
        subjectType: 'import',
        subjectId: id,
        before: { status: row.status },
        after: { status: changed!.status },
      });
      await then?.(tx);
      return changed!;
    });
    return { import: withCounts(job) };
  }

  /** One import; null when there is none. */
  async get(caller: Caller, id: string): Promise<ImportJobRow | null> {
    authorize(caller.principal, 'IMPORT_READ');
    if (!isId(id)) {
      return null;
    }
    const [row] = await this.app.db.rows<ImportJobRow>(`select ${IMPORT_COLUMNS} from import_job j where j.id = $1`, [
      id,
    ]);
    return row ? withCounts(row) : null;
  }

  /** A page of imports. */
  list(caller: Caller, page: PageArgs): Promise<Page<ImportJobRow>> {
    authorize(caller.principal, 'IMPORT_READ');
    return listImports(this.app, page);
  }

  /** A page of the lines that an import left out; the caller has been authorised to see the import. */
  rejects(importId: string, page: PageArgs): Promise<Page<ImportRejectRow>> {
    return listRejects(this.app, importId, page);
  }

  /** The report of the lines that an import left out, as CSV. */
  async report(caller: Caller, id: string): Promise<AsyncGenerator<string>> {
    const job = await this.get(caller, id);
    if (!job) {
      throw notFound('import');
    }
    return rejectReport(this.app, job);
  }
}
