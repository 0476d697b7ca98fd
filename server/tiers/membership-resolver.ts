import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Customer } from '../../schema/customers/customer.js';
import { Membership, TierProgress } from '../../schema/tiers/membership.js';
import { Tier } from '../../schema/tiers/tier.js';
import type { CustomerRow, ListedCustomerRow } from '../customers/rows.js';
import type { Context } from '../graphql/context.js';
import { customerTierLoader, type MembershipRow, membershipLoader, tierLoader } from './loaders.js';
import type { Progress } from './progress.js';

/** The programme's part of a customer. */
@Resolver(() => Customer)
export class CustomerTierResolver {
  @FieldResolver(() => Tier, { nullable: true, description: 'The tier in effect now.' })
  tier(@Root() customer: CustomerRow | ListedCustomerRow, @Ctx() context: Context) {
    if ('tierId' in customer) {
      return customer.tierId && context.loaders.get(tierLoader).load(customer.tierId);
    }
    return context.loaders.get(customerTierLoader).load(customer.id);
  }

  @FieldResolver(() => Membership)
  membership(@Root() customer: CustomerRow, @Ctx() context: Context) {
    return context.loaders.get(membershipLoader).load(customer.id);
  }
}

@Resolver(() => Membership)
export class MembershipResolver {
  @FieldResolver(() => Tier, { nullable: true })
  tier(@Root() membership: MembershipRow, @Ctx() context: Context) {
    return membership.tierId && context.loaders.get(tierLoader).load(membership.tierId);
  }

  @FieldResolver(() => TierProgress, { nullable: true, description: 'Null for those who hold the highest tier.' })
  progress(@Root() membership: MembershipRow) {
    return membership.progress;
  }
}

@Resolver(() => TierProgress)
export class TierProgressResolver {
  @FieldResolver(() => Tier)
  next(@Root() progress: Progress) {
    return progress.next;
  }
}
