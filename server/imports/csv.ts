import { type Options, parse } from 'csv-parse';
import { fileFault, ImportFailure } from './failure.js';
import type { OpenedSource } from './source.js';

/** The longest record; one that is longer has lost a quotation mark. */
const MAX_RECORD = 1024 * 1024;
const MAX_COLUMNS = 200;

/** A record of a CSV file. */
export interface CsvRecord {
  /** Its row, as a spreadsheet counts; the header is row 1. */
  row: number;
  cells: string[];
}

/** A CSV file being read. */
export interface CsvReader {
  columns: string[];
  records: AsyncIterable<CsvRecord>;
}

/** Reads a CSV file record by record; the separator (comma, semicolon or tab) is the header's most frequent one. */
export async function readCsv(source: OpenedSource): Promise<CsvReader> {
  let row = 0;
  const options: Options<CsvRecord> = {
    bom: true,
    delimiter: separatorOf(source.beginning),
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MAX_RECORD,
    on_record: (cells) => ({ row: ++row, cells: cells as unknown as string[] }),
  };
  const parser = parse(options as unknown as Options);
  source.stream.on('error', (error) => parser.destroy(error));
  source.stream.pipe(parser);
  const records = (parser as AsyncIterable<CsvRecord>)[Symbol.asyncIterator]();
  const header = await records.next().catch((error: unknown) => {
    throw fileFault(error);
  });
  if (header.done) {
    throw new ImportFailure('The file is empty.');
  }
  return { columns: checkHeader(header.value.cells), records: guarded(records) };
}

/** The separator that the first line has most of. */
function separatorOf(beginning: string): string {
  const line = beginning.split('\n', 1)[0]!;
  const count = (separator: string) => line.split(separator).length;
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
}

async function* guarded(records: AsyncIterator<CsvRecord>): AsyncGenerator<CsvRecord> {
  try {
    for (let next = await records.next(); !next.done; next = await records.next()) {
      if (next.value.cells.length > 1 || next.value.cells[0] !== '') {
        yield next.value;
      }
    }
  } catch (error) {
    throw fileFault(error);
  } finally {
    await records.return?.();
  }
}

function checkHeader(cells: string[]): string[] {
  const columns = cells.map((cell) => cell.trim());
  if (columns.length > MAX_COLUMNS || columns.some((column) => column.length > 200 || column.includes('\0'))) {
    throw new ImportFailure('The first line is not a header of column names.');
  }
  const repeated = columns.find((column, i) => column !== '' && columns.indexOf(column) !== i);
  if (repeated !== undefined) {
    throw new ImportFailure(`The column ${repeated} appears twice in the header.`);
  }
  return columns;
}
