import { RedemptionStatus } from '../../schema/benefits/enums.js';
import {
  type BenefitGrantFilter,
  type BenefitGrantInput,
  BenefitGrantOrderBy,
  type BenefitGrantRevokeInput,
  type BenefitRedeemInput,
  type RedemptionFilter,
  RedemptionOrderBy,
} from '../../schema/benefits/inputs.js';
import type { PageArgs } from '../../schema/common/connection.js';
import { authorize } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import type { Transaction } from '../database/transaction.js';
import type { ProgramContent } from '../tiers/content.js';
import { readCode } from './codes.js';
import { grant, revoke } from './grants.js';
import { listGrants, listRedemptions } from './lists.js';
import { recountQuotas } from './recount.js';
import { type Mode, redeem } from './redeem.js';
import { REDEMPTION_COLUMNS, type RedemptionRow } from './rows.js';
import { type Step, settle } from './settle.js';

/** Perks: grants, redemptions, quotas and stock (V3, V4). */
export class BenefitService {
  constructor(readonly app: App) {}

  /** Redeems in one step; see `redeem`. */
  async redeem(caller: Caller, input: BenefitRedeemInput): Promise<{ redemption: RedemptionRow }> {
    return this.#redeem(caller, RedemptionStatus.COMMITTED, input);
  }

  /** Holds quota and stock until committed or released, for the programme's reservation minutes. */
  async reserve(caller: Caller, input: BenefitRedeemInput): Promise<{ redemption: RedemptionRow }> {
    return this.#redeem(caller, RedemptionStatus.RESERVED, input);
  }

  async #redeem(caller: Caller, mode: Mode, input: BenefitRedeemInput) {
    return { redemption: await redeem(this.app, caller, mode, input) };
  }

  /** Commits, releases or reverses a redemption; see `settle`. */
  async settle(caller: Caller, step: Step, input: { id: string; reason?: string | null }) {
    return { redemption: await settle(this.app, caller, step, input) };
  }

  /** Gives a personal benefit. */
  async grant(caller: Caller, input: BenefitGrantInput) {
    return { grant: await grant(this.app, caller, input) };
  }

  /** Takes a personal benefit back. */
  async revoke(caller: Caller, input: BenefitGrantRevokeInput) {
    return { grant: await revoke(this.app, caller, input) };
  }

  /** Grants of all customers. */
  async grants(caller: Caller, page: PageArgs, filter: BenefitGrantFilter, orderBy: BenefitGrantOrderBy) {
    authorize(caller.principal, 'PERK_READ');
    return listGrants(this.app, page, filter, orderBy);
  }

  /** Redemptions of all customers. */
  async redemptions(caller: Caller, page: PageArgs, filter: RedemptionFilter, orderBy: RedemptionOrderBy) {
    authorize(caller.principal, 'PERK_READ');
    return listRedemptions(this.app, page, filter, orderBy);
  }

  /** A customer's own grants, newest first; whoever may see the customer and perks, or the customer. */
  async grantsOf(caller: Caller, customerId: string, page: PageArgs) {
    this.mayRead(caller);
    return listGrants(this.app, page, { customerId }, BenefitGrantOrderBy.GRANTED_AT_DESC);
  }

  /** A customer's own redemptions, newest first. */
  async redemptionsOf(caller: Caller, customerId: string, page: PageArgs) {
    this.mayRead(caller);
    return listRedemptions(this.app, page, { customerId }, RedemptionOrderBy.CREATED_AT_DESC);
  }

  /** The redemption with a code as somebody typed or scanned it; null when there is none. */
  async byCode(caller: Caller, typed: string): Promise<RedemptionRow | null> {
    authorize(caller.principal, 'PERK_READ');
    const code = readCode(typed);
    const [row] = code
      ? await this.app.db.rows<RedemptionRow>(`select ${REDEMPTION_COLUMNS} from redemption r where r.code = $1`, [
          code,
        ])
      : [];
    return row ?? null;
  }

  /** Counts used quotas anew where a programme that is about to be in force counts them over another period (V6). */
  recountQuotas(tx: Transaction, content: ProgramContent): Promise<void> {
    return recountQuotas(this.app, tx, content.benefits);
  }

  /** Customers reach nobody's perks but their own; others need PERK_READ. */
  mayRead({ principal }: Caller): void {
    if (principal.kind !== 'customer') {
      authorize(principal, 'PERK_READ');
    }
  }
}
