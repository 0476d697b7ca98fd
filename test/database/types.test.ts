import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { plainInstant, plainTexts } from '../../server/database/types.js';

const general = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (value: string) => Date;

const pad = (value: number, length = 2) => String(value).padStart(length, '0');

/** An instant as PostgreSQL writes it in UTC, with so many digits of a second's fraction. */
function written(date: Date, micros: number, digitsOfFraction: number): string {
  const fraction = digitsOfFraction === 0 ? '' : `.${pad(micros, 6).slice(0, digitsOfFraction)}`;
  return `${date.toISOString().slice(0, 19).replace('T', ' ')}${fraction}+00`;
}

test('instants are read as the general parser reads them', () => {
  const dates = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(dates, fc.nat(999_999), fc.nat(6), (date, micros, digitsOfFraction) => {
      const value = written(date, micros, digitsOfFraction);
      expect(plainInstant(value)).toEqual(general(value));
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  'infinity',
  '-infinity',
  '2026-09-15 12:00:00+08',
  '2026-09-15 04:00:00.5+05:30',
  '0044-03-15 12:00:00+00 BC',
  '0050-03-15 12:00:00+00',
  '10000-01-01 00:00:00+00',
])('%s is left to the general parser', (value) => {
  expect(plainInstant(value)).toBeUndefined();
});

test('arrays of texts are read as the general parser reads them', () => {
  const generalTexts = pg.types.getTypeParser(1009 as number) as (value: string) => string[];
  const element = fc.string({
    unit: fc.constantFrom('a', '商', ' ', ',', '"', '\\', '{', '}', 'N', 'NULL', '2026-09-15 04:00:00+00'),
  });
  const quote = (text: string) =>
    /^[^\s,"\\{}]+$/.test(text) && text.toUpperCase() !== 'NULL' ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
  fc.assert(
    fc.property(fc.array(element), (texts) => {
      const value = `{${texts.map(quote).join(',')}}`;
      expect(generalTexts(value)).toEqual(texts);
      expect(plainTexts(value) ?? texts).toEqual(texts);
    }),
    { numRuns: 3_000 },
  );
  expect(plainTexts('{"2026-09-15 04:00:00+00",b,""}')).toEqual(['2026-09-15 04:00:00+00', 'b', '']);
  expect(plainTexts('{NULL}')).toBeUndefined();
});
