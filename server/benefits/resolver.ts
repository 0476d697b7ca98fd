import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { BenefitGrantConnection } from '../../schema/benefits/grant.js';
import {
  BenefitGrantFilter,
  BenefitGrantInput,
  BenefitGrantOrderBy,
  BenefitGrantPayload,
  BenefitGrantRevokeInput,
  BenefitRedeemInput,
  RedemptionCommitInput,
  RedemptionFilter,
  RedemptionOrderBy,
  RedemptionPayload,
  RedemptionReleaseInput,
  RedemptionReverseInput,
} from '../../schema/benefits/inputs.js';
import { Redemption, RedemptionConnection } from '../../schema/benefits/redemption.js';
import { PageArgs } from '../../schema/common/connection.js';
import type { App } from '../app.js';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/errors.js';

/** Perks: redeeming, granting, and the lists of both (V4). */
@Resolver()
export class PerkResolver {
  constructor(private readonly app: App) {}

  @Query(() => BenefitGrantConnection, { description: 'Personal benefits of all customers.' })
  benefitGrants(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => BenefitGrantFilter, { nullable: true }) filter: BenefitGrantFilter | undefined,
    @Arg('orderBy', () => BenefitGrantOrderBy, { defaultValue: BenefitGrantOrderBy.GRANTED_AT_DESC })
    orderBy: BenefitGrantOrderBy,
  ) {
    return this.app.benefits.grants(context, page, filter ?? {}, orderBy);
  }

  @Query(() => RedemptionConnection, { description: 'Redemptions of all customers.' })
  redemptions(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => RedemptionFilter, { nullable: true }) filter: RedemptionFilter | undefined,
    @Arg('orderBy', () => RedemptionOrderBy, { defaultValue: RedemptionOrderBy.CREATED_AT_DESC })
    orderBy: RedemptionOrderBy,
  ) {
    return this.app.benefits.redemptions(context, page, filter ?? {}, orderBy);
  }

  @Query(() => Redemption, {
    nullable: true,
    description: 'The redemption with a code as typed or scanned at the till, dashes or not; null when there is none.',
  })
  redemptionByCode(@Ctx() context: Context, @Arg('code', () => String) code: string) {
    return this.app.benefits.byCode(context, code);
  }

  @Mutation(() => RedemptionPayload, {
    description:
      'Redeems a benefit at once (V4). Refusals: NOT_FOUND, NOT_REDEEMABLE, NOT_YET_VALID, EXPIRED, NOT_IN_TIER, ' +
      'OUT_OF_QUOTA, OUT_OF_STOCK, RETIRED, IDEMPOTENCY_KEY_REUSED.',
  })
  benefitRedeem(@Ctx() context: Context, @Arg('input', () => BenefitRedeemInput) input: BenefitRedeemInput) {
    return payload(() => this.app.benefits.redeem(context, input));
  }

  @Mutation(() => RedemptionPayload, {
    description:
      "Holds a benefit for the programme's reservation minutes, to be committed or released; refused like benefitRedeem.",
  })
  benefitReserve(@Ctx() context: Context, @Arg('input', () => BenefitRedeemInput) input: BenefitRedeemInput) {
    return payload(() => this.app.benefits.reserve(context, input));
  }

  @Mutation(() => RedemptionPayload, {
    description: 'Makes a reservation final. Refusals: CONFLICT (already released), EXPIRED (ran out).',
  })
  redemptionCommit(@Ctx() context: Context, @Arg('input', () => RedemptionCommitInput) input: RedemptionCommitInput) {
    return payload(() => this.app.benefits.settle(context, 'redemptionCommit', input));
  }

  @Mutation(() => RedemptionPayload, {
    description: 'Gives up a reservation: quota, grant and stock come back. Refusal: CONFLICT (already committed).',
  })
  redemptionRelease(
    @Ctx() context: Context,
    @Arg('input', () => RedemptionReleaseInput) input: RedemptionReleaseInput,
  ) {
    return payload(() => this.app.benefits.settle(context, 'redemptionRelease', input));
  }

  @Mutation(() => RedemptionPayload, {
    description:
      'Undoes a committed redemption: quota, grant and stock come back. Refusal: CONFLICT (not committed). Not for customers.',
  })
  redemptionReverse(
    @Ctx() context: Context,
    @Arg('input', () => RedemptionReverseInput) input: RedemptionReverseInput,
  ) {
    return payload(() => this.app.benefits.settle(context, 'redemptionReverse', input));
  }

  @Mutation(() => BenefitGrantPayload, {
    description: 'Gives a customer a personal benefit and tells them (V4, V5).',
  })
  benefitGrant(@Ctx() context: Context, @Arg('input', () => BenefitGrantInput) input: BenefitGrantInput) {
    return payload(() => this.app.benefits.grant(context, input));
  }

  @Mutation(() => BenefitGrantPayload, {
    description: 'Takes back what is left of a personal benefit; what was redeemed stays.',
  })
  benefitGrantRevoke(
    @Ctx() context: Context,
    @Arg('input', () => BenefitGrantRevokeInput) input: BenefitGrantRevokeInput,
  ) {
    return payload(() => this.app.benefits.revoke(context, input));
  }
}
