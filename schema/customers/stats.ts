import { Field, Int, ObjectType } from 'type-graphql';
import { LocalDate, Money } from '../common/scalars.js';
import { ValueSegment } from '../levels/enums.js';
import { LifecycleStage } from './enums.js';

/** A customer's own figures, kept by the transaction that takes an order (S6); `rfm` and `daysBetweenOrders` come from a resolver. */
@ObjectType({ description: "A customer's own figures, as of the last order, refund or daily refresh (S6)." })
export class CustomerStats {
  @Field(() => Int, { description: 'Orders that were not cancelled or refunded in full.' })
  orderCount!: number;

  @Field(() => Money, { description: 'Net of refunds and cancellations, over all time.' })
  spend!: number;

  @Field(() => Date, { nullable: true })
  firstOrderAt!: Date | null;

  @Field(() => Date, { nullable: true })
  lastOrderAt!: Date | null;

  @Field(() => LifecycleStage)
  stage!: LifecycleStage;

  @Field(() => Money, { nullable: true, description: 'Spend by order count; null before the first order.' })
  averageOrderValue!: number | null;

  @Field(() => ValueSegment, { description: 'What the customer is worth and how far gone (S5).' })
  valueSegment!: ValueSegment;

  @Field(() => LocalDate, { nullable: true, description: 'The company day of the last interaction; null: none known.' })
  lastEventOn!: string | null;
}
