import type { App } from '../app.js';
import type { Transaction } from '../database/transaction.js';
import { type EvaluationContext, evaluate } from './evaluate.js';
import { type QualificationPeriod, windowOf } from './window.js';

/** Tiers of customers: qualification, moves, grants by hand (V1, V5). */
export class TierService {
  constructor(readonly app: App) {}

  /** The days over which spend or points count at an instant under the programme in force (V1). */
  async qualificationWindow(now: Date): Promise<QualificationPeriod> {
    const [{ settings }, { timeZone }] = await Promise.all([this.app.program.published(), this.app.company.settings()]);
    return windowOf(settings, now, timeZone);
  }

  /**
   * Gives these customers the tiers that they earn or were granted (V1); their figures must be fresh. Tiers rise at
   * once for any cause; they are lost only by REFUND, PERIOD_END, GRANT_END, PUBLISH, ROLLBACK and MERGE.
   */
  evaluate(tx: Transaction, customerIds: string[], context: EvaluationContext): Promise<void> {
    return evaluate(this.app, tx, customerIds, context);
  }
}
