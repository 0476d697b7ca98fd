import { Field, ID, InputType, Int } from 'type-graphql';
import { OrderStatus, ReversalKind } from './enums.js';

// Instants and money are texts here: a value that cannot be read is an error of its row, not of the whole request.

@InputType({ description: 'One article of a pushed order.' })
export class OrderLineInput {
  @Field(() => String, { description: 'The article code; at most 100 characters.' })
  sku!: string;

  @Field(() => String, { nullable: true, description: 'At most 300 characters; the code when missing.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 100 characters.' })
  category?: string | null;

  @Field(() => Int)
  quantity!: number;

  @Field(() => String, { description: 'Decimal with at most two places; below zero for a discount.' })
  unitPrice!: string;
}

@InputType({ description: 'One pushed order.' })
export class OrderInput {
  @Field(() => String, { description: 'Its number in the source; at most 100 characters.' })
  number!: string;

  @Field(() => String, {
    nullable: true,
    description: "The customer's id in the source; an unknown one makes a bare customer. Null: known to be anonymous.",
  })
  customerExternalId?: string | null;

  @Field(() => String, { description: 'ISO 8601 instant with offset.' })
  placedAt!: string;

  @Field(() => String, { nullable: true, description: "ISO 4217 code; the company's currency when missing." })
  currency?: string | null;

  @Field(() => String, { description: 'What was charged: decimal with at most two places, not below zero.' })
  amount!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'When the source last changed it (ISO 8601); the time of arrival when missing. Older pushes are left aside.',
  })
  updatedAt?: string | null;

  @Field(() => [OrderLineInput], { nullable: true, description: 'At most 2,000.' })
  lines?: OrderLineInput[] | null;
}

@InputType({ description: 'A batch of orders from one source.' })
export class OrdersIngestInput {
  @Field(() => String, { description: 'The system that took them, like `tmall`; at most 50 characters.' })
  source!: string;

  @Field(() => [OrderInput], { description: 'At most 1,000.' })
  orders!: OrderInput[];
}

@InputType({ description: 'One pushed refund or cancellation.' })
export class OrderReversalInput {
  @Field(() => String, { description: 'Its own number in the source; at most 100 characters.' })
  number!: string;

  @Field(() => String, { description: 'The number of the order, which may arrive later.' })
  orderNumber!: string;

  @Field(() => ReversalKind)
  kind!: ReversalKind;

  @Field(() => String, {
    nullable: true,
    description: "Decimal above zero in the order's currency; null: all that remains.",
  })
  amount?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 500 characters.' })
  reason?: string | null;

  @Field(() => String, { description: 'ISO 8601 instant with offset.' })
  occurredAt!: string;
}

@InputType({ description: 'A batch of refunds and cancellations from one source.' })
export class OrderReversalsIngestInput {
  @Field(() => String, { description: 'The source of their orders.' })
  source!: string;

  @Field(() => [OrderReversalInput], { description: 'At most 1,000.' })
  reversals!: OrderReversalInput[];
}

@InputType({ description: 'Which orders a list shows; all conditions hold together.' })
export class OrderFilter {
  @Field(() => ID, { nullable: true })
  customerId?: string | null;

  @Field(() => String, { nullable: true })
  source?: string | null;

  @Field(() => String, { nullable: true, description: 'The whole number, exactly.' })
  number?: string | null;

  @Field(() => OrderStatus, { nullable: true })
  status?: OrderStatus | null;

  @Field(() => Date, { nullable: true, description: 'Placed at this instant or later.' })
  placedSince?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Placed before this instant.' })
  placedUntil?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only orders without a customer; false: only those with one.',
  })
  anonymous?: boolean | null;
}
