import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../schema/common/connection.js';
import {
  SegmentExport,
  SegmentExportCancelInput,
  SegmentExportConnection,
  SegmentExportPayload,
  SegmentExportStartInput,
} from '../../schema/segments/export.js';
import { Segment } from '../../schema/segments/segment.js';
import { Staff } from '../../schema/staff/staff.js';
import type { App } from '../app.js';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/errors.js';
import { staffLoader } from '../staff/loaders.js';
import { type ExportRow, urlOf } from './export-rows.js';
import { segmentLoader } from './saved-rows.js';

/** Files made of a segment's members (S7). */
@Resolver(() => SegmentExport)
export class SegmentExportResolver {
  constructor(private readonly app: App) {}

  @Query(() => SegmentExport, { nullable: true, description: 'One export of your own; null when there is none.' })
  segmentExport(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return this.app.savedSegments.exports.get(context, id);
  }

  @Query(() => SegmentExportConnection, { description: 'Your own exports, newest first.' })
  segmentExports(
    @Ctx() context: Context,
    @Arg('segmentId', () => ID, { nullable: true, description: 'Left out: of all segments.' })
    segmentId: string | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ) {
    return this.app.savedSegments.exports.list(context, segmentId ?? null, page);
  }

  @Mutation(() => SegmentExportPayload, { description: "Begins to write a segment's members to a file." })
  segmentExportStart(
    @Ctx() context: Context,
    @Arg('input', () => SegmentExportStartInput) input: SegmentExportStartInput,
  ) {
    return payload(() => this.app.savedSegments.exports.start(context, input));
  }

  @Mutation(() => SegmentExportPayload, { description: 'Stops an export of your own; what was written is deleted.' })
  segmentExportCancel(
    @Ctx() context: Context,
    @Arg('input', () => SegmentExportCancelInput) input: SegmentExportCancelInput,
  ) {
    return payload(() => this.app.savedSegments.exports.cancel(context, input.id));
  }

  @FieldResolver(() => Segment)
  segment(@Root() row: ExportRow, @Ctx() context: Context) {
    return context.loaders.get(segmentLoader).load(row.segmentId);
  }

  @FieldResolver(() => Staff)
  requestedBy(@Root() row: ExportRow, @Ctx() context: Context) {
    return context.loaders.get(staffLoader).load(row.requestedById);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Path of the file, to be fetched with the same credential; null unless it is there.',
  })
  url(@Root() row: ExportRow) {
    return urlOf(row);
  }
}
