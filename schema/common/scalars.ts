import { GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTimeISO, GraphQLJSON } from 'graphql-scalars';

/** The largest amount accepted, in 1/100 of the unit: a hundred thousand million units. */
export const MAX_MONEY = 10_000_000_000_000;

/** '380.00' as 38000; throws a TypeError for anything but a plain decimal with at most two places. */
export function parseMoney(value: unknown): number {
  const match = typeof value === 'string' ? /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/.exec(value) : null;
  if (!match) {
    throw new TypeError('Money must be a decimal string with at most two places, like "380.00".');
  }
  const minor = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  if (minor > MAX_MONEY) {
    throw new TypeError('Money is out of range.');
  }
  return match[1] ? -minor : minor;
}

/** 38000 as '380.00'. */
export function formatMoney(minor: number): string {
  const digits = Math.abs(minor).toString().padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const stringLiteral = <T>(parse: (value: unknown) => T) => ({
  parseValue: parse,
  parseLiteral: (node: { kind: string; value?: unknown }) => parse(node.kind === Kind.STRING ? node.value : undefined),
});

/** Money: integer of 1/100 units inside, decimal string outside. */
export const Money = new GraphQLScalarType<number, string>({
  name: 'Money',
  description:
    'A decimal string with two places, like "380.00"; in the company\'s currency unless a currency field stands beside it.',
  serialize: (value) => formatMoney(Number(value)),
  ...stringLiteral(parseMoney),
});

function parseDate(value: unknown): string {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && value >= '0001-01-01') {
    const instant = new Date(`${value}T00:00:00Z`);
    if (!Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value)) {
      return value;
    }
  }
  throw new TypeError('A date must be a real day like "2026-02-28".');
}

/** A day in the company's time zone. */
export const LocalDate = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description: 'A day in the company\'s time zone, like "2026-02-28".',
  serialize: (value) => String(value),
  ...stringLiteral(parseDate),
});

function parseTime(value: unknown): string {
  if (typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)) {
    return value;
  }
  throw new TypeError('A time of day must be like "22:30".');
}

/** A time of day in the company's time zone. */
export const LocalTime = new GraphQLScalarType<string, string>({
  name: 'LocalTime',
  description: 'A time of day in the company\'s time zone, like "22:30".',
  serialize: (value) => String(value).slice(0, 5),
  ...stringLiteral(parseTime),
});

function parseInstant(value: unknown): Date {
  const instant = GraphQLDateTimeISO.parseValue(value);
  if (instant.getUTCFullYear() < 1900 || instant.getUTCFullYear() > 2200) {
    throw new TypeError('An instant must lie between the years 1900 and 2200.');
  }
  return instant;
}

/** An instant, ISO 8601 with offset. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant in ISO 8601 with its offset, between the years 1900 and 2200.',
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  ...stringLiteral(parseInstant),
});

/** Free-form values the API only gives out, never takes in. */
export const JSONValue = GraphQLJSON;
