import DataLoader from 'dataloader';
import { MergeMatch } from '../../schema/customers/enums.js';
import type { CustomerIdentity } from '../../schema/customers/identity.js';
import type { CustomerNote } from '../../schema/customers/note.js';
import type { App } from '../app.js';
import { CUSTOMER_COLUMNS, type CustomerRow } from './rows.js';

/** What sources call each customer. */
export const identityLoader = (app: App) =>
  new DataLoader<string, CustomerIdentity[]>(async (ids) => {
    const rows = await app.db.rows<CustomerIdentity>(
      `select source, external_id as "externalId", customer_id as "customerId", created_at as "createdAt"
         from customer_identity where customer_id = any($1::uuid[]) and source not like 'erased:%'
        order by source, external_id`,
      [ids],
    );
    return ids.map((id) => rows.filter(({ customerId }) => customerId === id));
  });

/** The newest notes on each customer, 100 at most. */
export const noteLoader = (app: App) =>
  new DataLoader<string, CustomerNote[]>(async (ids) => {
    const rows = await app.db.rows<CustomerNote>(
      `select n.* from unnest($1::uuid[]) as c (id) cross join lateral (
         select id, customer_id as "customerId", body, author_id as "authorId", at as "createdAt" from customer_note
          where customer_id = c.id order by at desc, id desc limit 100) n`,
      [ids],
    );
    return ids.map((id) => rows.filter(({ customerId }) => customerId === id));
  });

/** A merge as a plain row. */
export interface MergeRow {
  id: string;
  survivorId: string;
  mergedId: string;
  reason: string;
  mergedBy: string | null;
  mergedAt: Date;
  revertedBy: string | null;
  revertedAt: Date | null;
}

/** The select list of a MergeRow from `customer_merge m`. */
export const MERGE_COLUMNS = `m.id, m.survivor_id as "survivorId", m.merged_id as "mergedId", m.reason,
  m.merged_by as "mergedBy", m.merged_at as "mergedAt", m.reverted_by as "revertedBy", m.reverted_at as "revertedAt"`;

/** The merges that each customer was part of, newest first. */
export const mergeLoader = (app: App) =>
  new DataLoader<string, MergeRow[]>(async (ids) => {
    const rows = await app.db.rows<MergeRow>(
      `select ${MERGE_COLUMNS} from customer_merge m
        where m.survivor_id = any($1::uuid[]) or m.merged_id = any($1::uuid[]) order by m.merged_at desc, m.id desc`,
      [ids],
    );
    return ids.map((id) => rows.filter(({ survivorId, mergedId }) => survivorId === id || mergedId === id));
  });

/** Another profile that may be the same person, as a plain row. */
export interface CandidateRow {
  customer: CustomerRow;
  matchedOn: MergeMatch[];
}

/** Active profiles with the same phone or e-mail (A1), 20 at most for each customer. */
export const candidateLoader = (app: App) =>
  new DataLoader<string, CandidateRow[]>(async (ids) => {
    const rows = await app.db.rows<CustomerRow & { root: string; byPhone: boolean; byEmail: boolean }>(
      `select r.id as root, m.by_phone as "byPhone", m.by_email as "byEmail", ${CUSTOMER_COLUMNS}
         from customer r
         cross join lateral (
           select id, bool_or(phone) as by_phone, bool_or(email) as by_email
             from (select id, true as phone, false as email from customer where phone = r.phone
                   union all
                   select id, false, true from customer where lower(email) = lower(r.email)) x
            where id <> r.id group by id order by id limit 40) m
         join customer c on c.id = m.id and c.status = 'ACTIVE'
        where r.id = any($1::uuid[]) and r.status = 'ACTIVE'
        order by (m.by_phone and m.by_email) desc, c.id`,
      [ids],
    );
    return ids.map((id) =>
      rows
        .filter(({ root }) => root === id)
        .slice(0, 20)
        .map(({ root: _, byPhone, byEmail, ...customer }) => ({
          customer,
          matchedOn: [...(byPhone ? [MergeMatch.PHONE] : []), ...(byEmail ? [MergeMatch.EMAIL] : [])],
        })),
    );
  });
