import { CustomerStatus, LifecycleStage } from '../../schema/customers/enums.js';
import type { CustomerFilter } from '../../schema/customers/inputs.js';
import { isId } from '../database/id.js';
import { badInput } from '../graphql/errors.js';
import { escapeLike, searchText } from '../graphql/validate.js';
import { normalizeEmail, normalizePhone } from './contact.js';

/** A condition as SQL; gets its values into the statement by `put`, which gives their placeholder. */
export type Condition = (put: (value: unknown) => string) => string;

/** A checked filter, sorted by what can answer it. */
export interface Conditions {
  /** Tier ids asked for; null: any. */
  tiers: string[] | null;
  /** Whether customers without a tier are asked for. */
  noTier: boolean;
  /** Null: any. */
  stages: LifecycleStage[] | null;
  /** On `customer_stats s`, beyond tier and stage. */
  stats: Condition[];
  /** On `customer c`, beyond the status. */
  customer: Condition[];
  /** Selects the ids that a search term finds, each way of finding by its own index; null: no search. */
  search: Condition | null;
  status: CustomerStatus;
}

/** Checks a filter; throws BAD_USER_INPUT at its field. Contact data is searched only when `contact` allows it (A4). */
export function conditionsOf(filter: CustomerFilter, contact: boolean): Conditions {
  const stats: Condition[] = [];
  const customer: Condition[] = [];
  const when = <V>(into: Condition[], value: V | null | undefined, sql: (slot: string) => string) => {
    if (value !== null && value !== undefined) {
      into.push((put) => sql(put(value)));
    }
  };
  when(stats, filter.valueSegments, (slot) => `s.value_segment = any(${slot}::text[])`);
  when(stats, filter.spendMin, (slot) => `s.spend >= ${slot}`);
  when(stats, filter.spendMax, (slot) => `s.spend <= ${slot}`);
  when(stats, filter.lastOrderSince, (slot) => `s.last_order_at >= ${slot}`);
  when(stats, filter.lastOrderUntil, (slot) => `s.last_order_at < ${slot}`);
  when(customer, filter.registeredSince, (slot) => `c.registered_at >= ${slot}`);
  when(customer, filter.registeredUntil, (slot) => `c.registered_at < ${slot}`);
  when(customer, filter.tags && checkTags(filter.tags), (slot) => `c.tags && ${slot}::text[]`);
  when(customer, filter.birthdayMonth && checkMonth(filter.birthdayMonth), (slot) => {
    return `c.birthday is not null and extract(month from c.birthday) = ${slot}`;
  });
  when(customer, filter.source && searchText('filter.source', filter.source), (slot) => {
    return `exists (select from customer_identity i where i.customer_id = c.id and i.source = ${slot})`;
  });
  const q = filter.q ? searchText('filter.q', filter.q) : '';
  return {
    tiers: filter.tierIds ? filter.tierIds.filter(isId) : filter.noTier ? [] : null,
    noTier: filter.noTier === true,
    stages: filter.stages ? [...new Set(filter.stages)] : null,
    stats,
    customer,
    search: q ? search(q, contact) : null,
    status: filter.status ?? CustomerStatus.ACTIVE,
  };
}

/** Whether the figures' table alone can answer, without looking at profiles. */
export function figuresOnly({ customer, search, status }: Conditions): boolean {
  return customer.length === 0 && search === null && status === CustomerStatus.ACTIVE;
}

function search(q: string, contact: boolean): Condition {
  const phone = contact ? normalizePhone(q) : null;
  const email = contact ? normalizeEmail(q) : null;
  // Trigrams need three characters, or the beginning of a word: short terms search from the beginning.
  const pattern = [...q].length < 3 ? `${escapeLike(q)}%` : `%${escapeLike(q)}%`;
  return (put) =>
    [
      `select id from customer where name ilike ${put(pattern)}`,
      `select customer_id from customer_identity where external_id = ${put(q)}`,
      ...(phone ? [`select id from customer where phone = ${put(phone)}`] : []),
      ...(email ? [`select id from customer where lower(email) = lower(${put(email)})`] : []),
    ].join(' union ');
}

function checkTags(tags: string[]): string[] {
  return tags.map((tag, i) => searchText(`filter.tags.${i}`, tag));
}

function checkMonth(month: number): number {
  if (month < 1 || month > 12) {
    throw badInput('filter.birthdayMonth', 'A month lies between 1 and 12.');
  }
  return month;
}

/** All stages, for a page that is asked for by tier alone. */
export const ALL_STAGES = Object.values(LifecycleStage);
