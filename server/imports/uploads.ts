import type { Readable } from 'node:stream';
import { authorize, staffIdOf } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { isId, newId } from '../database/id.js';

/** The largest file that the panel may send: gzipped, this is a hundred million order lines. */
export const MAX_UPLOAD = 1024 * 1024 * 1024;
const CHUNK = 1024 * 1024;
/** How long a file waits for its import, in days. */
const KEEP_DAYS = 7;

/** A file as it was taken in. */
export interface Upload {
  uploadId: string;
  fileName: string;
  bytes: number;
}

/** Takes a file in, piece by piece, so that its size costs no memory and every server and worker can read it. */
export async function receiveUpload(app: App, caller: Caller, fileName: string, file: Readable): Promise<Upload> {
  authorize(caller.principal, 'IMPORT_RUN');
  const id = newId();
  const name = fileName.replace(/[\p{Cc}\p{Cs}]/gu, '').slice(0, 200) || 'upload.csv';
  await app.db.rows('insert into upload (id, file_name, created_by, created_at) values ($1, $2, $3, $4)', [
    id,
    name,
    staffIdOf(caller.principal),
    app.clock.now(),
  ]);
  let bytes = 0;
  let seq = 0;
  for await (const piece of chunks(file)) {
    bytes += piece.length;
    await app.db.rows('insert into upload_chunk (upload_id, seq, data) values ($1, $2, $3)', [id, seq++, piece]);
  }
  await app.db.rows('update upload set bytes = $2, complete = true where id = $1', [id, bytes]);
  return { uploadId: id, fileName: name, bytes };
}

async function* chunks(file: Readable): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let size = 0;
  for await (const part of file as AsyncIterable<Buffer>) {
    parts.push(part);
    size += part.length;
    if (size >= CHUNK) {
      yield Buffer.concat(parts);
      parts = [];
      size = 0;
    }
  }
  if (size > 0) {
    yield Buffer.concat(parts);
  }
}

/** A file that has arrived whole, or null. */
export async function findUpload(app: App, id: string): Promise<Upload | null> {
  if (!isId(id)) {
    return null;
  }
  const [row] = await app.db.rows<Upload>(
    `select id as "uploadId", file_name as "fileName", bytes from upload where id = $1 and complete`,
    [id],
  );
  return row ?? null;
}

/** Forgets a file that did not arrive whole, or whose import is done. */
export async function dropUpload(app: App, id: string): Promise<void> {
  await app.db.rows('delete from upload where id = $1', [id]);
}

/** The bytes of an upload, a piece at a time. */
export async function* uploadBytes(app: App, id: string): AsyncGenerator<Buffer> {
  for (let seq = 0; ; seq++) {
    const [row] = await app.db.rows<{ data: Buffer }>(
      'select data from upload_chunk where upload_id = $1 and seq = $2',
      [id, seq],
    );
    if (!row) {
      return;
    }
    yield row.data;
  }
}

/** Forgets files that nobody imported, or whose import ended, after a week. */
export async function sweepUploads(app: App): Promise<void> {
  await app.db.rows(
    `delete from upload u where created_at < $1::timestamptz - make_interval(days => ${KEEP_DAYS})
        and not exists (select from import_job j
                         where j.stored_path = 'upload:' || u.id and j.status in ('READY', 'RUNNING'))`,
    [app.clock.now()],
  );
}
