import DataLoader from 'dataloader';
import type { SegmentRule } from '../../schema/segments/rules.js';
import { may } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import type { Transaction } from '../database/transaction.js';
import { forbidden } from '../graphql/errors.js';
import { CATALOGUE } from './catalogue/catalogue.js';
import { fieldsOf } from './rules/tree.js';

/** Whether rules look at contact data themselves, rather than through a segment that they name. */
export function asksContactItself(rules: SegmentRule): boolean {
  return [...fieldsOf(rules)].some((field) => CATALOGUE[field].contact);
}

/** Rules as the audit log may keep them: contact data that they look for is left out, since the log outlives it (A4). */
export function auditable(rule: SegmentRule | null): SegmentRule | null {
  if (!rule?.condition) {
    return rule && { ...rule, rules: rule.rules?.map((one) => auditable(one)!) ?? null };
  }
  const { texts, ...condition } = rule.condition;
  return CATALOGUE[condition.field].contact && texts
    ? { condition: { ...condition, texts: texts.map(() => '***') } }
    : rule;
}

/** Whether each segment, or one that its rules lead to, looks at contact data: its members then tell as much (A4). */
const CONFIDENTIAL = `with recursive reach as (
    select id as root, id from unnest($1::uuid[]) as x (id)
    union
    select r.root, u.segment_id from reach r join segment_use u on u.kind = 'SEGMENT' and u.user_id = r.id)
  select r.root as id, bool_or(g.confidential) as confidential from reach r join segment g on g.id = r.id group by r.root`;

interface Row {
  id: string;
  confidential: boolean;
}

/** Whether segments are confidential, by id; those that do not exist are not. */
export const confidentialLoader = (app: App) =>
  new DataLoader<string, boolean>(async (ids) => {
    const rows = await app.db.hot.rows<Row>('confidential segments', CONFIDENTIAL, [ids]);
    const byId = new Map(rows.map((row) => [row.id, row.confidential]));
    return ids.map((id) => byId.get(id) ?? false);
  });

/** The same of one segment, in a transaction. */
export async function isConfidential(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.row<Row>(CONFIDENTIAL, [[id]]))?.confidential ?? false;
}

/** Throws FORBIDDEN for who may not see contact data when it is confidential. */
export function refuseConfidential(caller: Caller, confidential: boolean): void {
  if (confidential && !may(caller.principal, 'CUSTOMER_REVEAL')) {
    throw forbidden('CUSTOMER_REVEAL');
  }
}
