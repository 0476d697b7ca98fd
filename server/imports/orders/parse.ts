/** A moment as a file writes it. */
export interface When {
  /** With an offset: an instant; without: the wall clock of the file's time zone. For PostgreSQL to read. */
  text: string;
  /** As `text`, with what the file says of milliseconds. */
  precise: string;
  zoned: boolean;
  /** Milliseconds since 1970, as if a wall clock were UTC: off by the zone's offset. */
  approximate: number;
}

const DECIMAL = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d{1,13})(?:\.(\d+))?$/;
const WHEN =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/** '1,234.5' as 12345000: a decimal in 1/10000; null when it is none or has more than four places. */
export function parseDecimal(text: string): number | null {
  const match = DECIMAL.exec(text);
  if (!match) {
    return null;
  }
  const places = (match[3] ?? '').replace(/0+$/, '');
  if (places.length > 4) {
    return null;
  }
  const value = Number(match[2]!.replaceAll(',', '')) * 10_000 + Number(places.padEnd(4, '0'));
  return match[1] === '-' ? -value : value;
}

let last: { text: string; when: When | null } = { text: '', when: null };

/** As `readWhen`, remembering the last answer: the lines of an order share their time. */
export function parseWhen(text: string): When | null {
  if (last.text !== text) {
    last = { text, when: readWhen(text) };
  }
  return last.when;
}

/** Year, month, day and perhaps a time and an offset; null when there is no such day or time, or the year is not between 1900 and 2200. */
function readWhen(text: string): When | null {
  const match = WHEN.exec(text);
  if (!match) {
    return null;
  }
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as number[];
  const approximate = Date.UTC(year!, month! - 1, day, hour, minute, second);
  const date = new Date(approximate);
  const real =
    date.getUTCMonth() === month! - 1 && date.getUTCDate() === day && hour! < 24 && minute! < 60 && second! < 60;
  if (!real || year! < 1900 || year! > 2200) {
    return null;
  }
  const offset = match[8]?.toUpperCase() ?? '';
  const seconds = date.toISOString().slice(0, 19);
  const precise = `${seconds}${(match[7] ?? '').slice(0, 4)}${offset}`;
  return { text: `${seconds}${offset}`, precise, zoned: offset !== '', approximate };
}
