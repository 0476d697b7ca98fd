import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Float, Info, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../schema/common/connection.js';
import { Money } from '../../schema/common/scalars.js';
import { Customer } from '../../schema/customers/customer.js';
import { CustomerStats } from '../../schema/customers/stats.js';
import { LevelChange, LevelChangeConnection } from '../../schema/levels/change.js';
import { Rfm } from '../../schema/levels/rfm.js';
import { LevelRules } from '../../schema/levels/rules.js';
import { LevelPreview, LevelVersion } from '../../schema/levels/version.js';
import { Staff } from '../../schema/staff/staff.js';
import type { App } from '../app.js';
import { customerFor } from '../customers/loaders.js';
import type { CustomerRow, CustomerStatsRow } from '../customers/rows.js';
import type { Context } from '../graphql/context.js';
import { staffLoader } from '../staff/loaders.js';
import type { LevelChangeRow } from './changes.js';
import type { LevelVersionRow } from './versions.js';

/** What a version of the thresholds consists of, and who made it. */
@Resolver(() => LevelVersion)
export class LevelVersionResolver {
  constructor(private readonly app: App) {}

  @FieldResolver(() => LevelRules)
  rules(@Root() version: LevelVersionRow) {
    return version.content;
  }

  @FieldResolver(() => LevelPreview, { nullable: true, description: 'As computed last; an edit clears it.' })
  preview(@Root() version: LevelVersionRow) {
    return version.preview;
  }

  @FieldResolver(() => [Money], {
    nullable: true,
    description: 'The three cut-offs of spend in force (S3); null unless this version is, and before anybody bought.',
  })
  async cutoffs(@Root() version: LevelVersionRow) {
    return (await this.app.levels.cutoffsOf(version)).cutoffs;
  }

  @FieldResolver(() => Date, { nullable: true, description: 'When the cut-offs in force were computed.' })
  async cutoffsAt(@Root() version: LevelVersionRow) {
    return (await this.app.levels.cutoffsOf(version)).cutoffsAt;
  }

  @FieldResolver(() => Staff, { nullable: true })
  createdBy(@Root() version: LevelVersionRow, @Ctx() context: Context) {
    return version.createdBy && context.loaders.get(staffLoader).load(version.createdBy);
  }

  @FieldResolver(() => Staff, { nullable: true })
  publishedBy(@Root() version: LevelVersionRow, @Ctx() context: Context) {
    return version.publishedBy && context.loaders.get(staffLoader).load(version.publishedBy);
  }
}

/** Whose level changed. */
@Resolver(() => LevelChange)
export class LevelChangeResolver {
  @FieldResolver(() => Customer)
  customer(@Root() change: LevelChangeRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return customerFor(context, info, change.customerId);
  }
}

/** The level history of a customer's profile. */
@Resolver(() => Customer)
export class CustomerLevelsResolver {
  constructor(private readonly app: App) {}

  @FieldResolver(() => LevelChangeConnection, {
    description: 'Changes of stage, value segment and bands, newest first; for staff.',
  })
  levelChanges(@Root() customer: CustomerRow, @Args(() => PageArgs) page: PageArgs, @Ctx() context: Context) {
    return this.app.levels.changesOf(context, customer.id, page);
  }
}

/** What is told from a customer's figures and today's date. */
@Resolver(() => CustomerStats)
export class CustomerStatsLevelsResolver {
  constructor(private readonly app: App) {}

  @FieldResolver(() => Rfm)
  rfm(@Root() stats: CustomerStatsRow) {
    return this.app.levels.rfmOf(stats);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'Company days from the first to the last order by the orders after the first; null before the second.',
  })
  daysBetweenOrders(@Root() stats: CustomerStatsRow) {
    return this.app.levels.daysBetweenOrders(stats);
  }
}
