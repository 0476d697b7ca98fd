import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '../common/scalars.js';

/** One article of an order; money in the order's currency. */
@Entity({ tableName: 'order_line' })
@ObjectType({ description: "One article of an order; money is in the order's currency." })
export class OrderLine {
  @PrimaryKey({ type: 'uuid' })
  orderId!: string;

  @PrimaryKey({ type: 'integer' })
  @Field(() => Int, { description: 'Its place in the order, from 1.' })
  position!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: "The article's code in the source." })
  sku!: string;

  @Property({ type: 'text' })
  @Field(() => String)
  name!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true })
  category: string | null = null;

  @Property({ type: 'integer' })
  @Field(() => Int)
  quantity!: number;

  @Property({ type: 'bigint' })
  @Field(() => Money)
  unitPrice!: number;

  @Property({ type: 'bigint' })
  @Field(() => Money, { description: 'Quantity × unit price; a discount is a line below zero.' })
  amount!: number;
}
