import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../schema/common/connection.js';
import { Customer } from '../../schema/customers/customer.js';
import { Order } from '../../schema/orders/order.js';
import { Staff } from '../../schema/staff/staff.js';
import { Tier } from '../../schema/tiers/tier.js';
import {
  MembershipRefreshInput,
  MembershipRefreshPayload,
  TierGrant,
  TierGrantInput,
  TierGrantPayload,
  TierGrantRevokeInput,
} from '../../schema/tiers/tier-grant.js';
import { TierMove, TierMoveConnection, TierMoveFilter } from '../../schema/tiers/tier-move.js';
import { authorize } from '../access/authorize.js';
import type { App } from '../app.js';
import { customerFor } from '../customers/loaders.js';
import type { CustomerRow } from '../customers/rows.js';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/errors.js';
import { orderLoader } from '../orders/loaders.js';
import { staffLoader } from '../staff/loaders.js';
import type { TierMoveRow } from './lists.js';
import { type TierGrantRow, tierGrantLoader, tierLoader } from './loaders.js';

/** Why customers hold what they hold. */
@Resolver(() => TierMove)
export class TierMoveResolver {
  constructor(private readonly app: App) {}

  @Query(() => TierMoveConnection, { description: 'Changes of tier of all customers, newest first.' })
  tierMoves(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => TierMoveFilter, { nullable: true }) filter: TierMoveFilter | undefined,
  ) {
    return this.app.tiers.moves(context, page, filter ?? {});
  }

  @FieldResolver(() => Customer)
  customer(@Root() move: TierMoveRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return customerFor(context, info, move.customerId);
  }

  @FieldResolver(() => Tier, { nullable: true, description: 'Null: none before.' })
  from(@Root() move: TierMoveRow, @Ctx() context: Context) {
    return move.fromTierId && context.loaders.get(tierLoader).load(move.fromTierId);
  }

  @FieldResolver(() => Tier, { nullable: true, description: 'Null: none after.' })
  to(@Root() move: TierMoveRow, @Ctx() context: Context) {
    return move.toTierId && context.loaders.get(tierLoader).load(move.toTierId);
  }

  @FieldResolver(() => Order, { nullable: true, description: 'The order that caused it, if one did.' })
  order(@Root() move: TierMoveRow, @Ctx() context: Context) {
    return move.orderId && context.loaders.get(orderLoader).load(move.orderId);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The member of staff by name; for staff and systems.' })
  actor(@Root() move: TierMoveRow, @Ctx() context: Context) {
    return context.principal.kind === 'customer' ? null : move.actor;
  }
}

/** Tiers given by hand. */
@Resolver(() => TierGrant)
export class TierGrantResolver {
  constructor(private readonly app: App) {}

  @Mutation(() => TierGrantPayload, { description: 'Gives a tier by hand, until an end or for life (V1).' })
  tierGrant(
    @Ctx() context: Context,
    @Arg('input', () => TierGrantInput) input: TierGrantInput,
  ): Promise<TierGrantPayload> {
    return payload(() => this.app.tiers.grant(context, input));
  }

  @Mutation(() => TierGrantPayload, { description: 'Takes a granted tier back; what is earned remains (V1).' })
  tierGrantRevoke(
    @Ctx() context: Context,
    @Arg('input', () => TierGrantRevokeInput) input: TierGrantRevokeInput,
  ): Promise<TierGrantPayload> {
    return payload(() => this.app.tiers.revokeGrant(context, input));
  }

  @Mutation(() => MembershipRefreshPayload, {
    description: "Counts a customer's figures and tier anew from the orders, for when something looks wrong.",
  })
  membershipRefresh(
    @Ctx() context: Context,
    @Arg('input', () => MembershipRefreshInput) input: MembershipRefreshInput,
  ): Promise<MembershipRefreshPayload> {
    return payload(() => this.app.tiers.refresh(context, input)) as Promise<MembershipRefreshPayload>;
  }

  @FieldResolver(() => Customer)
  customer(@Root() grant: TierGrantRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return customerFor(context, info, grant.customerId);
  }

  @FieldResolver(() => Tier)
  tier(@Root() grant: TierGrantRow, @Ctx() context: Context) {
    return context.loaders.get(tierLoader).load(grant.tierId);
  }

  @FieldResolver(() => Staff, { nullable: true, description: 'Null: a system or a job gave it; not for customers.' })
  grantedBy(@Root() grant: TierGrantRow, @Ctx() context: Context) {
    authorize(context.principal, 'CUSTOMER_READ');
    return grant.grantedBy && context.loaders.get(staffLoader).load(grant.grantedBy);
  }
}

/** The tier history of a customer's profile. */
@Resolver(() => Customer)
export class CustomerTierHistoryResolver {
  constructor(private readonly app: App) {}

  @FieldResolver(() => TierMoveConnection, { description: 'Changes of tier, newest first.' })
  tierMoves(@Root() customer: CustomerRow, @Args(() => PageArgs) page: PageArgs) {
    return this.app.tiers.movesOf(customer.id, page);
  }

  @FieldResolver(() => [TierGrant], { description: 'Tiers given by hand, newest first, those that are over too.' })
  tierGrants(@Root() customer: CustomerRow, @Ctx() context: Context) {
    return context.loaders.get(tierGrantLoader).load(customer.id);
  }
}
