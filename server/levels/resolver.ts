import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { PageArgs } from '../../schema/common/connection.js';
import { LocalDate } from '../../schema/common/scalars.js';
import { FlowPeriod, LevelKind } from '../../schema/levels/enums.js';
import {
  LevelDraftCreateInput,
  LevelDraftDiscardInput,
  LevelDraftUpdateInput,
  LevelPreviewInput,
  LevelPreviewPayload,
  LevelPublishInput,
  LevelsRefreshInput,
  LevelsRefreshPayload,
  LevelVersionPayload,
} from '../../schema/levels/inputs.js';
import { LifecycleFlowPoint, LifecycleOverview, RfmMatrix } from '../../schema/levels/overview.js';
import { LevelVersion, LevelVersionConnection } from '../../schema/levels/version.js';
import type { App } from '../app.js';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/errors.js';

const AS_OF = 'The end of this company day; left out: now, as customers are kept.';

/** The thresholds of levels, and how customers spread over the levels (S1–S6). */
@Resolver()
export class LevelResolver {
  constructor(private readonly app: App) {}

  @Query(() => LevelVersion, { nullable: true, description: 'The thresholds in force.' })
  levels(@Ctx() context: Context) {
    return this.app.levels.inForce(context);
  }

  @Query(() => LevelVersion, { nullable: true, description: 'The draft; null when there is none.' })
  levelDraft(@Ctx() context: Context) {
    return this.app.levels.draft(context);
  }

  @Query(() => LevelVersion, { nullable: true, description: 'One version; null when there is none.' })
  levelVersion(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return this.app.levels.version(context, id);
  }

  @Query(() => LevelVersionConnection, { description: 'All versions, newest first.' })
  levelVersions(@Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return this.app.levels.versions(context, page);
  }

  @Query(() => RfmMatrix, { description: 'Everybody who bought, by their bands (S1–S3).' })
  rfmMatrix(
    @Ctx() context: Context,
    @Arg('asOf', () => LocalDate, { nullable: true, description: AS_OF }) asOf: string | undefined,
  ) {
    return this.app.levels.rfmMatrix(context, asOf);
  }

  @Query(() => LifecycleOverview, { description: 'Active customers by stage and value segment (S4, S5).' })
  lifecycleOverview(
    @Ctx() context: Context,
    @Arg('asOf', () => LocalDate, { nullable: true, description: AS_OF }) asOf: string | undefined,
  ) {
    return this.app.levels.lifecycleOverview(context, asOf);
  }

  @Query(() => [LifecycleFlowPoint], {
    description: 'Moves between levels over time, period by period; 1,000 periods at most.',
  })
  lifecycleFlow(
    @Ctx() context: Context,
    @Arg('since', () => LocalDate) since: string,
    @Arg('until', () => LocalDate, { description: 'Included.' }) until: string,
    @Arg('kind', () => LevelKind, { defaultValue: LevelKind.STAGE }) kind: LevelKind,
    @Arg('per', () => FlowPeriod, { defaultValue: FlowPeriod.WEEK }) per: FlowPeriod,
  ) {
    return this.app.levels.lifecycleFlow(context, { since, until, kind, per });
  }

  @Mutation(() => LevelVersionPayload, { description: 'Begins the one draft there may be.' })
  levelDraftCreate(
    @Ctx() context: Context,
    @Arg('input', () => LevelDraftCreateInput, { nullable: true }) input: LevelDraftCreateInput | undefined,
  ) {
    return payload(() => this.app.levels.createDraft(context, input ?? {}));
  }

  @Mutation(() => LevelVersionPayload, {
    description: 'Saves the draft; VERSION_CONFLICT when somebody saved in between.',
  })
  levelDraftUpdate(@Ctx() context: Context, @Arg('input', () => LevelDraftUpdateInput) input: LevelDraftUpdateInput) {
    return payload(() => this.app.levels.updateDraft(context, input));
  }

  @Mutation(() => LevelVersionPayload, { description: 'Throws the draft away.' })
  levelDraftDiscard(
    @Ctx() context: Context,
    @Arg('input', () => LevelDraftDiscardInput) input: LevelDraftDiscardInput,
  ) {
    return payload(() => this.app.levels.discardDraft(context, input));
  }

  @Mutation(() => LevelPreviewPayload, {
    description:
      'Computes who would move from where to where if the draft were published now, and keeps it with the draft.',
  })
  levelPreview(@Ctx() context: Context, @Arg('input', () => LevelPreviewInput) input: LevelPreviewInput) {
    return payload(() => this.app.levels.preview(context, input));
  }

  @Mutation(() => LevelVersionPayload, {
    description: 'Puts the draft in force at once, and moves all customers to what it gives in the background.',
  })
  levelPublish(@Ctx() context: Context, @Arg('input', () => LevelPublishInput) input: LevelPublishInput) {
    return payload(() => this.app.levels.publish(context, input));
  }

  @Mutation(() => LevelsRefreshPayload, {
    description: 'Does now what else happens by itself every hour: levels that the passing of days has changed (S6).',
  })
  levelsRefresh(@Ctx() context: Context, @Arg('input', () => LevelsRefreshInput) input: LevelsRefreshInput) {
    return payload(() => this.app.levels.refreshNow(context, input));
  }
}
