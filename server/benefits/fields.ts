import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { Benefit } from '../../schema/benefits/benefit.js';
import { GrantStatus } from '../../schema/benefits/enums.js';
import { BenefitGrant, BenefitGrantConnection } from '../../schema/benefits/grant.js';
import { RedemptionPayload } from '../../schema/benefits/inputs.js';
import { Perk } from '../../schema/benefits/perk.js';
import { Redemption, RedemptionConnection } from '../../schema/benefits/redemption.js';
import { PageArgs } from '../../schema/common/connection.js';
import { Money } from '../../schema/common/scalars.js';
import { Customer } from '../../schema/customers/customer.js';
import { Staff } from '../../schema/staff/staff.js';
import { Tier } from '../../schema/tiers/tier.js';
import { authorize } from '../access/authorize.js';
import type { App } from '../app.js';
import { customerFor } from '../customers/loaders.js';
import type { CustomerRow } from '../customers/rows.js';
import type { Context } from '../graphql/context.js';
import { staffLoader } from '../staff/loaders.js';
import { benefitLoader, tierLoader } from '../tiers/loaders.js';
import { grantLoader, perksLoader } from './loaders.js';
import { type GrantRow, grantStatus, type RedemptionRow } from './rows.js';

/** What a redemption leads to. */
@Resolver(() => Redemption)
export class RedemptionFieldsResolver {
  @FieldResolver(() => Customer)
  customer(@Root() redemption: RedemptionRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return customerFor(context, info, redemption.customerId);
  }

  @FieldResolver(() => Benefit)
  benefit(@Root() redemption: RedemptionRow, @Ctx() context: Context) {
    return context.loaders.get(benefitLoader).load(redemption.benefitId);
  }

  @FieldResolver(() => BenefitGrant, { nullable: true, description: "Null: drawn from the tier's quota." })
  grant(@Root() redemption: RedemptionRow, @Ctx() context: Context) {
    return redemption.grantId && context.loaders.get(grantLoader).load(redemption.grantId);
  }

  @FieldResolver(() => Tier, { nullable: true, description: 'The tier held at that moment.' })
  tier(@Root() redemption: RedemptionRow, @Ctx() context: Context) {
    return redemption.tierId && context.loaders.get(tierLoader).load(redemption.tierId);
  }

  @FieldResolver(() => Money, {
    description: "The benefit's unit cost at that moment, times the quantity; not for customers.",
  })
  cost(@Root() redemption: RedemptionRow, @Ctx() context: Context) {
    authorize(context.principal, 'PERK_READ');
    return redemption.cost;
  }
}

/** What a grant leads to. */
@Resolver(() => BenefitGrant)
export class BenefitGrantFieldsResolver {
  constructor(private readonly app: App) {}

  @FieldResolver(() => Customer)
  customer(@Root() grant: GrantRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return customerFor(context, info, grant.customerId);
  }

  @FieldResolver(() => Benefit)
  benefit(@Root() grant: GrantRow, @Ctx() context: Context) {
    return context.loaders.get(benefitLoader).load(grant.benefitId);
  }

  @FieldResolver(() => GrantStatus)
  status(@Root() grant: GrantRow): GrantStatus {
    return grantStatus(grant, this.app.clock.now());
  }

  @FieldResolver(() => Staff, { nullable: true, description: 'Null: a system or a job gave it; not for customers.' })
  grantedBy(@Root() grant: GrantRow, @Ctx() context: Context) {
    authorize(context.principal, 'PERK_READ');
    return grant.grantedById && context.loaders.get(staffLoader).load(grant.grantedById);
  }
}

/** What perks add to a customer. */
@Resolver(() => Customer)
export class CustomerPerksResolver {
  constructor(private readonly app: App) {}

  @FieldResolver(() => [Perk], { description: 'What they have now: benefits of the tier, and personal grants (V4).' })
  perks(@Root() customer: Pick<CustomerRow, 'id'>, @Ctx() context: Context) {
    this.app.benefits.mayRead(context);
    return context.loaders.get(perksLoader).load(customer.id);
  }

  @FieldResolver(() => BenefitGrantConnection, { description: 'Personal benefits, newest first, ended ones too.' })
  grants(@Root() customer: Pick<CustomerRow, 'id'>, @Args(() => PageArgs) page: PageArgs, @Ctx() context: Context) {
    return this.app.benefits.grantsOf(context, customer.id, page);
  }

  @FieldResolver(() => RedemptionConnection, { description: 'Redemptions, newest first.' })
  redemptions(
    @Root() customer: Pick<CustomerRow, 'id'>,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ) {
    return this.app.benefits.redemptionsOf(context, customer.id, page);
  }
}

/** The perk that a redemption was of, as it stands now. */
@Resolver(() => RedemptionPayload)
export class RedemptionPayloadResolver {
  @FieldResolver(() => Perk, {
    nullable: true,
    description: 'What is left of the perk; null when nothing is held any more.',
  })
  async perk(@Root() { redemption }: { redemption?: RedemptionRow }, @Ctx() context: Context) {
    if (!redemption) {
      return null;
    }
    const perks = await context.loaders.get(perksLoader).load(redemption.customerId);
    return perks.find(({ id }) => id === (redemption.grantId ?? redemption.benefitId)) ?? null;
  }
}
