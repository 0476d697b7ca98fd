import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { SegmentOverlap, SegmentOverlapInput } from '../../schema/segments/profile.js';
import { Segment, SegmentConnection } from '../../schema/segments/segment.js';
import {
  SegmentArchiveInput,
  SegmentCreateInput,
  SegmentFreezeInput,
  SegmentListAddInput,
  SegmentListArgs,
  SegmentListPayload,
  SegmentListRemoveInput,
  SegmentPayload,
  SegmentRefreshInput,
  SegmentRestoreInput,
  SegmentUpdateInput,
} from '../../schema/segments/segment-inputs.js';
import { SegmentTemplate } from '../../schema/segments/template.js';
import type { App } from '../app.js';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/errors.js';

/** Saved segments: finding, making and changing them (S7, S8). */
@Resolver()
export class SegmentResolver {
  constructor(private readonly app: App) {}

  @Query(() => Segment, { nullable: true, description: 'One segment; null when there is none.' })
  segment(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return this.app.savedSegments.get(context, id);
  }

  @Query(() => SegmentConnection, { description: 'Segments; those in use unless `archived` says otherwise.' })
  segments(@Ctx() context: Context, @Args(() => SegmentListArgs) args: SegmentListArgs) {
    return this.app.savedSegments.list(context, args);
  }

  @Query(() => SegmentOverlap, { description: 'How far two to five segments consist of the same customers.' })
  segmentOverlap(@Ctx() context: Context, @Arg('input', () => SegmentOverlapInput) input: SegmentOverlapInput) {
    return this.app.savedSegments.overlap(context, input);
  }

  @Query(() => [SegmentTemplate], { description: 'Good beginnings for segments.' })
  segmentTemplates(@Ctx() context: Context) {
    return this.app.savedSegments.templates(context);
  }

  @Mutation(() => SegmentPayload, { description: 'Saves a new segment; its members are counted in the background.' })
  segmentCreate(@Ctx() context: Context, @Arg('input', () => SegmentCreateInput) input: SegmentCreateInput) {
    return payload(() => this.app.savedSegments.create(context, input));
  }

  @Mutation(() => SegmentPayload, { description: 'Changes a segment; other rules make a new version of it.' })
  segmentUpdate(@Ctx() context: Context, @Arg('input', () => SegmentUpdateInput) input: SegmentUpdateInput) {
    return payload(() => this.app.savedSegments.update(context, input));
  }

  @Mutation(() => SegmentPayload, {
    description: 'Takes a segment out of use; refused with IN_USE while others use it.',
  })
  segmentArchive(@Ctx() context: Context, @Arg('input', () => SegmentArchiveInput) input: SegmentArchiveInput) {
    return payload(() => this.app.savedSegments.archive(context, input));
  }

  @Mutation(() => SegmentPayload, { description: 'Takes an archived segment into use again.' })
  segmentRestore(@Ctx() context: Context, @Arg('input', () => SegmentRestoreInput) input: SegmentRestoreInput) {
    return payload(() => this.app.savedSegments.restore(context, input));
  }

  @Mutation(() => SegmentPayload, { description: "Makes a new list of a segment's members." })
  segmentFreeze(@Ctx() context: Context, @Arg('input', () => SegmentFreezeInput) input: SegmentFreezeInput) {
    return payload(() => this.app.savedSegments.freeze(context, input));
  }

  @Mutation(() => SegmentListPayload, { description: 'Puts customers on a list.' })
  segmentListAdd(@Ctx() context: Context, @Arg('input', () => SegmentListAddInput) input: SegmentListAddInput) {
    return payload(() => this.app.savedSegments.listAdd(context, input));
  }

  @Mutation(() => SegmentListPayload, { description: 'Takes customers off a list.' })
  segmentListRemove(
    @Ctx() context: Context,
    @Arg('input', () => SegmentListRemoveInput) input: SegmentListRemoveInput,
  ) {
    return payload(() => this.app.savedSegments.listRemove(context, input));
  }

  @Mutation(() => SegmentPayload, { description: 'Brings members and movements up to date now (S6).' })
  segmentRefresh(@Ctx() context: Context, @Arg('input', () => SegmentRefreshInput) input: SegmentRefreshInput) {
    return payload(() => this.app.savedSegments.refresh(context, input));
  }
}
