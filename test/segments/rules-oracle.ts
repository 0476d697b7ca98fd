import type { SegmentCondition, SegmentRule } from '../../schema/segments/rules.js';
import { type Person, TODAY } from './rules-people.js';

/** Judges rules in plain JavaScript, over what was put into the database: slow, simple, and knowing nothing of SQL. */
export function holds(rule: SegmentRule, person: Person): boolean {
  if (rule.condition) {
    return asks(rule.condition, person);
  }
  const parts = (rule.rules ?? []).map((one) => holds(one, person));
  switch (rule.join) {
    case 'ANY':
      return parts.includes(true);
    case 'NONE':
      return !parts.includes(true);
    default:
      return !parts.includes(false);
  }
}

const OPPOSITES: Record<string, string> = {
  NE: 'EQ',
  NOT_IN: 'IN',
  NOT_IN_LAST: 'IN_LAST',
  HAS_NONE: 'HAS_ANY',
  IS_NOT_SET: 'IS_SET',
};

function asks(condition: SegmentCondition, person: Person): boolean {
  const opposite = OPPOSITES[condition.operator];
  return opposite ? !positive({ ...condition, operator: opposite as never }, person) : positive(condition, person);
}

function positive(condition: SegmentCondition, person: Person): boolean {
  switch (condition.field as string) {
    case 'CITY':
      return text(condition, person.city);
    case 'GENDER':
      return text(condition, person.gender);
    case 'TAGS':
      return several(condition, person.tags);
    case 'SOURCE':
      return several(condition, person.sources);
    case 'CONSENT':
      return several(condition, granted(person));
    case 'REGISTERED_ON':
      return day(condition, person.registered);
    case 'BIRTHDAY':
      return birthday(condition, person.birthday);
    case 'AGE':
      return number(condition, person.birthday === null ? null : age(person.birthday));
    case 'LAST_ORDER_ON':
      return day(condition, latest(orders(condition, person).map((order) => order.day)));
    case 'DAYS_SINCE_ORDER': {
      const last = latest(orders(condition, person).map((order) => order.day));
      return number(condition, last === null ? null : daysBetween(last, TODAY));
    }
    case 'ORDER_COUNT':
      return number(condition, orders(condition, person).length);
    case 'ORDER_SPEND':
      return number(condition, spend(condition, person));
    case 'ORDER_UNITS':
      return number(condition, sum(lines(condition, person).map(({ quantity }) => quantity)));
    case 'AVERAGE_ORDER_VALUE': {
      const all = orders(condition, person);
      return number(condition, all.length === 0 ? null : Math.round(sum(all.map((one) => one.amount)) / all.length));
    }
    case 'EVENT_COUNT':
      return number(condition, sum(events(condition, person).map((one) => one.events)));
    case 'EVENT_DAYS':
      return number(condition, new Set(events(condition, person).map((one) => one.day)).size);
    case 'SEGMENT':
      return person.listed;
    default:
      throw new Error(`no oracle for ${condition.field}`);
  }
}

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
const latest = (days: string[]) => [...days].sort().at(-1) ?? null;
const at = (one: string) => Date.parse(`${one}T00:00:00Z`);
const daysBetween = (from: string, to: string) => Math.round((at(to) - at(from)) / 86_400_000);

function text({ operator, texts }: SegmentCondition, value: string | null): boolean {
  if (value === null) {
    return false;
  }
  const lower = value.toLowerCase();
  switch (operator as string) {
    case 'IS_SET':
      return true;
    case 'CONTAINS':
      return lower.includes(texts![0]!.toLowerCase());
    case 'STARTS_WITH':
      return lower.startsWith(texts![0]!.toLowerCase());
    default:
      return texts!.includes(value);
  }
}

function several({ operator, texts }: SegmentCondition, values: string[]): boolean {
  switch (operator as string) {
    case 'IS_SET':
      return values.length > 0;
    case 'HAS_ALL':
      return texts!.every((one) => values.includes(one));
    default:
      return texts!.some((one) => values.includes(one));
  }
}

function number({ operator, numbers, amounts }: SegmentCondition, value: number | null): boolean {
  const [a, b] = (numbers ?? amounts ?? []) as [number, number];
  if (value === null) {
    return false;
  }
  switch (operator as string) {
    case 'LT':
      return value < a;
    case 'LTE':
      return value <= a;
    case 'GT':
      return value > a;
    case 'GTE':
      return value >= a;
    case 'BETWEEN':
      return value >= a && value <= b;
    case 'IS_SET':
      return true;
    default:
      return value === a;
  }
}

function day({ operator, days, relative }: SegmentCondition, value: string | null): boolean {
  if (value === null) {
    return false;
  }
  const [a, b] = (days ?? []) as [string, string];
  const ago = daysBetween(value, TODAY);
  switch (operator as string) {
    case 'IN_LAST':
      return ago >= 0 && ago <= relative!.amount;
    case 'BEFORE_LAST':
      return ago > relative!.amount;
    case 'BEFORE':
      return value < a;
    case 'AFTER':
      return value > a;
    case 'BETWEEN':
      return value >= a && value <= b;
    case 'ON':
      return value === a;
    default:
      return true;
  }
}

/** The day on which a birthday is celebrated in a year. */
function celebrated(birthday: string, year: number): string {
  const leap = new Date(Date.UTC(year, 1, 29)).getUTCDate() === 29;
  return `${year}-${birthday.endsWith('02-29') && !leap ? '02-28' : birthday.slice(5)}`;
}

function birthday(condition: SegmentCondition, value: string | null): boolean {
  const { operator, relative } = condition;
  if (value === null || !['IN_NEXT', 'IN_LAST'].includes(operator)) {
    return day(condition, value);
  }
  const sign = (operator as string) === 'IN_NEXT' ? 1 : -1;
  for (let n = 0; n <= relative!.amount; n++) {
    const one = new Date(at(TODAY) + sign * n * 86_400_000).toISOString().slice(0, 10);
    if (celebrated(value, Number(one.slice(0, 4))) === one) {
      return true;
    }
  }
  return false;
}

function age(birthday: string): number {
  const year = Number(TODAY.slice(0, 4));
  return year - Number(birthday.slice(0, 4)) - (celebrated(birthday, year) > TODAY ? 1 : 0);
}

function inWindow({ window }: SegmentCondition, one: string): boolean {
  const { last, since, until } = window ?? {};
  const recent = !last || (daysBetween(one, TODAY) <= last.amount && one <= TODAY);
  return recent && (!since || one >= since) && (!until || one <= until);
}

const inScope = ({ products }: SegmentCondition, line: { sku: string; category: string }) =>
  !products || products.skus?.includes(line.sku) || products.categories?.includes(line.category) || false;

const orders = (condition: SegmentCondition, person: Person) =>
  person.orders.filter(
    (one) => !one.cancelled && inWindow(condition, one.day) && one.lines.some((line) => inScope(condition, line)),
  );

const lines = (condition: SegmentCondition, person: Person) =>
  orders(condition, person).flatMap((one) => one.lines.filter((line) => inScope(condition, line)));

const spend = (condition: SegmentCondition, person: Person) =>
  sum((condition.products ? lines(condition, person) : orders(condition, person)).map(({ amount }) => amount));

const events = ({ texts, ...rest }: SegmentCondition, person: Person) =>
  person.events.filter((one) => (!texts || texts.includes(one.kind)) && inWindow(rest, one.day));

function granted(person: Person): string[] {
  const newest = new Map(person.consents.map(({ purpose, granted: given }) => [purpose, given]));
  return [...newest].filter(([, given]) => given).map(([purpose]) => purpose);
}
