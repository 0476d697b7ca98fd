import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../schema/common/connection.js';
import { IngestPayload } from '../../schema/common/ingest.js';
import { Customer } from '../../schema/customers/customer.js';
import { OrderOrderBy } from '../../schema/orders/enums.js';
import { OrderFilter, OrderReversalsIngestInput, OrdersIngestInput } from '../../schema/orders/inputs.js';
import { Order, OrderConnection } from '../../schema/orders/order.js';
import { OrderLine } from '../../schema/orders/order-line.js';
import { OrderReversal } from '../../schema/orders/order-reversal.js';
import type { App } from '../app.js';
import { customerFor } from '../customers/loaders.js';
import type { CustomerRow } from '../customers/rows.js';
import type { Context } from '../graphql/context.js';
import { PlainInput } from '../graphql/plain-input.js';
import { orderLinesLoader, orderReversalsLoader } from './loaders.js';
import type { OrderRow } from './rows.js';

@Resolver(() => Order)
export class OrderResolver {
  constructor(private readonly app: App) {}

  @Query(() => Order, { nullable: true, description: 'One order; null when there is none with this id.' })
  order(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return this.app.orders.get(context, id);
  }

  @Query(() => OrderConnection, { description: 'Orders of all customers, newest first.' })
  orders(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => OrderFilter, { nullable: true }) filter: OrderFilter | undefined,
    @Arg('orderBy', () => OrderOrderBy, { defaultValue: OrderOrderBy.PLACED_AT_DESC }) orderBy: OrderOrderBy,
  ) {
    return this.app.orders.list(context, page, filter ?? {}, orderBy);
  }

  @Mutation(() => IngestPayload, {
    description: 'Takes orders from another system, in any order and as often as they come (S6).',
  })
  ordersIngest(@Ctx() context: Context, @PlainInput(() => OrdersIngestInput) input: OrdersIngestInput) {
    return this.app.orders.ingest(context, input);
  }

  @Mutation(() => IngestPayload, {
    description: 'Takes refunds and cancellations from another system; they may come before their orders (S6).',
  })
  orderReversalsIngest(
    @Ctx() context: Context,
    @PlainInput(() => OrderReversalsIngestInput) input: OrderReversalsIngestInput,
  ) {
    return this.app.orders.ingestReversals(context, input);
  }

  @FieldResolver(() => Customer, { nullable: true, description: 'Null: the buyer is known to be anonymous.' })
  customer(@Root() order: OrderRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return order.customerId === null ? null : customerFor(context, info, order.customerId);
  }

  @FieldResolver(() => [OrderLine], { description: 'Its articles; empty when the source sent none.' })
  lines(@Root() order: OrderRow, @Ctx() context: Context) {
    return context.loaders.get(orderLinesLoader).load(order.id);
  }

  @FieldResolver(() => [OrderReversal], { description: 'Its refunds and cancellations, as they happened.' })
  reversals(@Root() order: OrderRow, @Ctx() context: Context) {
    return context.loaders.get(orderReversalsLoader).load(order.id);
  }
}

/** What the orders add to a customer. */
@Resolver(() => Customer)
export class CustomerOrdersResolver {
  constructor(private readonly app: App) {}

  @FieldResolver(() => OrderConnection, { description: 'Their orders, newest first.' })
  orders(@Root() customer: Pick<CustomerRow, 'id'>, @Args(() => PageArgs) page: PageArgs) {
    return this.app.orders.ofCustomer(customer.id, page);
  }
}
