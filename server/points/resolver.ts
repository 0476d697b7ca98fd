import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../schema/common/connection.js';
import { Customer } from '../../schema/customers/customer.js';
import { Order } from '../../schema/orders/order.js';
import {
  PointsAccount,
  PointsAdjustInput,
  PointsEntry,
  PointsEntryConnection,
  PointsPayload,
  PointsReverseInput,
  PointsSpendInput,
} from '../../schema/points/points.js';
import { Membership } from '../../schema/tiers/membership.js';
import type { App } from '../app.js';
import type { CustomerRow } from '../customers/rows.js';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/errors.js';
import { orderLoader } from '../orders/loaders.js';
import { staffLoader } from '../staff/loaders.js';
import type { MembershipRow } from '../tiers/loaders.js';
import { accountLoader } from './loaders.js';
import type { PointsEntryRow } from './rows.js';

/** Points by hand (V2). */
@Resolver()
export class PointsResolver {
  constructor(private readonly app: App) {}

  @Mutation(() => PointsPayload, {
    description: 'Corrects a balance by hand. Refusals: INSUFFICIENT_POINTS, IDEMPOTENCY_KEY_REUSED.',
  })
  pointsAdjust(@Ctx() context: Context, @Arg('input', () => PointsAdjustInput) input: PointsAdjustInput) {
    return payload(() => this.app.points.adjust(context, input));
  }

  @Mutation(() => PointsPayload, {
    description: 'Takes points for something. Refusals: INSUFFICIENT_POINTS, IDEMPOTENCY_KEY_REUSED.',
  })
  pointsSpend(@Ctx() context: Context, @Arg('input', () => PointsSpendInput) input: PointsSpendInput) {
    return payload(() => this.app.points.spend(context, input));
  }

  @Mutation(() => PointsPayload, {
    description:
      'Undoes a SPEND or an ADJUST, once. Refusals: ALREADY_DONE, INVALID, INSUFFICIENT_POINTS, IDEMPOTENCY_KEY_REUSED.',
  })
  pointsReverse(@Ctx() context: Context, @Arg('input', () => PointsReverseInput) input: PointsReverseInput) {
    return payload(() => this.app.points.reverse(context, input));
  }
}

/** What a ledger entry leads to. */
@Resolver(() => PointsEntry)
export class PointsEntryResolver {
  @FieldResolver(() => Order, { nullable: true, description: 'The order that earned it or was refunded.' })
  order(@Root() entry: PointsEntryRow, @Ctx() context: Context) {
    return entry.orderId && context.loaders.get(orderLoader).load(entry.orderId);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The member of staff by name; for staff and systems.' })
  async actor(@Root() entry: PointsEntryRow, @Ctx() context: Context) {
    if (entry.actorId === null || context.principal.kind === 'customer') {
      return null;
    }
    return (await context.loaders.get(staffLoader).load(entry.actorId))?.name ?? null;
  }
}

/** What points add to a customer. */
@Resolver(() => Customer)
export class CustomerPointsResolver {
  constructor(private readonly app: App) {}

  @FieldResolver(() => PointsEntryConnection, { description: 'The points ledger, newest first.' })
  pointsEntries(@Root() customer: Pick<CustomerRow, 'id'>, @Args(() => PageArgs) page: PageArgs) {
    return this.app.points.entriesOf(customer.id, page);
  }
}

/** What points add to a membership. */
@Resolver(() => Membership)
export class MembershipPointsResolver {
  @FieldResolver(() => PointsAccount)
  points(@Root() membership: MembershipRow, @Ctx() context: Context) {
    return context.loaders.get(accountLoader).load(membership.customerId);
  }
}
