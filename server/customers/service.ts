import type { Page, PageArgs } from '../../schema/common/connection.js';
import type { IngestPayload } from '../../schema/common/ingest.js';
import type { Customer } from '../../schema/customers/customer.js';
import type { CustomersIngestInput } from '../../schema/customers/ingest.js';
import type {
  CustomerEraseInput,
  CustomerListArgs,
  CustomerMergeInput,
  CustomerMergeRevertInput,
  CustomerNoteAddInput,
  CustomerRevealInput,
  CustomerTagInput,
  CustomerUpdateInput,
  ProfileInput,
} from '../../schema/customers/inputs.js';
import { authorize } from '../access/authorize.js';
import type { Caller, CustomerPrincipal } from '../access/principal.js';
import type { App } from '../app.js';
import { isId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { setConsent } from './consents.js';
import { erase, eraseOwn } from './erase.js';
import { exportOf } from './export.js';
import { ensureByIdentity, idOf } from './identities.js';
import { ingest } from './ingest/ingest.js';
import { list, tags } from './list.js';
import { merge } from './merge.js';
import { revertMerge } from './merge-revert.js';
import { addNote, reveal, save, tag, update } from './profile.js';
import { CUSTOMER_COLUMNS, type CustomerRow } from './rows.js';
import { timeline } from './timeline.js';

/** Use cases of customer profiles (A1–A4). */
export class CustomerService {
  constructor(readonly app: App) {}

  /** The active customer that a token's subject belongs to; null when there is none (never told apart from erased). */
  idOf(principal: CustomerPrincipal): Promise<string | null> {
    return idOf(this.app, principal);
  }

  /** The customer id of each external id of a source; unknown people are made, bare. Safe against racing batches. */
  ensureByIdentity(tx: Transaction, source: string, externalIds: string[]): Promise<Map<string, string>> {
    return ensureByIdentity(this.app, tx, source, externalIds);
  }

  /** One customer, merged and deleted ones too; null when there is none. */
  async one(caller: Caller, id: string): Promise<CustomerRow | null> {
    authorize(caller.principal, 'CUSTOMER_READ');
    const sql = `select ${CUSTOMER_COLUMNS} from customer c where c.id = $1`;
    const [row] = isId(id) ? await this.app.db.rows<CustomerRow>(sql, [id]) : [];
    return row ?? null;
  }

  /** A page of customers. */
  list(caller: Caller, args: CustomerListArgs): Promise<Page<CustomerRow>> {
    return list(this.app, caller, args);
  }

  /** Every tag in use, 500 at most. */
  tags(caller: Caller): Promise<string[]> {
    return tags(this.app, caller);
  }

  update(caller: Caller, input: CustomerUpdateInput) {
    return update(this.app, caller, input);
  }

  /** The customer changes their own profile; `customerId` is the caller's own, as `idOf` gave it. */
  updateProfile(caller: Caller, customerId: string, input: ProfileInput & { version: number }): Promise<Customer> {
    return save(this.app, caller, 'meUpdate', customerId, input.version, input);
  }

  tag(caller: Caller, input: CustomerTagInput) {
    return tag(this.app, caller, input);
  }

  addNote(caller: Caller, input: CustomerNoteAddInput) {
    return addNote(this.app, caller, input);
  }

  reveal(caller: Caller, input: CustomerRevealInput) {
    return reveal(this.app, caller, input);
  }

  /** The customer answers one purpose of processing; `customerId` is the caller's own (A4). */
  setConsent(
    caller: Caller,
    customerId: string,
    input: { purpose: string; documentVersion: string; granted: boolean },
  ): Promise<void> {
    return setConsent(this.app, caller, customerId, input);
  }

  /** Takes a batch of customers from another system. */
  ingest(caller: Caller, input: CustomersIngestInput): Promise<IngestPayload> {
    return ingest(this.app, caller, input);
  }

  /** Puts two profiles of one person together (A1). */
  merge(caller: Caller, input: CustomerMergeInput) {
    return merge(this.app, caller, input);
  }

  /** Takes a merge apart again (A1). */
  revertMerge(caller: Caller, input: CustomerMergeRevertInput) {
    return revertMerge(this.app, caller, input);
  }

  /** Deletes a person's data for good (A4). */
  erase(caller: Caller, input: CustomerEraseInput) {
    return erase(this.app, caller, input);
  }

  /** The customer deletes their own data; `customerId` is the caller's own (A4). */
  eraseOwn(caller: Caller, customerId: string): Promise<void> {
    return eraseOwn(this.app, caller, customerId);
  }

  /** Everything about one customer, clear; for that customer only (A4). */
  exportOf(customerId: string): Promise<object> {
    return exportOf(this.app, customerId);
  }

  /** All that happened with a customer, newest first (A2). */
  timeline(caller: Caller, customerId: string, page: PageArgs) {
    return timeline(this.app, caller, customerId, page);
  }
}
