import { UserErrorCode } from '../../schema/common/user-error.js';
import type { ImportKind } from '../../schema/imports/enums.js';
import type { ImportStartInput } from '../../schema/imports/inputs.js';
import { authorize, staffIdOf } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { newId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { fail } from '../graphql/errors.js';
import { InputCheck } from '../graphql/validate.js';
import { checkOptions, mappingErrors } from './check.js';
import { ImportFailure } from './failure.js';
import { JOB } from './jobs.js';
import { readColumns } from './preview.js';
import { IMPORT_COLUMNS, type ImportJobRow, withCounts } from './rows.js';
import { findUpload, type Upload } from './uploads.js';

/** Begins the import of an uploaded file in the background. */
export async function startImport(
  app: App,
  caller: Caller,
  input: ImportStartInput,
): Promise<{ import: ImportJobRow }> {
  authorize(caller.principal, 'IMPORT_RUN');
  const upload = await findUpload(app, input.uploadId);
  if (!upload) {
    fail('uploadId', UserErrorCode.NOT_FOUND, 'There is no such file; upload it again.');
  }
  const storedPath = `upload:${upload.uploadId}`;
  const check = new InputCheck();
  check.errors.push(...mappingErrors(input.kind, input.mapping, await columnsOf(app, storedPath)));
  const options = await checkOptions(app, check, input);
  check.done();
  return app.db.transaction(async (tx) => {
    await refuseSecondStart(tx, upload, storedPath);
    const mapping = input.mapping.map(({ field, column }) => ({ field, column }));
    const { fileName, bytes } = upload;
    const job = { kind: input.kind, fileName, storedPath, mapping, options, bytesTotal: bytes, fileHash: null };
    const id = await createImport(app, tx, job, staffIdOf(caller.principal));
    await app.audit.record(tx, caller, {
      action: 'importStart',
      subjectType: 'import',
      subjectId: id,
      after: { kind: input.kind, fileName, mapping, ...options },
    });
    await app.jobs.enqueue(tx, JOB.run, { id });
    const row = await tx.row<ImportJobRow>(`select ${IMPORT_COLUMNS} from import_job j where j.id = $1`, [id]);
    return { import: withCounts(row!) };
  });
}

async function columnsOf(app: App, storedPath: string): Promise<string[]> {
  try {
    return await readColumns(app, storedPath);
  } catch (error) {
    if (error instanceof ImportFailure) {
      fail('uploadId', UserErrorCode.INVALID, error.message);
    }
    throw error;
  }
}

/** A form that is sent twice begins one import. */
async function refuseSecondStart(tx: Transaction, upload: Upload, storedPath: string): Promise<void> {
  await tx.run('select 1 from upload where id = $1 for update', [upload.uploadId]);
  const [other] = await tx.rows('select id from import_job where stored_path = $1', [storedPath]);
  if (other) {
    fail('uploadId', UserErrorCode.ALREADY_DONE, 'This file is being imported already.');
  }
}

/** Writes a new import, ready to be run. */
export async function createImport(
  app: App,
  tx: Transaction,
  job: Pick<ImportJobRow, 'fileName' | 'storedPath' | 'mapping' | 'options' | 'bytesTotal'> & {
    kind: ImportKind;
    /** SHA-256 in hex; null where nobody will ask for it. */
    fileHash: string | null;
  },
  createdBy: string | null,
): Promise<string> {
  const id = newId();
  await tx.run(
    `insert into import_job (id, kind, file_name, file_hash, stored_path, status, mapping, options, bytes_total, created_by,
                             created_at, touched_at)
     values ($1, $2, $3, decode($4, 'hex'), $5, 'READY', $6::jsonb, $7::jsonb, $8, $9, $10, $10)`,
    [
      id,
      job.kind,
      job.fileName,
      job.fileHash,
      job.storedPath,
      JSON.stringify(job.mapping),
      JSON.stringify(job.options),
      job.bytesTotal,
      createdBy,
      app.clock.now(),
    ],
  );
  return id;
}
