import pg from 'pg';

const { builtins } = pg.types;
const TEXT_ARRAY = 1009;

/**
 * How column values become JavaScript: bigint as number (money stays far below 2^53, and checks keep it there),
 * numeric as number, dates as 'yyyy-MM-dd', instants as Date.
 */
export const columnTypes = new pg.TypeOverrides();
columnTypes.setTypeParser(builtins.INT8, Number);
columnTypes.setTypeParser(builtins.NUMERIC, Number);
columnTypes.setTypeParser(builtins.DATE, (value: string) => value);
columnTypes.setTypeParser(builtins.TIME, (value: string) => value.slice(0, 5));

const anyInstant = pg.types.getTypeParser(builtins.TIMESTAMPTZ) as (value: string) => Date;
columnTypes.setTypeParser(builtins.TIMESTAMPTZ, (value: string) => plainInstant(value) ?? anyInstant(value));

const anyTexts = pg.types.getTypeParser(TEXT_ARRAY as number) as (value: string) => string[];
columnTypes.setTypeParser(TEXT_ARRAY as number, (value: string) => plainTexts(value) ?? anyTexts(value));

/** An array without escapes and nulls, as nearly all are; undefined for others. */
export function plainTexts(value: string): string[] | undefined {
  if (value === '{}') {
    return [];
  }
  if (!value.startsWith('{') || value.includes('\\') || value.includes('NULL') || value.includes('{', 1)) {
    return undefined;
  }
  const inside = value.slice(1, -1);
  if (!inside.includes('"')) {
    return inside.split(',');
  }
  return Array.from(inside.matchAll(/"([^"]*)"|[^",]+/g), ([whole, quoted]) => quoted ?? whole);
}

const ZERO = 48;
const digits2 = (value: string, at: number) => (value.charCodeAt(at) - ZERO) * 10 + value.charCodeAt(at + 1) - ZERO;

/**
 * '2026-09-15 04:00:00.123456+00' as a Date: nearly every instant looks like that, and reading it with a general parser
 * would be a tenth of the time that a list takes. Undefined for other years, offsets and infinity.
 */
export function plainInstant(value: string): Date | undefined {
  const { length } = value;
  if (length < 22 || length > 29 || value.charCodeAt(4) !== 45 || !value.endsWith('+00')) {
    return undefined;
  }
  let milliseconds = 0;
  if (length > 22) {
    // Digits beyond milliseconds are cut off, as Date would.
    milliseconds = Number(value.slice(20, Math.min(length - 3, 23)).padEnd(3, '0'));
  }
  const instant = new Date(
    Date.UTC(
      digits2(value, 0) * 100 + digits2(value, 2),
      digits2(value, 5) - 1,
      digits2(value, 8),
      digits2(value, 11),
      digits2(value, 14),
      digits2(value, 17),
      milliseconds,
    ),
  );
  return value.charCodeAt(0) === ZERO && value.charCodeAt(1) === ZERO ? undefined : instant;
}
