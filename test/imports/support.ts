import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { ImportKind } from '../../schema/imports/enums.js';
import { suggestMapping } from '../../server/imports/fields.js';
import { readColumns } from '../../server/imports/preview.js';
import type { ImportJobRow } from '../../server/imports/rows.js';
import { root } from '../../server/root.js';
import { asJob, type TestApp } from '../support/app.js';

export const SLICE = join(root, 'seeds', 'data', 'online-retail-slice.csv.gz');

/** One line of the slice, read without any of the code under test. */
export interface RawLine {
  invoice: string;
  sku: string;
  description: string;
  quantity: number;
  date: string;
  /** 1/1000 of a pound. */
  price: number;
  customer: string;
}

/** The slice's lines, by the simplest possible reading: only descriptions are ever quoted in it. */
export function rawSlice(): RawLine[] {
  const [, ...lines] = gunzipSync(readFileSync(SLICE)).toString('utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const match = /^([^,]*),([^,]*),("(?:[^"]|"")*"|[^,]*),([^,]*),([^,]*),([^,]*),([^,]*),(?:[^,]*)$/.exec(
      line.trimEnd(),
    )!;
    const [, invoice, sku, description, quantity, date, price, customer] = match as unknown as string[];
    return {
      invoice: invoice!,
      sku: sku!,
      description: description!.replaceAll('"', ''),
      quantity: Number(quantity),
      date: date!,
      price: Math.round(Number(price) * 1000),
      customer: customer!.replace('.0', ''),
    };
  });
}

/** Uploads a text or file as the panel would; the id of the upload. */
export async function upload(t: TestApp, content: string | Buffer, name = 'orders.csv'): Promise<string> {
  const { uploadId } = await t.app.imports.receive(asJob, name, Readable.from([Buffer.from(content)]));
  return uploadId;
}

export const GBP = { source: 'store', currency: 'GBP', timeZone: 'Europe/London' };
export const HEADER = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID';

/** Starts the import of an upload whose columns speak for themselves; the import's id. */
export async function start(t: TestApp, uploadId: string, options: Partial<typeof GBP> = {}): Promise<string> {
  const columns = await readColumns(t.app, `upload:${uploadId}`);
  const started = await t.app.imports.start(asJob, {
    uploadId,
    kind: ImportKind.ORDERS,
    mapping: suggestMapping(ImportKind.ORDERS, columns),
    ...GBP,
    ...options,
  });
  return started.import.id;
}

/** Imports lines below the usual header; the finished import. */
export async function importLines(t: TestApp, ...lines: string[]): Promise<ImportJobRow> {
  const id = await start(t, await upload(t, [HEADER, ...lines, ''].join('\n')));
  await t.app.jobs.drain();
  return read(t, id);
}

/** Uploads the slice and starts its import; the import's id. */
export async function startSlice(t: TestApp): Promise<string> {
  const { uploadId } = await t.app.imports.receive(asJob, 'slice.csv.gz', createReadStream(SLICE));
  return start(t, uploadId);
}

export async function read(t: TestApp, id: string): Promise<ImportJobRow> {
  return (await t.app.imports.get(asJob, id))!;
}

/** The left-out lines of an import as `row: code`. */
export async function leftOut(t: TestApp, id: string): Promise<string[]> {
  const rows = await t.app.db.rows<{ line: number; code: string }>(
    'select line, code from import_reject where import_id = $1 order by line',
    [id],
  );
  return rows.map(({ line, code }) => `${line}: ${code}`);
}
