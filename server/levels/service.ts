import type { Page, PageArgs } from '../../schema/common/connection.js';
import type { FlowPeriod, LevelKind } from '../../schema/levels/enums.js';
import type {
  LevelDraftCreateInput,
  LevelDraftDiscardInput,
  LevelDraftUpdateInput,
  LevelPreviewInput,
  LevelPublishInput,
  LevelsRefreshInput,
} from '../../schema/levels/inputs.js';
import type { LifecycleFlowPoint, LifecycleOverview, RfmMatrix } from '../../schema/levels/overview.js';
import type { Rfm } from '../../schema/levels/rfm.js';
import type { LevelPreview } from '../../schema/levels/version.js';
import { authorize } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import type { CustomerStatsRow } from '../customers/rows.js';
import type { LevelChangeRow } from './changes.js';
import type { LevelVersionRow } from './versions.js';

const later = (): never => {
  throw new Error('not built yet');
};

/** Levels of customers: RFM, stage and value segment (S1–S6), their thresholds and their history. */
export class LevelService {
  constructor(readonly app: App) {}

  async inForce(caller: Caller): Promise<LevelVersionRow | null> {
    authorize(caller.principal, 'LEVEL_READ');
    return later();
  }
  async draft(caller: Caller): Promise<LevelVersionRow | null> {
    authorize(caller.principal, 'LEVEL_READ');
    return later();
  }
  async version(caller: Caller, _id: string): Promise<LevelVersionRow | null> {
    authorize(caller.principal, 'LEVEL_READ');
    return later();
  }
  async versions(caller: Caller, _page: PageArgs): Promise<Page<LevelVersionRow>> {
    authorize(caller.principal, 'LEVEL_READ');
    return later();
  }
  async rfmMatrix(caller: Caller, _asOf: string | undefined): Promise<RfmMatrix> {
    authorize(caller.principal, 'LEVEL_READ');
    return later();
  }
  async lifecycleOverview(caller: Caller, _asOf: string | undefined): Promise<LifecycleOverview> {
    authorize(caller.principal, 'LEVEL_READ');
    return later();
  }
  async lifecycleFlow(
    caller: Caller,
    _args: { since: string; until: string; kind: LevelKind; per: FlowPeriod },
  ): Promise<LifecycleFlowPoint[]> {
    authorize(caller.principal, 'LEVEL_READ');
    return later();
  }
  async createDraft(caller: Caller, _input: LevelDraftCreateInput): Promise<{ levelVersion: LevelVersionRow }> {
    authorize(caller.principal, 'LEVEL_EDIT');
    return later();
  }
  async updateDraft(caller: Caller, _input: LevelDraftUpdateInput): Promise<{ levelVersion: LevelVersionRow }> {
    authorize(caller.principal, 'LEVEL_EDIT');
    return later();
  }
  async discardDraft(caller: Caller, _input: LevelDraftDiscardInput): Promise<{ levelVersion: null }> {
    authorize(caller.principal, 'LEVEL_EDIT');
    return later();
  }
  async preview(caller: Caller, _input: LevelPreviewInput): Promise<{ preview: LevelPreview }> {
    authorize(caller.principal, 'LEVEL_EDIT');
    return later();
  }
  async publish(caller: Caller, _input: LevelPublishInput): Promise<{ levelVersion: LevelVersionRow }> {
    authorize(caller.principal, 'LEVEL_PUBLISH');
    return later();
  }
  async refreshNow(caller: Caller, _input: LevelsRefreshInput): Promise<{ touched: number }> {
    authorize(caller.principal, 'LEVEL_PUBLISH');
    return later();
  }
  async cutoffsOf(_version: LevelVersionRow): Promise<number[] | null> {
    return later();
  }
  async cutoffsAtOf(_version: LevelVersionRow): Promise<Date | null> {
    return later();
  }
  async changesOf(caller: Caller, _customerId: string, _page: PageArgs): Promise<Page<LevelChangeRow>> {
    authorize(caller.principal, 'CUSTOMER_READ');
    return later();
  }
  async rfmOf(_stats: CustomerStatsRow): Promise<Rfm> {
    return later();
  }
  async daysBetweenOrders(_stats: CustomerStatsRow): Promise<number | null> {
    return later();
  }
}
