import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { RedemptionConnection } from '../../schema/benefits/redemption.js';
import { PageArgs } from '../../schema/common/connection.js';
import { JSONValue } from '../../schema/common/scalars.js';
import { Consent } from '../../schema/customers/consent.js';
import { Customer } from '../../schema/customers/customer.js';
import {
  MeConsentSetInput,
  MeEraseInput,
  MeErasePayload,
  MeNotificationsReadInput,
  MePayload,
  MeUpdateInput,
} from '../../schema/me/inputs.js';
import { Me } from '../../schema/me/me.js';
import { NotificationConnection } from '../../schema/me/notification.js';
import { OrderConnection } from '../../schema/orders/order.js';
import { PointsEntryConnection } from '../../schema/points/points.js';
import type { App } from '../app.js';
import { consentLoader } from '../customers/consents.js';
import { customerLoader } from '../customers/loaders.js';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/errors.js';

/** The id of the customer who asks, whatever else was read. */
type Own = { id: string };

/** What the customer's own app asks for and does. */
@Resolver(() => Me)
export class MeResolver {
  constructor(private readonly app: App) {}

  @Query(() => Me, { nullable: true, description: 'The customer who asks; null for everybody else.' })
  me(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return this.app.me.me(context, info);
  }

  @FieldResolver(() => Customer, { description: 'All that is known of them, contact data clear (A4).' })
  profile(@Root() me: Own, @Ctx() context: Context) {
    return context.loaders.get(customerLoader).load(me.id);
  }

  @FieldResolver(() => NotificationConnection, { description: 'Messages, newest first.' })
  notifications(@Root() me: Own, @Args(() => PageArgs) page: PageArgs) {
    return this.app.me.notifications(me.id, page);
  }

  @FieldResolver(() => OrderConnection, { description: 'Orders, newest first.' })
  orders(@Root() me: Own, @Args(() => PageArgs) page: PageArgs) {
    return this.app.orders.ofCustomer(me.id, page);
  }

  @FieldResolver(() => PointsEntryConnection, { description: 'The points ledger, newest first.' })
  pointsEntries(@Root() me: Own, @Args(() => PageArgs) page: PageArgs) {
    return this.app.points.entriesOf(me.id, page);
  }

  @FieldResolver(() => RedemptionConnection, { description: 'Redemptions, newest first.' })
  redemptions(@Root() me: Own, @Args(() => PageArgs) page: PageArgs, @Ctx() context: Context) {
    return this.app.benefits.redemptionsOf(context, me.id, page);
  }

  @FieldResolver(() => [Consent], { description: 'The newest answer to each purpose (A4).' })
  consents(@Root() me: Own, @Ctx() context: Context) {
    return context.loaders.get(consentLoader).load(me.id);
  }

  @FieldResolver(() => JSONValue, { description: 'Everything that is kept about them, to take away (A4).' })
  dataExport(@Root() me: Own) {
    return this.app.customers.exportOf(me.id);
  }

  @Mutation(() => MePayload, { description: 'Changes the own profile. VERSION_CONFLICT when it changed in between.' })
  meUpdate(@Ctx() context: Context, @Arg('input', () => MeUpdateInput) input: MeUpdateInput) {
    return payload(() => this.app.me.update(context, input));
  }

  @Mutation(() => MePayload, { description: 'Answers one purpose of processing, yes or no (A4).' })
  meConsentSet(@Ctx() context: Context, @Arg('input', () => MeConsentSetInput) input: MeConsentSetInput) {
    return payload(() => this.app.me.setConsent(context, input));
  }

  @Mutation(() => MeErasePayload, { description: 'Deletes the own data for good; bookkeeping stays, anonymous (A4).' })
  meErase(@Ctx() context: Context, @Arg('input', () => MeEraseInput) input: MeEraseInput) {
    return payload(() => this.app.me.erase(context, input));
  }

  @Mutation(() => MePayload, { description: 'Marks messages as read; ids of others change nothing.' })
  meNotificationsRead(
    @Ctx() context: Context,
    @Arg('input', () => MeNotificationsReadInput) input: MeNotificationsReadInput,
  ) {
    return payload(() => this.app.me.readNotifications(context, input));
  }
}

/** The customer as they are after a mutation of theirs. */
@Resolver(() => MePayload)
export class MePayloadResolver {
  constructor(private readonly app: App) {}

  @FieldResolver(() => Me, { nullable: true, description: 'As they are now; null when the input was refused.' })
  me(@Root() { userErrors }: { userErrors: unknown[] }, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return userErrors.length > 0 ? null : this.app.me.me(context, info);
  }
}
