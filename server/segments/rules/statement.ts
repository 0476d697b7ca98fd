import type { SegmentRule } from '../../../schema/segments/rules.js';
import { type LocalDate, startOfDay } from '../../calendar/days.js';
import type { Params } from '../../database/params.js';
import { asOfOrdersSql, asOfStatsSql } from '../../levels/as-of.js';
import type { RuleFacts } from './facts.js';
import { dayAfter, type Range } from './ranges.js';
import type { Membership, Test } from './test.js';

/**
 * Whom a statement is about, which decides how it looks things up that lie beside a customer:
 * `all` as sets; `each` customer by customer, as a page in a given order does that soon has enough; `one` customer,
 * by id; `picked` ones, from a relation `picked (customer_id)` that the statement has in front.
 */
export type Focus = 'all' | 'each' | 'one' | 'picked';

/** The customer's id in SQL: of the figures, of the profile, or of the first rows beside the customers. */
export type Person = 's.customer_id' | 'c.id' | 'b.id';

export interface StatementOptions {
  focus: Focus;
  /** Where the values go; the statement may have others before. */
  params: Params;
  /** Under `one`: the placeholder of the customer's id. */
  customer?: string;
  person: Person;
}

/** A statement over customers while it is put together: its values, and the tables it turns out to need. */
export class Statement implements Membership {
  readonly #joins = new Map<string, string>();
  readonly #values = new Map<string, string>();
  /** Under `b.id`: the ids to begin with, once there are some. */
  #base: string | undefined;
  #figures = false;
  #profile = false;

  constructor(
    readonly facts: RuleFacts,
    readonly options: StatementOptions,
    /** What a tree of rules asks; for segments in segments. */
    readonly judge: (rules: SegmentRule) => Test,
  ) {}

  /** The placeholder of a value; the same one for the same value, so that what is asked alike reads alike. */
  put(value: unknown, type: string): string {
    const key = `${type} ${JSON.stringify(value)}`;
    const slot = this.#values.get(key) ?? this.options.params.add(value, type);
    this.#values.set(key, slot);
    return slot;
  }

  /** That an expression is one of some values. */
  isOne(expression: string, values: readonly unknown[], type: string): string {
    return values.length === 1
      ? `${expression} = ${this.put(values[0], type)}`
      : `${expression} = any(${this.put(values, `${type}[]`)})`;
  }

  get person(): string {
    return this.options.person;
  }

  /** A column of the customer's figures, as they are now or were at the end of the day asked for. */
  figure(column: string): string {
    this.#figures = true;
    return `s.${column}`;
  }

  /** A column of the customer's figures as they are now, whatever day is asked for. */
  present(column: string): string {
    if (this.facts.asOf === null) {
      return this.figure(column);
    }
    this.#joins.set('n', `join customer_stats n on n.customer_id = ${this.person}`);
    return `n.${column}`;
  }

  /** A column of the profile. */
  profile(column: string): string {
    this.#profile = true;
    return `c.${column}`;
  }

  /** A column of what the customer did last. */
  activity(column: string): string {
    this.#joins.set('a', `left join customer_activity a on a.customer_id = ${this.person}`);
    return `a.${column}`;
  }

  /** The id in SQL of the one customer whom what lies beside is looked up for; null: it is looked up for many. */
  get self(): string | null {
    const { focus, customer } = this.options;
    return focus === 'each' ? this.person : focus === 'one' ? customer! : null;
  }

  /** The conditions that keep a select beside the customers to whom the statement is about. */
  own(column: string): string[] {
    if (this.self !== null) {
      return [`${column} = ${this.self}`];
    }
    return this.options.focus === 'picked' ? [`${column} in (select customer_id from picked)`] : [];
  }

  /** The orders to be looked at, as relation `o`. */
  orders(): string {
    return this.facts.asOf === null ? 'orders o' : `${asOfOrdersSql(this.#end())} o`;
  }

  /** Whether an order of `o` counts: neither cancelled nor refunded in full. */
  counting(): string {
    return this.facts.asOf === null ? `o.status in ('PLACED', 'PARTLY_REFUNDED')` : 'o.counts';
  }

  /** The last day that counts; null: none is left out. */
  get lastDay(): LocalDate | null {
    return this.facts.asOf;
  }

  /** Conditions that an instant lies on these company days. */
  instants(expression: string, { from, to }: Range<LocalDate>): string[] {
    return [
      ...(from === null ? [] : [`${expression} >= ${this.put(this.#start(from), 'timestamptz')}`]),
      ...(to === null ? [] : [`${expression} < ${this.put(this.#start(dayAfter(to)), 'timestamptz')}`]),
    ];
  }

  /** Conditions that a day is one of these. */
  days(expression: string, { from, to }: Range<LocalDate>): string[] {
    return [
      ...(from === null ? [] : [`${expression} >= ${this.put(from, 'date')}`]),
      ...(to === null ? [] : [`${expression} <= ${this.put(to, 'date')}`]),
    ];
  }

  /** An instant's company day in SQL. */
  dayOf(expression: string): string {
    return `(${expression} at time zone ${this.put(this.facts.timeZone, 'text')})::date`;
  }

  /** The first instant of a day, as far as PostgreSQL and JavaScript both know days. */
  #start(day: LocalDate): Date | string {
    if (day < '0002') {
      return '-infinity';
    }
    return day.startsWith('9999') || day === 'infinity' ? 'infinity' : startOfDay(day, this.facts.timeZone);
  }

  #end(): string {
    return this.put(this.#start(dayAfter(this.facts.today)), 'timestamptz');
  }

  required(ids: string, unique: boolean, wanted: boolean): string {
    const { focus, person } = this.options;
    if (focus === 'each') {
      return `${wanted ? '' : 'not '}exists (${ids})`;
    }
    if (person === 'b.id' && wanted && this.#base === undefined) {
      this.#base = unique ? ids : `select distinct x.id from (${ids}) x`;
      return 'true';
    }
    // The other way round as an anti-join, which unlike NOT IN does not depend on the set fitting into memory.
    return wanted ? `${person} in (${ids})` : `not exists (select from (${ids}) x where x.id = ${person})`;
  }

  optional(ids: string, unique: boolean, wanted: boolean): string {
    const { focus } = this.options;
    if (focus === 'each' || focus === 'one') {
      return this.required(ids, unique, wanted);
    }
    const alias = `j${this.#joins.size + 1}`;
    const once = unique ? ids : `select distinct x.id from (${ids}) x`;
    this.#joins.set(alias, `left join (${once}) ${alias} on ${alias}.id = ${this.person}`);
    return `${alias}.id is ${wanted ? 'not null' : 'null'}`;
  }

  /** Where to begin, now that all is written: with rows beside the customers, with their profiles or their figures. */
  get start(): Person {
    if (this.#figures || (this.#base === undefined && !this.#profile)) {
      return 's.customer_id';
    }
    return this.#profile ? 'c.id' : 'b.id';
  }

  /** The tables of the statement and the condition that keeps to customers in use. */
  source(): { from: string; active: string } {
    const { focus, person } = this.options;
    const joins = [...this.#joins.values()].map((join) => ` ${join}`).join('');
    const picked = focus === 'picked' ? `picked k join ` : '';
    const on = focus === 'picked' ? ` on ${person} = k.customer_id` : '';
    const stats = this.facts.asOf === null ? 'customer_stats s' : `${asOfStatsSql(this.#end())} s`;
    const profile = this.#profile ? ' join customer c on c.id = s.customer_id' : '';
    const from = { 'b.id': `(${this.#base}) b`, 'c.id': 'customer c', 's.customer_id': stats }[person];
    return {
      from: `${picked}${from}${on}${person === 's.customer_id' ? profile : ''}${joins}`,
      active: this.#profile
        ? `c.status = 'ACTIVE'`
        : `not exists (select from customer x where x.id = ${person} and x.status <> 'ACTIVE')`,
    };
  }
}
