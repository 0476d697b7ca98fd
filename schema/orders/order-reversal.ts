import type { Opt } from '@mikro-orm/core';
import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { Money } from '../common/scalars.js';
import { ReversalKind } from './enums.js';

/** A refund or cancellation of an order; may arrive before its order and then waits for it. */
@Entity({ tableName: 'order_reversal' })
@ObjectType({ description: "A refund or cancellation; money is in the order's currency." })
export class OrderReversal {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID)
  id!: string;

  @Property({ type: 'text' })
  source!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Its own number in the source.' })
  number!: string;

  @Property({ type: 'text' })
  orderNumber!: string;

  /** Null while it waits for its order. */
  @Property({ type: 'uuid', nullable: true })
  orderId: string | null = null;

  @Enum({ items: () => ReversalKind, type: 'text' })
  @Field(() => ReversalKind)
  kind!: ReversalKind;

  @Property({ type: 'bigint', nullable: true })
  @Field(() => Money, { nullable: true, description: 'What was asked for; null: all that remained.' })
  amount: number | null = null;

  @Property({ type: 'bigint' })
  @Field(() => Money, { description: 'What it took off the order.' })
  applied: Opt<number> = 0;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true })
  reason: string | null = null;

  @Property({ type: 'timestamptz' })
  @Field(() => Date)
  occurredAt!: Date;

  /** SHA-256 of its content, by which a retry is known. */
  @Property({ type: 'blob' })
  contentHash!: Buffer;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}
