import type { CustomerPrincipal } from '../access/principal.js';
import type { App } from '../app.js';
import type { Transaction } from '../database/transaction.js';
import { ensureByIdentity, idOf } from './identities.js';

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
}
