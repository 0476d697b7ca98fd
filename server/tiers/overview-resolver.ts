import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Benefit } from '../../schema/benefits/benefit.js';
import { BenefitCount, ProgramOverview, TierCount } from '../../schema/tiers/overview.js';
import { Tier } from '../../schema/tiers/tier.js';
import type { App } from '../app.js';
import type { Context } from '../graphql/context.js';
import { benefitLoader, tierLoader } from './loaders.js';

/** The panel's home page. */
@Resolver()
export class ProgramOverviewResolver {
  constructor(private readonly app: App) {}

  @Query(() => ProgramOverview, { description: 'The programme at a glance; only what is asked for is counted.' })
  programOverview(@Ctx() context: Context) {
    return this.app.program.overview(context);
  }
}

@Resolver(() => TierCount)
export class TierCountResolver {
  @FieldResolver(() => Tier)
  tier(@Root() { tierId }: { tierId: string }, @Ctx() context: Context) {
    return context.loaders.get(tierLoader).load(tierId);
  }
}

@Resolver(() => BenefitCount)
export class BenefitCountResolver {
  @FieldResolver(() => Benefit)
  benefit(@Root() { benefitId }: { benefitId: string }, @Ctx() context: Context) {
    return context.loaders.get(benefitLoader).load(benefitId);
  }
}
