import type { Page } from '../../schema/common/connection.js';
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
  SegmentRestoreInput,
  SegmentUpdateInput,
} from '../../schema/segments/segment-inputs.js';
import { authorize, may } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import type { CustomerRow } from '../customers/rows.js';
import type { Transaction } from '../database/transaction.js';
import type { Context } from '../graphql/context.js';
import { archiveSegment, restoreSegment, updateSegment } from './change.js';
import { confidentialLoader, refuseConfidential } from './confidential.js';
import { createSegment } from './create.js';
import { eraseFromExports } from './export-keep.js';
import { SegmentExports } from './exports.js';
import { addToList, freezeSegment, removeFromList } from './lists.js';
import { listMembers } from './members.js';
import { refreshNow } from './membership.js';
import { listMovements, listPoints, type MovementRow } from './movements.js';
import { overlapOf, segmentsToCompare } from './overlap.js';
import { eraseMemberships, followMerge, followRevert } from './people.js';
import { profileOf } from './profile.js';
import { asQuery } from './rules/prepare.js';
import { customerSegmentsLoader, getSegment, listSegments } from './saved-list.js';
import type { SegmentRow, SegmentVersionRow } from './saved-rows.js';
import { listRule, rulesInForce } from './scope.js';
import { TEMPLATES, type TemplateRow } from './templates.js';
import { dropUses, registerUses } from './uses.js';

/** Use cases of saved segments (S7, S8). */
export class SavedSegmentService {
  readonly exports: SegmentExports;

  constructor(readonly app: App) {
    this.exports = new SegmentExports(app);
  }

  get = (caller: Caller, id: string) => getSegment(this.app, caller, id);
  list = (caller: Caller, args: SegmentListArgs) => listSegments(this.app, caller, args);
  create = (caller: Caller, input: SegmentCreateInput) => createSegment(this.app, caller, input);
  update = (caller: Caller, input: SegmentUpdateInput) => updateSegment(this.app, caller, input);
  archive = (caller: Caller, input: SegmentArchiveInput) => archiveSegment(this.app, caller, input);
  restore = (caller: Caller, input: SegmentRestoreInput) => restoreSegment(this.app, caller, input);
  freeze = (caller: Caller, input: SegmentFreezeInput) => freezeSegment(this.app, caller, input);
  listAdd = (caller: Caller, input: SegmentListAddInput) => addToList(this.app, caller, input);
  listRemove = (caller: Caller, input: SegmentListRemoveInput) => removeFromList(this.app, caller, input);
  refresh = (caller: Caller, input: { id: string }) => refreshNow(this.app, caller, input.id);

  /** For whatever else is made of segments: while it says so here, they cannot be archived. */
  readonly registerUses = registerUses;
  readonly dropUses = dropUses;

  /** Good beginnings for segments. */
  templates(caller: Caller): TemplateRow[] {
    authorize(caller.principal, 'SEGMENT_READ');
    return TEMPLATES;
  }

  /** Whether a segment, or one that its rules lead to, looks at contact data (A4). */
  confidential(context: Context, { id }: SegmentRow): Promise<boolean> {
    return context.loaders.get(confidentialLoader).load(id);
  }

  /** Whether the caller may know who is in a segment, and how many. */
  async readable(context: Context, segment: SegmentRow): Promise<boolean> {
    return may(context.principal, 'CUSTOMER_REVEAL') || !(await this.confidential(context, segment));
  }

  /** How many members a segment has now, or had at the end of a day. */
  async count(context: Context, segment: SegmentRow, asOf: string | null) {
    await this.#openTo(context, segment);
    const rules = await rulesInForce(this.app, segment, asOf);
    return asQuery(() => this.app.segments.countRules(rules, { asOf, exact: false, signal: context.signal }));
  }

  /** A page of a segment's members. */
  async members(context: Context, segment: SegmentRow, args: SegmentMemberArgs): Promise<Page<CustomerRow>> {
    authorize(context.principal, 'CUSTOMER_READ');
    await this.#openTo(context, segment);
    const contact = may(context.principal, 'CUSTOMER_REVEAL');
    return asQuery(() => listMembers(this.app, segment, args, contact, context.signal));
  }

  /** A page of those who entered a segment and left it. */
  async movements(context: Context, segment: SegmentRow, args: SegmentMovementArgs): Promise<Page<MovementRow>> {
    authorize(context.principal, 'CUSTOMER_READ');
    await this.#openTo(context, segment);
    return listMovements(this.app, segment.id, args);
  }

  /** A segment's counts over time. */
  async movementTotals(
    context: Context,
    segment: SegmentRow,
    args: SegmentMovementTotalsArgs,
  ): Promise<SegmentPoint[]> {
    await this.#openTo(context, segment);
    return listPoints(this.app, segment.id, args);
  }

  /** Who the members of a segment are, beside everybody. */
  async profile(context: Context, segment: SegmentRow, asOf: string | null) {
    await this.#openTo(context, segment);
    return asQuery(() => profileOf(this.app, segment, asOf, context.signal));
  }

  /** How far segments consist of the same customers. */
  async overlap(context: Context, input: SegmentOverlapInput) {
    authorize(context.principal, 'SEGMENT_READ');
    const segments = await segmentsToCompare(this.app, input.ids);
    for (const segment of segments) {
      await this.#openTo(context, segment);
    }
    return asQuery(() => overlapOf(this.app, segments, context.signal));
  }

  /** The segments that a customer is in, as of their last refresh; without those that the caller may not read. */
  async ofCustomer(context: Context, customerId: string): Promise<SegmentRow[]> {
    authorize(context.principal, 'SEGMENT_READ');
    const segments = await context.loaders.get(customerSegmentsLoader).load(customerId);
    const readable = await Promise.all(segments.map((segment) => this.readable(context, segment)));
    return segments.filter((_segment, i) => readable[i]);
  }

  /** The rules of a version; of a list the condition of being on it. */
  rulesOf(version: SegmentVersionRow): SegmentRule {
    return version.rules ?? listRule(version.segmentId);
  }

  /** Puts the survivor of a merge on the lists that the merged profile is on. */
  followMerge = (tx: Transaction, mergeId: string, survivorId: string, mergedId: string) =>
    followMerge(this.app, tx, mergeId, survivorId, mergedId);

  /** Takes the survivor off the lists that a merge put it on. */
  followRevert = (tx: Transaction, survivorId: string, mergeId: string) => followRevert(tx, survivorId, mergeId);

  /** Forgets which segments people were in, and takes them out of files, when their data are deleted (A4). */
  async erase(tx: Transaction, customerIds: string[]): Promise<void> {
    await eraseMemberships(tx, customerIds);
    await eraseFromExports(tx, customerIds);
  }

  async #openTo(context: Context, segment: SegmentRow): Promise<void> {
    authorize(context.principal, 'SEGMENT_READ');
    if (!may(context.principal, 'CUSTOMER_REVEAL')) {
      refuseConfidential(context, await this.confidential(context, segment));
    }
  }
}
