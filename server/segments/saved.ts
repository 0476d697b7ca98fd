import type { Page } from '../../schema/common/connection.js';
import type { SegmentCount } from '../../schema/segments/count.js';
import type { SegmentMovementArgs, SegmentMovementTotalsArgs } from '../../schema/segments/movement.js';
import type { SegmentOverlapInput } from '../../schema/segments/profile.js';
import type { SegmentRule } from '../../schema/segments/rules.js';
import type { SegmentPoint } from '../../schema/segments/segment.js';
import type {
  SegmentArchiveInput,
  SegmentCreateInput,
  SegmentFreezeInput,
  SegmentListAddInput,
  SegmentListArgs,
  SegmentListRemoveInput,
  SegmentMemberArgs,
  SegmentRefreshInput,
  SegmentRestoreInput,
  SegmentUpdateInput,
} from '../../schema/segments/segment-inputs.js';
import { authorize } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import type { CustomerRow } from '../customers/rows.js';
import { SegmentExports } from './exports.js';
import { listMovements, listPoints, type MovementRow } from './movements.js';
import type { SegmentRow, SegmentVersionRow } from './saved-rows.js';
import { TEMPLATES, type TemplateRow } from './templates.js';

/** Use cases of saved segments (S7, S8). */
export class SavedSegmentService {
  readonly exports: SegmentExports;

  constructor(readonly app: App) {
    this.exports = new SegmentExports(app);
  }

  async get(caller: Caller, _id: string): Promise<SegmentRow | null> {
    authorize(caller.principal, 'SEGMENT_READ');
    return null;
  }

  async list(caller: Caller, _args: SegmentListArgs): Promise<Page<SegmentRow>> {
    authorize(caller.principal, 'SEGMENT_READ');
    throw new Error('not yet');
  }

  async overlap(caller: Caller, _input: SegmentOverlapInput): Promise<object> {
    authorize(caller.principal, 'SEGMENT_READ');
    throw new Error('not yet');
  }

  /** Good beginnings for segments. */
  templates(caller: Caller): TemplateRow[] {
    authorize(caller.principal, 'SEGMENT_READ');
    return TEMPLATES;
  }

  async create(caller: Caller, _input: SegmentCreateInput): Promise<{ segment: SegmentRow }> {
    authorize(caller.principal, 'SEGMENT_EDIT');
    throw new Error('not yet');
  }

  async update(caller: Caller, _input: SegmentUpdateInput): Promise<{ segment: SegmentRow }> {
    authorize(caller.principal, 'SEGMENT_EDIT');
    throw new Error('not yet');
  }

  async archive(caller: Caller, _input: SegmentArchiveInput): Promise<{ segment: SegmentRow }> {
    authorize(caller.principal, 'SEGMENT_EDIT');
    throw new Error('not yet');
  }

  async restore(caller: Caller, _input: SegmentRestoreInput): Promise<{ segment: SegmentRow }> {
    authorize(caller.principal, 'SEGMENT_EDIT');
    throw new Error('not yet');
  }

  async freeze(caller: Caller, _input: SegmentFreezeInput): Promise<{ segment: SegmentRow }> {
    authorize(caller.principal, 'SEGMENT_EDIT');
    throw new Error('not yet');
  }

  async listAdd(caller: Caller, _input: SegmentListAddInput): Promise<object> {
    authorize(caller.principal, 'SEGMENT_EDIT');
    throw new Error('not yet');
  }

  async listRemove(caller: Caller, _input: SegmentListRemoveInput): Promise<object> {
    authorize(caller.principal, 'SEGMENT_EDIT');
    throw new Error('not yet');
  }

  async refresh(caller: Caller, _input: SegmentRefreshInput): Promise<{ segment: SegmentRow }> {
    authorize(caller.principal, 'SEGMENT_EDIT');
    throw new Error('not yet');
  }

  async confidential(segment: SegmentRow): Promise<boolean> {
    return segment.sealed;
  }

  async readable(_caller: Caller, segment: SegmentRow): Promise<boolean> {
    return !segment.sealed;
  }

  async count(_caller: Caller, _segment: SegmentRow, _asOf: string | null): Promise<SegmentCount> {
    throw new Error('not yet');
  }

  async members(_caller: Caller, _segment: SegmentRow, _args: SegmentMemberArgs): Promise<Page<CustomerRow>> {
    throw new Error('not yet');
  }

  async movements(_caller: Caller, segment: SegmentRow, args: SegmentMovementArgs): Promise<Page<MovementRow>> {
    return listMovements(this.app, segment.id, args);
  }

  async movementTotals(_caller: Caller, segment: SegmentRow, args: SegmentMovementTotalsArgs): Promise<SegmentPoint[]> {
    return listPoints(this.app, segment.id, args);
  }

  async profile(_caller: Caller, _segment: SegmentRow, _asOf: string | null): Promise<object> {
    throw new Error('not yet');
  }

  async ofCustomer(caller: Caller, _customerId: string): Promise<SegmentRow[]> {
    authorize(caller.principal, 'SEGMENT_READ');
    return [];
  }

  rulesOf(version: SegmentVersionRow): SegmentRule {
    return version.rules!;
  }
}
