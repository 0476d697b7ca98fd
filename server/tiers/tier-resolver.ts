import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Benefit, BenefitFilter } from '../../schema/benefits/benefit.js';
import { Money } from '../../schema/common/scalars.js';
import { Tier } from '../../schema/tiers/tier.js';
import { authorize } from '../access/authorize.js';
import type { App } from '../app.js';
import type { Context } from '../graphql/context.js';
import { memberCountLoader, stockUsedLoader } from './loaders.js';
import type { BenefitConfig, TierConfig } from './published.js';

/** Tiers as published. */
@Resolver(() => Tier)
export class TierResolver {
  constructor(private readonly app: App) {}

  @Query(() => [Tier], { description: 'Tiers in force, lowest first, and after them retired ones.' })
  tiers(@Ctx() context: Context) {
    return this.app.tiers.all(context);
  }

  @Query(() => Tier, { nullable: true, description: 'One tier, also a retired one; null when there is none.' })
  tier(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return this.app.tiers.one(context, id);
  }

  @FieldResolver(() => [Benefit], { description: 'Benefits in force that its members get.' })
  benefits(@Root() tier: TierConfig) {
    return this.app.program.benefitsOf(tier);
  }

  @FieldResolver(() => Int, { description: 'Active customers who hold it now; for staff.' })
  memberCount(@Root() tier: TierConfig, @Ctx() context: Context) {
    authorize(context.principal, 'PROGRAM_READ');
    return context.loaders.get(memberCountLoader).load(tier.id);
  }
}

/** Benefits as published. */
@Resolver(() => Benefit)
export class BenefitResolver {
  constructor(private readonly app: App) {}

  @Query(() => [Benefit], {
    description: 'Benefits of the programme, retired ones too unless the filter says otherwise.',
  })
  benefits(
    @Ctx() context: Context,
    @Arg('filter', () => BenefitFilter, { nullable: true }) filter: BenefitFilter | undefined,
  ) {
    return this.app.program.benefits(context, filter ?? {});
  }

  @Query(() => Benefit, { nullable: true, description: 'One benefit, also a retired one; null when there is none.' })
  benefit(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return this.app.program.benefit(context, id);
  }

  @FieldResolver(() => [Tier], { description: 'Tiers in force whose members get it.' })
  tiers(@Root() benefit: BenefitConfig) {
    return this.app.program.tiersOf(benefit);
  }

  @FieldResolver(() => Money, { description: 'What one redemption costs the company; for staff.' })
  unitCost(@Root() benefit: BenefitConfig, @Ctx() context: Context) {
    authorize(context.principal, 'PROGRAM_READ');
    return benefit.unitCost;
  }

  @FieldResolver(() => Int, { description: 'How much of the stock is reserved or redeemed; for staff.' })
  stockUsed(@Root() benefit: BenefitConfig, @Ctx() context: Context) {
    authorize(context.principal, 'PROGRAM_READ');
    return context.loaders.get(stockUsedLoader).load(benefit.id);
  }
}
