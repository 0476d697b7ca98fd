import DataLoader from 'dataloader';
import type { Consent } from '../../schema/customers/consent.js';
import type { ConsentInput } from '../../schema/customers/ingest.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { newId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { InputCheck } from '../graphql/validate.js';
import { FAMILY } from './family.js';
import { lockActive } from './profile.js';

/** The newest answer per purpose of each customer, of all profiles merged into them. */
export const consentLoader = (app: App) =>
  new DataLoader<string, Consent[]>(async (ids) => {
    const rows = await app.db.rows<Consent & { root: string }>(
      `with recursive ${FAMILY}
       select distinct on (f.root, s.purpose) f.root, s.id, s.customer_id as "customerId", s.purpose,
              s.document_version as "documentVersion", s.granted, s.source, s.at
         from family f join customer_consent s on s.customer_id = f.id
        order by f.root, s.purpose, s.at desc, s.id desc`,
      [ids],
    );
    return ids.map((id) => rows.filter(({ root }) => root === id));
  });

/** One answer to be added. */
export interface NewConsent {
  customerId: string;
  purpose: string;
  documentVersion: string;
  granted: boolean;
  source: string;
  at: Date;
}

/** Checks the texts of an answer; the fields of errors begin with `prefix`. */
export function checkConsent(
  input: Pick<ConsentInput, 'purpose' | 'documentVersion' | 'granted'>,
  check: InputCheck,
  prefix = '',
) {
  return {
    purpose: check.text(`${prefix}purpose`, input.purpose, { min: 1, max: 64 }),
    documentVersion: check.text(`${prefix}documentVersion`, input.documentVersion, { min: 1, max: 64 }),
    granted: input.granted,
  };
}

/** Adds answers; one that says the same as what stood at its time already is left out. Gives the customers that changed. */
export async function addConsents(tx: Transaction, consents: NewConsent[]): Promise<Set<string>> {
  if (consents.length === 0) {
    return new Set();
  }
  const rows = await tx.rows<{ customer_id: string }>(
    `insert into customer_consent (id, customer_id, purpose, document_version, granted, source, at)
     select n.* from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::boolean[], $6::text[], $7::timestamptz[])
              as n (id, customer_id, purpose, document_version, granted, source, at)
       left join lateral (
         select document_version, granted from customer_consent c
          where c.customer_id = n.customer_id and c.purpose = n.purpose and c.at <= n.at order by c.at desc, c.id desc limit 1
       ) stood on true
      where (stood.document_version, stood.granted) is distinct from (n.document_version, n.granted)
     returning customer_id`,
    [
      consents.map(() => newId()),
      consents.map(({ customerId }) => customerId),
      consents.map(({ purpose }) => purpose),
      consents.map(({ documentVersion }) => documentVersion),
      consents.map(({ granted }) => granted),
      consents.map(({ source }) => source),
      consents.map(({ at }) => at),
    ],
  );
  return new Set(rows.map(({ customer_id }) => customer_id));
}

/** Records a customer's own answer to a purpose, now (A4). */
export async function setConsent(
  app: App,
  caller: Caller,
  customerId: string,
  input: { purpose: string; documentVersion: string; granted: boolean },
): Promise<void> {
  const check = new InputCheck();
  const consent = checkConsent(input, check);
  check.done();
  await app.db.transaction(async (tx) => {
    await lockActive(tx, customerId);
    const source = caller.principal.kind === 'customer' ? caller.principal.source : 'panel';
    const changed = await addConsents(tx, [{ ...consent, customerId, source, at: app.clock.now() }]);
    if (changed.size > 0) {
      await app.audit.record(tx, caller, {
        action: 'customerConsentSet',
        subjectType: 'Customer',
        subjectId: customerId,
        after: consent,
      });
    }
  });
}
