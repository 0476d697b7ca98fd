import { downloadCSV, type Exporter } from 'ra-core';
import type { Bilingual } from '../ui/formats.js';

/** First characters that make a spreadsheet run the cell as a formula. */
const FORMULA = /^[=+\-@\t\r]/;
/** Numbers may begin with a sign without being a formula. */
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/**
 * One cell: what a spreadsheet would run as a formula is prefixed with an apostrophe, and what needs quotes gets them.
 */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const plain = Array.isArray(value) ? value.join(', ') : String(value);
  const safe = FORMULA.test(plain) && !NUMBER.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(safe) || safe !== plain ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows with a header line; CRLF between lines, as spreadsheets expect. */
export function toCsv(header: readonly string[], rows: readonly (readonly unknown[])[]): string {
  return [header, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n');
}

/** A column of an export: its title and how to read it from a record. */
export type CsvColumn<T> = readonly [title: string, read: (record: T) => unknown];

/** What an export needs of the reader's language: its words, and texts of the programme in it. */
export interface CsvLanguage {
  translate: (key: string) => string;
  text: (value?: Bilingual | null) => string;
}

/** An exporter for a list: the named columns of the selected records, formulas defused, with a mark for UTF-8. */
export function csvExporter<T extends object>(
  columns: (translate: CsvLanguage['translate'], text: CsvLanguage['text']) => CsvColumn<T>[],
) {
  return ({ translate, text: textOf }: CsvLanguage): Exporter =>
    (records, _fetchRelated, _dataProvider, resource) => {
      const list = columns(translate, textOf);
      const rows = records.map((record) => list.map(([, read]) => read(record as T)));
      const text = toCsv(
        list.map(([title]) => title),
        rows,
      );
      downloadCSV(`\uFEFF${text}`, resource ?? 'export');
    };
}
