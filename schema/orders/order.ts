import type { Opt } from '@mikro-orm/core';
import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../common/connection.js';
import { Money } from '../common/scalars.js';
import { OrderStatus } from './enums.js';

/** An order as its source pushed it, with what came of it since (S6). */
@Entity({ tableName: 'orders' })
@ObjectType({ description: 'An order, as the shop or marketplace that took it pushed it.' })
export class Order {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID)
  id!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The system that took it.' })
  source!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Its number in that system; unique with `source`.' })
  number!: string;

  /** Null: the buyer is known to be anonymous. */
  @Property({ type: 'uuid', nullable: true })
  customerId: string | null = null;

  @Property({ type: 'timestamptz' })
  @Field(() => Date)
  placedAt!: Date;

  @Enum({ items: () => OrderStatus, type: 'text' })
  @Field(() => OrderStatus)
  status: Opt<OrderStatus> = OrderStatus.PLACED;

  @Property({ type: 'character(3)' })
  @Field(() => String, { description: 'ISO 4217 code that `amount` and `refunded` are in.' })
  currency!: string;

  @Property({ type: 'bigint' })
  @Field(() => Money, { description: 'What was charged, in `currency`.' })
  amount!: number;

  @Property({ type: 'bigint' })
  @Field(() => Money, { description: 'What went back since, in `currency`.' })
  refunded: Opt<number> = 0;

  @Property({ type: 'bigint' })
  @Field(() => Money, { description: "`amount` in the company's currency, at the rate of its arrival." })
  baseAmount!: number;

  @Property({ type: 'bigint' })
  @Field(() => Money, {
    description: "What counts for tiers and points: in the company's currency, less what went back; 0 when cancelled.",
  })
  baseNet!: number;

  @Property({ type: 'bigint' })
  @Field(() => Int, { description: 'Points it has earned, less those clawed back (V2).' })
  points: Opt<number> = 0;

  /** SHA-256 of its content, by which a retry is known. */
  @Property({ type: 'blob' })
  contentHash!: Buffer;

  /** When the source last changed it: older pushes are left aside. */
  @Property({ type: 'timestamptz' })
  sourceUpdatedAt!: Date;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}

@ObjectType({ description: 'A page of orders.' })
export class OrderConnection extends connectionOf('Order', () => Order) {}
