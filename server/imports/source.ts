import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Duplex, Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { App } from '../app.js';
import { fileFault, ImportFailure } from './failure.js';
import { uploadBytes } from './uploads.js';

/** How much of the beginning decides on the encoding. */
const SNIFF = 64 * 1024;

/** A file's text as UTF-8 bytes, whatever it was packed and encoded in. */
export interface OpenedSource {
  stream: Readable;
  /** Its first bytes as text; every encoding here agrees on ASCII. */
  beginning: string;
  /** Bytes of the file as it was sent that have been read so far. */
  bytesRead(): number;
}

/** The bytes of a stored file: `upload:<id>` or `file:<path>`. */
function bytesOf(app: App, storedPath: string): AsyncIterable<Buffer> {
  const place = storedPath.slice(storedPath.indexOf(':') + 1);
  return storedPath.startsWith('upload:') ? uploadBytes(app, place) : createReadStream(place);
}

/** The size of a file on this machine; throws ImportFailure when it cannot be read. */
export async function fileSize(path: string): Promise<number> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new ImportFailure(`${path} cannot be read (${error.code}).`);
  });
  if (!found.isFile()) {
    throw new ImportFailure(`${path} is not a file.`);
  }
  return found.size;
}

/**
 * Opens a stored file: gzip is recognised by its content and not its name, UTF-8 by its bytes; what is no UTF-8
 * is read as GB 18030, in which Chinese spreadsheets save.
 */
export async function openSource(app: App, storedPath: string): Promise<OpenedSource> {
  let bytes = 0;
  const counted = async function* () {
    for await (const piece of bytesOf(app, storedPath)) {
      bytes += piece.length;
      yield piece;
    }
  };
  const packed = await peek(counted(), 2);
  if (packed.head.toString('latin1', 0, 2) === 'PK') {
    throw new ImportFailure('This is a spreadsheet or zip archive: save the table as CSV (UTF-8) and send that.');
  }
  const gzipped = packed.head[0] === 0x1f && packed.head[1] === 0x8b;
  const unpacked = await peek(gzipped ? through(packed.rest, createGunzip()) : packed.rest, SNIFF).catch((error) => {
    throw fileFault(error);
  });
  const stream = isUtf8(unpacked.head) ? Readable.from(unpacked.rest) : through(unpacked.rest, fromGb18030());
  return { stream, beginning: unpacked.head.toString('latin1'), bytesRead: () => bytes };
}

/** Pipes so that an error of the source reaches the reader too. */
function through(source: AsyncIterable<Buffer>, next: Duplex): Readable {
  const stream = Readable.from(source);
  stream.on('error', (error) => next.destroy(error));
  next.on('close', () => stream.destroy());
  return stream.pipe(next);
}

/** The first bytes of a source (fewer when it ends), and the whole of it again. */
async function peek(
  source: AsyncIterable<Buffer>,
  length: number,
): Promise<{ head: Buffer; rest: AsyncGenerator<Buffer> }> {
  const iterator = source[Symbol.asyncIterator]();
  const parts: Buffer[] = [];
  let size = 0;
  while (size < length) {
    const { value, done } = await iterator.next();
    if (done) {
      break;
    }
    parts.push(value);
    size += value.length;
  }
  const rest = async function* () {
    try {
      yield* parts;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  };
  return { head: Buffer.concat(parts), rest: rest() };
}

function isUtf8(head: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function fromGb18030(): Transform {
  const decoder = new TextDecoder('gb18030');
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => done(null, decoder.decode(chunk, { stream: true })),
    flush: (done) => done(null, decoder.decode()),
  });
}
