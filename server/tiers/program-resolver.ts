import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../schema/common/connection.js';
import { Customer } from '../../schema/customers/customer.js';
import { Staff } from '../../schema/staff/staff.js';
import { ProgramImpact, TierPairImpact } from '../../schema/tiers/impact.js';
import {
  ProgramBenefit,
  ProgramSettings,
  ProgramTier,
  ProgramVersion,
  ProgramVersionConnection,
} from '../../schema/tiers/program.js';
import {
  ProgramDraftCreateInput,
  ProgramDraftDiscardInput,
  ProgramDraftUpdateInput,
  ProgramImpactInput,
  ProgramImpactPayload,
  ProgramPublishInput,
  ProgramRollbackInput,
  ProgramVersionPayload,
} from '../../schema/tiers/program-inputs.js';
import type { App } from '../app.js';
import { customerLoader } from '../customers/loaders.js';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/errors.js';
import { staffLoader } from '../staff/loaders.js';
import type { PairImpact } from './impact.js';
import { type VersionRow, versionLoader } from './versions.js';

/** The programme's versions: draft, impact, publishing, rollback (V6). */
@Resolver()
export class ProgramResolver {
  constructor(private readonly app: App) {}

  @Query(() => ProgramVersion, { nullable: true, description: 'The version in force.' })
  program(@Ctx() context: Context) {
    return this.app.program.inForce(context);
  }

  @Query(() => ProgramVersion, { nullable: true, description: 'The draft; null when there is none.' })
  programDraft(@Ctx() context: Context) {
    return this.app.program.draft(context);
  }

  @Query(() => ProgramVersion, { nullable: true, description: 'One version; null when there is none.' })
  programVersion(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return this.app.program.version(context, id);
  }

  @Query(() => ProgramVersionConnection, { description: 'All versions, newest first.' })
  programVersions(@Ctx() context: Context, @Args(() => PageArgs) page: PageArgs) {
    return this.app.program.versions(context, page);
  }

  @Mutation(() => ProgramVersionPayload, { description: 'Begins the one draft there may be.' })
  programDraftCreate(
    @Ctx() context: Context,
    @Arg('input', () => ProgramDraftCreateInput, { nullable: true }) input: ProgramDraftCreateInput | undefined,
  ) {
    return payload(() => this.app.program.createDraft(context, input ?? {}));
  }

  @Mutation(() => ProgramVersionPayload, {
    description: 'Saves parts of the draft; VERSION_CONFLICT when somebody saved in between.',
  })
  programDraftUpdate(
    @Ctx() context: Context,
    @Arg('input', () => ProgramDraftUpdateInput) input: ProgramDraftUpdateInput,
  ) {
    return payload(() => this.app.program.updateDraft(context, input));
  }

  @Mutation(() => ProgramVersionPayload, { description: 'Throws the draft away.' })
  programDraftDiscard(
    @Ctx() context: Context,
    @Arg('input', () => ProgramDraftDiscardInput) input: ProgramDraftDiscardInput,
  ) {
    return payload(() => this.app.program.discardDraft(context, input));
  }

  @Mutation(() => ProgramImpactPayload, {
    description: 'Computes what publishing the draft would do to all customers, and keeps it with the draft (V6).',
  })
  programImpact(@Ctx() context: Context, @Arg('input', () => ProgramImpactInput) input: ProgramImpactInput) {
    return payload(() => this.app.program.impact(context, input));
  }

  @Mutation(() => ProgramVersionPayload, {
    description: 'Puts the draft in force at once, and moves all customers to what it gives in the background (V6).',
  })
  programPublish(@Ctx() context: Context, @Arg('input', () => ProgramPublishInput) input: ProgramPublishInput) {
    return payload(() => this.app.program.publish(context, input));
  }

  @Mutation(() => ProgramVersionPayload, {
    description: 'Puts what an earlier version said in force again, as a new version, like publishing (V6).',
  })
  programRollback(@Ctx() context: Context, @Arg('input', () => ProgramRollbackInput) input: ProgramRollbackInput) {
    return payload(() => this.app.program.rollback(context, input));
  }
}

/** What a version consists of, and who made it. */
@Resolver(() => ProgramVersion)
export class ProgramVersionResolver {
  @FieldResolver(() => ProgramSettings)
  settings(@Root() version: VersionRow) {
    return version.content.settings;
  }

  @FieldResolver(() => [ProgramTier], { description: 'Lowest first: the place is the rank.' })
  tiers(@Root() version: VersionRow) {
    return version.content.tiers;
  }

  @FieldResolver(() => [ProgramBenefit])
  benefits(@Root() version: VersionRow) {
    return version.content.benefits;
  }

  @FieldResolver(() => ProgramImpact, { nullable: true, description: 'As computed last; an edit clears it.' })
  impact(@Root() version: VersionRow) {
    return version.impact;
  }

  @FieldResolver(() => ProgramVersion, { nullable: true, description: 'The version that it began from.' })
  basedOn(@Root() version: VersionRow, @Ctx() context: Context) {
    return version.basedOnId && context.loaders.get(versionLoader).load(version.basedOnId);
  }

  @FieldResolver(() => ProgramVersion, { nullable: true, description: 'The version that it put in force again.' })
  rollbackOf(@Root() version: VersionRow, @Ctx() context: Context) {
    return version.rollbackOfId && context.loaders.get(versionLoader).load(version.rollbackOfId);
  }

  @FieldResolver(() => Staff, { nullable: true })
  createdBy(@Root() version: VersionRow, @Ctx() context: Context) {
    return version.createdBy && context.loaders.get(staffLoader).load(version.createdBy);
  }

  @FieldResolver(() => Staff, { nullable: true })
  publishedBy(@Root() version: VersionRow, @Ctx() context: Context) {
    return version.publishedBy && context.loaders.get(staffLoader).load(version.publishedBy);
  }
}

@Resolver(() => TierPairImpact)
export class TierPairImpactResolver {
  @FieldResolver(() => [Customer], { description: 'Five of them at most; none of those who stay.' })
  async sample(@Root() pair: PairImpact, @Ctx() context: Context) {
    const customers = await context.loaders.get(customerLoader).loadMany(pair.sampleIds);
    return customers.filter((customer) => customer !== null);
  }
}
