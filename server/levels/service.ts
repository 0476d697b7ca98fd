import type { PageArgs } from '../../schema/common/connection.js';
import { LevelCause } from '../../schema/levels/enums.js';
import type {
  LevelDraftCreateInput,
  LevelDraftDiscardInput,
  LevelDraftUpdateInput,
  LevelPreviewInput,
  LevelPublishInput,
  LevelsRefreshInput,
} from '../../schema/levels/inputs.js';
import { authorize } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import type { LocalDate } from '../calendar/days.js';
import type { CustomerStatsRow } from '../customers/rows.js';
import type { Transaction } from '../database/transaction.js';
import { listChanges } from './changes.js';
import { createDraft, discardDraft, updateDraft } from './drafts.js';
import { daysBetweenOrders, rfmOf } from './figures.js';
import { type FlowQuery, lifecycleFlow } from './flow.js';
import { lifecycleOverview, rfmMatrix } from './overview.js';
import { previewOfDraft, publishDraft } from './publish.js';
import { refreshNow } from './refresh-now.js';
import { relevel } from './relevel.js';
import { loadInForce, type RulesInForce } from './rules.js';
import { type LevelVersionRow, levelVersions } from './versions.js';

/** Levels of customers: RFM, stage and value segment (S1–S6), their thresholds and their history. */
export class LevelService {
  constructor(readonly app: App) {}

  /** The rules and cut-offs in force, from memory; statements that decide by them read them in the database instead. */
  rulesInForce(): Promise<RulesInForce> {
    return this.app.configuration.get('level_rule', () => loadInForce(this.app));
  }

  /**
   * Takes over what the activity of these customers says now and levels them anew (S4, S6); after customer_activity was
   * written in the same transaction, with their figures locked.
   */
  async followEvents(
    tx: Transaction,
    customers: readonly { customerId: string }[],
    cause: LevelCause = LevelCause.EVENT,
  ): Promise<void> {
    const ids = customers.map(({ customerId }) => customerId);
    await relevel(this.app, tx, { ids }, cause, 'anew');
  }

  /** The version in force, also while customers are still being moved to what it gives. */
  async inForce(caller: Caller): Promise<LevelVersionRow | null> {
    return this.version(caller, (await this.rulesInForce()).versionId);
  }

  /** The draft, if there is one. */
  async draft(caller: Caller): Promise<LevelVersionRow | null> {
    authorize(caller.principal, 'LEVEL_READ');
    return levelVersions.find(this.app.db, { status: 'DRAFT' });
  }

  /** One version. */
  async version(caller: Caller, id: string): Promise<LevelVersionRow | null> {
    authorize(caller.principal, 'LEVEL_READ');
    return levelVersions.find(this.app.db, { id });
  }

  /** All versions, newest first. */
  versions(caller: Caller, page: PageArgs) {
    authorize(caller.principal, 'LEVEL_READ');
    return levelVersions.list(this.app.db, page);
  }

  /** The cut-offs in force and when they were computed; null for a version that is not in force. */
  async cutoffsOf(version: LevelVersionRow): Promise<Pick<RulesInForce, 'cutoffs' | 'cutoffsAt'>> {
    const { versionId, cutoffs, cutoffsAt } = await this.rulesInForce();
    return versionId === version.id ? { cutoffs, cutoffsAt } : { cutoffs: null, cutoffsAt: null };
  }

  /** Everybody who bought, by their bands (S1–S3), now or at the end of a day. */
  async rfmMatrix(caller: Caller, asOf?: LocalDate | null) {
    authorize(caller.principal, 'LEVEL_READ');
    return rfmMatrix(this.app, asOf);
  }

  /** Active customers by stage and value segment (S4, S5), now or at the end of a day. */
  async lifecycleOverview(caller: Caller, asOf?: LocalDate | null) {
    authorize(caller.principal, 'LEVEL_READ');
    return lifecycleOverview(this.app, asOf);
  }

  /** Moves between levels over time. */
  async lifecycleFlow(caller: Caller, query: FlowQuery) {
    authorize(caller.principal, 'LEVEL_READ');
    return lifecycleFlow(this.app, query);
  }

  /** A page of one customer's changes, newest first. */
  async changesOf(caller: Caller, customerId: string, page: PageArgs) {
    authorize(caller.principal, 'CUSTOMER_READ');
    return listChanges(this.app, customerId, page);
  }

  /** Bands and what is behind them; whoever reaches the customer may see them. */
  rfmOf(stats: CustomerStatsRow) {
    return rfmOf(this.app, stats);
  }

  /** How far apart the customer's orders are. */
  daysBetweenOrders(stats: CustomerStatsRow) {
    return daysBetweenOrders(this.app, stats);
  }

  /** Begins a draft. */
  async createDraft(caller: Caller, input: LevelDraftCreateInput) {
    return { levelVersion: await createDraft(this.app, caller, input) };
  }

  /** Saves the draft. */
  async updateDraft(caller: Caller, input: LevelDraftUpdateInput) {
    return { levelVersion: await updateDraft(this.app, caller, input) };
  }

  /** Throws the draft away. */
  async discardDraft(caller: Caller, { id }: LevelDraftDiscardInput) {
    await discardDraft(this.app, caller, id);
    return {};
  }

  /** What the draft would do to everybody. */
  async preview(caller: Caller, input: LevelPreviewInput) {
    return { preview: await previewOfDraft(this.app, caller, input) };
  }

  /** Puts the draft in force. */
  async publish(caller: Caller, input: LevelPublishInput) {
    return { levelVersion: await publishDraft(this.app, caller, input) };
  }

  /** Refreshes what time and cut-offs have changed, now. */
  async refreshNow(caller: Caller, input: LevelsRefreshInput) {
    return { touched: await refreshNow(this.app, caller, input) };
  }
}
